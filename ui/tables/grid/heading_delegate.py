"""Paints the band above a group of rows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.tables.grid.headers import HEADING_HEIGHT, MARGIN
from ui.tables.model import CellRole
from ui.widgets.indexes import AnyIndex


class HeadingDelegate(QStyledItemDelegate):
    """Says beside a heading's name, which stays in view, what is beneath it."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(120, HEADING_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        colors = theme.tokens()
        painter.save()
        is_current = option.state & QStyle.StateFlag.State_Selected
        painter.fillRect(
            option.rect, colors.accent_soft if is_current else colors.background
        )
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        room.setLeft(max(room.left(), MARGIN))  # However far it is scrolled.
        painter.setFont(theme.interface_font(12, tabular=True))
        painter.setPen(colors.muted)
        facts = str(index.data(CellRole.HEADING_FACTS) or "")
        right = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(facts, right, max(room.width(), 0))
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
        )
        painter.restore()
