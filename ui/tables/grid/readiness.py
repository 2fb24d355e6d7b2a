"""Knows how high rows are and which cells are laid out, in view and around it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTableView

from ui.tables.cell.delegate import CellDelegate
from ui.tables.grid.ahead import Ahead
from ui.tables.grid.row_heights import RowHeights


class Readiness:
    """Gives rows their heights, those in view at once, without moving what is read.

    Then the page that is scrolled to next is laid out, the one behind it, and all other
    rows are measured, so that neither wheel nor handle has to wait for either.
    """

    def __init__(
        self, view: QTableView, heights: RowHeights, delegate: CellDelegate
    ) -> None:
        self._view = view
        self._heights = heights
        self._delegate = delegate
        self._ahead = Ahead(self._steps, view)
        self._last = 0
        self._goes_up = False

    @property
    def knows_view(self) -> bool:
        """Tell whether all rows in view were measured before."""
        return all(map(self._heights.is_known, self._down_the_view()))

    def measure_for(self, seconds: float) -> None:
        """Measure rows in view from above, one at least, while there is time."""
        self._give_heights(self._until(time.perf_counter() + seconds))

    def give_heights(self) -> None:
        """Measure the rows in view."""
        self._give_heights(self._down_the_view())

    def show(self) -> None:
        """Measure the rows in view, and soon those around it."""
        self.give_heights()
        at = self._view.verticalScrollBar().value()
        self._goes_up, self._last = at < self._last, at
        self._ahead.begin()

    def stop(self) -> None:
        """Measure nothing until `show`: what was known may be otherwise now."""
        self._ahead.stop()

    def _steps(self) -> Iterator[None]:
        lines, count = self._lines_in_view(), self._view.model().rowCount()
        ways = [range(lines.stop, count), range(lines.start - 1, -1, -1)]
        for way in reversed(ways) if self._goes_up else ways:
            yield from self._page(way)
        for line in range(count):
            yield from self._measuring(line)
        self._give_heights(range(count))

    def _page(self, lines: Sequence[int]) -> Iterator[None]:
        """Paint the cells of as many of these lines as fit into the view."""
        left = self._view.viewport().height()
        columns, ratio = self._columns_in_view(), self._view.devicePixelRatioF()
        for line in lines:
            if left < 0:
                return
            yield from self._measuring(line)
            height = self._height(line)
            left -= height
            for column in columns:
                index = self._view.model().index(line, column)
                # Without the line of the grid, as the delegate is asked to paint it.
                size = QSize(self._view.columnWidth(column) - 1, height - 1)
                self._delegate.make_ready(index, size, ratio)
                yield

    def _down_the_view(self) -> Iterator[int]:
        """Yield the lines in view, however high they become meanwhile."""
        line, height = max(self._view.rowAt(0), 0), self._view.viewport().height()
        while line < self._view.model().rowCount():
            if self._view.rowViewportPosition(line) > height:
                return
            yield line
            line += 1

    def _until(self, ends: float) -> Iterator[int]:
        """Yield lines in view until one was measured and it is that late."""
        for line in self._down_the_view():
            was_known = self._heights.is_known(line)
            yield line
            if not was_known and time.perf_counter() > ends:
                return

    def _give_heights(self, lines: Iterable[int]) -> None:
        """Let lines be as high as they need; what is seen whole stays in its place."""
        anchor = self._anchor()
        before = self._view.rowViewportPosition(anchor)
        for line in lines:
            height = self._height(line)
            if self._view.rowHeight(line) != height:
                self._view.setRowHeight(line, height)
        if moved := self._view.rowViewportPosition(anchor) - before:
            bar = self._view.verticalScrollBar()
            self._view.updateGeometries()
            bar.setValue(bar.value() + moved)

    def _anchor(self) -> int:
        top, view = max(self._view.rowAt(0), 0), self._view
        is_whole = view.rowViewportPosition(top) >= 0
        after = view.rowViewportPosition(top + 1)
        fills_view = not 0 <= after < view.viewport().height()
        return top if is_whole or fills_view else top + 1

    def _measuring(self, line: int) -> Iterator[None]:
        return self._heights.measuring(line, self._view.columnWidth)

    def _height(self, line: int) -> int:
        return self._heights.of(line, self._view.columnWidth)

    def _lines_in_view(self) -> range:
        first, last = self._view.rowAt(0), self._view.rowAt(self._bottom)
        count = self._view.model().rowCount()
        return range(max(first, 0), (last if last >= 0 else count - 1) + 1)

    def _columns_in_view(self) -> range:
        right = self._view.viewport().width() - 1
        first, last = self._view.columnAt(0), self._view.columnAt(right)
        count = self._view.model().columnCount()
        return range(max(first, 0), (last if last >= 0 else count - 1) + 1)

    @property
    def _bottom(self) -> int:
        return self._view.viewport().height() - 1
