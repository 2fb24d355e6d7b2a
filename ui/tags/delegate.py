"""How a tag looks in the tree: its square, its name, then its digit and counts."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui import theme
from ui.tags.model import HERE_ROLE, TAG_ROLE
from ui.widgets.indexes import AnyIndex
from ui.widgets.key_cap import paint_key_cap_at_end
from ui.widgets.row_text import COUNT_GAP, RIGHT, paint_count, paint_name
from ui.widgets.rows import paint_row_ground
from ui.widgets.swatch import SIDE, paint_swatch
from workbench.model.tags import Tag

ROW_HEIGHT = 26
NAME_GAP = 9
RIGHT_MARGIN = 14
COUNTS_WIDTH = 52


class TagDelegate(QStyledItemDelegate):
    """Paints rows of the tag tree and places the field a name is typed in."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(80, ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        tag: Tag = index.data(TAG_ROLE)
        painter.save()
        paint_row_ground(painter, option)
        room = option.rect.adjusted(2, 0, -RIGHT_MARGIN, 0)
        paint_swatch(painter, room.x(), room.center().y() + 0.5, tag.color)
        room = _paint_counts(painter, room, tag.passages, index.data(HERE_ROLE))
        if tag.pin is not None:
            room = paint_key_cap_at_end(painter, room, str(tag.pin))
        room.setLeft(room.left() + SIDE + NAME_GAP)
        paint_name(painter, room, tag.name, Qt.TextElideMode.ElideRight)
        painter.restore()

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        left = option.rect.x() + SIDE + NAME_GAP - 4
        width = option.rect.right() - left - 4
        editor.setGeometry(QRect(left, option.rect.y(), width, option.rect.height()))


def _paint_counts(painter: QPainter, room: QRect, passages: int, here: int) -> QRect:
    """Paint `3 / 12`: of all passages those being read; returns the room left.

    Short counts leave room for a longer one, so that the digits stand in a column.
    """
    if not passages:
        return room.adjusted(0, 0, -COUNTS_WIDTH, 0)
    rest = paint_count(painter, room, f"{passages:,}")
    if here:
        own = f"{here:,} / "
        before = rest.adjusted(0, 0, COUNT_GAP, 0)
        painter.setPen(theme.tokens().text)
        painter.drawText(before, RIGHT, own)
        width = painter.fontMetrics().horizontalAdvance(own)
        rest = before.adjusted(0, 0, -width - COUNT_GAP, 0)
    rest.setRight(min(rest.right(), room.right() - COUNTS_WIDTH))
    return rest
