"""Measures a concordance of many lines: finding, sorting, and every frame.

Once in 1,000 short texts, once in eight long ones, where a screen of sorted lines needs
them all. A frame scrolls somewhere and repaints; its lines are there when the last
frame says so. Beside it, the same table with lines that need no reading.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench import report
from bench_reader import run_script
from bench_window import spin

LINES = 500_000
JUMPS = 30
WORDS_BETWEEN = 7
SHORT, LONG = 1_000, 8
FEW = 1_000


def main() -> None:
    """Make a project of short texts and one of long ones, and scroll in both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", nargs="?", type=int, default=LINES, help="how many")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, path, *numbers = given.child
        print(repr(CHILDREN[name](Path(path), *map(int, numbers))))
        return
    for texts in (SHORT, LONG):
        with tempfile.TemporaryDirectory() as scratch:
            few, many = Path(scratch) / "few.workbench", Path(scratch) / "m.workbench"
            run_script(__file__, "make", few, texts, FEW * texts // LONG)
            run_script(__file__, "make", many, texts, given.lines)
            print(f"\nconcordance: {given.lines:,} lines in {texts:,} texts")
            compare(
                run_script(__file__, "measure", few),
                run_script(__file__, "measure", many),
            )


def compare(few: dict[str, float], many: dict[str, float]) -> None:
    """Print each figure beside that of a small concordance."""
    for what, value in many.items():
        report(what, value, "ms", value / few[what], "of a small one")


def make(path: Path, texts: int, lines: int) -> dict[str, float]:
    """Write a project whose texts say “ten” so many times."""
    from workbench.operations.importing import import_paths
    from workbench.project import Project

    folder = path.with_suffix(".files")
    folder.mkdir()
    for number, text in enumerate(written(texts, lines)):
        (folder / f"{number:04}.txt").write_text(text)
    with Project.create(path) as project:
        import_paths(project, [folder])
    return {}


def written(texts: int, lines: int) -> Iterator[str]:
    """Yield texts of made-up words."""
    chance = random.Random(5)
    words = ["".join(chance.choices("etaoinshrdlu", k=it)) for it in range(2, 12)] * 40
    words = [word + chance.choice("aeiou") for word in words]
    for _ in range(texts):
        rows = []
        for _ in range(0, lines // texts, 10):
            drawn = chance.choices(words, k=10 * WORDS_BETWEEN)
            drawn[::WORDS_BETWEEN] = ["ten"] * 10
            rows.append(" ".join(drawn))
        yield "\n\n".join(rows)


def measure(path: Path) -> dict[str, float]:
    """Find, sort and scroll in the real panel."""
    from workbench.jobs import Tracker
    from workbench.model.concordances import SortKey
    from workbench.model.search import SearchOptions
    from workbench.operations.concordances import find_lines, sorted_lines
    from workbench.project import Project

    result: dict[str, float] = {}
    with Project.open(path) as project:
        tracker = Tracker()
        found = clocked(
            result, "find", lambda: find_lines(project, "ten", SearchOptions(), tracker)
        )
        keys = [SortKey.R1, SortKey.R2, SortKey.R3]
        by_words = clocked(
            result,
            "sort by three words",
            lambda: sorted_lines(project, found, keys, tracker),
        )
        measure_frames(project, found, by_words, result)
    return result


def measure_frames(
    project: Any, found: Any, by_words: Any, result: dict[str, float]
) -> None:
    """Scroll in lines as found and as sorted."""
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.concordance.controller import AROUND
    from ui.concordance.lines_model import LinesModel
    from ui.concordance.lines_view import LinesTable
    from workbench.operations.concordances import line_at

    app = QApplication([])
    theme.apply(app, dark=False)
    model = LinesModel(lambda lines, row: line_at(project, lines, row, AROUND))
    table = LinesTable(model)
    table.resize(1600, 700)
    table.show()
    spin(200)
    for name, lines in (("as found", found), ("sorted", by_words)):
        clocked(
            result, f"show, {name}", lambda it=lines: model.show(it, keep_ticks=False)
        )
        scroll(table, name, result)
    clocked(result, "select all", table.selectAll)
    clocked(result, "tick all", table.tick_chosen)
    table.close()


def scroll(table: Any, name: str, result: dict[str, float]) -> None:
    """Time frames: anywhere, by pages, by one line; and until all lines are there."""
    bar = table.verticalScrollBar()
    chance = random.Random(3)
    step = table.verticalHeader().defaultSectionSize()
    moves: dict[str, Callable[[int], int]] = {
        "anywhere": lambda _value: chance.randrange(bar.maximum() or 1),
        "by pages": lambda value: value + bar.pageStep(),
        "by lines": lambda value: value + step,
    }
    for how, move in moves.items():
        frames, complete = [], []
        for _ in range(JUMPS):
            bar.setValue(move(bar.value()))
            began = time.thread_time()
            table.viewport().repaint()
            frames.append((time.thread_time() - began) * 1e3)
            while table.is_reading:
                table.viewport().repaint()
            complete.append((time.thread_time() - began) * 1e3)
        result[f"frame, {name}, {how}"] = statistics.median(frames)
        result[f"  the slowest ({name}, {how})"] = max(frames)
        result[f"  all lines there ({name}, {how})"] = max(complete)


def clocked(result: dict[str, float], name: str, act: Callable[[], Any]) -> Any:
    """Do something and note the milliseconds."""
    began = time.thread_time()
    done = act()
    result[name] = (time.thread_time() - began) * 1e3
    return done


CHILDREN: dict[str, Callable[..., dict[str, Any]]] = {"make": make, "measure": measure}

if __name__ == "__main__":
    main()
