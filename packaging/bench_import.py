"""Measures how fast files come in, beside reading them and inserting into raw FTS5.

First each format: small files, those of the tests again and again, and one large file.
They only go through the workers, which hand back what a project would keep. Then whole
folders: 5,000 texts of 20 MB, and one that may be named, are imported and searched.
Memory is the peak of the program with as much as its largest worker for each of them.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from bench import generate, insert_raw, report
from bench_reader import run_script

SMALL_FILES = 300
PHRASE = 6


def main() -> None:
    """Run every measurement, or the one that a child process was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="texts to import too")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, *paths = given.child
        print(repr(CHILDREN[name](*map(Path, paths))))
        return
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        show_formats(run_script(__file__, "formats", root / "formats"))
        folders = [given.folder] if given.folder and given.folder.is_dir() else []
        for folder in [*folders, generate(root / "generated")]:
            show_folder(folder, root)


def show_formats(found: dict[str, dict[str, float]]) -> None:
    """Print each format with its small files and its large one."""
    print("\nformats, through the workers")
    for ending, it in found.items():
        report(f"{ending}, {SMALL_FILES} small files", it["files"], "files/s")
        report(f"{ending}, one file of {it['size']:.1f} MB", it["speed"], "MB/s")


def show_folder(folder: Path, scratch: Path) -> None:
    """Print how long a folder of texts takes."""
    sizes = [path.stat().st_size for path in folder.rglob("*.txt")]
    print(f"\n{folder.name}: {len(sizes):,} files, {sum(sizes) / 1e6:.1f} MB,"
          f" load {os.getloadavg()[0]:.1f}")  # fmt: skip
    read, raw, ours = (
        run_script(__file__, name, folder, scratch / f"{folder.name}.{name}")
        for name in ("read", "raw", "import")
    )
    report("read the files", read["seconds"], "s")
    report("read and insert into raw FTS5", raw["seconds"], "s")
    total = ours["seconds"]
    report("import", total, "s", total / raw["seconds"], "of raw FTS5")
    report("import", total, "s", total / read["seconds"], "of reading")
    report("import", len(sizes) / total, "files/s")
    report("  of it processor, program", ours["own"], "s")
    report("  of it processor, workers", ours["workers"], "s")
    report("until a search finds the last file", ours["found"], "s")
    report("peak memory, program and workers", ours["megabytes"], "MB")


def read_formats(folder: Path) -> dict[str, dict[str, float]]:
    """Read small files and a large one of each format."""
    from large_files import large_files

    from tests.importing.fuzzing import sound_files
    from workbench.importing.workers import Asked, Workers

    folder.mkdir()
    small, found = sound_files(), {}
    with Workers() as workers:
        for ending, content in large_files().items():
            many = list(_written(folder, ending, small[ending]))
            large = folder / f"large{ending}"
            large.write_bytes(content)
            workers.read_one(Asked(many[0]))  # the reader of this format is loaded
            start = time.perf_counter()
            for _ in workers.read(map(Asked, many)):
                pass
            between = time.perf_counter()
            workers.read_one(Asked(large))
            size, end = len(content) / 1e6, time.perf_counter()
            found[ending] = {"files": len(many) / (between - start), "size": size,
                             "speed": size / (end - between)}  # fmt: skip
    return found


def _written(folder: Path, ending: str, files: dict[str, bytes]) -> Iterator[Path]:
    for number, content in enumerate(islice(cycle(files.values()), SMALL_FILES)):
        path = folder / f"{number}{ending}"
        path.write_bytes(content)
        yield path


def read_plainly(folder: Path, _target: Path) -> dict[str, float]:
    """Read the files and nothing else."""
    start = time.perf_counter()
    for path in sorted(folder.rglob("*.txt")):
        path.read_bytes()
    return {"seconds": time.perf_counter() - start}


def import_folder(folder: Path, target: Path) -> dict[str, float]:
    """Import a folder as the program does, and search what came in last."""
    from workbench.importing.workers import shared_workers
    from workbench.operations.importing import import_paths
    from workbench.project import Project

    with Project.create(target) as project:
        start, own = time.perf_counter(), time.process_time()
        outcomes = import_paths(project, [folder])
        seconds, own = time.perf_counter() - start, time.process_time() - own
        last = max(it.document_id for it in outcomes if it.document_id)
        words = project.documents.text(last).split()[:PHRASE]
        assert project.search(f'"{" ".join(words)}"').total
        found = time.perf_counter() - start
    shared_workers().close()
    return {"seconds": seconds, "own": own, "found": found} | _used_by_workers()


def _used_by_workers() -> dict[str, float]:
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    program = resource.getrusage(resource.RUSAGE_SELF)
    peak = program.ru_maxrss + workers.ru_maxrss * (os.cpu_count() or 1)
    return {
        "workers": workers.ru_utime + workers.ru_stime,
        "megabytes": peak / 1024,
    }


CHILDREN: dict[str, Any] = {
    "formats": read_formats,
    "read": read_plainly,
    "raw": insert_raw,
    "import": import_folder,
}

if __name__ == "__main__":
    main()
