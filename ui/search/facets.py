"""The column beside the hits that narrows the search by a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
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
MARGIN, SYMBOL = 14, 14


class FacetDelegate(QStyledItemDelegate):
    """Draws a kind as a heading, a value with its count, an active one checked."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line: FacetLine = index.data(FACET_LINE)
        is_heading = line.value is None and not line.more
        return QSize(100, 28 if is_heading else 24)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        line: FacetLine = index.data(FACET_LINE)
        painter.save()
        room = option.rect.adjusted(MARGIN, 0, -10, 0)
        if line.value is None and not line.more:
            painter.setPen(tokens().muted)
            font = interface_font(12, semibold=True)
            heading = room.adjusted(0, 4, 0, 0)
            paint_line(
                painter, heading, words_of(line), font, Qt.TextElideMode.ElideRight
            )
        elif line.value is None:
            paint_row_ground(painter, option)
            painter.setPen(tokens().accent)
            painter.setFont(interface_font(12))
            painter.drawText(room.adjusted(SYMBOL + 4, 0, 0, 0), LEFT, words_of(line))
        else:
            paint_row_ground(painter, option)
            _paint_value(painter, room, line, line.value)
        painter.restore()


class FacetsView(QListView):
    """Enter, Space or a click narrows by a value, or takes the narrowing back."""

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
        line: FacetLine | None = self.currentIndex().data(FACET_LINE)
        top = self.verticalScrollBar().value()
        self.facets.show_facets(facets, active)
        condition = line.value.condition if line and line.value else ""
        row = self.facets.row_of(condition) if condition else -1
        if row >= 0:
            self.setCurrentIndex(self.facets.index(row))
        self.verticalScrollBar().setValue(top)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTER_KEYS, Qt.Key.Key_Space):
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        line: FacetLine | None = index.data(FACET_LINE)
        if line is None:
            return
        if line.value is not None:
            self.toggled.emit(line.value.condition, not line.is_active)
        elif line.more:
            self.facets.show_whole(line.kind)
            self.setCurrentIndex(self.facets.index(index.row()))


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
