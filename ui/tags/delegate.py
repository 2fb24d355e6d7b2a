"""How a tag looks in the tree: its square, its name, its count at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.tags.model import TAG_ROLE
from ui.widgets.indexes import AnyIndex
from ui.widgets.row_text import paint_count, paint_name
from ui.widgets.rows import paint_row_ground
from ui.widgets.swatch import SIDE, paint_swatch
from workbench.model.tags import Tag

ROW_HEIGHT = 26
NAME_GAP = 9
RIGHT_MARGIN = 14


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
        count = f"{tag.passages:,}" if tag.passages else ""
        room = paint_count(painter, room, count)
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
