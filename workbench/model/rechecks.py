"""What became of a cited passage: its words when it was cited, and those of now."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.ids import ColumnId, DocumentId, RowId, TableId
from workbench.model.links import Stretch
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """A text without line breaks; `marked` are the words that the other one has not."""

    text: str
    marked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Recheck:
    """A citation before and now, with what surrounds it where only that changed.

    For a passage that lost its words `now` is what stands nearest to its place, and
    `has_same_words` tells that the very words stand there. Without a `place`, there is
    nowhere to look: the document was removed.
    """

    before: MarkedWords
    now: MarkedWords | None
    place: Stretch | None
    has_same_words: bool = False


@dataclass(frozen=True, slots=True)
class CellToCheck:
    """A cell whose evidence an analyst should look at."""

    table_id: TableId
    row_id: RowId
    column_id: ColumnId


@dataclass(frozen=True, slots=True)
class QuotedPlace:
    """What a citation says that a version had at a place; `cell` is it in words."""

    document_id: DocumentId
    version: int
    span: Span
    quote: str
    cell: str


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """Where what was absent is found: the sentence, with the found words marked."""

    sentence: Stretch
    title: str
    words: MarkedWords


@dataclass(frozen=True, slots=True)
class Trial:
    """What a query finds now: in how many documents it looked, and the first places.

    `found` counts the places; `problem` says why the query would prove nothing.
    """

    documents: int
    found: int
    places: tuple[FoundPlace, ...]
    problem: str = ""
