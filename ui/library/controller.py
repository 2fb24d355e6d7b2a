"""Turns what is asked of the library into operations, and shows what changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.asking_first import before_deleting_documents
from ui.described.model import Edit
from ui.described.serving import ValueServer
from ui.keymap import undo_hint
from ui.library.listing import DocumentListing
from ui.library.panel import LibraryPanel
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.widgets.counting import count_of
from workbench.model.attributes import Subject
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId
from workbench.operations.documents import edit_document, remove_documents
from workbench.project import Project

TAGGING = ("taggings", "tags", "passages")
COUNTS_WAIT = 120
"""Milliseconds until passages are counted, so that tagging does not wait for it."""


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
        self._model = panel.model
        self._notices = notices
        self._model.read_tags = self._tags_of_documents
        self._model.edit_requested.connect(self._edit)
        self._values = ValueServer(project, Subject.DOCUMENT, panel.model, notices)
        self._counting = QTimer(self, singleShot=True, interval=COUNTS_WAIT)
        self._counting.timeout.connect(self._count)
        signals.closed.connect(self._counting.stop)
        signals.changed.connect(self._refresh)
        self.serve(panel)
        self.show()

    def serve(self, listing: DocumentListing) -> None:
        """Carry out what is asked for in a listing of the same model."""
        listing.remove_requested.connect(lambda ids: self._ask_to_remove(listing, ids))

    def show(self) -> None:
        """Read the documents again."""
        self._values.show()
        self._model.show(self._project.documents.all())
        self._show_state()

    def _refresh(self, changes: Changes) -> None:
        ids = changes.ids.get("documents", frozenset())
        if ids:
            self._model.update(self._project.documents.some(ids), ids)
        if changes.touches("zones"):
            # Which documents had the zones that are gone, nobody can say any more.
            self._model.show(self._project.documents.all())
            self._show_state()
        self._values.refresh(changes)
        if changes.touches("passages"):
            self._counting.start()
        if changes.touches(*TAGGING):
            self._model.forget_tags()

    def _count(self) -> None:
        self._model.show_counts(self._project.documents.passage_counts())
        self._show_state()

    def _show_state(self) -> None:
        project = self._project
        self._model.show_state(
            project.zones.counts(), project.passages.to_review_counts()
        )

    def _tags_of_documents(self) -> dict[DocumentId, list[str]]:
        tagged = self._project.tags.in_documents()
        paths = {tag.id: tag.path for tag in self._project.tags.all()}
        found = defaultdict(list)
        for document_id, tag_id in tagged:
            found[document_id].append(paths[tag_id])
        return found

    def _edit(self, edit: Edit) -> None:
        document_id = DocumentId(edit.thing_id)
        with self._notices.guard():
            edit_document(self._project, document_id, **{edit.key: edit.text})
            self._notices.done(f"Changed the {edit.key} · {undo_hint()}")

    def _ask_to_remove(self, listing: QWidget, document_ids: list[int]) -> None:
        ids = [DocumentId(one) for one in document_ids]
        before_deleting_documents(
            listing, self._project, ids, lambda: self._remove(ids)
        )

    def _remove(self, ids: Sequence[DocumentId]) -> None:
        with self._notices.guard():
            remove_documents(self._project, ids)
            deleted = count_of(len(ids), "document")
            self._notices.done(f"Deleted {deleted} · {undo_hint()}")
