"""How headings of groups are painted, and cells edited in place."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.described.rows import GROUP_ROLE, Group
from ui.resources import icon
from ui.widgets.indexes import AnyIndex
from ui.widgets.row_text import LEFT, paint_line
from ui.widgets.rows import TwoLineDelegate, paint_row_ground

HEADING_HEIGHT = 28
MARGIN = 10
ARROW = 14


class CellDelegate(QStyledItemDelegate):
    """Paints cells of a table, whose current one is known by its row."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        group: Group | None = index.data(GROUP_ROLE)
        if group is None:
            super().paint(painter, option, index)
        else:
            paint_heading(painter, option, group)

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        field = QLineEdit(parent)
        orientation = Qt.Orientation.Horizontal
        name = index.model().headerData(index.column(), orientation)
        field.setAccessibleName(str(name))
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        field.setAlignment(Qt.AlignmentFlag(alignment))
        return field


class RowDelegate(TwoLineDelegate):
    """Paints the rows of the compact list, and the headings between them."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        if index.data(GROUP_ROLE) is not None:
            return QSize(120, HEADING_HEIGHT)
        return super().sizeHint(option, index)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        group: Group | None = index.data(GROUP_ROLE)
        if group is None:
            super().paint(painter, option, index)
        else:
            paint_heading(painter, option, group)


def paint_heading(
    painter: QPainter, option: QStyleOptionViewItem, group: Group
) -> None:
    """Paint a heading across all cells of its row, each showing its part of it."""
    painter.save()
    painter.setClipRect(option.rect)
    paint_row_ground(painter, option)
    area = option.widget.rect() if option.widget else option.rect
    line = QRect(
        MARGIN, option.rect.y(), area.width() - 2 * MARGIN, option.rect.height()
    )
    arrow = "chevron-down" if group.is_open else "chevron-right"
    top = line.y() + (line.height() - ARROW) // 2
    icon(arrow).paint(painter, QRect(line.x(), top, ARROW, ARROW))
    line.setLeft(line.x() + ARROW + 6)
    font = theme.interface_font(12, semibold=True)
    count = f"{group.rows:,}"
    count_font = theme.interface_font(12, tabular=True)
    count_width = QFontMetrics(count_font).horizontalAdvance(count)
    painter.setPen(theme.tokens().text)
    room = line.adjusted(0, 0, -count_width - 10, 0)
    end = paint_line(painter, room, group.name, font, Qt.TextElideMode.ElideRight)
    painter.setFont(count_font)
    painter.setPen(theme.tokens().muted)
    line.setLeft(end + 10)
    painter.drawText(line, LEFT, count)
    painter.restore()
