"""Shows a cell: its rich text, and beneath it what that rests on; and edits it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.tables.cell.cell_painting import (
    NOTE_MARK,
    paint_ground,
    paint_marks,
    paint_note_mark,
)
from ui.tables.cell.cell_pictures import CellPictures
from ui.tables.cell.editor import SummaryEditor
from ui.tables.cell.evidence_line import (
    BETWEEN,
    LINE,
    EvidenceLine,
    evidence_height,
    evidence_line,
)
from ui.tables.cell.frame import Frame
from ui.tables.cell.line_bounds import WordWidths
from ui.tables.cell.rich_layouts import RichLayouts
from ui.tables.cell.value_editor import ValueEditor
from ui.tables.cell_marks import CellParts
from ui.tables.model import CellRole
from ui.widgets.indexes import AnyIndex
from workbench.model.cells import CellState
from workbench.model.tables import ColumnKind, ColumnType

MARGIN = 12
TOP = 10
GAP = 8
LEAST_HEIGHT = 60
PAINTING_SECONDS = 0.005
"""Of cells that come later in a frame the ground is painted, the rest soon."""
EMPTY_HINT = "Enter to write"


class CellDelegate(QStyledItemDelegate):
    """Draws cells with kept layouts and edits their summaries in place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layouts = RichLayouts()
        self._pictures = CellPictures()
        self._font = theme.interface_font()
        self._widths = WordWidths(self._font)
        self._frame: Frame | None = None
        self.postponed: list[tuple[int, int]] = []

    def height_of(self, index: AnyIndex, width: int) -> int:
        """Return the height a cell needs in a column of this width."""
        parts: CellParts = index.data(CellRole.PARTS)
        room = width - 2 * MARGIN
        text = self._layouts.height(parts.cell.summary, self._font, room)
        return _height(parts, room, text)

    def most_height_of(self, index: AnyIndex, width: int) -> int:
        """Return a height that a cell surely does not need more than, much faster."""
        parts: CellParts = index.data(CellRole.PARTS)
        room = width - 2 * MARGIN
        text = self._widths.most_height(parts.cell.summary, room)
        return _height(parts, room, text)

    def make_ready(self, index: AnyIndex, size: QSize, ratio: float) -> None:
        """Paint a cell before it comes into view; a heading needs nothing."""
        parts: CellParts | None = index.data(CellRole.PARTS)
        if parts is not None:
            self._picture(parts, size, ratio)

    def begin_frame(self) -> None:
        """From here on paint no more new cells than there is time for in a frame."""
        self.postponed = []
        self._frame = Frame(PAINTING_SECONDS)

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
        if self._is_written_in(option, index):
            painter.restore()
            return
        parts: CellParts = index.data(CellRole.PARTS)
        ratio = painter.device().devicePixelRatioF()
        if self._has_no_time_for(parts, option.rect.size(), ratio):
            self.postponed.append((index.row(), index.column()))
        elif option.state & _STANDS_OUT or _is_bare(parts):
            self._paint_all(painter, option.rect, parts)
        else:
            picture = self._picture(parts, option.rect.size(), ratio)
            painter.drawPixmap(option.rect.topLeft(), picture)
        if _is_bare(parts):
            self._paint_hint(painter, option)
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

    def _is_written_in(self, option: QStyleOptionViewItem, index: AnyIndex) -> bool:
        """Tell whether an editor lies over the cell: nothing shows beneath it then."""
        view = self.parent()
        if not option.state & QStyle.StateFlag.State_Selected:
            return False
        return isinstance(view, QAbstractItemView) and bool(view.indexWidget(index))

    def _picture(self, parts: CellParts, size: QSize, ratio: float) -> QPixmap:
        paint = partial(self._paint_all, parts=parts)
        return self._pictures.get(parts, size, ratio, paint)

    def _paint_all(self, painter: QPainter, rect: QRect, parts: CellParts) -> None:
        if not _is_bare(parts):
            self._paint_parts(painter, rect, parts)
        if parts.has_note:
            paint_note_mark(painter, rect)

    def _paint_parts(self, painter: QPainter, rect: QRect, parts: CellParts) -> None:
        room = rect.adjusted(MARGIN, TOP, -MARGIN, -TOP)
        y = room.y()
        if parts.cell.summary:
            painter.setPen(theme.tokens().text)
            layout = self._layouts.get(parts.cell.summary, self._font, room.width())
            layout.draw(painter, room.x(), y)
            y += int(layout.height) + GAP
        if line := _evidence_of(parts, room.width()):
            line.draw(painter, room.x(), y)
            y += line.height + BETWEEN
        if marks := parts.soft_marks:
            paint_marks(painter, QRect(room.x(), y, room.width(), LINE), marks)

    def _has_no_time_for(self, parts: CellParts, size: QSize, ratio: float) -> bool:
        if self._frame is None or self._pictures.has(parts, size, ratio):
            return False
        return not self._frame.takes_another()

    def _paint_hint(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
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


def _is_bare(parts: CellParts) -> bool:
    return not parts.cell.summary and parts.cell.state is CellState.EMPTY


_POINTED = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
_STANDS_OUT = _POINTED | QStyle.StateFlag.State_Selected
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


def _height(parts: CellParts, room: int, text: int) -> int:
    """Return how high a cell is whose text has this height."""
    beneath = []
    if parts.soft_marks:
        beneath.append(LINE)
    if (state := parts.cell.state) is not CellState.EMPTY:
        room -= NOTE_MARK * parts.has_note
        beneath.append(evidence_height(state, parts.evidence, room))
    gaps = GAP * bool(text) + BETWEEN * (len(beneath) > 1)
    return max(text + sum(beneath) + gaps + 2 * TOP, LEAST_HEIGHT)


def _evidence_of(parts: CellParts, width: int) -> EvidenceLine | None:
    state = parts.cell.state
    if state is CellState.EMPTY:
        return None
    room = width - NOTE_MARK * parts.has_note
    return evidence_line(state, parts.evidence, parts.documents, room)
