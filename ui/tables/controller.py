"""Turns what is asked in a table's tab into operations."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QObject, Qt, Signal

from ui.common import Common
from ui.tables.acts import Act
from ui.tables.following import SHAPE, FollowedTable
from ui.tables.judging import Judging
from ui.tables.panel import TablePanel
from workbench.errors import NotFound
from workbench.model.cells import Role
from workbench.model.changes import Changes
from workbench.model.documents import Document
from workbench.model.ids import CitationId, ColumnId, DocumentId, RowId
from workbench.model.table_copies import TableCopy
from workbench.operations import cells
from workbench.operations.table_copies import duplicate_table


class TableController(QObject):
    """Keeps one table's tab true to the project.

    `removed` says that the table is no longer there, so that its tab can be closed;
    if it comes back by undo, it has to be opened again. `copied` names a new table.
    """

    removed = Signal()
    copied = Signal(int)

    def __init__(
        self, common: Common, panel: TablePanel, followed: FollowedTable
    ) -> None:
        super().__init__(panel)
        self._project = common.project
        self._notices = common.notices
        self._panel = panel
        self._followed = followed
        self._documents: dict[DocumentId, Document] = {}
        panel.set_editable(is_editable=not self._project.is_read_only)
        self._connect(panel)
        self._take_documents()
        self._take_tags()
        self._take_gathered()
        self._show_all()
        self._show_notes()
        self._judging = Judging(self._project, common.runner, panel.model)
        common.signals.changed.connect(self._follow)

    def _connect(self, panel: TablePanel) -> None:
        panel.wanted.connect(self._do)
        panel.copy_wanted.connect(self._duplicate)
        panel.summary_edited.connect(self._set_summary)
        panel.citations_removed.connect(self._remove_citations)
        panel.roles_requested.connect(self._change_roles)

    def _follow(self, changes: Changes) -> None:
        try:
            changed = self._followed.follow(changes)
        except NotFound:
            self.removed.emit()
            return
        if ids := changes.ids.get("documents"):
            self._take_changed(ids)
        if changes.touches("tags"):
            self._take_tags()
        if changes.touches("case_documents", "mentions"):
            self._take_gathered()
        if changes.touches(*SHAPE, "documents", "cases", "tags"):
            self._show_all()
        elif changed:
            self._panel.show_cells(self._followed.table, changed)
        if changes.touches("notes", "cells"):
            self._show_notes()
        self._judging.follow(changes, changed)

    def _show_all(self) -> None:
        cases = self._project.cases.all()
        self._panel.show_table(self._followed.table, self._documents, cases)

    def _show_notes(self) -> None:
        noted = self._project.notes.cells_with(self._followed.table.id)
        self._panel.model.show_notes(noted)

    def _take_documents(self) -> None:
        self._documents = {it.id: it for it in self._project.documents.all()}

    def _take_changed(self, ids: AbstractSet[int]) -> None:
        found = {it.id: it for it in self._project.documents.some(ids)}
        documents = self._documents | found
        for gone in ids - found.keys():
            documents.pop(DocumentId(gone), None)
        self._documents = {it: documents[it] for it in sorted(documents)}

    def _take_gathered(self) -> None:
        model = self._panel.model
        model.words.gathered = self._project.cases.gathered()
        rows = Qt.Orientation.Vertical
        model.headerDataChanged.emit(rows, 0, model.rowCount() - 1)

    def _take_tags(self) -> None:
        tags = self._project.tags.all()
        self._panel.column_acts.tags = tags
        self._panel.model.words.tags = {it.id: it.path for it in tags}

    def _do(self, act: Act) -> None:
        with self._notices.guard():
            act(self._project)

    def _duplicate(self, name: str, what: TableCopy) -> None:
        with self._notices.guard():
            table_id = self._followed.table.id
            self.copied.emit(duplicate_table(self._project, table_id, name, what))

    def _set_summary(self, row_id: int, column_id: int, summary: str) -> None:
        with self._notices.guard():
            cells.set_summary(
                self._project, RowId(row_id), ColumnId(column_id), summary
            )

    def _remove_citations(self, ids: list[CitationId]) -> None:
        with self._notices.guard():
            cells.remove_citations(self._project, ids)

    def _change_roles(self, ids: list[CitationId], role: Role) -> None:
        with self._notices.guard():
            cells.change_roles(self._project, ids, role)
