"""The two sentences in which facts stand, side by side, the facts marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.ground import lay_on_surface

NOT_STATED = "Nothing about this was found here."


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence of a document, and which part of it the fact is."""

    before: str
    fact: str
    after: str


class ContextStrip(QWidget):
    """Shows what both documents say in their own words."""

    def __init__(self) -> None:
        super().__init__()
        self.sides = (_Side("Sentence of the left document"), _Side("…of the right"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(20)
        for side in self.sides:
            row.addWidget(side, 1)
        lay_on_surface(self)
        theme.theme_signals.changed.connect(self._repaint)

    def show_contexts(
        self, titles: Sequence[str], contexts: Sequence[Context | None]
    ) -> None:
        """Show one sentence of each document, None where it states nothing."""
        for side, title, context in zip(self.sides, titles, contexts, strict=True):
            side.show_context(title, context)

    def _repaint(self) -> None:
        for side in self.sides:
            side.repaint_text()


class _Side(QWidget):
    """A title and a sentence below it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.title = ElidedLabel()
        self.title.setFont(theme.interface_font(12))
        self.title.setProperty("muted", True)
        self.text = QTextBrowser()
        self.text.setProperty("flat", True)
        self.text.setOpenLinks(False)
        self.text.setFont(theme.reading_font(14))
        self.text.setAccessibleName(name)
        self.text.document().setDocumentMargin(0)
        self._context: Context | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)

    def show_context(self, title: str, context: Context | None) -> None:
        """Show another sentence."""
        self._context = context
        self.title.set_text(title)
        self.repaint_text()

    def repaint_text(self) -> None:
        """Write the sentence in the colors of now."""
        plain, marked, muted = _formats()
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        if self._context is None:
            cursor.insertText(NOT_STATED if self.title.text else "", muted)
            return
        cursor.insertText(self._context.before, plain)
        cursor.insertText(self._context.fact, marked)
        cursor.insertText(self._context.after, plain)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _formats() -> tuple[QTextCharFormat, QTextCharFormat, QTextCharFormat]:
    """Return how running text, the fact, and what is missing look."""
    colors = theme.tokens()
    plain, marked, muted = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    plain.setForeground(colors.text)
    marked.setForeground(colors.text)
    marked.setBackground(colors.hit)
    muted.setForeground(colors.muted)
    return plain, marked, muted
