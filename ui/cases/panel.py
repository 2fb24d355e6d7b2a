"""All cases with their attributes: add, rename, describe, write a note, remove."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from ui.cases.model import NAME, ROWS, CasesModel
from ui.described.listing import Listing, add_action
from ui.described.name_popup import NamePopup
from ui.described.table import ListingTable, TableColumns
from ui.widgets.empty_state import EmptyState
from workbench.model.notes import NoteOn, NoteTarget

WIDTHS = {ROWS: 100}


class CasesPanel(Listing):
    """Cases under a filter; F2 or a double click edits a cell, Enter the name."""

    add_requested = Signal(str)
    note_requested = Signal(object)  # NoteTarget
    nouns = ("case", "cases")
    is_low = True

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = CasesModel()
        self.table = ListingTable()
        empty = EmptyState(
            "No cases yet",
            "A case is what several documents are about: a working group, an agreement,"
            " a firm. Describe it here; rows of tables can be about it.",
            "Add a case",
            is_primary=False,
        )
        super().__init__("Cases", self.model, self.table, empty, parent)
        self.model.setParent(self)
        self.columns = TableColumns(self, self.table, self.model, WIDTHS)
        self.add_button = self.header.add_button("plus", "Add a case")
        self.name_popup = NamePopup("New case", "Add case", "Name of the case", self)
        self.add_button.clicked.connect(self.ask_for_case)
        empty.activated.connect(self.ask_for_case)
        self.name_popup.submitted.connect(self.add_requested)
        self.table.doubleClicked.connect(self._edit_clicked)

    def ask_for_case(self) -> None:
        """Ask for the name of a new case."""
        beside = self.add_button if self.add_button.isVisible() else self.empty.button
        self.name_popup.open_at(beside.mapToGlobal(QPoint(0, beside.height())))

    @override
    def open_thing(self, thing: Any) -> None:
        self.edit(thing.id, NAME)

    @override
    def fill_menu(self, menu: QMenu, chosen: Sequence[Any]) -> None:
        first, count = chosen[0].id, len(chosen)
        target = NoteTarget(NoteOn.CASE, first)
        removal = f"Delete {count} cases" if count > 1 else "Delete"
        add_action(menu, "Rename", "F2", lambda: self.edit(first, NAME))
        add_action(menu, "Note on case", "", lambda: self.note_requested.emit(target))
        self.add_value_menu(menu)
        menu.addSeparator()
        add_action(menu, removal, "Del", self.request_removal)

    def _edit_clicked(self, index: QModelIndex) -> None:
        if self.can_edit(index):
            self.edit_current()
