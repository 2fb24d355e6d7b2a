"""The strip below a table about its current cell: evidence, suggestions, history."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.keymap import explain
from ui.resources import icon
from ui.tables.states import ROLE_BADGES
from ui.tables.strip.cell_history_page import CellHistoryPage
from ui.tables.strip.entry_list import EntryList
from ui.tables.strip.evidence_entries import evidence_entries
from ui.tables.strip.evidence_page import EvidencePage
from ui.tables.strip.shown_cell import ShownCell
from ui.tables.strip.suggestions_page import SuggestionsPage
from ui.widgets.elided import ElidedLabel
from ui.widgets.segments import Segments
from workbench.model.cells import Citation, Role
from workbench.model.links import Stretch
from workbench.model.rechecks import FoundPlace
from workbench.model.suggestions import Suggestion

HEIGHT = 34
LEAST_HEIGHT = 156


class Part(StrEnum):
    """What the strip shows about a cell."""

    EVIDENCE = "Evidence"
    SUGGESTIONS = "Suggestions"
    HISTORY = "History"


TIPS: Mapping[Part, str] = {
    Part.EVIDENCE: "What the cell rests on",
    Part.SUGGESTIONS: "Passages that may answer the question",
    Part.HISTORY: "Who changed the cell, and how it was",
}
_ICONS = {
    Role.SUPPORTS: "circle-check",
    Role.CONTRADICTS: "circle-x",
    Role.CONTEXT: "info",
}


class EvidenceStrip(QWidget):
    """Pages about one cell; Esc leaves for the cells above.

    `cell_shown` asks for what the cell itself does not know, as does `part_chosen`
    when another page is in front.
    """

    passage_activated = Signal(int)
    place_activated = Signal(object)  # Stretch
    remove_requested = Signal(list)
    role_requested = Signal(list, object)
    cell_shown = Signal()
    part_chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence = EvidencePage()
        self.suggestions = SuggestionsPage()
        self.history = CellHistoryPage()
        self.parts = Segments("Of the cell", {it: it.value for it in Part}, TIPS)
        # The row and the column are told by how they begin and end.
        self._place = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._pages = QStackedWidget()
        self._shown: ShownCell | None = None
        self._buttons = self._role_buttons()
        self._lay_out()
        self._connect()
        self.show_nothing()

    @property
    def view(self) -> EntryList:
        """The list of what the cell rests on."""
        return self.evidence.list

    @property
    def shown(self) -> ShownCell | None:
        """The cell that the pages are about."""
        return self._shown

    @property
    def part(self) -> Part:
        """The page in front."""
        return self.parts.choice

    @property
    def hint(self) -> str:
        """Return what is said in place of citations."""
        return self.evidence.empty.accessibleDescription()

    def show_nothing(self) -> None:
        """Show that no cell is current."""
        self._shown = None
        self._place.set_text("")
        self.evidence.show_nothing()
        self.cell_shown.emit()
        self._show_buttons()

    def show_cell(self, shown: ShownCell) -> None:
        """Show what is known of a cell, and ask for the rest."""
        is_other = self._shown is None or self._shown.key != shown.key
        self._shown = shown
        self._place.set_text(shown.name)
        if is_other:
            self.suggestions.replace_next(None)
        self.evidence.show_cell(shown, evidence_entries(shown))
        self.cell_shown.emit()
        self._show_buttons()

    def show_count(self, part: Part, count: int | None) -> None:
        """Say how much there is on a page; None while it is not known."""
        text = f"{part.value} {count:,}" if count else part.value
        self.parts.rename(part, text)

    def go_to(self, part: Part) -> None:
        """Bring a page to the front and give it the focus."""
        self.parts.choose(part)
        match part:
            case Part.EVIDENCE:
                self.evidence.take_focus()
            case Part.SUGGESTIONS:
                self.suggestions.take_focus()
            case Part.HISTORY:
                self.history.take_focus()

    def selected(self) -> list[Citation]:
        """Return the chosen citations, from top to bottom."""
        return self.evidence.citations()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._place.setFont(theme.interface_font(12, semibold=True))
        self._place.setProperty("muted", True)
        bar = QWidget()
        bar.setFixedHeight(HEIGHT)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.parts)
        row.addWidget(self._place, 1)
        for button in self._buttons:
            row.addWidget(button)
        for part in Part:
            self.parts.keep_room(part, f"{part.value} 20")
        for page in (self.evidence, self.suggestions, self.history):
            page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        # Not that of the page in front: the border would move from cell to cell.
        self.setMinimumHeight(LEAST_HEIGHT)
        layout.addWidget(bar)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.parts.chosen.connect(self._show_part)
        self.evidence.opened.connect(self._open)
        self.evidence.role_requested.connect(self.role_requested)
        self.evidence.suggestions_wanted.connect(lambda: self.go_to(Part.SUGGESTIONS))
        self.evidence.list.current_changed.connect(lambda _it: self._show_buttons())
        self.suggestions.opened.connect(self._open)
        self.suggestions.kept.connect(lambda: self.go_to(Part.EVIDENCE))

    def _show_part(self, part: Part) -> None:
        self._pages.setCurrentIndex(list(Part).index(part))
        self._show_buttons()
        self.part_chosen.emit(part)

    def _open(self, thing: object) -> None:
        match thing:
            case Citation(passage_id=int(passage_id)):
                self.passage_activated.emit(passage_id)
            case FoundPlace():
                self.place_activated.emit(thing.sentence)
            case Suggestion():
                self.place_activated.emit(Stretch(thing.document_id, thing.span))
            case Citation():
                self._open_place_of(thing)

    def _open_place_of(self, citation: Citation) -> None:
        if (place := self.evidence.place_of(citation)) is not None:
            self.place_activated.emit(place)

    def _role_buttons(self) -> list[QToolButton]:
        buttons = []
        for role, name in _ICONS.items():
            tip = f"Mark as {ROLE_BADGES[role][0]}"
            button = _button(name, tip, f"evidence.{role}")
            button.clicked.connect(
                lambda _=False, it=role: self.evidence.change_role(it)
            )
            buttons.append(button)
        remove = _button("unlink", "Remove the citation", "evidence.drop")
        remove.clicked.connect(lambda: self.evidence.ask("evidence.drop"))
        return [*buttons, remove]

    def _show_buttons(self) -> None:
        has_any = self.part is Part.EVIDENCE and bool(self.selected())
        for button in self._buttons:
            button.setVisible(has_any)


def _button(icon_name: str, tip: str, action_id: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setAccessibleName(tip)
    explain(button, tip, action_id)
    return button
