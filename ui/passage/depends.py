"""All that rests on the shown passage, each on a card that leads there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.keymap import keymap
from ui.passage.card import Card, CitedCard, MentionCard
from ui.passage.card_section import CardSection
from ui.passage.cases import CaseSection
from ui.passage.links import LinkSection
from ui.widgets.plain import PlainLabel
from ui.widgets.section_header import SectionHeader
from workbench.model.cells import CellPlace
from workbench.model.dependents import Dependents
from workbench.model.ids import PassageId
from workbench.model.notes import PlacedNote

NOTHING = "Nothing rests on this passage yet"
_MARGIN = 14


class DependsSection(QWidget):
    """Cells first, then links, notes and cases; says so where there is nothing."""

    cell_chosen = Signal(int, int, int)  # table, row, column
    note_chosen = Signal(object)  # NoteTarget

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._header = SectionHeader("Depends on this")
        self.hint = PlainLabel("")
        self.hint.setWordWrap(True)
        self.hint.setProperty("muted", True)
        self.hint.setContentsMargins(_MARGIN, 0, _MARGIN, 8)
        self.cells = CardSection()
        self.links = LinkSection()
        self.notes = CardSection()
        self.cases = CaseSection()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (
            self._header, self.hint, self.cells, self.links, self.notes, self.cases,
        ):  # fmt: skip
            column.addWidget(part)
        keymap.changed.connect(self._show_hint)
        self._show_hint()

    @property
    def words(self) -> str:
        """How much there is, as the heading says it."""
        return self._words

    def show_dependents(
        self, passage_id: PassageId, found: Dependents, *, read_only: bool
    ) -> None:
        """Offer what rests on a passage."""
        self._words = found.words
        self._header.set_fact(found.words)
        self.hint.setVisible(not found.words)
        self.links.show_links(passage_id, found.links, read_only=read_only)
        cells, notes = found.cells, found.notes
        self.cells.renew(len(cells), cells, lambda: [*map(self._cell_card, cells)])
        self.notes.renew(len(notes), notes, lambda: [*map(self._note_card, notes)])
        self.cases.show_cases(found.mentions)

    def _cell_card(self, place: CellPlace) -> Card:
        card = CitedCard(place)
        ids = place.table_id, place.row_id, place.column_id
        card.activated.connect(lambda: self.cell_chosen.emit(*ids))
        return card

    def _note_card(self, placed: PlacedNote) -> Card:
        card = MentionCard(placed)
        card.activated.connect(lambda: self.note_chosen.emit(placed.note.target))
        return card

    def _show_hint(self) -> None:
        self.hint.setText(f"{NOTHING} · {keymap.way_to('passage.cite')} in the text")
