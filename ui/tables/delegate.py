"""Paints a cell: its summary, and beneath it what the summary rests on."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.resources import icon
from ui.tables.editor import SummaryEditor
from ui.tables.model import CellRole
from ui.tables.states import STATE_BADGES
from ui.tables.wrapped_text import WrappedTexts
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.counting import count_of
from ui.widgets.indexes import AnyIndex
from workbench.model.cells import Cell, CellState

MARGIN = 12
TOP = 10
GAP = 8
EVIDENCE_HEIGHT = 18
LEAST_HEIGHT = 60
CHIP_PADDING = 6
NARROWEST_CHIP = 36
MARK = 14
MARK_EDGE = 6
EMPTY_HINT = "Enter to write, C cites"


class CellDelegate(QStyledItemDelegate):
    """Draws cells with kept layouts and edits their summaries in place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = WrappedTexts()

    def height_for(self, cell: Cell, width: int) -> int:
        """Return the height a cell needs in a column of this width."""
        height = 2.0 * TOP
        if cell.summary:
            font = theme.interface_font()
            height += self._texts.get(cell.summary, font, width - 2 * MARGIN).height
        if cell.state is not CellState.EMPTY:
            height += EVIDENCE_HEIGHT + (GAP if cell.summary else 0)
        return max(int(height), LEAST_HEIGHT)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        cell: Cell = index.data(CellRole.CELL)
        width = option.rect.width() or 240
        return QSize(width, self.height_for(cell, width))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        cell: Cell = index.data(CellRole.CELL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        _paint_ground(painter, option)
        has_note = bool(index.data(CellRole.HAS_NOTE))
        if has_note:
            _paint_note_mark(painter, option.rect)
        room = QRectF(option.rect).adjusted(MARGIN, TOP, -MARGIN, -TOP)
        if cell.summary:
            painter.setPen(theme.tokens().text)
            text = self._texts.get(cell.summary, theme.interface_font(), room.width())
            text.draw(painter, room.x(), room.y())
            room.setTop(room.top() + text.height + GAP)
        if cell.state is not CellState.EMPTY:
            room.adjust(0, 0, -MARK if has_note else 0, 0)
            _paint_evidence(painter, room, cell, index.data(CellRole.DOCUMENTS))
        elif option.state & _POINTED:
            painter.setPen(theme.tokens().muted)
            painter.setFont(theme.interface_font(12))
            painter.drawText(room, _TOP_LEFT, EMPTY_HINT)
        painter.restore()

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = SummaryEditor(parent)
        editor.setFont(theme.interface_font())
        editor.kept.connect(lambda: self._keep(editor))
        editor.dropped.connect(
            lambda: self.closeEditor.emit(editor, self.EndEditHint.RevertModelCache)
        )
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        # The table may be shown anew while somebody writes: what is typed stays.
        if isinstance(editor, QPlainTextEdit) and not editor.document().isModified():
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    @override
    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        if isinstance(editor, QPlainTextEdit) and editor.document().isModified():
            model.setData(index, editor.toPlainText().strip())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        place = QRect(option.rect)
        place.setHeight(max(place.height(), 96))
        viewport = editor.parentWidget()
        if viewport is not None and place.bottom() > viewport.height():
            place.moveBottom(viewport.height() - 1)
        editor.setGeometry(place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Enter and Esc are the editor's own; only leaving it is left to Qt.
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, SummaryEditor):
            return False
        return super().eventFilter(watched, event)

    def _keep(self, editor: SummaryEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)


_POINTED = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
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


def _paint_note_mark(painter: QPainter, cell: QRect) -> None:
    """Paint it in the lower right corner, where neither summary nor state begins."""
    left, top = cell.right() - MARK - MARK_EDGE, cell.bottom() - MARK - MARK_EDGE
    icon("sticky-note").paint(painter, QRect(left, top, MARK, MARK))


def _paint_evidence(
    painter: QPainter, room: QRectF, cell: Cell, documents: tuple[str, ...]
) -> None:
    word, kind = STATE_BADGES[cell.state]
    size = badge_size(word)
    x, y = int(room.x()), int(room.y())
    paint_badge(painter, QRect(x, y, size.width(), size.height()), word, kind)
    x += size.width() + 8
    painter.setFont(theme.interface_font(12, tabular=True))
    painter.setPen(theme.tokens().muted)
    count = count_of(len(cell.citations), "passage") if cell.citations else "no source"
    line = QRectF(x, y, max(room.right() - x, 0), EVIDENCE_HEIGHT)
    painter.drawText(line, _MIDDLE_LEFT, count)
    x += QFontMetrics(painter.font()).horizontalAdvance(count) + 8
    _paint_chips(painter, x, y, int(room.right()), documents)


def _paint_chips(
    painter: QPainter, x: int, y: int, right: int, names: tuple[str, ...]
) -> None:
    """Paint as many document names as there is room for, then how many are left."""
    font = theme.interface_font(11)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    for number, name in enumerate(names):
        left = len(names) - number
        more = metrics.horizontalAdvance(f"+{left}") + 8 if left > 1 else 0
        room = right - x - more - 2 * CHIP_PADDING
        if room < NARROWEST_CHIP:
            if not number:
                return
            painter.setPen(theme.tokens().muted)
            painter.drawText(QRectF(x, y, 40, 17), _MIDDLE_LEFT, f"+{left}")
            return
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, min(room, 140))
        chip = QRectF(x, y, metrics.horizontalAdvance(shown) + 2 * CHIP_PADDING, 17)
        painter.setPen(QPen(theme.tokens().line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(theme.tokens().muted)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
        x += int(chip.width()) + 4
