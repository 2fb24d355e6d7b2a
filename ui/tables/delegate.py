"""Shows a cell: its rich text, and beneath it what that rests on; and edits it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.tables.cell_marks import evidence_words, soft_marks
from ui.tables.cell_painting import (
    BETWEEN_LINES,
    LINE,
    NOTE_MARK,
    evidence_height,
    paint_evidence,
    paint_ground,
    paint_marks,
    paint_note_mark,
)
from ui.tables.editor import SummaryEditor
from ui.tables.model import CellRole
from ui.tables.rich_layouts import RichLayouts
from ui.tables.value_editor import ValueEditor
from ui.widgets.indexes import AnyIndex
from workbench.model.cells import Cell, CellState
from workbench.model.tables import ColumnKind, ColumnType

MARGIN = 12
TOP = 10
GAP = 8
LEAST_HEIGHT = 60
EMPTY_HINT = "Enter to write, C cites"


class CellDelegate(QStyledItemDelegate):
    """Draws cells with kept layouts and edits their summaries in place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layouts = RichLayouts()
        self._font = theme.interface_font()

    def height_of(self, index: AnyIndex, width: int) -> int:
        """Return the height a cell needs in a column of this width."""
        cell: Cell = index.data(CellRole.CELL)
        room = width - 2 * MARGIN
        heights = []
        if cell.summary:
            heights.append(
                int(self._layouts.get(cell.summary, self._font, room).height)
            )
        if _marks_of(index, cell):
            heights.append(LINE)
        if cell.state is not CellState.EMPTY:
            words = _evidence_of(index, cell)
            heights.append(evidence_height(cell.state, words, room - _note_room(index)))
        gaps = GAP * bool(cell.summary) + BETWEEN_LINES * (len(heights) > 2)
        return max(sum(heights) + gaps + 2 * TOP, LEAST_HEIGHT)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = option.rect.width() or 240
        return QSize(width, self.height_of(index, width))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        paint_ground(painter, option)
        cell: Cell = index.data(CellRole.CELL)
        if cell.state is CellState.EMPTY and not cell.summary:
            self._paint_empty(painter, option)
        else:
            self._paint_cell(painter, option.rect, index, cell)
        if index.data(CellRole.HAS_NOTE):
            paint_note_mark(painter, option.rect)
        painter.restore()

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        kind: ColumnKind = index.data(CellRole.KIND)
        is_text = kind.type is ColumnType.TEXT
        editor = SummaryEditor(parent) if is_text else ValueEditor(kind, parent)
        editor.setFont(theme.interface_font())
        editor.kept.connect(lambda: self._keep(editor))
        editor.dropped.connect(
            lambda: self.closeEditor.emit(editor, self.EndEditHint.RevertModelCache)
        )
        editor.left.connect(lambda step: self._go_on(editor, step))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        # The table may be shown anew while somebody writes: what is typed stays.
        if isinstance(editor, SummaryEditor) and not editor.document().isModified():
            editor.show_markdown(str(index.data(Qt.ItemDataRole.EditRole)))

    @override
    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        if isinstance(editor, SummaryEditor) and editor.is_changed:
            model.setData(index, editor.markdown)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        if isinstance(editor, SummaryEditor):
            editor.lie_over(QRect(option.rect))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Enter, Tab and Esc are the editor's own; only leaving it is left to Qt.
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, SummaryEditor):
            return False
        return super().eventFilter(watched, event)

    def _paint_cell(
        self, painter: QPainter, rect: QRect, index: AnyIndex, cell: Cell
    ) -> None:
        room = rect.adjusted(MARGIN, TOP, -MARGIN, -TOP)
        if cell.summary:
            painter.setPen(theme.tokens().text)
            layout = self._layouts.get(cell.summary, self._font, room.width())
            layout.draw(painter, room.x(), room.y())
            room.setTop(room.top() + int(layout.height) + GAP)
        if marks := _marks_of(index, cell):
            paint_marks(painter, room, marks)
            room.setTop(room.top() + LINE + BETWEEN_LINES)
        if cell.state is not CellState.EMPTY:
            room.adjust(0, 0, -_note_room(index), 0)
            names = index.data(CellRole.DOCUMENTS)
            words = _evidence_of(index, cell)
            paint_evidence(painter, room, cell.state, words, names)

    def _paint_empty(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & _POINTED:
            painter.setPen(theme.tokens().muted)
            painter.setFont(theme.interface_font(12))
            room = option.rect.adjusted(MARGIN, TOP, -MARGIN, -TOP)
            painter.drawText(room, _TOP_LEFT, EMPTY_HINT)

    def _keep(self, editor: SummaryEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)

    def _go_on(self, editor: SummaryEditor, step: int) -> None:
        """Keep the text, and make the next cell current: typing there writes in it."""
        self._keep(editor)
        view = self.parent()
        if isinstance(view, QAbstractItemView):
            action = QAbstractItemView.CursorAction
            way = action.MoveNext if step > 0 else action.MovePrevious
            view.setCurrentIndex(view.moveCursor(way, Qt.KeyboardModifier.NoModifier))


_POINTED = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


def _marks_of(index: AnyIndex, cell: Cell) -> tuple[str, ...]:
    conflict = str(index.data(CellRole.CONFLICT) or "")
    return tuple(soft_marks(cell, index.data(CellRole.KIND), conflict))


def _evidence_of(index: AnyIndex, cell: Cell) -> str:
    return evidence_words(cell, str(index.data(CellRole.BADGES) or ""))


def _note_room(index: AnyIndex) -> int:
    return NOTE_MARK if index.data(CellRole.HAS_NOTE) else 0
