"""What stands beside and above a matrix while it scrolls: titles, and the legend."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from ui import theme
from ui.reuse.matrix_painting import (
    CELL,
    paint_column_heads,
    paint_legend,
    paint_row_heads,
)
from ui.reuse.model import Matrix
from ui.widgets.moments import readable_date
from ui.widgets.plain import plain_tooltip


class Scrolled(Protocol):
    """What heads need to know of their view."""

    matrix: Matrix
    current: tuple[int, int]

    @property
    def offset(self) -> QPoint:
        """How far it is scrolled."""
        ...

    def in_view(self, first: int, last: int) -> range:
        """Return the rows or columns between two places."""
        ...


class Head(QWidget):
    """The titles of the rows, or of the columns; the current one has a tint."""

    def __init__(self, view: Scrolled, way: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._is_of_rows = way == Qt.Orientation.Vertical

    def number_at(self, point: QPoint) -> int | None:
        """Return the row or column at a point, if any."""
        place = point + self._offset
        number = (place.y() if self._is_of_rows else place.x()) // CELL
        return number if number < len(self._view.matrix.rows) else None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), colors.background)
        edge = QRect(self.rect())
        (edge.setLeft if self._is_of_rows else edge.setTop)(
            edge.right() if self._is_of_rows else edge.bottom()
        )
        seen = self.rect().translated(self._offset)
        painter.translate(-self._offset)
        if self._is_of_rows:
            rows = self._view.in_view(seen.top(), seen.bottom())
            self._paint_current(painter, rows)
            paint_row_heads(painter, self._view.matrix, rows, self.width(), colors)
        else:
            columns = self._view.in_view(seen.left(), seen.right())
            self._paint_current(painter, columns)
            paint_column_heads(
                painter, self._view.matrix, columns, self.height(), colors
            )
        painter.resetTransform()
        painter.fillRect(edge, colors.line)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.number_at(event.pos())
            said = "" if number is None else self._words(number)
            QToolTip.showText(event.globalPos(), plain_tooltip(said), self)
            return True
        return super().event(event)

    @property
    def _offset(self) -> QPoint:
        offset = self._view.offset
        return QPoint(0, offset.y()) if self._is_of_rows else QPoint(offset.x(), 0)

    def _words(self, number: int) -> str:
        entry = self._view.matrix.rows[number]
        return f"{entry.title}\n{readable_date(entry.date)}"

    def _paint_current(self, painter: QPainter, shown: range) -> None:
        number = self._view.current[0 if self._is_of_rows else 1]
        if number not in shown:
            return
        room = QRect(0, number * CELL, self.width(), CELL)
        if not self._is_of_rows:
            room = QRect(number * CELL, 0, CELL, self.height())
        painter.fillRect(room, theme.tokens().accent_soft)


class Corner(QWidget):
    """The legend, where the titles of rows and columns leave room for it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), colors.background)
        paint_legend(painter, self.rect(), colors)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colors.line)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colors.line)
