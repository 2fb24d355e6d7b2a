"""Paints cells of one line: a style sheet takes many times as long for each."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.batch.models import NONE
from ui.theme import interface_font, tokens

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MARGIN = 12
FOCUS = 2
DOT = 2
SIGN = 14


class CountDelegate(QStyledItemDelegate):
    """Numbers stand right; `names` are columns of texts, which stand left."""

    def __init__(
        self, names: Collection[int] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._font = interface_font(13, tabular=True)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect, colors = option.rect, tokens()
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colors.accent_soft)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect.x(), rect.y(), FOCUS, rect.height(), colors.accent)
        inside = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        text = str(index.data())
        if text == NONE:  # most cells; a dot is drawn much quicker than text
            middle = inside.center().y()
            painter.fillRect(inside.right() - 4, middle, DOT, DOT, colors.muted)
            return
        sign = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(sign, QIcon):
            y = inside.center().y() - SIGN // 2 + 1
            sign.paint(painter, QRect(inside.left(), y, SIGN, SIGN))
            inside.setLeft(inside.left() + SIGN + 4)
        painter.setFont(self._font)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        if index.column() in self._names:
            cut = Qt.TextElideMode.ElideRight
            text = painter.fontMetrics().elidedText(text, cut, inside.width())
            painter.drawText(inside, LEFT, text)
        else:
            painter.drawText(inside, RIGHT, text)
