"""The editor of one cell; it exists only while somebody writes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from ui.keymap import keymap, new_action
from ui.tables.cell import rich_document
from ui.tables.cell.rich_layouts import bold_format
from ui.tables.cell.typed_marks import apply_typed_mark
from ui.widgets.keys import ENTER_KEYS
from workbench.text.rich_text import RichKind, to_markdown

LISTS = ("cell.bullet", "cell.numbered")
ACTIONS = ("cell.bold", *LISTS)
LEAST_WIDTH, LEAST_HEIGHT = 240, 96
_SPARE = 8
_NEW_LINE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


class SummaryEditor(QTextEdit):
    """Enter keeps the text, Shift+Enter starts a line, Esc forgets it.

    `left` is emitted with 1 or -1 for Tab and Shift+Tab: keep, and go on to the next
    cell or the one before.
    """

    kept = Signal()
    dropped = Signal()
    left = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Summary")
        self.setPlaceholderText("Write what the sources say")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)  # Tab comes as a key, to go on.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown = ""
        self._cell: QRect | None = None
        self.textChanged.connect(self._grow)
        self._acts: dict[str, Callable[[], None]] = {
            "cell.bold": self.toggle_bold,
            "cell.bullet": lambda: self.toggle_list(RichKind.BULLET),
            "cell.numbered": lambda: self.toggle_list(RichKind.NUMBERED),
        }
        # Qt knows that `Ctrl+Shift+*` is `Ctrl+Shift+8` on some keyboards.
        for action_id in LISTS:
            action = new_action(action_id, self)
            action.triggered.connect(self._acts[action_id])

    @property
    def height_wanted(self) -> int:
        """Return the height that shows all of the text."""
        text = self.document().size().height()
        return max(int(text) + 2 * self.frameWidth() + _SPARE, LEAST_HEIGHT)

    @property
    def markdown(self) -> str:
        """Return what stands in the editor."""
        return to_markdown(rich_document.blocks_of(self.document()))

    @property
    def is_changed(self) -> bool:
        """Tell whether it says something else than what it was given."""
        return self.document().isModified() and self.markdown != self._shown

    def show_markdown(self, markdown: str) -> None:
        """Show a cell's text, all of it selected."""
        rich_document.show(self.document(), markdown)
        # Read back: a line end that Qt folds is not something the person typed.
        self._shown = self.markdown
        self.selectAll()

    def lie_over(self, cell: QRect) -> None:
        """Cover a cell, and more where the text needs it, within the view."""
        self._cell = cell
        over = self.parentWidget()
        view = over.rect() if over else cell
        width = min(max(cell.width(), LEAST_WIDTH), view.width())
        self.resize(width, self.height())
        height = min(max(cell.height(), self.height_wanted), view.height())
        left = max(min(cell.left(), view.right() - width), view.left())
        top = max(min(cell.top(), view.bottom() - height), view.top())
        self.setGeometry(left, top, width, height)

    def toggle_bold(self) -> None:
        """Make the selection bold, or what is typed next; or neither any more."""
        is_bold = self.fontWeight() > QFont.Weight.Medium
        looks = bold_format()
        if is_bold:
            looks.setFontWeight(QFont.Weight.Normal)
        self.mergeCurrentCharFormat(looks)

    def toggle_list(self, kind: RichKind) -> None:
        """Make the selected lines items of a list, or paragraphs again."""
        cursor = self.textCursor()
        is_one = rich_document.kind_of(cursor.block()) is kind
        rich_document.style(cursor, RichKind.PARAGRAPH if is_one else kind)

    @override
    def event(self, event: QEvent) -> bool:
        # Taken before the window hears it, where this key may mean something else.
        if event.type() == QEvent.Type.ShortcutOverride and _asked_for(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            if event.modifiers() & _NEW_LINE:
                self._start_line()
            else:
                self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.left.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
        elif action_id := _asked_for(event):
            self._acts[action_id]()
        else:
            if _replaces(event) and self._is_all_selected() and self._has_looks():
                self._start_anew()
            super().keyPressEvent(event)
            if event.text():
                self._typed(event.text())

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        # Qt would offer HTML, and text in which no-break spaces are blanks.
        copied = QMimeData()
        copied.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return copied

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(source.text())

    def _grow(self) -> None:
        if self._cell is not None and self.height_wanted > self.height():
            self.lie_over(self._cell)

    def _typed(self, text: str) -> None:
        apply_typed_mark(self, text)

    def _is_all_selected(self) -> bool:
        cursor = self.textCursor()
        length = self.document().characterCount() - 1
        return cursor.selectionEnd() - cursor.selectionStart() == length > 0

    def _has_looks(self) -> bool:
        blocks = rich_document.blocks_of(self.document())
        looks = {run.is_bold for block in blocks for run in block.runs}
        return True in looks or any(it.kind is not RichKind.PARAGRAPH for it in blocks)

    def _start_anew(self) -> None:
        """Clear the text with its looks: else what is typed is an item of its list."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        rich_document.style(cursor, RichKind.PARAGRAPH)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())

    def _start_line(self) -> None:
        """Start another line; on an empty item, end the list instead."""
        cursor = self.textCursor()
        block = cursor.block()
        is_item = rich_document.kind_of(block) is not RichKind.PARAGRAPH
        if is_item and not block.text():
            rich_document.style(cursor, RichKind.PARAGRAPH)
        else:
            cursor.insertBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def _replaces(event: QKeyEvent) -> bool:
    """Tell whether a key puts something else in the place of what is selected."""
    is_deleting = event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
    return is_deleting or bool(event.text().strip() and event.text().isprintable())


def _asked_for(event: QEvent) -> str:
    """Return the id of the action that a pressed key asks for, or nothing."""
    if not isinstance(event, QKeyEvent):
        return ""
    portable = QKeySequence.SequenceFormat.PortableText
    pressed = QKeySequence(event.keyCombination()).toString(portable)
    return next((it for it in ACTIONS if pressed in keymap.keys_of(it)), "")
