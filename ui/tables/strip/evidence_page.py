"""What a cell rests on, and what to do about what changed of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.keymap import keymap, new_action
from ui.tables.states import ROLE_BADGES
from ui.tables.strip.ask_line import AskLine
from ui.tables.strip.entries import Entry
from ui.tables.strip.entry_list import EntryList
from ui.tables.strip.shown_cell import ShownCell
from ui.widgets.empty_state import EmptyState
from workbench.model.cells import Absence, Citation, Role, Standing
from workbench.model.ids import CitationId
from workbench.model.links import Stretch
from workbench.model.rechecks import FoundPlace, Recheck

NO_CELL = "Choose a cell to see what it rests on."
NO_CITATION = (
    "While reading, {cite} to cite words here. Here, {suggest} for suggestions;"
    " {absent} if no source says it."
)
CHECKS = {
    "evidence.holds": ("Still holds", "The cell holds with what is there now"),
    "evidence.cite": ("Cite", "Rest the cell on this place"),
    "evidence.rewrite": ("Rewrite", "Write the cell anew"),
    "evidence.replace": ("Cite another", "Choose another passage instead"),
    "evidence.drop": ("Drop", "Take it out of the cell"),
}
_SENTENCES = {
    Standing.STALE: "The passage says something else than when it was cited.",
    Standing.CONTEXT_CHANGED: "Only what surrounds the passage has changed.",
    Standing.ORPHANED: "The cited words are gone from the text.",
}
SEARCHED = {"evidence.holds": "Search again", "evidence.drop": "Withdraw"}
_OF_FOUND = ["evidence.cite", "evidence.holds", "evidence.drop"]
_MORE = ("evidence.rewrite", "evidence.replace", "evidence.drop")


class EvidencePage(QWidget):
    """Shows and asks; `asked` carries the id of an action and what it is about."""

    opened = Signal(object)  # Citation, Absence or FoundPlace
    asked = Signal(str, list)
    role_requested = Signal(list, object)
    suggestions_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = EntryList("Citations of the cell")
        self.check = AskLine("What changed", CHECKS)
        dispute = ("Mark as contradicting", "Let the other values contradict the first")
        self.conflict = AskLine("Values that differ", {"evidence.contradicts": dispute})
        self.empty = EmptyState("", NO_CELL, is_primary=False)
        self._rechecks: dict[CitationId, Recheck] = {}
        self._conflicting: list[CitationId] = []
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._add_keys()

    def show_nothing(self) -> None:
        """Show that no cell is current."""
        self._show_entries([])
        self.empty.set_content("", NO_CELL)
        self.empty.set_action("")

    def show_cell(self, shown: ShownCell, entries: Sequence[Entry]) -> None:
        """Show what a cell rests on."""
        self._show_entries(entries)
        says = NO_CITATION.format(
            cite=keymap.way_to("passage.cite"),
            suggest=keymap.way_to("table.suggestions"),
            absent=keymap.way_to("table.not_stated"),
        )
        is_draft = bool(shown.cell.summary)
        self.empty.set_content(
            "Nothing cited for this yet" if is_draft else "Nothing written or cited",
            says,
        )
        self.empty.set_action("Suggest passages")

    def show_rechecks(self, rechecks: dict[CitationId, Recheck]) -> None:
        """Know what became of the citations."""
        self._rechecks = rechecks
        self._say_what_changed()

    def show_conflict(self, sentence: str, others: Sequence[CitationId]) -> None:
        """Say that cited values differ; `others` are those that may contradict."""
        self._conflicting = list(others)
        self.conflict.say(sentence, ["evidence.contradicts"] if others else [])

    def go_to_first_to_check(self) -> None:
        """Make the first entry current that somebody should look at."""
        for row, entry in enumerate(self.list.entries.entries):
            if _wants_look(entry.thing):
                self.list.go_to_row(row)
                return

    def citations(self) -> list[Citation]:
        """Return the selected citations, from top to bottom."""
        return [it for it in self.list.selected if isinstance(it, Citation)]

    def place_of(self, citation: Citation) -> Stretch | None:
        """Return where to look for a citation whose passage was removed."""
        recheck = self._rechecks.get(citation.id)
        return recheck.place if recheck else None

    def recheck_of(self, citation: Citation) -> Recheck | None:
        """Return what became of a citation."""
        return self._rechecks.get(citation.id)

    def first_found(self) -> FoundPlace | None:
        """Return the first place that has what was noted as absent."""
        things = (it.thing for it in self.list.entries.entries)
        return next((it for it in things if isinstance(it, FoundPlace)), None)

    def take_focus(self) -> None:
        """Give the focus to the evidence, or to what leads to some."""
        entries = self.list.entries.entries
        (self.list if entries else self.empty.button).setFocus()

    def _show_entries(self, entries: Sequence[Entry]) -> None:
        self.list.show_entries(entries)
        self._pages.setCurrentIndex(0 if entries else 1)

    def _lay_out(self) -> None:
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.conflict, self.check):
            column.addWidget(part)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.list.opened.connect(self.opened)
        self.list.current_changed.connect(lambda _thing: self._say_what_changed())
        self.list.head_clicked.connect(self._show_menu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.empty.activated.connect(self.suggestions_wanted)
        self.check.asked.connect(self.ask)
        self.conflict.asked.connect(lambda _id: self._dispute())

    def _add_keys(self) -> None:
        acts: dict[str, Callable[[], None]] = {
            "evidence.supports": partial(self.change_role, Role.SUPPORTS),
            "evidence.contradicts": self._contradict,
            "evidence.context": partial(self.change_role, Role.CONTEXT),
            **{action_id: partial(self.ask, action_id) for action_id in CHECKS},
        }
        for action_id, act in acts.items():
            action = new_action(action_id, self.list)
            action.triggered.connect(lambda _=False, act=act: act())

    # What is asked

    def ask(self, action_id: str) -> None:
        """Ask for something with what is selected."""
        if self.list.selected:
            self.asked.emit(action_id, self.list.selected)

    def change_role(self, role: Role) -> None:
        """Ask for another role of the selected citations."""
        ids = [it.id for it in self.citations() if it.role != role]
        if ids:
            self.role_requested.emit(ids, role)

    def _contradict(self) -> None:
        """Let what is selected contradict; if nothing else is said, what differs."""
        chosen = [it.id for it in self.citations()]
        first_only = len(chosen) == 1 and chosen[0] not in self._conflicting
        if self._conflicting and first_only:
            self._dispute()
        else:
            self.change_role(Role.CONTRADICTS)

    def _dispute(self) -> None:
        self.role_requested.emit(self._conflicting, Role.CONTRADICTS)

    def _say_what_changed(self) -> None:
        thing = self.list.current
        match thing:
            case Citation() if thing.wants_look:
                recheck = self._rechecks.get(thing.id)
                self.check.say(_sentence(thing, recheck), _answers(thing, recheck))
            case Absence() if thing.found:
                said = "What was absent is found now; cite it, or search again."
                self.check.say(said, _OF_FOUND, SEARCHED)
            case FoundPlace():
                self.check.say("Found since it was noted as absent.", ["evidence.cite"])
            case _:
                self.check.say("")

    def _show_menu(self, position: QPoint) -> None:
        thing = self.list.current
        if thing is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        show = menu.addAction("Show in document\tEnter")
        show.triggered.connect(lambda: self.opened.emit(thing))
        if isinstance(thing, Citation):
            self._add_roles(menu)
        offered = self.check.answers or ["evidence.drop"]
        for action_id in offered:
            words = f"{CHECKS[action_id][0]}\t{keymap.text_of(action_id)}"
            done = menu.addAction(words).triggered
            done.connect(lambda _=False, it=action_id: self.ask(it))
        menu.popup(self.list.viewport().mapToGlobal(position))

    def _add_roles(self, menu: QMenu) -> None:
        menu.addSeparator()
        for role in Role:
            key = keymap.text_of(f"evidence.{role}")
            action = menu.addAction(f"{ROLE_BADGES[role][0].capitalize()}\t{key}")
            action.triggered.connect(lambda _=False, it=role: self.change_role(it))
        menu.addSeparator()


def _wants_look(thing: object) -> bool:
    match thing:
        case Citation():
            return thing.wants_look
        case Absence():
            return bool(thing.found)
    return False


def _sentence(citation: Citation, recheck: Recheck | None) -> str:
    if citation.document_id is None:
        return "The document was removed, and the passage with it."
    if recheck is not None and recheck.has_same_words:
        return "Passage removed; its words still stand."
    if citation.passage_id is None:
        return "The passage was removed, and its words are gone from the text."
    return _SENTENCES[citation.standing]


def _answers(citation: Citation, recheck: Recheck | None) -> list[str]:
    if citation.standing is not Standing.ORPHANED:
        return ["evidence.holds", "evidence.rewrite", "evidence.drop"]
    has_same_words = recheck is not None and recheck.has_same_words
    return ["evidence.cite", *_MORE] if has_same_words else [*_MORE]
