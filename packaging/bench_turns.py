"""Measures how long each job of comparing keeps the window from its turn.

A job is a thread beside the window's, and Python runs one at a time. It gives way
between two steps of Python, but not inside one long step: sorting, a regular
expression, a collection of garbage. Here another thread asks for its turn every
millisecond. What the job then takes of its own processor time is the wait; it is given
in milliseconds and as a part of the 50 ms that a person begins to notice.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import report
from bench_compare import edited
from bench_facts import MANY
from big_corpus import documents

from ui.app import SWITCH_SECONDS, THRESHOLDS
from workbench.operations.comparing import compare_documents
from workbench.operations.facts import fact_rows
from workbench.operations.importing import import_paths
from workbench.operations.reuse import update_reuse
from workbench.project import Project
from workbench.text.blocks import split_blocks
from workbench.text.quoting.wording import Wording
from workbench.text.version_blocks import BlockText, version_blocks

NOTICED = 0.050
PARAGRAPHS, LONG = 600, 2_000
FILES, OF_A_FILE = 200, 8
ASKING_SECONDS = 0.001


def main() -> None:
    """Run each job, asking for a turn meanwhile."""
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.set_threshold(*THRESHOLDS)
    print("\nlongest wait for a turn, in the processor time of the job")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for what, job in [*pure_jobs(), *jobs_of_project(folder)]:
            wait, whole = longest_wait(job)
            report(f"{what}, {whole:.1f} s", wait * 1e3, "ms", wait / NOTICED,
                   "of 50 ms")  # fmt: skip


def longest_wait(job: Callable[[], Any]) -> tuple[float, float]:
    """Return the longest wait, and the processor time of the job."""
    began, done, told = threading.Event(), threading.Event(), threading.Event()
    clocks: list[int] = []

    def run() -> None:
        clocks.append(time.pthread_getcpuclockid(threading.get_ident()))
        began.set()
        try:
            job()
        finally:
            done.set()
            told.wait()

    thread = threading.Thread(target=run)
    thread.start()
    began.wait()
    worst = 0.0
    while not done.is_set():
        before = time.clock_gettime(clocks[0])
        done.wait(ASKING_SECONDS)
        worst = max(worst, time.clock_gettime(clocks[0]) - before - ASKING_SECONDS)
    whole = time.clock_gettime(clocks[0])
    told.set()
    thread.join()
    return worst, whole


def pure_jobs() -> list[tuple[str, Callable[[], Any]]]:
    """Return what is done with a text of 1 MB."""
    text = "".join(documents(LONG, 4))
    other = edited(text)
    versions = [
        BlockText(it, [b.span for b in split_blocks(it)]) for it in (text, other)
    ]
    return [
        ("compare versions of 1 MB", lambda: version_blocks(versions[0], versions[1])),
        ("words of 1 MB, for quotations", lambda: Wording(text).places),
    ]


def jobs_of_project(folder: Path) -> list[tuple[str, Callable[[], Any]]]:
    """Return what is done with two documents of 300 KB, and with many."""
    one, other = ("".join(documents(PARAGRAPHS, seed)) for seed in (1, 2))
    stated = [MANY.join(documents(PARAGRAPHS, seed)) for seed in (1, 2)]
    long = project_of(folder / "long", [one, other, edited(one), *stated])
    a, b, copy, c, d = long.documents.ids()
    short = documents(FILES * OF_A_FILE, seed=3)
    parts = [it for text in short for it in text.split("\n\n")]
    files = ["\n\n".join(parts[it::FILES]) for it in range(FILES)]
    many = project_of(folder / "many", files)
    return [
        ("compare 300 KB, unrelated", lambda: compare_documents(long, a, b)),
        ("compare 300 KB, an edited copy", lambda: compare_documents(long, a, copy)),
        ("compare 300 KB with itself", lambda: compare_documents(long, a, a)),
        ("facts of two texts of 300 KB", lambda: fact_rows(long, c, d)),
        (f"compare {FILES} documents", lambda: update_reuse(many)),
    ]


def project_of(folder: Path, texts: list[str]) -> Project:
    """Return a project with these texts, in this order; it ends with the process."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_text(text)
    project = Project.create(folder.with_suffix(".workbench"))
    import_paths(project, [folder])
    return project


if __name__ == "__main__":
    main()
