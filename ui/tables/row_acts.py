"""What can be done with rows: adding, naming, describing, grouping, moving, hiding."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Signal

from ui.tables.acts import Acts
from ui.tables.forms.basic import AddRowForm, NameForm, NewRow
from ui.tables.forms.documents import DocumentsForm
from ui.tables.forms.row import RowDescriber
from ui.tables.grid.cells_view import CellsView
from ui.tables.model import CellsModel, note_target_of
from ui.widgets.asking_popup import AskingPopup
from ui.widgets.choice_list import Choice
from workbench.model.cases import Case
from workbench.model.documents import Document
from workbench.model.ids import CaseId, DocumentId, RowId
from workbench.operations import tables
from workbench.operations.table_rows import add_document_rows, move_row
from workbench.project import Project


class RowActs(Acts):
    """Asks in small forms, then wants it done."""

    note_requested = Signal(object)  # NoteTarget

    def __init__(self, view: CellsView, model: CellsModel) -> None:
        super().__init__(view, model)
        self.cases: Sequence[Case] = ()
        self.documents_selected: Callable[[], Sequence[DocumentId]] = list
        self.place: Callable[[], QPoint] = self.at_current
        self.add_form = AddRowForm(self.owner)
        self.documents_form = DocumentsForm(self.owner)
        self.name_form = NameForm("Rename row", "Rename", self.owner)
        self.group_popup = AskingPopup(self.owner)
        self.group_popup.setFixedSize(400, 280)
        self.describer = RowDescriber(self.owner)
        self.add_form.row_requested.connect(self._add)
        self.documents_form.submitted.connect(self._add_documents)
        self.name_form.submitted.connect(self._rename)
        self.group_popup.choices.typed.connect(self._offer_heading)
        self.group_popup.choices.chosen.connect(self._group)
        self.describer.described.connect(self._describe)
        view.row_moved.connect(self._move)

    def by_id(self) -> Mapping[str, Callable[[], object]]:
        """Return what to do for each action."""
        return {
            "table.add_row": self.open_add,
            "table.add_documents": self.open_documents,
            "table.rename_row": self.open_rename,
            "table.describe_row": self.open_describe,
            "table.group_rows": self.open_group,
            "table.row_up": lambda: self.view.step_line(-1),
            "table.row_down": lambda: self.view.step_line(1),
            "table.hide_rows": self.hide,
            "table.remove_rows": self.remove,
            "table.row_note": self.note,
        }

    def open_add(self) -> None:
        """Open the form for one row."""
        cased = {row.case_id for row in self.model.table.rows}
        cases = [case for case in self.cases if case.id not in cased]
        self.add_form.open_at(self.place(), self._free_documents(), cases)

    def open_documents(self) -> None:
        """Open the form for many rows of documents."""
        chosen = self.documents_selected()
        self.documents_form.open_at(self.place(), self._free_documents(), chosen)

    def open_rename(self) -> None:
        """Open the form with the current row's name."""
        if row := self.current_row():
            self.name_form.open_at(self.at_current(), row.name)

    def open_describe(self) -> None:
        """Ask which document the current row describes, then which case."""
        if row := self.current_row():
            documents = self.model.words.documents.values()
            self.describer.ask_at(self.at_current(), row, documents, self.cases)

    def open_group(self) -> None:
        """Ask for the heading of the selected rows."""
        groups = dict.fromkeys(row.group for row in self.model.table.rows)
        choices = [Choice(it, "heading", it) for it in groups if it]
        choices.append(Choice("No heading", "take them from under theirs", ""))
        self.group_popup.ask("Group rows", "Heading, an old or a new one", choices)
        self.group_popup.begin_at(self.at_current())

    def hide(self) -> None:
        """Want the rows of the selected cells to be hidden."""
        if ids := self.rows():
            self.wanted.emit(lambda it: tables.hide_rows(it, ids, is_hidden=True))

    def remove(self) -> None:
        """Want the rows of the selected cells to be removed."""
        if ids := self.rows():
            self.wanted.emit(lambda it: tables.remove_rows(it, ids))

    def note(self) -> None:
        """Ask for the note on what the current row describes."""
        row = self.current_row()
        target = note_target_of(row) if row else None
        if target is not None:
            self.note_requested.emit(target)

    def _free_documents(self) -> list[Document]:
        used = {row.document_id for row in self.model.table.rows}
        return [it for it in self.model.words.documents.values() if it.id not in used]

    def _add(self, row: NewRow) -> None:
        table_id = self.model.table.id

        def add(project: Project) -> list[RowId]:
            if row.is_new_case:
                return [tables.add_case_row(project, table_id, row.name)]
            if row.document_id is not None:
                return add_document_rows(project, table_id, [row.document_id])
            return [tables.add_row(project, table_id, row.name, None, row.case_id)]

        self._want_new(add)

    def _add_documents(self, ids: Sequence[DocumentId]) -> None:
        table_id = self.model.table.id
        self._want_new(lambda it: add_document_rows(it, table_id, ids))

    def _want_new(self, add: Callable[[Project], Sequence[RowId]]) -> None:
        def act(project: Project) -> None:
            added = add(project)
            column = self.current_column()
            if added and column:
                self.stand_on(added[0], column.id)

        self.wanted.emit(act)

    def _rename(self, name: str) -> None:
        if row := self.current_row():
            self.wanted.emit(lambda it: tables.rename_row(it, row.id, name))

    def _move(self, row_id: int, below: RowId | None, group: str) -> None:
        table_id = self.model.table.id
        self.wanted.emit(lambda it: move_row(it, table_id, RowId(row_id), below, group))

    def _offer_heading(self, typed: str) -> None:
        known = {row.group.casefold() for row in self.model.table.rows}
        if typed and typed.casefold() not in known:
            new = Choice(f"New heading “{typed}”", "heading", typed)
            self.group_popup.choices.add_for_typed([new])

    def _group(self, group: str) -> None:
        self.group_popup.close()
        ids = self.rows()
        self.wanted.emit(lambda it: tables.group_rows(it, ids, group))

    def _describe(self, document_id: DocumentId | None, case_id: CaseId | None) -> None:
        if row := self.current_row():
            self.wanted.emit(
                lambda it: tables.describe_row(it, row.id, document_id, case_id)
            )
