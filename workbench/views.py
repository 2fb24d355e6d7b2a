"""What reads and writes a project: its stores together, over one connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from workbench.model.bin import Removed
from workbench.model.ids import DocumentId
from workbench.model.search import Explanation, SearchOptions
from workbench.search.indexing.index import Index
from workbench.search.indexing.rows import Indexed
from workbench.search.searcher import (
    DEFAULT_OPTIONS,
    Searcher,
)
from workbench.store import database
from workbench.store.absences import AbsenceStore
from workbench.store.aliases import AliasStore
from workbench.store.attributes import AttributeStore
from workbench.store.bin import BinStore
from workbench.store.bookmarks import BookmarkStore
from workbench.store.cases import CaseStore
from workbench.store.cell_keys import CellKeyStore
from workbench.store.cell_names import CellNameStore
from workbench.store.cells import CellStore
from workbench.store.checks import CheckStore
from workbench.store.dependents import DependentStore
from workbench.store.documents import DocumentStore
from workbench.store.folders import FolderStore
from workbench.store.history import StepStore
from workbench.store.links import LinkStore
from workbench.store.matrices import MatrixStore
from workbench.store.notes import NoteStore
from workbench.store.pages import PageStore
from workbench.store.passage_rows import PassageRowStore
from workbench.store.passages import PassageStore
from workbench.store.reuse import ReuseStore
from workbench.store.searches import SearchStore
from workbench.store.sketches import SketchStore
from workbench.store.table_sizes import TableSizeStore
from workbench.store.tables import TableStore
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
        self.pages = PageStore(connection)
        self.sketches = SketchStore(connection)
        self.folders = FolderStore(connection)
        self.bookmarks = BookmarkStore(connection)
        self.passages = PassageStore(connection)
        self.passage_rows = PassageRowStore(connection)
        self.tags = TagStore(connection)
        self.notes = NoteStore(connection)
        self.cases = CaseStore(connection)
        self.attributes = AttributeStore(connection)
        self.tables = TableStore(connection)
        self.table_sizes = TableSizeStore(connection)
        self.cells = CellStore(connection)
        self.cell_keys = CellKeyStore(connection)
        self.checks = CheckStore(connection)
        self.absences = AbsenceStore(connection)
        self.cell_names = CellNameStore(connection)
        self.aliases = AliasStore(connection)
        self.searches = SearchStore(connection)
        self.reuse = ReuseStore(connection)
        self.matrices = MatrixStore(connection)
        self.links = LinkStore(connection)
        self.dependents = DependentStore(connection)
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
    """A project to read from, over a connection of its own; `analyst` reads it.

    What its `Searcher` answers, it answers too, under the same names.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, analyst: str = ""
    ) -> None:
        super().__init__(connection)
        self.path = path
        self.analyst = analyst
        self._reading = connection
        self._searcher = searcher = Searcher(connection, self.documents)
        self.search = searcher.search
        self.first = searcher.first
        self.completed = searcher.completed
        self.matches = searcher.matches
        self.count = searcher.count
        self.understood = searcher.understood
        self.word_counts = searcher.word_counts
        self.listing = searcher.listing
        self.hits = searcher.hits
        self.facets = searcher.facets
        self.documents_with = searcher.documents_with
        self.resembling = searcher.resembling
        self.places_of_names = searcher.places_of_names
        self.documents_sharing = searcher.documents_sharing

    @property
    def name(self) -> str:
        """The project's name: that of its file, without the suffix."""
        return self.path.stem

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

    def problems(self) -> list[str]:
        """Return what is wrong with the file's pages, keys and search index."""
        indexed = ((it, self.indexed(it)) for it in self.documents.ids())
        problems = database.integrity_problems(self._reading)
        return problems + Index(self._reading).problems(indexed)

    def indexed(self, document_id: DocumentId) -> Indexed:
        """Return what the search index holds of a document."""
        texts = self.documents
        spans = [it.span for it in texts.blocks(document_id)]
        return Indexed(texts.text(document_id), spans, texts.zones(document_id))
