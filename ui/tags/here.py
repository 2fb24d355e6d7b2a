"""How many passages of the document being read have each tag, kept as they change.

Only what changed is read again: a document may have 50,000 passages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.model.changes import Changes
from workbench.model.ids import DocumentId, TagId
from workbench.project import Project

SLICE = 500
"""How many passages are read at once: some milliseconds."""


class CountsHere(QObject):
    """Counts for one document at a time; `changed` says that there are others."""

    changed = Signal()

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._outlines = project.passages.outlines
        self._document_id: DocumentId | None = None
        self._tags_of: dict[int, tuple[TagId, ...]] = {}
        self._counts: Counter[TagId] = Counter()
        self._wanted: list[int] = []
        self._between = QTimer(self, interval=0)
        self._between.timeout.connect(self._read_some)

    @property
    def counts(self) -> Mapping[TagId, int] | None:
        """Return the counts; None while there is no document, or not all is read."""
        is_known = self._document_id is not None and not self._wanted
        return dict(self._counts) if is_known else None

    def begin(self, document_id: DocumentId) -> None:
        """Count for this document from now on."""
        if document_id != self._document_id:
            self._document_id = document_id
            self._tags_of.clear()
            self._counts.clear()
            self._wanted = []
            self._want(self._outlines.ids(document_id))

    def follow(self, changes: Changes) -> None:
        """Count anew what a change may have touched."""
        empty: frozenset[int] = frozenset()
        kinds = ("passages", "tagged_passages")
        touched = empty.union(*(changes.ids.get(kind, empty) for kind in kinds))
        if self._document_id is not None and touched:
            self._want(touched)

    def stop(self) -> None:
        """Read nothing more."""
        self._between.stop()

    def _want(self, ids: Iterable[int]) -> None:
        self._wanted += ids
        self._read_some()

    def _read_some(self) -> None:
        now, self._wanted = self._wanted[:SLICE], self._wanted[SLICE:]
        self._read(now)
        if self._wanted:
            self._between.start()
        else:
            self._between.stop()
            self.changed.emit()

    def _read(self, ids: Collection[int]) -> None:
        assert self._document_id is not None
        for passage_id in ids:
            self._counts.subtract(self._tags_of.pop(passage_id, ()))
        for outline in self._outlines.some(self._document_id, ids):
            self._tags_of[outline.id] = outline.tag_ids
            self._counts.update(outline.tag_ids)
