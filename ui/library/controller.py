"""Turns what is asked of the library into operations, and shows what changed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.library.listing import DocumentListing
from ui.library.model import Column, Edit
from ui.library.panel import LibraryPanel
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId
from workbench.operations.documents import edit_document, remove_documents
from workbench.project import Project


class LibraryController(QObject):
    """Serves the library panel and every table built on its model."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: LibraryPanel,
        notices: Notices,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        panel.model.edit_requested.connect(self._edit)
        signals.changed.connect(self._refresh)
        self.serve(panel)
        self.show()

    def serve(self, listing: DocumentListing) -> None:
        """Carry out what is asked for in a listing of the same model."""
        listing.remove_requested.connect(self._remove)

    def show(self) -> None:
        """Read the documents again."""
        self._panel.model.show(self._project.documents.all())

    def _refresh(self, changes: Changes) -> None:
        ids = changes.ids.get("documents", frozenset())
        if ids:
            self._panel.model.update(self._project.documents.some(ids), ids)
        if changes.touches("passages"):
            self._panel.model.show_counts(self._project.documents.passage_counts())

    def _edit(self, edit: Edit) -> None:
        document_id = DocumentId(edit.document_id)
        field = Column(edit.column).name.lower()
        with self._notices.guard():
            if edit.column is Column.TITLE:
                edit_document(self._project, document_id, title=edit.text)
            elif edit.column is Column.DATE:
                edit_document(self._project, document_id, date=edit.text)
            else:
                edit_document(self._project, document_id, source=edit.text)
            self._notices.done(f"Changed the {field} · Ctrl+Z to undo")

    def _remove(self, document_ids: list[int]) -> None:
        with self._notices.guard():
            remove_documents(self._project, [DocumentId(one) for one in document_ids])
            count = len(document_ids)
            noun = "1 document" if count == 1 else f"{count} documents"
            self._notices.done(f"Removed {noun} · Ctrl+Z to undo")
