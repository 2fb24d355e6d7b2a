"""The whole quotation and the whole of its source, with what was changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPushButton, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.keymap import explain
from ui.quotes.words import runs_of
from ui.theme import interface_font, reading_font, tokens
from ui.widgets.flow_layout import FlowLayout
from workbench.model.quotations import AuditedQuote, QuoteSource
from workbench.model.spans import Span

NO_SOURCE = (
    "No other document of the project has these words. Import the text they were taken"
    " from, and they are looked for in it too."
)
MARKED = "Brackets or an ellipsis own up to every change."
NOT_CLOSED = "The quotation is never closed; it is taken to end with its paragraph."
MOST_OTHERS = 5
READING_SIZE = 15


class QuoteDetail(QWidget):
    """Shows one quotation; its buttons do what the keys of the list do."""

    source_wanted = Signal()
    compare_wanted = Signal()
    accept_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quote: AuditedQuote | None = None
        self._can_edit = True
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.text.setProperty("bare", True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Quotation and source")
        self.source_button = _button("Go to source", "quotes.source")
        self.compare_button = _button("Side by side", "quotes.compare")
        self.accept_button = _button("Accept as link", "quotes.accept")
        self._lay_out()
        self.source_button.clicked.connect(self.source_wanted)
        self.compare_button.clicked.connect(self.compare_wanted)
        self.accept_button.clicked.connect(self.accept_wanted)

    def show_quote(self, quote: AuditedQuote | None, *, is_linked: bool) -> None:
        """Show this one, or nothing."""
        self._quote = quote
        has_source = quote is not None and quote.source is not None
        for button in (self.source_button, self.compare_button):
            button.setVisible(has_source)
        self.accept_button.setVisible(has_source)
        self.accept_button.setEnabled(self._can_edit and not is_linked)
        self.accept_button.setText("Linked" if is_linked else "Accept as link")
        self._write()

    def set_editable(self, *, is_editable: bool) -> None:
        """Take away what changes the project, or give it back."""
        self._can_edit = is_editable
        self.accept_button.setEnabled(is_editable)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        self.text.clear()
        quote = self._quote
        if quote is None:
            return
        added = quote.diff.added if quote.diff else ()
        removed = quote.diff.removed if quote.diff else ()
        cursor = self.text.textCursor()
        _say(cursor, f"Here, at {quote.quotation.span.start:,}")
        _say_text(cursor, quote.quotation.text, added, is_new=True)
        if not quote.quotation.is_closed:
            _say(cursor, NOT_CLOSED)
        if quote.source is None:
            _say(cursor, NO_SOURCE)
        else:
            _say(cursor, f"In {_place(quote.source)}")
            _say_text(cursor, quote.source.text, removed, is_new=False)
        if quote.is_marked:
            _say(cursor, MARKED)
        if quote.others:
            _say(cursor, _others(quote.others))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self.source_button, self.compare_button, self.accept_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 10)
        column.setSpacing(8)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)


def _button(text: str, action_id: str) -> QPushButton:
    button = QPushButton(text)
    explain(button, text, action_id)
    return button


def _say(cursor: QTextCursor, words: str) -> None:
    """Write a muted line of the program's own."""
    form = QTextCharFormat()
    form.setFont(interface_font(12))
    form.setForeground(tokens().muted)
    _begin_paragraph(cursor, 10)
    cursor.insertText(" ".join(words.split()), form)


def _say_text(
    cursor: QTextCursor, text: str, changed: Sequence[Span], *, is_new: bool
) -> None:
    """Write a document's words; those that differ are underlined or struck."""
    colors = tokens()
    plain, differing = QTextCharFormat(), QTextCharFormat()
    for form in (plain, differing):
        form.setFont(reading_font(READING_SIZE))
        form.setForeground(colors.text)
    differing.setForeground(colors.ok if is_new else colors.bad)
    differing.setBackground(colors.ok_soft if is_new else colors.bad_soft)
    differing.setFontUnderline(is_new)
    differing.setFontStrikeOut(not is_new)
    _begin_paragraph(cursor, 2)
    for run in runs_of(text, changed):
        cursor.insertText(run.text, differing if run.is_changed else plain)


def _begin_paragraph(cursor: QTextCursor, gap: int) -> None:
    form = QTextBlockFormat()
    if cursor.position():
        form.setTopMargin(gap)
        cursor.insertBlock(form)


def _others(others: Sequence[QuoteSource]) -> str:
    named = "; ".join(map(_place, others[:MOST_OTHERS]))
    more = len(others) - MOST_OTHERS
    return f"Also in {named}" + (f"; and {more:,} more" if more > 0 else "")


def _place(source: QuoteSource) -> str:
    return f"{source.title}, at {source.span.start:,}"
