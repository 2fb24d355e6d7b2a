"""Passages and sentences that may answer the question of a cell, best first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.keymap import keymap, new_action
from ui.tables.strip.ask_line import AskLine
from ui.tables.strip.entries import Entry, Line, folded
from ui.tables.strip.entry_list import EntryList
from ui.widgets.badge import BadgeKind
from ui.widgets.empty_state import EmptyState
from workbench.model.cells import Citation
from workbench.model.spans import Span
from workbench.model.suggestions import Suggestion

LOOKING_AFTER_MS = 300
NO_CELL = ("", "Choose a cell to see which passages may answer it.")
LOOKING = ("Looking…", "The documents of the row are read.")
NONE = "Nothing found that may answer"
_WORDS = "words: "


class SuggestionsPage(QWidget):
    """Enter or a click opens one; a key cites it.

    `cited` carries a suggestion and the citation to replace, or None.
    """

    opened = Signal(object)
    cited = Signal(object, object)
    absence_wanted = Signal()
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = EntryList("Suggestions for the cell")
        self.empty = EmptyState(*NO_CELL, is_primary=False)
        keep = ("Keep the citation", "Leave what is cited as it is")
        self.replaced = AskLine("What is replaced", {"evidence.replace": keep})
        self._replaces: Citation | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        self._later = QTimer(self, singleShot=True, interval=LOOKING_AFTER_MS)
        self._later.timeout.connect(lambda: self._show_instead(*LOOKING))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.replaced)
        column.addWidget(self._pages, 1)
        self.list.opened.connect(self.opened)
        self.empty.activated.connect(self.absence_wanted)
        self.replaced.asked.connect(lambda _id: self._keep())
        cite = new_action("suggestions.cite", self.list)
        cite.triggered.connect(self._cite)

    @property
    def replaces(self) -> Citation | None:
        """The citation in whose place the next one is cited."""
        return self._replaces

    def replace_next(self, citation: Citation | None) -> None:
        """Let what is cited next stand in the place of a citation; None adds it."""
        self._replaces = citation
        if citation is None:
            self.replaced.say("")
            return
        way = keymap.way_to("suggestions.cite")
        said = f"To cite instead of “{folded(citation.cited.quote)}”, {way}"
        self.replaced.say(said, ["evidence.replace"])

    def show_nothing(self) -> None:
        """Show that no cell is current."""
        self._later.stop()
        self.list.show_entries([])
        self._show_instead(*NO_CELL)

    def show_looking(self) -> None:
        """Say, after a moment, that something is looked for."""
        self.list.show_entries([])
        if self._pages.currentIndex() == 0:
            self._show_instead("", "")
        self._later.start()

    def show_found(self, found: Sequence[Suggestion]) -> None:
        """Show what may answer; the best is the current one."""
        self._later.stop()
        self.list.show_entries([_entry(it) for it in found])
        if found:
            self.list.go_to_row(0)
            self._pages.setCurrentIndex(0)
            return
        self._show_instead(NONE, "No passage of the row's documents fits the question.")
        self.empty.set_action("Mark as not stated…")

    def show_problem(self, sentence: str) -> None:
        """Say why there are none."""
        self._later.stop()
        self._show_instead("No suggestions", sentence)

    def take_focus(self) -> None:
        """Give the focus to the suggestions, or to what to do without any."""
        if self.list.entries.entries:
            self.list.setFocus()
        elif not self.empty.button.isHidden():
            self.empty.button.setFocus()
        else:
            self.setFocus()

    def _show_instead(self, title: str, text: str) -> None:
        self.empty.set_content(title, text)
        self.empty.set_action("")
        had_focus = self.list.hasFocus()
        self._pages.setCurrentIndex(1)
        if had_focus:
            self.setFocus()

    def _keep(self) -> None:
        self.replace_next(None)
        self.kept.emit()

    def _cite(self) -> None:
        if self.list.current is not None:
            self.cited.emit(self.list.current, self._replaces)


def _entry(suggestion: Suggestion) -> Entry:
    text = folded(suggestion.quote)
    reasons = " · ".join(suggestion.reasons)
    head = "passage" if suggestion.passage_id is not None else "sentence"
    marked = tuple(_marked(text, suggestion.reasons))
    kind = BadgeKind.OK if suggestion.passage_id is not None else BadgeKind.PLAIN
    lines = (Line(text, marked=marked),)
    return Entry(suggestion, head, kind, lines, reasons, suggestion.title)


def _marked(text: str, reasons: Sequence[str]) -> list[Span]:
    """Return where the words stand that a suggestion was found by."""
    words = [
        word
        for reason in reasons
        if reason.startswith(_WORDS)
        for word in reason.removeprefix(_WORDS).split(", ")
    ]
    if not words:
        return []
    either = "|".join(re.escape(it) for it in sorted(words, key=len, reverse=True))
    found = re.finditer(rf"\b(?:{either})\w*", text, re.IGNORECASE)
    return [Span(*it.span()) for it in found]
