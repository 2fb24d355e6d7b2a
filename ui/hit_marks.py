"""Marks every hit of the search in the texts that are open, read in jobs."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from PySide6.QtCore import QObject

from ui.asking import LatestQuestion
from ui.common import Common
from ui.jobs import Lane
from ui.reader.found_spans import FoundSpans
from ui.reader.panel import ReaderPanel
from ui.readers import Readers
from workbench.model.ids import DocumentId
from workbench.model.search import SearchOptions
from workbench.views import ProjectView

Found = Mapping[DocumentId, FoundSpans]


class HitMarks(QObject):
    """Knows what is searched for; a hidden reader gets its marks when it is shown."""

    def __init__(self, common: Common, readers: Readers) -> None:
        super().__init__(readers)
        self._readers = readers
        self._query = ""
        self._options = SearchOptions()
        self._unmarked: set[ReaderPanel] = set()
        self._question = LatestQuestion[Found](
            common.project,
            common.runner,
            "Marking hits",
            self,
            Lane.COMPLETION,
        )
        self._question.answered.connect(self._mark)
        self._question.failed.connect(common.notices.problem)
        readers.made.connect(self._watch)

    def show(self, query: str, options: SearchOptions) -> None:
        """Mark what a query finds, in place of what the one before found."""
        self._query, self._options = query, options
        self._unmarked = set(self._readers.all())
        if query.strip():
            self._catch_up()
        else:
            self._question.drop()
            for reader in self._unmarked:
                reader.show_hits(())
            self._unmarked.clear()

    def _watch(self, reader: ReaderPanel) -> None:
        self._unmarked.add(reader)
        reader.shown.connect(self._catch_up)
        reader.destroyed.connect(lambda: self._unmarked.discard(reader))

    def _catch_up(self) -> None:
        """Read the hits of the texts in view that are not marked yet."""
        waiting = [it for it in self._unmarked if it.isVisible()]
        if not waiting or not self._query.strip():
            return
        documents = {self._readers.document_of(it) for it in waiting}
        query, options = self._query, self._options
        self._question.ask(lambda view: _found(view, query, options, documents))

    def _mark(self, found: Found) -> None:
        for reader in list(self._unmarked):
            spans = found.get(self._readers.document_of(reader))
            if spans is not None:
                reader.show_hits(spans)
                self._unmarked.discard(reader)
        self._catch_up()


def _found(
    view: ProjectView,
    query: str,
    options: SearchOptions,
    documents: set[DocumentId],
) -> Found:
    return {it: _in_document(view, query, options, it) for it in documents}


def _in_document(
    view: ProjectView, query: str, options: SearchOptions, document_id: DocumentId
) -> FoundSpans:
    starts, ends = array("q"), array("q")
    for found in view.matches(query, options, document_id):
        starts.extend(found.starts)
        ends.extend(found.ends)
    return FoundSpans(starts, ends)
