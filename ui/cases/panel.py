"""All cases with their attributes: add, rename, describe, write a note, remove."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from ui.cases.model import DOCUMENTS, KIND, MENTIONS, NAME, ROWS, CasesModel
from ui.described.listing import Listing, add_action
from ui.described.model import THING_ROLE
from ui.described.name_popup import NamePopup
from ui.described.table import ListingTable, TableColumns
from ui.keymap import explain, new_action
from ui.widgets.empty_state import EmptyState
from workbench.model.ids import CaseId
from workbench.model.notes import NoteOn, NoteTarget

WIDTHS = {KIND: 122, DOCUMENTS: 92, MENTIONS: 84, ROWS: 92}


class CasesPanel(Listing):
    """Cases under a filter; F2 or a double click edits a cell, Enter shows the case.

    `current_changed` carries the case whose row is current, or None.
    """

    add_requested = Signal(str)
    note_requested = Signal(object)  # NoteTarget
    current_changed = Signal(object)  # CaseId or None
    opened = Signal()
    nouns = ("case", "cases")
    is_low = True

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = CasesModel()
        self.table = ListingTable()
        empty = EmptyState(
            "No cases yet",
            "A case is what several documents are about: a working group, an agreement,"
            " a firm. Say what texts call it, and confirm where they mention it.",
            "New case",
            is_primary=False,
        )
        super().__init__("Cases", self.model, self.table, empty, parent)
        self.model.setParent(self)
        self.columns = TableColumns(self, self.table, self.model, WIDTHS)
        self.add_button = self.header.add_button("plus", "New case")
        explain(self.add_button, "New case", "cases.new")
        self._new = new_action("cases.new", self.table)
        self._new.triggered.connect(lambda: self.ask_for_case())
        self.name_popup = NamePopup("New case", "Add case", "Name of the case", self)
        self.add_button.clicked.connect(self.ask_for_case)
        empty.activated.connect(self.ask_for_case)
        self.name_popup.submitted.connect(self.add_requested)
        self.table.doubleClicked.connect(self._edit_clicked)
        selection = self.table.selectionModel()
        selection.currentChanged.connect(lambda *_: self._tell_current())
        self.rows.modelReset.connect(self._tell_current)

    @property
    def current(self) -> CaseId | None:
        """Return the case whose row is current."""
        thing = self.table.currentIndex().data(THING_ROLE)
        return thing.id if thing is not None else None

    def ask_for_case(self) -> None:
        """Ask for the name of a new case."""
        beside = self.add_button if self.add_button.isVisible() else self.empty.button
        self.name_popup.open_at(beside.mapToGlobal(QPoint(0, beside.height())))

    @override
    def open_thing(self, thing: Any) -> None:
        self.opened.emit()

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

    def _tell_current(self) -> None:
        self.current_changed.emit(self.current)

    def _edit_clicked(self, index: QModelIndex) -> None:
        if self.can_edit(index):
            self.edit_current()
