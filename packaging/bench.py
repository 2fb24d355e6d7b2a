"""Measures the program against plain baselines in the same run.

Prints one line a figure: what, how much, and the ratio to its baseline. A folder of
texts may be named; a corpus of 20 MB is always generated. Times are the best of
the runs, memory is the peak of a process of its own.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = os.environ | {
    "PYTHONPATH": str(ROOT),
    "QT_LOGGING_RULES": "default.warning=false",
    # Empty: compiled modules are kept, as on any machine where the program is used.
    "PYTHONDONTWRITEBYTECODE": "",
}
FILES = 5000
WORDS = 535
QUERIES = (
    "trade",
    '"national security"',
    "export AND control",
    "govern* NOT war",
    "peace economy nations",
    "US",
)


def main() -> None:
    """Run every measurement, or the one that a child process was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="texts to measure with")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, *arguments = given.child
        CHILDREN[name](*map(Path, arguments))
        return
    print(f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version},"
          f" {os.cpu_count()} cores")  # fmt: skip
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        generated = generate(root / "generated")
        corpora = [("generated", generated)]
        if given.folder and given.folder.is_dir():
            corpora.insert(0, (given.folder.name, given.folder))
        for name, folder in corpora:
            measure_corpus(name, folder, root / name)
        measure_start(root)
        measure_whoosh(generated, root)


def generate(folder: Path) -> Path:
    """Write 5,000 files, 20 MB in all, of words as frequent as in real texts."""
    chance = random.Random(20)
    lengths = chance.choices(range(2, 12), k=30_000)
    words = ["".join(chance.choices("etaoinshrdlu", k=it)) for it in lengths]
    words[:8] = ["trade", "national", "security", "export", "control", "peace", "war",
                 "government"]  # fmt: skip
    weights = [1 / (rank + 5) for rank in range(len(words))]
    folder.mkdir(parents=True)
    for number in range(FILES):
        drawn = chance.choices(words, weights, k=WORDS)
        lines = [" ".join(drawn[i : i + 60]) for i in range(0, len(drawn), 60)]
        (folder / f"{number:05}.txt").write_text("\n\n".join(lines))
    return folder


def measure_corpus(name: str, folder: Path, scratch: Path) -> None:
    """Search one folder of texts; `bench_import.py` measures how it comes in."""
    size = sum(path.stat().st_size for path in folder.rglob("*.txt"))
    print(f"\n{name}: {len(list(folder.rglob('*.txt')))} files, {size / 1e6:.1f} MB")
    scratch.mkdir(parents=True, exist_ok=True)
    child("raw", folder, scratch / "raw.db")
    child("import", folder, scratch / "ours.workbench")
    on_disk = file_size(scratch / "ours.workbench")
    ratio = on_disk / file_size(scratch / "raw.db")
    report("project file on disk", on_disk, "MB", ratio, "of raw FTS5")
    searched = child("search", scratch / "ours.workbench", scratch / "raw.db")
    for line in searched["lines"]:
        print(line)
    report("peak memory of the searches", searched["megabytes"], "MB")


def import_folder(folder: Path, target: Path) -> dict[str, Any]:
    """Import a folder as the program does."""
    from workbench.operations.importing import import_paths
    from workbench.project import Project

    project = Project.create(target)
    seconds = timed(lambda: import_paths(project, [folder]))
    project.close()
    return {"seconds": seconds}


def insert_raw(folder: Path, target: Path) -> dict[str, Any]:
    """Read the same files and insert their paragraphs into FTS5 and nothing else."""

    def work() -> None:
        connection = sqlite3.connect(target)
        connection.execute(
            "create virtual table raw using"
            " fts5(body, tokenize='unicode61 remove_diacritics 2')"
        )
        for path in sorted(folder.rglob("*.txt")):
            lines = path.read_bytes().decode("utf-8", "replace").split("\n")
            connection.executemany(
                "insert into raw values (?)", [[it] for it in lines if it.strip()]
            )
        connection.commit()
        connection.close()

    return {"seconds": timed(work)}


def search_project(target: Path, raw: Path) -> dict[str, Any]:
    """Search as the program does, next to one plain FTS5 query."""
    from workbench.operations.checking import check
    from workbench.project import Project

    with Project.open(target, read_only=True) as project:
        first = timed(lambda: project.search("first"))
        lines = [line("first search, with the words being read", first * 1e3, "ms")]
        connection = sqlite3.connect(raw)
        plain = median(
            lambda: connection.execute(
                "select rowid from raw where raw match 'trade' order by rank limit 200"
            ).fetchall()
        )
        lines.append(line("plain FTS5 query for one word", plain * 1e3, "ms"))
        for query in QUERIES:
            total = project.search(query).total
            took = median(lambda query=query: project.search(query))
            name = f"search {query} ({total} hits)"
            lines.append(line(name, took * 1e3, "ms", took / plain, "of plain"))
        lines.append(
            line("prove the project whole", timed(lambda: check(project)), "s")
        )
    return {"lines": lines}


def measure_start(root: Path) -> None:
    """Start the window on the sample project, next to a bare Qt window."""
    print("\nstart, process begin to first paint (median of 5)")
    bare = median(lambda: run_python(BARE_WINDOW), runs=5)
    report("a bare Qt window", bare * 1e3, "ms")
    sample = root / "sample.workbench"
    run_python("import sys; from workbench.cli import main; main()",
               "new", str(sample), "--sample")  # fmt: skip
    ours = median(lambda: run_python(OUR_WINDOW, str(sample)), runs=5)
    report("the workbench on the sample project", ours * 1e3, "ms", ours / bare,
           "of bare")  # fmt: skip


def measure_whoosh(folder: Path, root: Path) -> None:
    """Index a tenth of the corpus with Whoosh's own index: why FTS5 holds ours."""
    some = root / "some"
    some.mkdir()
    for path in sorted(folder.glob("*.txt"))[: FILES // 10]:
        shutil.copy(path, some)
    print("\nWhoosh's own index against ours, 500 files, 2 MB")
    whoosh = child("whoosh", some, root / "whoosh")["seconds"]
    ours = child("import", some, root / "some.workbench")["seconds"]
    report("Whoosh index", whoosh, "s")
    report("import into a project", ours, "s", ours / whoosh, "of Whoosh")


def index_with_whoosh(folder: Path, target: Path) -> dict[str, Any]:
    """Build a Whoosh index of the same paragraphs."""
    from whoosh.fields import STORED, TEXT, Schema
    from whoosh.index import create_in

    def work() -> None:
        target.mkdir()
        index = create_in(target, Schema(body=TEXT(phrase=True), path=STORED))
        writer = index.writer()
        for path in sorted(folder.glob("*.txt")):
            for text in path.read_text().split("\n\n"):
                writer.add_document(body=text, path=path.name)
        writer.commit()

    return {"seconds": timed(work)}


CHILDREN: dict[str, Callable[..., None]] = {}


def in_child(name: str, work: Callable[..., dict[str, Any]]) -> None:
    """Let a measurement run in a process of its own, which reports on its memory."""

    def run(*arguments: Path) -> None:
        result = work(*arguments)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(repr({**result, "megabytes": peak}))

    CHILDREN[name] = run


in_child("raw", insert_raw)
in_child("import", import_folder)
in_child("search", search_project)
in_child("whoosh", index_with_whoosh)


def child(name: str, *arguments: Path) -> dict[str, Any]:
    """Run one measurement in a new process."""
    import ast

    arguments_of_child = ["--child", name, *map(str, arguments)]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", __file__, *arguments_of_child],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    )
    return dict(ast.literal_eval(done.stdout.strip().splitlines()[-1]))


def run_python(code: str, *arguments: str) -> None:
    """Run a short program in a new process."""
    subprocess.run(
        [sys.executable, "-c", code, *arguments],
        check=True,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
    )


BARE_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QPlainTextEdit())
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
OUR_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.app import build
app, window = build(Path(sys.argv[1]))
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
window.close_project()
"""


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that one run takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(work: Callable[[], object], runs: int = 7) -> float:
    """Return the median seconds of several runs."""
    return statistics.median([timed(work) for _ in range(runs)])


def file_size(path: Path) -> float:
    """Return the size in MB."""
    return path.stat().st_size / 1e6


def line(
    what: str, value: float, unit: str, ratio: float | None = None, to: str = ""
) -> str:
    """Return one line of the report."""
    compared = f"  {ratio:6.2f} x {to}" if ratio is not None else ""
    return f"  {what:<52}{value:9.2f} {unit:<3}{compared}"


def report(*values: Any) -> None:
    """Print one line of the report."""
    print(line(*values))


if __name__ == "__main__":
    main()
