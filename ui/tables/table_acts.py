"""What can be done with a whole table: naming, copying, showing what is hidden."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal

from ui.tables.acts import Acts
from ui.tables.forms.basic import NameForm
from ui.tables.grid.cells_view import CellsView
from ui.tables.model import CellsModel
from ui.widgets.asking_popup import AskingPopup
from ui.widgets.choice_list import Choice
from workbench.model.ids import ColumnId, RowId
from workbench.model.table_copies import TableCopy
from workbench.operations import tables
from workbench.operations.looks import Look
from workbench.project import Project

COPIES = {
    TableCopy.COLUMNS: ("Only its questions", "columns without rows"),
    TableCopy.ROWS: ("Questions and rows", "every cell empty"),
    TableCopy.ALL: ("Everything", "texts and evidence too"),
}


class TableActs(Acts):
    """Asks in small forms; `copy_wanted` carries a name and how much to copy."""

    copy_wanted = Signal(str, object)

    def __init__(self, view: CellsView, model: CellsModel) -> None:
        super().__init__(view, model)
        self.place: Callable[[], QPoint] = self.at_current
        self.name_form = NameForm("Rename table", "Rename", self.owner)
        self.copy_form = NameForm("Duplicate table", "Duplicate", self.owner)
        self.copy_popup = AskingPopup(self.owner)
        self.copy_popup.setFixedSize(400, 190)
        self.hidden_popup = AskingPopup(self.owner)
        self.hidden_popup.setFixedSize(420, 300)
        self._what = TableCopy.ALL
        self.name_form.submitted.connect(self._rename)
        self.copy_popup.choices.chosen.connect(self._name_copy)
        self.copy_form.submitted.connect(
            lambda name: self.copy_wanted.emit(name, self._what)
        )
        self.hidden_popup.choices.chosen.connect(self._show_again)

    def by_id(self) -> Mapping[str, Callable[[], object]]:
        """Return what to do for each action."""
        return {
            "table.rename": self.open_rename,
            "table.duplicate": self.open_duplicate,
            "table.show_hidden": self.open_hidden,
            "table.show_all": self.clear_filter,
            "table.pin": self.toggle_pin,
            "table.remove": self.remove,
        }

    def open_rename(self) -> None:
        """Open the form with the table's name."""
        self.name_form.open_at(self.place(), self.model.table.name)

    def open_duplicate(self) -> None:
        """Ask how much to copy, then for a name."""
        choices = [Choice(*words, what) for what, words in COPIES.items()]
        self.copy_popup.ask("Duplicate table", "How much of it", choices)
        self.copy_popup.begin_at(self.place())

    def open_hidden(self) -> None:
        """Offer the hidden rows and columns to be shown again."""
        table = self.model.table
        rows = [it for it in table.rows if it.is_hidden]
        columns = [it for it in table.columns if it.is_hidden]
        if rows or columns:
            everything = [it.id for it in rows], [it.id for it in columns]
            self.hidden_popup.ask(
                "Show again",
                "Hidden row or column",
                [
                    Choice("All of them", "", everything),
                    *(Choice(it.name, "column", ([], [it.id])) for it in columns),
                    *(Choice(it.name, "row", ([it.id], [])) for it in rows),
                ],
            )
            self.hidden_popup.begin_at(self.place())

    def clear_filter(self) -> None:
        """Show the rows that a filter leaves out."""
        look = self.model.look
        self.model.look_at(Look(look.order, folded=look.folded))

    def keep_order(self) -> None:
        """Show the rows in their own order again."""
        self.model.look_at(replace(self.model.look, order=None))

    def toggle_pin(self) -> None:
        """Let the first column stay in view, or scroll with the others."""
        self.view.pin(is_pinned=not self.view.is_pinned)

    def remove(self) -> None:
        """Want the table to be removed."""
        table_id = self.model.table.id
        self.wanted.emit(lambda it: tables.remove_table(it, table_id))

    def _rename(self, name: str) -> None:
        table_id = self.model.table.id
        self.wanted.emit(lambda it: tables.rename_table(it, table_id, name))

    def _name_copy(self, what: TableCopy) -> None:
        self.copy_popup.close()
        self._what = what
        self.copy_form.open_at(self.place(), f"{self.model.table.name} (copy)")

    def _show_again(self, hidden: tuple[list[RowId], list[ColumnId]]) -> None:
        self.hidden_popup.close()
        rows, columns = hidden

        def act(project: Project) -> None:
            with project.operation("Show again"):
                tables.hide_rows(project, rows, is_hidden=False)
                tables.hide_columns(project, columns, is_hidden=False)

        self.wanted.emit(act)
