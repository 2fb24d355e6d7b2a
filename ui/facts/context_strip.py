"""The two sentences in which facts stand, side by side, the facts marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.facts.wording import LETTERS
from ui.keymap import explain
from ui.widgets.elided import ElidedLabel
from ui.widgets.ground import lay_on_surface

SIDE_BY_SIDE = 560
NOT_STATED = "Nothing about this was found here."


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence of a document, and which part of it the fact is."""

    before: str
    fact: str
    after: str


class ContextStrip(QWidget):
    """Shows what both documents say in their own words, and why they are compared.

    Side by side where there is room. `verdict_button` asks for a verdict.
    """

    def __init__(self) -> None:
        super().__init__()
        self.reason = ElidedLabel()
        self.reason.setProperty("muted", True)
        self.reason.setFont(theme.interface_font(12))
        self.verdict_button = QToolButton()
        self.verdict_button.setText("Verdict…")
        self.verdict_button.setAccessibleName("Pass a verdict on the current facts")
        self.verdict_button.setProperty("link", True)
        place = self.verdict_button.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # the sentences do not jump
        self.verdict_button.setSizePolicy(place)
        explain(self.verdict_button, "Say how the two go together", "facts.decide")
        self.sides = tuple(map(_Side, LETTERS))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        lay_on_surface(self)
        theme.theme_signals.changed.connect(self._repaint)

    def show_contexts(
        self, contexts: Sequence[Context | None], reason: str, *, is_asked: bool
    ) -> None:
        """Show one sentence of each document, None where it states nothing.

        `is_asked` says whether a line is looked at that is about facts.
        """
        self.reason.set_text(reason)
        self.verdict_button.setVisible(all(contexts))
        for side, context in zip(self.sides, contexts, strict=True):
            side.show_context(context, is_asked=is_asked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= SIDE_BY_SIDE
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        self._row.setSpacing(20 if is_wide else 4)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.reason, 1)
        top.addWidget(self.verdict_button)
        for side in self.sides:
            self._row.addWidget(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 8)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(self._row, 1)

    def _repaint(self) -> None:
        for side in self.sides:
            side.repaint_text()


class _Side(QTextBrowser):
    """A sentence behind the letter of its document."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self._context: Context | None = None
        self._is_asked = False
        self.setProperty("flat", True)
        self.setOpenLinks(False)
        self.setFont(theme.reading_font(14))
        self.setAccessibleName(f"Sentence of document {letter}")
        self.document().setDocumentMargin(0)

    def show_context(self, context: Context | None, *, is_asked: bool) -> None:
        """Show another sentence; `is_asked` says whether there should be one."""
        self._context = context
        self._is_asked = is_asked
        self.repaint_text()

    def repaint_text(self) -> None:
        """Write the sentence in the colors of now."""
        plain, marked, muted = _formats()
        self.clear()
        cursor = QTextCursor(self.document())
        if self._is_asked:
            cursor.insertText(f"{self._letter}  ", muted)
        if self._context is not None:
            cursor.insertText(self._context.before, plain)
            cursor.insertText(self._context.fact, marked)
            cursor.insertText(self._context.after, plain)
        elif self._is_asked:
            cursor.insertText(NOT_STATED, muted)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _formats() -> tuple[QTextCharFormat, QTextCharFormat, QTextCharFormat]:
    """Return how running text, the fact, and what is missing look."""
    colors = theme.tokens()
    plain, marked, muted = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    plain.setForeground(colors.text)
    marked.setForeground(colors.text)
    marked.setBackground(colors.hit)
    muted.setForeground(colors.muted)
    return plain, marked, muted
