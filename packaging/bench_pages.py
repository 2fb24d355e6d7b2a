"""Measures the page view: scrolling 500 pages, the longest stall, and its memory.

One line a figure. Beside it stands what it costs to move a picture of the same size,
drawn in advance, as a bare page view would, and how long the same machine at the same
time lets a loop wait that does nothing but count: stalls below that are not ours.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from bench import report
from bench_reader import run_script

PAGES = 500
LINES = 48
PASSAGES = 2_000
TAGS = 12
VIEW = (1000, 1000)
STEP = 120
SETTLE = 300


def main() -> None:
    """Measure a PDF of many pages with passages all over it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="?", type=int, default=PAGES)
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, path, *numbers = given.child
        print(repr(CHILDREN[name](Path(path), *map(int, numbers))))
        return
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "pages.workbench"
        run_script(__file__, "make", path, given.pages)
        found = run_script(__file__, "scroll", path)
    print(f"page view: {given.pages:,} pages with {PASSAGES:,} passages")
    for what, (value, unit) in found.items():
        report(what, value, unit)


def make_project(path: Path, pages: int) -> dict[str, float]:
    """Write a project with one PDF and passages all over its text."""
    from workbench.model.ids import DocumentId
    from workbench.model.spans import Span
    from workbench.operations.importing import import_paths
    from workbench.operations.passages import mark_passage
    from workbench.operations.tags import create_tag
    from workbench.project import Project

    source = path.with_suffix(".pdf")
    source.write_bytes(_pdf(pages))
    with Project.create(path, analyst="ana") as project:
        import_paths(project, [source])
        tags = [create_tag(project, f"tag {it}") for it in range(TAGS)]
        length = len(project.documents.text(DocumentId(1)))
        step = length // PASSAGES
        with project.operation("Mark passages"):
            for number in range(PASSAGES):
                span = Span(number * step, number * step + step * 3 // 2)
                span = Span(span.start, min(span.end, length))
                mark_passage(project, DocumentId(1), span, [tags[number % TAGS]])
    return {}


def _pdf(pages: int) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 10)
        for line in range(LINES):
            words = f"Page {page} says in line {line} what was agreed on that day, "
            canvas.drawString(60, 780 - 15 * line, words + "and by whom it was said.")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def scroll_pages(path: Path) -> dict[str, Any]:
    """Scroll through all pages, frame by frame, while they are being drawn."""
    from ui.app import build
    from ui.session import Session

    _, window = build(path, dark=False, session=Session(path.with_suffix(".ini")))
    window.resize(*VIEW)
    window.show()
    assert window.workspace is not None
    window.workspace.make_room()
    center = window.workspace.center
    reader = center.open_document(1)
    _wait(SETTLE)

    def open_pages() -> None:
        reader.perform("view.only_pages")
        window.repaint()

    opened = _timed(open_pages)
    panel = center.page_views.view_of(reader)
    assert panel is not None
    _wait(1000)
    memory = _memory()
    found = {"pages opened": (opened, "ms"), **_moved(panel.view)}
    found["memory of the window's process, more"] = _memory() - memory, "MB"
    found["moving a bare picture"] = _bare(panel.view.viewport().size()), "ms"
    window.close_project()
    return found


def _moved(view: Any) -> dict[str, Any]:
    """Scroll, jump and zoom in a page view."""
    bar, found = view.verticalScrollBar(), {}

    def step(to: int) -> None:
        bar.setValue(to)
        _painted(view)

    def jump(number: int) -> None:
        view.go_to_page(view.pages[number - 1])
        _painted(view)
        while not view.pictures.is_exact(number):
            _wait(1)
        _painted(view)

    def zoom() -> None:
        view.zoom(1.1)
        _painted(view)

    frames, gaps = _scrolled(step, range(0, bar.maximum(), STEP))
    found["frame while scrolling, median"] = statistics.median(frames), "ms"
    found["frame while scrolling, 99 %"] = sorted(frames)[len(frames) * 99 // 100], "ms"
    found["wait before and between frames, 99 %"] = (
        sorted(gaps)[len(gaps) * 99 // 100],
        "ms",
    )
    found["longest stall while scrolling"] = max(gaps), "ms"
    found["longest stall of a loop that counts"] = _counted(sum(gaps)), "ms"
    _, gaps = _scrolled(step, range(0, bar.maximum(), bar.maximum() // 60))
    found["longest stall while jumping"] = max(gaps), "ms"
    sharp = [_timed(lambda to=it: jump(to)) for it in range(20, len(view.pages), 37)]
    found["jump until the page is sharp, median"] = statistics.median(sharp), "ms"
    found["jump until the page is sharp, slowest"] = max(sharp), "ms"
    found["zoom and repaint, slowest"] = max(_timed(zoom) for _ in range(6)), "ms"
    found["pictures kept"] = view.pictures.size / 1e6, "MB"
    return found


def _painted(view: Any) -> None:
    """Paint what has to be painted, as the next turn of the event loop would."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(view.window(), QEvent.Type.UpdateRequest)


def _counted(milliseconds: float) -> float:
    """Return how much longer than usual a step of counting took at most."""
    steps, end = [], time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < end:
        steps.append(_timed(lambda: sum(range(100_000))))
    return max(steps) - statistics.median(steps)


def _bare(size: Any) -> float:
    """Return how long it takes to move a picture of this size, in milliseconds."""
    from PySide6.QtGui import QImage, QPainter

    image, target = (QImage(size, QImage.Format.Format_RGB32) for _ in range(2))

    def move() -> None:
        painter = QPainter(target)
        painter.drawImage(0, 0, image)
        painter.end()

    return statistics.median([_timed(move) for _ in range(50)])


def _wait(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _scrolled(
    step: Callable[[int], None], places: range
) -> tuple[list[float], list[float]]:
    """Return how long each frame took, and how long the window was deaf between."""
    frames, gaps = [], []
    for place in places:
        frames.append(_timed(lambda to=place: step(to)))  # type: ignore[misc]
        gaps.append(frames[-1])
        gaps.append(_timed(lambda: _wait(1)))
    return frames, gaps


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _memory() -> float:
    """Return the resident memory of this process in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


CHILDREN: dict[str, Callable[..., dict[str, Any]]] = {
    "make": make_project,
    "scroll": scroll_pages,
}

if __name__ == "__main__":
    main()
