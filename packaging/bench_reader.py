"""Measures the reader against a `QPlainTextEdit` with the same text and no passages.

Texts of 1 and 5 MB with 1,000, 10,000 and 50,000 passages, up to seven over each
other. One line a figure: what, how much, and the ratio to the plain widget in the same
run. A size and a number of passages may be given to measure only these.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise, product
from pathlib import Path
from typing import Any

from bench import ENVIRONMENT, report, timed

MEGABYTES = (1, 5)
PASSAGES = (1_000, 10_000, 50_000)
DEEPEST = 7
TAGS = 40
VIEW = (900, 900)
FRAMES = 200
WHEEL = 120
REPEATS = 9


def main() -> None:
    """Measure each size of text with each number of passages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("megabytes", nargs="?", type=int, help="size of the text")
    parser.add_argument("passages", nargs="?", type=int, help="how many passages")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, project, *numbers = given.child
        print(repr(CHILDREN[name](Path(project), *map(int, numbers))))
        return
    print(f"{os.cpu_count()} cores")
    sizes = [given.megabytes] if given.megabytes else MEGABYTES
    counts = [given.passages] if given.passages else PASSAGES
    with tempfile.TemporaryDirectory() as scratch:
        for size, count in product(sizes, counts):
            path = Path(scratch) / f"{size}-{count}.workbench"
            run_child("make", path, size * 1_000_000, count)
            compare(size, count, path)


def compare(size: int, count: int, path: Path) -> None:
    """Measure one text in the plain widget and in the reader."""
    print(f"\nreader: {size} MB with {count:,} passages")
    plain, ours = run_child("plain", path), run_child("reader", path)
    for what, unit in (
        ("first paint", "ms"),
        ("frame while scrolling, median", "ms"),
        ("frame while scrolling, slowest", "ms"),
        ("jump to the end", "ms"),
        ("memory", "MB"),
    ):
        report(f"{what}, plain widget", plain[what], unit)
        report(f"{what}, reader", ours[what], unit, ours[what] / plain[what],
               "of plain")  # fmt: skip
    for what in (
        "all passages on the page",
        "longest stall until then",
        "add a passage and repaint",
        "remove a passage and repaint",
        "tag by key, committed and repainted",
    ):
        report(what, ours[what], "ms")


def run_child(name: str, path: Path, *numbers: int) -> dict[str, float]:
    """Do one thing in a process of its own, for its memory's sake."""
    return dict(run_script(__file__, name, path, *numbers))


def run_script(script: str, name: str, path: Path, *numbers: int) -> dict[str, Any]:
    """Let a script do what it has under `name` in its `CHILDREN`."""
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "ignore",
            script,
            "--child",
            name,
            str(path),
            *map(str, numbers),
        ],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={"QT_QPA_PLATFORM": "offscreen"} | ENVIRONMENT,
    )
    return dict(ast.literal_eval(done.stdout.strip().splitlines()[-1]))


def make_project(path: Path, size: int, count: int) -> dict[str, float]:
    """Write a project with one generated text and passages all over it."""
    from workbench.model.spans import Span
    from workbench.operations.importing import import_paths
    from workbench.operations.tags import create_tag, pin_tag
    from workbench.project import Project
    from workbench.text.selectors import describe

    chance = random.Random(4)
    source = path.with_suffix(".txt")
    source.write_text(make_text(size, chance))
    now, step = datetime.now(UTC), size / count
    with Project.create(path, analyst="bench") as project:
        (outcome,) = import_paths(project, [source])
        assert outcome.document_id is not None
        tags = [create_tag(project, f"tag {number}") for number in range(TAGS)]
        pin_tag(project, tags[0], 1)
        text = project.documents.text(outcome.document_id)
        with project.operation("Mark passages") as edit:
            for number in range(count):
                start = int(number * step)
                length = max(1, int(chance.uniform(0.3, DEEPEST) * step))
                selector = describe(text, Span(start, min(len(text), start + length)))
                passage = edit.passages.add(
                    outcome.document_id, 1, selector, "bench", now
                )
                edit.tags.tag(passage, tags[number % TAGS], "bench", now)
    return {}


def make_text(size: int, chance: random.Random) -> str:
    """Return paragraphs of 15 to 140 words, `size` characters or a few more."""
    lengths = chance.choices(range(2, 11), k=3_000)
    words = ["".join(chance.choices("etaoinshrdlu", k=it)) for it in lengths]
    paragraphs, total = [], 0
    while total < size:
        drawn = " ".join(chance.choices(words, k=chance.randint(15, 140)))
        paragraphs.append(drawn)
        total += len(drawn) + 2
    return "\n\n".join(paragraphs)


def measure_plain(path: Path) -> dict[str, float]:
    """Read the text of a project into a plain widget and scroll it."""
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    from workbench.project import Project

    application = QApplication([])
    widget = QPlainTextEdit()
    show(widget)
    before = peak_memory()

    def paint_first() -> None:
        (document,) = project.documents.all()
        widget.setPlainText(project.documents.text(document.id))
        widget.viewport().repaint()

    with Project.open(path, read_only=True) as project:
        first = timed(paint_first)
    result = {"first paint": first * 1e3, "memory": peak_memory() - before}
    # Its scroll bar counts lines.
    result |= measure_scrolling(widget, WHEEL // widget.fontMetrics().height())
    del application
    return result


def measure_reader(path: Path) -> dict[str, float]:
    """Open the text in a real reader of the project, scroll, and tag."""
    from PySide6.QtWidgets import QApplication

    from ui.notices import Notices
    from ui.project_signals import ProjectSignals
    from ui.reader.controller import ReaderController
    from ui.reader.panel import ReaderPanel
    from ui.theme import apply
    from ui.widgets.tag_picker import TagPicker
    from workbench.project import Project

    application = QApplication([])
    apply(application, dark=False)
    panel, picker = ReaderPanel(), TagPicker()
    show(panel)
    before = peak_memory()
    with Project.open(path, analyst="bench") as project:
        signals = ProjectSignals(project, panel)
        (document,) = project.documents.all()

        def paint_first() -> None:
            ReaderController(
                project, signals, panel, Notices(panel), document.id, picker
            )
            panel.pane.viewport().repaint()

        first = timed(paint_first)
        result = {"first paint": first * 1e3}
        result |= measure_filling(panel, document.passages)
        result["memory"] = peak_memory() - before
        result |= measure_scrolling(panel.pane, WHEEL)
        result |= measure_changes(panel.pane)
        result["tag by key, committed and repainted"] = measure_tagging(panel)
        signals.close()
    del application
    return result


def measure_filling(panel: Any, count: int) -> dict[str, float]:
    """Wait for all passages as a person would, and note the longest stall."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, ticks = QEventLoop(), [time.perf_counter()]

    def tick() -> None:
        ticks.append(time.perf_counter())
        if len(panel.pane.passages) == count:
            loop.quit()

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(0)
    loop.exec()
    stalls = [after - before for before, after in pairwise(ticks)]
    return {
        "all passages on the page": (ticks[-1] - ticks[0]) * 1e3,
        "longest stall until then": max(stalls) * 1e3,
    }


def measure_scrolling(widget: Any, step: int) -> dict[str, float]:
    """Turn the wheel from the middle of the text, and jump to its end."""
    bar = widget.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    widget.viewport().repaint()
    frames = [timed(lambda: move(widget, bar.value() + step)) for _ in range(FRAMES)]
    bar.setValue(0)
    widget.viewport().repaint()
    return {
        "frame while scrolling, median": statistics.median(frames) * 1e3,
        "frame while scrolling, slowest": max(frames) * 1e3,
        "jump to the end": timed(lambda: move(widget, bar.maximum())) * 1e3,
    }


def move(widget: Any, value: int) -> None:
    """Scroll and paint at once."""
    widget.verticalScrollBar().setValue(value)
    widget.viewport().repaint()


def measure_changes(pane: Any) -> dict[str, float]:
    """Add and remove a passage in view, in the middle of all the others."""
    from ui.painted import PaintedPassage
    from workbench.model.spans import Span

    bar = pane.verticalScrollBar()
    move(pane, bar.maximum() // 2)
    start = pane.span_in_view().start
    new = PaintedPassage(-1, Span(start, start + 300), (3,), "tag")

    def change(changed: list[PaintedPassage], removed: list[int]) -> None:
        pane.change_passages(changed, removed)
        pane.viewport().repaint()

    added, removed = [], []
    for _ in range(REPEATS):
        added.append(timed(lambda: change([new], [])))
        removed.append(timed(lambda: change([], [new.id])))
    return {
        "add a passage and repaint": statistics.median(added) * 1e3,
        "remove a passage and repaint": statistics.median(removed) * 1e3,
    }


def measure_tagging(panel: Any) -> float:
    """Tag a new selection in view by its key, again and again."""
    from PySide6.QtTest import QTest

    from workbench.model.spans import Span

    start = panel.pane.span_in_view().start
    taken = []

    def tag() -> None:
        QTest.keyClicks(panel.pane, "1")
        panel.pane.viewport().repaint()

    panel.pane.setFocus()
    for number in range(REPEATS):
        panel.select(Span(start + number, start + number + 51))
        before = len(panel.pane.passages)
        taken.append(timed(tag))
        assert len(panel.pane.passages) == before + 1
    return statistics.median(taken) * 1e3


def show(widget: Any) -> None:
    """Put a widget on the screen, empty, so that only the text is measured."""
    from PySide6.QtTest import QTest

    widget.resize(*VIEW)
    widget.show()
    QTest.qWaitForWindowExposed(widget)
    widget.activateWindow()


def peak_memory() -> float:
    """Return the most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


CHILDREN: dict[str, Callable[..., dict[str, float]]] = {
    "make": make_project,
    "plain": measure_plain,
    "reader": measure_reader,
}

if __name__ == "__main__":
    main()
