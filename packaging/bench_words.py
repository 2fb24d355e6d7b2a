"""Measures concordances and the statistics of words on generated texts.

For each size: seconds, the ratio to a plain scan of the same texts with `re`, and the
most processor time that went by while another thread, as the window's is, wanted one
tick of 5 ms: what else the machine does is not counted.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import report
from bench_reader import run_script
from big_corpus import stems, write_corpus

PARAGRAPHS = 2_000
"""So many are one MB."""
TICK = 0.005
FREQUENT, RARER = 0, 40
"""Ranks of the words that are looked for."""


def main() -> None:
    """Measure each size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("megabytes", nargs="*", type=int, default=[20])
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, path, size = given.child
        print(repr(CHILDREN[name](Path(path), int(size))))
        return
    print(f"{os.cpu_count()} cores")
    for size in given.megabytes:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "words.workbench"
            run_script(__file__, "make", path, size)
            show(size, run_script(__file__, "measure", path, size))


def show(size: int, measured: dict[str, Any]) -> None:
    """Print what was measured beside the plain scan."""
    print(f"\nwords: {size} MB")
    plain = measured.pop("plain scan with re")[0]
    report("plain scan with re", plain, "s")
    for what, (seconds, stall, memory) in measured.items():
        report(what, seconds, "s", seconds / plain, "of the scan")
        report("  longest wait of another thread", stall * 1e3, "ms")
        report("  peak memory of the process then", memory, "MB")


def make(path: Path, size: int) -> dict[str, Any]:
    """Write a project of this size."""
    from workbench.operations.importing import import_paths
    from workbench.project import Project

    folder = write_corpus(path.with_suffix(""), size * PARAGRAPHS)
    with Project.create(path) as project:
        import_paths(project, [folder])
    return {}


def measure(path: Path, _size: int) -> dict[str, Any]:
    """Do everything once, as a job does."""
    from workbench.project import Project

    measured = {}
    with Project.open(path, read_only=True) as project, project.reader() as view:
        for what, act in acts(view):
            measured[what] = timed(act)
    return measured


def acts(view: Any) -> list[tuple[str, Callable[[], object]]]:
    """Return what is measured, in order; what is found first is used later."""
    from workbench.jobs import Tracker
    from workbench.model.concordances import Measure, SortKey, Window
    from workbench.model.search import SearchOptions
    from workbench.operations import concordances, word_statistics

    frequent, rarer = (stems()[rank] for rank in (FREQUENT, RARER))
    tracker, found = Tracker(), {}
    first = view.documents.ids()[:1]

    def find(word: str) -> None:
        found[word] = concordances.find_lines(view, word, SearchOptions(), tracker)
        found[word, "size"] = len(found[word])

    def order(word: str, *keys: SortKey) -> None:
        concordances.sorted_lines(view, found[word], keys, tracker)

    def near(word: str) -> None:
        word_statistics.collocates(
            view, found[word], Window(), Measure.LOG_LIKELIHOOD, 3, tracker
        )

    def grams(size: int, least: int = 3, word: str = "") -> None:
        word_statistics.ngrams(view, size, least, tracker, word=word)

    def scan() -> None:
        pattern = re.compile(rf"\b{frequent}\b", re.IGNORECASE)
        for document_id in view.documents.ids():
            sum(1 for _ in pattern.finditer(view.documents.text(document_id)))

    sort = SortKey.R1, SortKey.R2, SortKey.L1
    return [
        ("plain scan with re", scan),
        ("find a word that is frequent", lambda: find(frequent)),
        ("  sort its lines by R1, R2, L1", lambda: order(frequent, *sort)),
        ("  sort them by document", lambda: order(frequent, SortKey.DOCUMENT)),
        ("  its collocates", lambda: near(frequent)),
        ("  where it stands (dispersion)",
         lambda: concordances.dispersion(view, found[frequent])),
        ("find a word that is rarer", lambda: find(rarer)),
        ("  sort its few lines by R1, R2, L1", lambda: order(rarer, *sort)),
        ("  collocates of the rarer word", lambda: near(rarer)),
        ("pairs of words", lambda: grams(2)),
        ("sequences of three", lambda: grams(3)),
        ("sequences of five", lambda: grams(5)),
        ("sequences of three with the rarer word", lambda: grams(3, 1, rarer)),
        ("keywords of a document",
         lambda: word_statistics.keyness(view, first, 3, tracker)),
        ("keywords of half of them", lambda: word_statistics.keyness(
            view, view.documents.ids()[::2], 3, tracker)),
    ]  # fmt: skip


def timed(act: Callable[[], object]) -> tuple[float, float, float]:
    """Return the seconds an act takes, the longest wait, and the memory."""
    done, ready = threading.Event(), threading.Event()
    worst = [0.0]

    def tick() -> None:
        last = time.process_time()
        ready.set()
        while not done.wait(TICK):
            now = time.process_time()
            worst[0] = max(worst[0], now - last)
            last = now

    ticking = threading.Thread(target=tick)
    ticking.start()
    ready.wait()
    start = time.perf_counter()
    act()
    seconds = time.perf_counter() - start
    done.set()
    ticking.join()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, worst[0], memory


CHILDREN: dict[str, Callable[..., dict[str, Any]]] = {"make": make, "measure": measure}

if __name__ == "__main__":
    main()
