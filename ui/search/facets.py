"""The column beside the hits that narrows the search by a click."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.resources import icon
from ui.search.facets_model import FACET_LINE, FacetLine, FacetsModel, words_of
from ui.theme import interface_font, tokens
from ui.widgets.indexes import AnyIndex
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.row_text import LEFT, paint_count, paint_line, paint_name
from ui.widgets.rows import paint_row_ground
from workbench.model.search import Facet, FacetValue

WIDTH = 208
MARGIN, SYMBOL, LINE_HEIGHT = 14, 14, 24
SHORT = 240
"""Lower than this, all values of all kinds would be a keyhole."""


class FacetDelegate(QStyledItemDelegate):
    """Draws a kind with its arrow, a value with its count, an active one checked."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, LINE_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        line: FacetLine = index.data(FACET_LINE)
        painter.save()
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        paint_row_ground(painter, option)
        if line.is_kind:
            _paint_kind(painter, room, line)
        elif line.value is None:
            painter.setPen(tokens().accent)
            painter.setFont(interface_font(12))
            painter.drawText(room.adjusted(SYMBOL + 4, 0, 0, 0), LEFT, words_of(line))
        else:
            _paint_value(painter, room, line, line.value)
        painter.restore()


class FacetsView(QListView):
    """Enter, Space or a click narrows by a value, or takes the narrowing back.

    On a kind they show or hide its values, as Right and Left do.
    """

    toggled = Signal(str, bool)  # condition, whether the query shall have it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facets = FacetsModel(self)
        self.setModel(self.facets)
        self.setItemDelegate(FacetDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Narrow the search")
        self.setFixedWidth(WIDTH)
        self.clicked.connect(self._toggle)

    def show_facets(self, facets: Sequence[Facet], active: frozenset[str]) -> None:
        """Show other facets; the current value stays so if it is there still."""
        with self._in_place():
            self.facets.show_facets(facets, active)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTER_KEYS, Qt.Key.Key_Space):
            self._toggle(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._set_open(self._current, is_open=event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        with self._in_place():
            self.facets.set_short(is_short=self.height() < SHORT)

    @property
    def _current(self) -> FacetLine | None:
        line: FacetLine | None = self.currentIndex().data(FACET_LINE)
        return line

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """Keep what is current and in view while other lines are shown."""
        line, top = self._current, self.verticalScrollBar().value()
        yield
        row = self.facets.row_like(line) if line else -1
        if row >= 0:
            self.setCurrentIndex(self.facets.index(row))
        self.verticalScrollBar().setValue(top)

    def _toggle(self, index: QModelIndex) -> None:
        line: FacetLine | None = index.data(FACET_LINE)
        if line is None:
            return
        if line.value is not None:
            self.toggled.emit(line.value.condition, not line.is_active)
        elif line.more:
            self.facets.show_whole(line.kind)
            self.setCurrentIndex(self.facets.index(index.row()))
        else:
            self._set_open(line, is_open=not line.is_open)

    def _set_open(self, line: FacetLine | None, *, is_open: bool) -> None:
        """Open or close the kind of a line; closed, its own line is current."""
        if line is None:
            return
        with self._in_place():
            self.facets.set_open(line.kind, is_open=is_open)
        self.scrollTo(self.currentIndex())


def _paint_kind(painter: QPainter, room: QRect, line: FacetLine) -> None:
    middle = room.y() + (room.height() - SYMBOL) // 2
    chevron = icon("chevron-down" if line.is_open else "chevron-right")
    chevron.paint(painter, QRect(room.x(), middle, SYMBOL, SYMBOL))
    name = room.adjusted(SYMBOL + 4, 0, 0, 0)
    if not line.is_open:
        name = paint_count(painter, name, f"{line.values:,}")
    painter.setPen(tokens().muted)
    font = interface_font(12, semibold=True)
    paint_line(painter, name, words_of(line), font, Qt.TextElideMode.ElideRight)


def _paint_value(
    painter: QPainter, room: QRect, line: FacetLine, value: FacetValue
) -> None:
    if line.is_active:
        middle = room.y() + (room.height() - SYMBOL) // 2
        place = QRect(room.x(), middle, SYMBOL, SYMBOL)
        icon("check", "accent").paint(painter, place)
    left = room.adjusted(SYMBOL + 4, 0, 0, 0)
    rest = paint_count(painter, left, f"{value.documents:,}")
    paint_name(painter, rest, value.label, Qt.TextElideMode.ElideMiddle)
