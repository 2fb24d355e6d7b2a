"""The whole quotation and the whole of its source, with what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from ui.quotes.words import runs_of
from ui.theme import interface_font, reading_font, tokens
from workbench.model.quotations import AuditedQuote, QuoteSource
from workbench.model.spans import Span

NO_SOURCE = (
    "No other document of the project has these words. Import the text they were taken"
    " from, and they are looked for in it too."
)
MARKED = "Brackets or an ellipsis mark every change."
NOT_CLOSED = "The quotation is never closed; it is taken to end with its paragraph."
MOST_OTHERS = 5
LONGEST_TITLE = 70
READING_SIZE = 15


class QuoteDetail(QTextEdit):
    """Shows one quotation as it stands here and as it stands in its source."""

    def __init__(self) -> None:
        super().__init__()
        self._quote: AuditedQuote | None = None
        self.setReadOnly(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Quotation and source")

    def show_quote(self, quote: AuditedQuote | None) -> None:
        """Show this one, or nothing."""
        self._quote = quote
        self._write()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        self.clear()
        quote = self._quote
        if quote is None:
            return
        added = quote.diff.added if quote.diff else ()
        removed = quote.diff.removed if quote.diff else ()
        cursor = self.textCursor()
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
        self.moveCursor(QTextCursor.MoveOperation.Start)


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
    title = shorten(source.title, LONGEST_TITLE, placeholder="…")
    return f"“{title}”, at {source.span.start:,}"
