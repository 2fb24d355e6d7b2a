"""What can be done with columns: adding, editing, moving, hiding, sorting by them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint

from ui.tables.acts import Acts
from ui.tables.forms.column import ColumnForm
from ui.tables.grid.cells_view import CellsView
from ui.tables.model import CellsModel
from ui.widgets.asking_popup import AskingPopup
from ui.widgets.choice_list import Choice
from workbench.model.ids import ColumnId
from workbench.model.tables import ColumnKind
from workbench.model.tags import Tag
from workbench.operations import tables
from workbench.operations.looks import Order
from workbench.project import Project


class ColumnActs(Acts):
    """Asks in small forms, then wants it done."""

    def __init__(self, view: CellsView, model: CellsModel) -> None:
        super().__init__(view, model)
        self.tags: Sequence[Tag] = ()
        self.place: Callable[[], QPoint] = self.at_current
        self.add_form = ColumnForm("Add column", "Add column", self.owner)
        self.edit_form = ColumnForm("Edit column", "Keep", self.owner)
        self.sort_popup = AskingPopup(self.owner)
        self.sort_popup.setFixedSize(400, 280)
        self.add_form.submitted.connect(self._add)
        self.edit_form.submitted.connect(self._edit)
        self.sort_popup.choices.chosen.connect(self._sort)
        view.column_moved.connect(self._move)

    def by_id(self) -> Mapping[str, Callable[[], object]]:
        """Return what to do for each action."""
        return {
            "table.add_column": self.open_add,
            "table.edit_column": self.open_edit,
            "table.column_left": lambda: self.view.step_column(-1),
            "table.column_right": lambda: self.view.step_column(1),
            "table.hide_columns": self.hide,
            "table.remove_columns": self.remove,
            "table.sort": self.open_sort,
        }

    def open_add(self) -> None:
        """Open the form for a column."""
        self.add_form.open_at(self.place(), self.tags)

    def open_edit(self) -> None:
        """Open the form with all that is known of the current column."""
        if it := self.current_column():
            place = self.at_current()
            self.edit_form.open_at(place, self.tags, it.name, it.question, it.kind)

    def open_sort(self) -> None:
        """Ask what to sort by: the current column's answers, states, or names."""
        column, order = self.current_column(), self.model.look.order
        choices = [Choice("Their own order", "as you arranged them", None)]
        if column:
            choices = [
                _choice(f"{column.name}: least first", column.id),
                _choice(f"{column.name}: most first", column.id, is_descending=True),
                _choice(f"{column.name}: worst state first", column.id, by_state=True),
                *choices,
            ]
        choices.append(_choice("Names of the rows, A to Z", None))
        choices.append(_choice("Names of the rows, Z to A", None, is_descending=True))
        choices.sort(key=lambda it: it.value != order if order else False)
        self.sort_popup.ask("Sort rows", "What to sort by", choices)
        self.sort_popup.begin_at(self.at_current())

    def hide(self) -> None:
        """Want the columns of the selected cells to be hidden."""
        if ids := self.columns():
            self.wanted.emit(lambda it: tables.hide_columns(it, ids, is_hidden=True))

    def remove(self) -> None:
        """Want the columns of the selected cells to be removed."""
        if ids := self.columns():
            self.wanted.emit(lambda it: tables.remove_columns(it, ids))

    def _add(self, name: str, question: str, kind: ColumnKind) -> None:
        table_id = self.model.table.id

        def act(project: Project) -> None:
            added = tables.add_column(project, table_id, name, question, kind)
            if row := self.current_row():
                self.stand_on(row.id, added)

        self.wanted.emit(act)

    def _edit(self, name: str, question: str, kind: ColumnKind) -> None:
        if column := self.current_column():
            self.wanted.emit(
                lambda it: tables.edit_column(
                    it, column.id, name=name, question=question, kind=kind
                )
            )

    def _move(self, column_id: int, beside: ColumnId | None) -> None:
        table_id = self.model.table.id
        ids = [it.id for it in self.model.table.columns if it.id != column_id]
        place = ids.index(beside) + 1 if beside in ids else 0
        ids.insert(place, ColumnId(column_id))
        self.wanted.emit(lambda it: tables.arrange_columns(it, table_id, ids))

    def _sort(self, order: Order | None) -> None:
        self.sort_popup.close()
        self.model.look_at(replace(self.model.look, order=order))


def _choice(
    name: str,
    column_id: ColumnId | None,
    *,
    is_descending: bool = False,
    by_state: bool = False,
) -> Choice:
    return Choice(name, "", Order(column_id, is_descending, by_state))
