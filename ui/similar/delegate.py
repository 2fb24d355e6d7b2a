"""Paints how similar something is as a bar beside its number."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.similar.model import SCORE_ROLE
from ui.theme import interface_font, tokens
from ui.widgets.row_text import RIGHT
from ui.widgets.rows import paint_row_ground

MARGIN = 14
NUMBER = 40
BAR = 6


class ScoreDelegate(QStyledItemDelegate):
    """Draws the column of scores."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        paint_row_ground(painter, option)
        room = option.rect.adjusted(MARGIN, 0, -8, 0)
        painter.setFont(interface_font(12, tabular=True))
        painter.setPen(tokens().text)
        painter.drawText(
            room.adjusted(0, 0, NUMBER - room.width(), 0), RIGHT, str(index.data())
        )
        x, width = room.x() + NUMBER + 8, room.width() - NUMBER - 8
        whole = QRectF(x, room.center().y() - BAR / 2 + 0.5, width, BAR)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens().line)
        painter.drawRoundedRect(whole, 3, 3)
        whole.setWidth(max(width * float(index.data(SCORE_ROLE)), BAR))
        painter.setBrush(tokens().accent)
        painter.drawRoundedRect(whole, 3, 3)
        painter.restore()
