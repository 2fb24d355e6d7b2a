"""Paints what stands around the text of a cell: its ground and its marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui import theme
from ui.resources import icon
from ui.tables.cell.evidence_line import LINE, elided, small_font
from ui.tables.cell_marks import CONTEXT_CHANGED

NOTE_MARK = 14
_NOTE_EDGE = 6
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what says that a cell is selected, pointed at, or has the focus."""
    colors = theme.tokens()
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, colors.accent_soft)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.hover_color())
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(colors.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))


def paint_note_mark(painter: QPainter, cell: QRect) -> None:
    """Paint it in the lower right corner, where neither text nor state begins."""
    left = cell.right() - NOTE_MARK - _NOTE_EDGE
    top = cell.bottom() - NOTE_MARK - _NOTE_EDGE
    icon("sticky-note").paint(painter, QRect(left, top, NOTE_MARK, NOTE_MARK))


def paint_marks(painter: QPainter, room: QRect, marks: Sequence[str]) -> None:
    """Paint soft marks in one line: what asks for a decision in color, others muted."""
    painter.setFont(small_font(12))
    left = QRect(room.x(), room.y(), room.width(), LINE)
    for number, mark in enumerate(marks):
        shown = elided(f" · {mark}" if number else mark, 12, max(left.width(), 0))
        painter.setPen(_color_of(mark))
        painter.drawText(left, _LEFT, shown)
        left.setLeft(left.left() + painter.fontMetrics().horizontalAdvance(shown))


def _color_of(mark: str) -> QColor:
    colors = theme.tokens()
    return colors.muted if mark == CONTEXT_CHANGED else colors.warn
