"""Measures the matrix and the network of 1,000 documents: laying out, every frame.

A frame scrolls or moves somewhere and repaints. Beside the matrix, a `QTableView` shows
the same numbers on the same grounds, without heads that read upwards.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from typing import Any

from bench import report
from bench_window import spin

DOCUMENTS, PAIRS = 1_000, 3_000
JUMPS = 40
FRAME_MS = 16
FAMILY = 12
WINDOW = (1600, 900)


def main() -> None:
    """Print each figure beside its limit."""
    print(f"\nshared statements: {DOCUMENTS:,} documents, {PAIRS:,} pairs that share")
    figures = measure()
    plain = figures.pop("the same in a QTableView")
    for what, value in figures.items():
        if "frame, matrix" in what:
            report(what, value, "ms", value / plain, "of a QTableView")
        else:
            report(what, value, "ms", value / FRAME_MS, "of a frame of 16 ms")


def measure() -> dict[str, float]:
    """Show both and move in them."""
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.reuse.model import Order, matrix_of
    from ui.reuse.network import network_of

    app = QApplication([])
    theme.apply(app, dark=False)
    result: dict[str, float] = {}
    sharing = made_up()
    matrix = clocked(
        result,
        "put the matrix in order",
        lambda: matrix_of(sharing, Order.CLUSTER, only_sharing=False),
    )
    measure_matrix(matrix, result)
    measure_table(matrix, result)
    network = clocked(
        result, "lay the network out", lambda: network_of(sharing, lambda: None)
    )
    measure_network(network, result)
    return result


def made_up() -> Any:
    """Return documents of families that share much, and some pairs across."""
    from ui.reuse.model import Entry, Sharing
    from workbench.model.ids import DocumentId
    from workbench.model.reuse import Shared

    chance = random.Random(4)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < PAIRS:
        a = chance.randrange(DOCUMENTS)
        near = a - a % FAMILY + chance.randrange(FAMILY)
        b = chance.randrange(DOCUMENTS) if chance.random() < 0.05 else near
        if a < b < DOCUMENTS:
            pairs.add((a, b))
    shared = [
        Shared(
            DocumentId(a), DocumentId(b), int(chance.paretovariate(1)),
            chance.randrange(3), chance.randrange(2), 300,
        )
        for a, b in sorted(pairs)
    ]  # fmt: skip
    entries = [
        Entry(number, f"Statement {number} on trade", f"20{number % 24:02}-01-08")
        for number in range(DOCUMENTS)
    ]
    return Sharing(entries, shared)


def measure_matrix(matrix: Any, result: dict[str, float]) -> None:
    """Scroll in the matrix, with its heads."""
    from ui.reuse.matrix_view import MatrixView

    view = MatrixView()
    view.resize(*WINDOW)
    view.show()
    clocked(result, "show the matrix", lambda: view.show_matrix(matrix))
    spin(200)
    # What else waits to be painted, the heads, is painted with it.
    scroll(view, "frame, matrix", view.viewport().repaint, result)
    view.close()


def measure_table(matrix: Any, result: dict[str, float]) -> None:
    """Scroll in a plain table of the same numbers."""
    from PySide6.QtCore import QAbstractTableModel, Qt
    from PySide6.QtWidgets import QTableView

    from ui.theme import tokens
    from ui.widgets.heat import DOUBLING, heat
    from ui.widgets.heat_grid import SIDE

    class Model(QAbstractTableModel):
        def rowCount(self, _parent: Any = None) -> int:  # noqa: N802
            return DOCUMENTS

        columnCount = rowCount  # noqa: N815

        def data(self, index: Any, role: int = 0) -> Any:
            shared = matrix.cell(index.row(), index.column())
            if shared is None:
                return None
            if role == Qt.ItemDataRole.DisplayRole:
                return shared.statements
            if role == Qt.ItemDataRole.BackgroundRole:
                return heat(tokens(), DOUBLING.level_of(shared.statements))
            return None

    table, model = QTableView(), Model()
    table.setModel(model)
    for header in (table.horizontalHeader(), table.verticalHeader()):
        header.setMinimumSectionSize(SIDE)
        header.setDefaultSectionSize(SIDE)
    table.resize(*WINDOW)
    table.show()
    spin(200)
    frames: dict[str, float] = {}
    scroll(table, "frame", table.viewport().repaint, frames)
    result["the same in a QTableView"] = frames["frame"]
    table.close()


def scroll(
    view: Any, name: str, repaint: Callable[[], None], result: dict[str, float]
) -> None:
    """Time frames anywhere along the diagonal, where most cells are filled."""
    bars = view.horizontalScrollBar(), view.verticalScrollBar()
    chance, frames = random.Random(3), []
    for _ in range(JUMPS):
        share = chance.random()
        for bar in bars:
            bar.setValue(int(share * bar.maximum()))
        frames.append(timed(repaint))
    result[name] = statistics.median(frames)
    result[f"  the slowest ({name})"] = max(frames)


def measure_network(network: Any, result: dict[str, float]) -> None:
    """Move and enlarge the network, and draw it anew."""
    from PySide6.QtCore import QPointF

    from ui.reuse.network_view import NetworkView

    view = NetworkView()
    view.resize(*WINDOW)
    view.show()
    spin(200)
    clocked(result, "show the network", lambda: view.show_network(network))
    result["draw the network anew"] = timed(view.repaint)
    frames = []
    for number in range(JUMPS):
        view.zoom(1.1 if number % 4 < 2 else 1 / 1.1, QPointF(300, 300))
        frames.append(timed(view.repaint))
    result["frame, network while zooming"] = statistics.median(frames)
    result["  the slowest (network)"] = max(frames)
    view.close()


def timed(act: Callable[[], Any]) -> float:
    """Return the milliseconds that something takes."""
    began = time.thread_time()
    act()
    return (time.thread_time() - began) * 1e3


def clocked(result: dict[str, float], name: str, act: Callable[[], Any]) -> Any:
    """Do something and note the milliseconds."""
    done: list[Any] = []
    result[name] = timed(lambda: done.append(act()))
    return done[0]


if __name__ == "__main__":
    main()
