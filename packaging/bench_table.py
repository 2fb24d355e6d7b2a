"""Measures a comparison table of 500 x 30 cells with 20,000 citations.

Opening, every frame while scrolling, writing a cell until it is repainted, and all
states worked out anew. Beside it a `QTableView` shows the bare texts of the same cells.
All is time of the processor, in the thread of the window. A frame is the longest time
for which it answers nothing: turning the wheel, measuring, painting, getting ready.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench import report
from bench_window import spin

WINDOW = (1920, 1080)
STEP, STEPS = 60, 60
JUMPS = 20
REST_MS = 100
SETTLED_MS = 8_000
EDITS = 9
FRAME_MS, EDIT_MS, SECOND_MS = 16, 50, 1_000


def main() -> None:
    """Print each figure beside its limit and beside the bare view."""
    with tempfile.TemporaryDirectory() as scratch:
        figures = measure(Path(scratch) / "table.workbench")
    print("\ntable: 500 x 30 cells with 20,000 citations")
    bare = {it[5:]: figures.pop(it) for it in list(figures) if it.startswith("bare ")}
    for what, (value, limit) in figures.items():
        report(what, value, "ms", value / limit, f"of {limit:,} ms")
        if what in bare:
            ratio = value / bare[what][0]
            report("  beside the bare texts", bare[what][0], "ms", ratio, "times")


def measure(path: Path) -> dict[str, tuple[float, float]]:
    """Write the table and show it."""
    from big_table import make_table

    from ui.app import build
    from ui.session import Session
    from workbench.project import Project

    with Project.create(path, analyst="bench") as project:
        make_table(project)
    _, window = build(path, dark=False, session=Session(path.with_suffix(".ini")))
    window.resize(*WINDOW)
    window.show()
    spin(1_500)
    workspace = window.workspace
    assert workspace is not None
    figures = measure_tab(workspace)
    window.close_project()
    return figures


def measure_tab(workspace: Any) -> dict[str, tuple[float, float]]:
    """Open the table in its tab, and do there what a person does."""
    project = workspace.project
    (table_id, _name), *_ = project.tables.all()
    for tab in range(workspace.center.tabs.count()):
        workspace.center.close_tab(tab)
    figures: dict[str, tuple[float, float]] = {}
    began = time.thread_time()
    workspace.window().actions_by_id["view.room"].trigger()
    panel = workspace.center.open_table(table_id)
    panel.view.measure_visible_rows()
    panel.repaint()
    figures["open"] = _since(began), SECOND_MS
    spin(SETTLED_MS)
    bare = bare_view(panel)
    for name, view in (("", panel.view), ("bare ", bare)):
        for what, frames in scrolling(view):
            figures[f"{name}{what}"] = statistics.median(frames), FRAME_MS
            figures[f"{name}{what}, slowest"] = max(frames), FRAME_MS
    figures["edit until repainted"] = statistics.median(edits(panel)), EDIT_MS
    figures["undo until repainted"] = timed(lambda: undone(panel, project)), EDIT_MS
    table = panel.table
    figures["all states"] = timed(lambda: [it.state for row in table.rows
                                           for it in row.cells]), SECOND_MS  # fmt: skip
    figures["sort by a column"] = timed(lambda: panel.model.sort(1)), SECOND_MS
    figures["filter while typing"] = timed(lambda: filtered(panel)), EDIT_MS
    bare.close()
    return figures


def bare_view(panel: Any) -> Any:
    """Show the texts of the same cells, as Qt does it, with rows as high."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QTableView

    view = QTableView()
    model = QStandardItemModel(view)
    for row in panel.table.rows:
        model.appendRow([QStandardItem(it.summary) for it in row.cells])
    view.setModel(model)
    view.setWordWrap(True)
    view.verticalHeader().setDefaultSectionSize(
        panel.view.verticalHeader().length() // panel.model.rowCount()
    )
    view.horizontalHeader().setDefaultSectionSize(panel.view.columnWidth(0))
    mode = panel.view.verticalScrollMode()
    view.setVerticalScrollMode(mode)
    view.setHorizontalScrollMode(mode)
    view.resize(panel.view.size())
    view.show()
    spin(300)
    return view


def scrolling(view: Any) -> Iterator[tuple[str, list[float]]]:
    """Yield what each frame took of all ways to scroll."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    spin(REST_MS)

    def frames(count: int, where: Callable[[int], int], rest: int) -> list[float]:
        return [
            longest_turn(lambda at=number: bar.setValue(where(at)), rest)
            for number in range(1, count + 1)
        ]

    yield "wheel", frames(STEPS, lambda _: bar.value() + STEP, FRAME_MS)
    yield "wheel, back", frames(STEPS, lambda _: bar.value() - STEP, FRAME_MS)
    yield "page", frames(JUMPS, lambda _: bar.value() + bar.pageStep(), REST_MS)
    yield "jump", frames(JUMPS, lambda at: bar.maximum() * (7 * at % JUMPS) // JUMPS,
                         REST_MS)  # fmt: skip


def longest_turn(act: Callable[[], object], rest: int) -> float:
    """Do something, and return the longest time until the loop came round again."""
    from PySide6.QtCore import QTimer

    last, worst = time.thread_time(), 0.0

    def tick() -> None:
        nonlocal last, worst
        now = time.thread_time()
        worst, last = max(worst, now - last), now

    timer = QTimer(interval=0)
    timer.timeout.connect(tick)
    timer.start()
    act()
    spin(rest)
    return worst * 1e3


def edits(panel: Any) -> list[float]:
    """Write cells, each until it is repainted."""
    panel.view.verticalScrollBar().setValue(0)
    spin(50)
    index = panel.model.index(1, 0)

    def write(text: str) -> None:
        panel.model.setData(index, text)
        panel.view.measure_visible_rows()
        panel.repaint()

    return [timed(lambda it=it: write(f"Written again, {it}")) for it in range(EDITS)]


def undone(panel: Any, project: Any) -> None:
    """Undo the last edit until it is repainted."""
    project.undo()
    panel.view.measure_visible_rows()
    panel.repaint()


def filtered(panel: Any) -> None:
    """Filter by some letters, until the rows are shown."""
    panel.bar.filter_field.setText("remain")
    panel.bar.filter_now()
    panel.repaint()


def timed(act: Callable[[], Any]) -> float:
    """Return the milliseconds that something takes."""
    began = time.thread_time()
    act()
    return _since(began)


def _since(began: float) -> float:
    return (time.thread_time() - began) * 1e3


if __name__ == "__main__":
    main()
