"""What stands beside and above a matrix while it scrolls: titles, and the legend."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.heat_grid import SIDE, Heading, HeatGrid
from ui.widgets.heat_painting import (
    paint_column_heads,
    paint_legend,
    paint_row_heads,
)
from ui.widgets.plain import plain_tooltip


class Scrolled(Protocol):
    """What heads need to know of their view."""

    grid: HeatGrid
    current: tuple[int, int]

    @property
    def offset(self) -> QPoint:
        """How far it is scrolled."""
        ...

    def rows_in_view(self, first: int, last: int) -> range:
        """Return the rows between two places."""
        ...

    def columns_in_view(self, first: int, last: int) -> range:
        """Return the columns between two places."""
        ...


class Head(QWidget):
    """The titles of the rows, or of the columns; the current one has a tint."""

    def __init__(self, view: Scrolled, way: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._is_of_rows = way == Qt.Orientation.Vertical

    def heading_at(self, point: QPoint) -> Heading | None:
        """Return the row or column at a point, if any."""
        place = point + self._offset
        number = (place.y() if self._is_of_rows else place.x()) // self._side
        grid = self._view.grid
        headings = grid.rows if self._is_of_rows else grid.columns
        return headings[number] if number < len(headings) else None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.tokens()
        painter.fillRect(event.rect(), colors.background)
        seen = event.rect().translated(self._offset)
        painter.translate(-self._offset)
        grid = self._view.grid
        if self._is_of_rows:
            rows = self._view.rows_in_view(seen.top(), seen.bottom())
            self._paint_current(painter, rows)
            paint_row_heads(painter, grid, rows, self.width(), colors)
        else:
            columns = self._view.columns_in_view(seen.left(), seen.right())
            self._paint_current(painter, columns)
            paint_column_heads(painter, grid, columns, self.height(), colors)
        painter.resetTransform()
        painter.fillRect(self._edge(), colors.line)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            heading = self.heading_at(event.pos())
            said = "" if heading is None else heading.tip or heading.title
            QToolTip.showText(event.globalPos(), plain_tooltip(said), self)
            return True
        return super().event(event)

    @property
    def _offset(self) -> QPoint:
        offset = self._view.offset
        return QPoint(0, offset.y()) if self._is_of_rows else QPoint(offset.x(), 0)

    @property
    def _side(self) -> int:
        return SIDE if self._is_of_rows else self._view.grid.side

    def _edge(self) -> QRect:
        if self._is_of_rows:
            return QRect(self.width() - 1, 0, 1, self.height())
        return QRect(0, self.height() - 1, self.width(), 1)

    def _paint_current(self, painter: QPainter, shown: range) -> None:
        number = self._view.current[0 if self._is_of_rows else 1]
        if number not in shown:
            return
        side = self._side
        room = QRect(0, number * side, self.width(), side)
        if not self._is_of_rows:
            room = QRect(number * side, 0, side, self.height())
        painter.fillRect(room, theme.tokens().accent_soft)


class Corner(QWidget):
    """The legend, where the titles of rows and columns leave room for it."""

    def __init__(self, view: Scrolled, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), colors.background)
        grid = self._view.grid
        paint_legend(painter, self.rect(), grid.legend, grid.scale, colors)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colors.line)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colors.line)
