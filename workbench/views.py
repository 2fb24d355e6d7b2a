"""What reads and writes a project: its stores together, over one connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from workbench.model.aliases import AliasName
from workbench.model.bin import Removed
from workbench.model.ids import DocumentId
from workbench.model.search import (
    Answer,
    DocumentMatches,
    Explanation,
    Facet,
    Hit,
    HitList,
    SearchOptions,
    Understood,
)
from workbench.search.index import Index
from workbench.search.rows import Indexed
from workbench.search.searcher import DEFAULT_LIMIT, DEFAULT_OPTIONS, Searcher
from workbench.store import database
from workbench.store.aliases import AliasStore
from workbench.store.attributes import AttributeStore
from workbench.store.bin import BinStore
from workbench.store.bookmarks import BookmarkStore
from workbench.store.documents import DocumentStore
from workbench.store.history import StepStore
from workbench.store.notes import NoteStore
from workbench.store.passage_rows import PassageRowStore
from workbench.store.passages import PassageStore
from workbench.store.searches import SearchStore
from workbench.store.tables import CaseStore, TableStore
from workbench.store.tags import TagStore
from workbench.store.texts import TextCache
from workbench.store.versions import VersionStore
from workbench.store.zones import ZoneStore

STEPS_BETWEEN_LOOKS = 50_000
"""Steps of SQLite's machine, about a millisecond, between looks whether to go on."""


class Stores:
    """The stores of a project over one connection; `texts` may outlive them."""

    def __init__(
        self, connection: sqlite3.Connection, texts: TextCache | None = None
    ) -> None:
        self.documents = DocumentStore(connection, texts)
        self.versions = VersionStore(connection)
        self.zones = ZoneStore(connection)
        self.bookmarks = BookmarkStore(connection)
        self.passages = PassageStore(connection)
        self.passage_rows = PassageRowStore(connection)
        self.tags = TagStore(connection)
        self.notes = NoteStore(connection)
        self.cases = CaseStore(connection)
        self.attributes = AttributeStore(connection)
        self.tables = TableStore(connection)
        self.aliases = AliasStore(connection)
        self.searches = SearchStore(connection)
        self.history = StepStore(connection)
        self.bin = BinStore(connection)


class Edit(Stores):
    """What an operation writes with; `label` names the step it will become."""

    def __init__(
        self, connection: sqlite3.Connection, analyst: str, texts: TextCache
    ) -> None:
        super().__init__(connection, texts)
        self.analyst = analyst
        self.label = ""
        self.removed: list[Removed] = []

    def put_into_bin(self, table: str, row_id: int, name: str) -> None:
        """Let the bin show a row that this operation removes, under this name."""
        self.removed.append(Removed(table, row_id, name))


class ProjectView(Stores):
    """A project to read from, over a connection of its own; `analyst` reads it."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, analyst: str = ""
    ) -> None:
        super().__init__(connection)
        self.path = path
        self.analyst = analyst
        self._reading = connection
        self._searcher = Searcher(connection, self.documents)

    @property
    def name(self) -> str:
        """The project's name: that of its file, without the suffix."""
        return self.path.stem

    def search(
        self,
        query: str,
        options: SearchOptions = DEFAULT_OPTIONS,
        limit: int = DEFAULT_LIMIT,
    ) -> Answer:
        """Answer what an analyst typed; never raises on account of the query."""
        return self._searcher.search(query, options, limit)

    def matches(
        self,
        query: str,
        options: SearchOptions = DEFAULT_OPTIONS,
        document_id: DocumentId | None = None,
    ) -> Iterator[DocumentMatches]:
        """Yield every match, document by document, or those of one document."""
        return self._searcher.matches(query, options, document_id)

    def count(
        self, query: str, options: SearchOptions = DEFAULT_OPTIONS
    ) -> tuple[int, int]:
        """Return how many documents and how many hits a query finds."""
        return self._searcher.count(query, options)

    def understood(
        self, query: str, options: SearchOptions = DEFAULT_OPTIONS
    ) -> Understood:
        """Return how a query is read, without asking it."""
        return self._searcher.understood(query, options)

    def word_counts(self) -> list[tuple[str, int, int]]:
        """Return every word, in how many paragraphs it stands and how often.

        Words are in the search index's spelling, and what stands in zones counts.
        """
        return self._searcher.word_counts()

    def listing(
        self, query: str, options: SearchOptions = DEFAULT_OPTIONS
    ) -> HitList | None:
        """Return every hit of a query, document by document."""
        return self._searcher.listing(query, options)

    def hits(
        self, query: str, options: SearchOptions, rows: Sequence[int]
    ) -> dict[int, Hit]:
        """Return the hits of some rows of a listing."""
        return self._searcher.hits(query, options, rows)

    def facets(
        self, query: str, options: SearchOptions = DEFAULT_OPTIONS
    ) -> tuple[Facet, ...]:
        """Return what narrows a query, counted in the documents that it finds."""
        return self._searcher.facets(query, options)

    def explain(
        self,
        query: str,
        document_id: DocumentId,
        options: SearchOptions = DEFAULT_OPTIONS,
    ) -> Explanation:
        """Say why a query finds a document, or why not; `NotFound` without it."""
        self.documents.get(document_id)
        return self._searcher.explain(query, document_id, options)

    def stop_when(self, is_unwanted: Callable[[], bool]) -> None:
        """Make whatever is read from now on fail soon after this becomes true."""
        self._reading.set_progress_handler(is_unwanted, STEPS_BETWEEN_LOOKS)

    def documents_with(self, name: AliasName) -> int:
        """Return how many documents have a name, written as the register says."""
        return self._searcher.documents_with(name)

    def problems(self) -> list[str]:
        """Return what is wrong with the file's pages, keys and search index."""
        texts = self.documents
        indexed = (
            (it.id, Indexed(texts.text(it.id), texts.blocks(it.id), texts.zones(it.id)))
            for it in texts.all()
        )
        problems = database.integrity_problems(self._reading)
        return problems + Index(self._reading).problems(indexed)
