"""Turns what is asked in a table's tab into operations."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.tables.forms import NewRow
from ui.tables.panel import TablePanel
from workbench.errors import NotFound
from workbench.model.cells import Role
from workbench.model.changes import Changes
from workbench.model.ids import CitationId, ColumnId, DocumentId, RowId
from workbench.operations import cells, tables
from workbench.project import Project

SHOWN_KINDS = (
    "comparison_tables",
    "table_rows",
    "table_columns",
    "cells",
    "citations",
    "documents",
    "passages",
    "cases",
)


class TableController(QObject):
    """Keeps one table's tab true to the project.

    `removed` says that the table is no longer there, so that its tab can be closed;
    if it comes back by undo, it has to be opened again.
    """

    removed = Signal()

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: TablePanel,
        notices: Notices,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._table_id = panel.table.id
        panel.set_editable(is_editable=not project.is_read_only)
        signals.changed.connect(self._project_changed)
        self._connect(panel)
        self._refresh()

    def _connect(self, panel: TablePanel) -> None:
        panel.summary_edited.connect(self._set_summary)
        panel.row_requested.connect(self._add_row)
        panel.row_renamed.connect(self._rename_row)
        panel.rows_removed.connect(self._remove_rows)
        panel.column_requested.connect(self._add_column)
        panel.column_edited.connect(self._edit_column)
        panel.columns_removed.connect(self._remove_columns)
        panel.table_renamed.connect(self._rename_table)
        panel.table_removed.connect(self._remove_table)
        panel.citations_removed.connect(self._remove_citations)
        panel.roles_requested.connect(self._change_roles)

    def _project_changed(self, changes: Changes) -> None:
        if changes.touches(*SHOWN_KINDS):
            self._refresh()
        elif changes.touches("notes"):
            self._show_notes()

    def _refresh(self) -> None:
        try:
            table = self._project.tables.get(self._table_id)
        except NotFound:
            self.removed.emit()
            return
        documents = {it.id: it for it in self._project.documents.all()}
        self._panel.show_table(table, documents, self._project.cases.all())
        self._show_notes()

    def _show_notes(self) -> None:
        self._panel.model.show_notes(self._project.notes.cells_with(self._table_id))

    def _set_summary(self, row_id: int, column_id: int, summary: str) -> None:
        with self._notices.guard():
            cells.set_summary(
                self._project, RowId(row_id), ColumnId(column_id), summary
            )

    def _add_row(self, row: NewRow) -> None:
        with self._notices.guard():
            if row.is_new_case:
                tables.add_case_row(self._project, self._table_id, row.name)
                return
            name = self._free_name(row)
            tables.add_row(
                self._project, self._table_id, name, row.document_id, row.case_id
            )

    def _free_name(self, row: NewRow) -> str:
        """Return the row's name, told apart by file name if two titles are alike."""
        taken = {other.name.casefold() for other in self._panel.table.rows}
        if row.document_id is None or row.name.casefold() not in taken:
            return row.name
        return f"{row.name} ({self._file_name(row.document_id)})"

    def _file_name(self, document_id: DocumentId) -> str:
        return self._project.documents.get(document_id).name

    def _rename_row(self, row_id: int, name: str) -> None:
        with self._notices.guard():
            tables.rename_row(self._project, RowId(row_id), name)

    def _remove_rows(self, ids: list[RowId]) -> None:
        with self._notices.guard():
            tables.remove_rows(self._project, ids)

    def _add_column(self, name: str, question: str) -> None:
        with self._notices.guard():
            tables.add_column(self._project, self._table_id, name, question)

    def _edit_column(self, column_id: int, name: str, question: str) -> None:
        with self._notices.guard():
            tables.edit_column(
                self._project, ColumnId(column_id), name=name, question=question
            )

    def _remove_columns(self, ids: list[ColumnId]) -> None:
        with self._notices.guard():
            tables.remove_columns(self._project, ids)

    def _rename_table(self, name: str) -> None:
        with self._notices.guard():
            tables.rename_table(self._project, self._table_id, name)

    def _remove_table(self) -> None:
        with self._notices.guard():
            tables.remove_table(self._project, self._table_id)

    def _remove_citations(self, ids: list[CitationId]) -> None:
        with self._notices.guard():
            cells.remove_citations(self._project, ids)

    def _change_roles(self, ids: list[CitationId], role: Role) -> None:
        with self._notices.guard():
            cells.change_roles(self._project, ids, role)
