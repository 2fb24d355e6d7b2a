"""Cells of comparison tables: what they say, and what that rests on."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.model.ids import (
    CellChangeId,
    CitationId,
    ColumnId,
    DocumentId,
    PassageId,
    RowId,
    TableId,
)
from workbench.model.links import Stretch
from workbench.model.search import SearchOptions

CellKey = tuple[RowId, ColumnId]
"""What names a cell."""


class Role(StrEnum):
    """What a cited passage does for the cell."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class CellState(StrEnum):
    """What a cell's evidence says of its summary; computed, never typed.

    `draft` is a text without evidence, or evidence without a text. `not stated` was
    searched for and is absent. `disputed` has contradicting evidence. Of a `stale`
    cell, a cited passage now says something else, or what was absent has turned up;
    of an `orphaned` one, a cited passage is gone.
    """

    EMPTY = "empty"
    DRAFT = "draft"
    SUPPORTED = "supported"
    NOT_STATED = "not stated"
    DISPUTED = "disputed"
    STALE = "stale"
    ORPHANED = "orphaned"


class Standing(StrEnum):
    """What became of a cited passage since it was cited.

    `stale`: it now says something else. `context changed`: only what surrounds it does.
    `orphaned`: its words are gone from the text, or the passage was removed.
    """

    HOLDS = "holds"
    CONTEXT_CHANGED = "context changed"
    STALE = "stale"
    ORPHANED = "orphaned"


class AbsenceScope(StrEnum):
    """Where something was searched for and not found."""

    ALL = "all documents"
    ROW = "documents of the row"


def state_of(
    roles: AbstractSet[Role],
    standings: AbstractSet[Standing],
    *,
    has_summary: bool,
    is_absent: bool = False,
    is_found: bool = False,
) -> CellState:
    """Tell what evidence says of a cell, given what its citations do and how they are.

    The worst news comes first. `is_absent` has been searched for, `is_found` since.
    """
    if Standing.ORPHANED in standings:
        return CellState.ORPHANED
    if Standing.STALE in standings or is_found:
        return CellState.STALE
    if Role.CONTRADICTS in roles:
        return CellState.DISPUTED
    if is_absent and Role.SUPPORTS not in roles:
        return CellState.NOT_STATED
    if Role.SUPPORTS in roles and has_summary:
        return CellState.SUPPORTED
    return CellState.DRAFT if has_summary or roles else CellState.EMPTY


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """What a passage said when it was cited, and where; `version` is the text's."""

    version: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The tie of a cell to a passage, and what became of it since.

    `quote`, `start` and `end` are the passage's now; those of `cited` where the passage
    was removed, which has no `passage_id` then. A removed document has no id either.
    """

    id: CitationId
    passage_id: PassageId | None
    document_id: DocumentId | None
    role: Role
    standing: Standing
    quote: str
    start: int
    end: int
    cited: CitedPlace
    analyst: str
    cited_at: datetime

    @property
    def wants_look(self) -> bool:
        """Tell whether an analyst should see if the citation still holds."""
        return self.standing is not Standing.HOLDS


@dataclass(frozen=True, slots=True)
class Absence:
    """That a query found nothing in `searched` documents; `found` is what does since.

    An absence that has found something does not hold any more.
    """

    query: str
    options: SearchOptions
    scope: AbsenceScope
    searched: int
    analyst: str
    asked_at: datetime
    found: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a row and a column meet; `summary` is Markdown of a small kind."""

    row_id: RowId
    column_id: ColumnId
    summary: str
    citations: tuple[Citation, ...] = ()
    absence: Absence | None = None

    @property
    def state(self) -> CellState:
        """Tell what the evidence says; the worst news first."""
        return state_of(
            {citation.role for citation in self.citations},
            {citation.standing for citation in self.citations},
            has_summary=bool(self.summary),
            is_absent=self.absence is not None,
            is_found=bool(self.absence and self.absence.found),
        )

    @property
    def has_other_context(self) -> bool:
        """Tell whether only what surrounds a cited passage changed: a softer mark."""
        return any(it.standing is Standing.CONTEXT_CHANGED for it in self.citations)

    @property
    def wants_check(self) -> bool:
        """Tell whether an analyst should look at what became of the evidence."""
        is_found = bool(self.absence and self.absence.found)
        return is_found or any(citation.wants_look for citation in self.citations)


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a citation stands, in words that can be shown."""

    table_id: TableId
    row_id: RowId
    column_id: ColumnId
    table: str
    row: str
    column: str
    state: CellState
    role: Role


@dataclass(frozen=True, slots=True)
class CellChange:
    """One line of a cell's history: what it said and rested on after a change.

    `quotes` are what was cited then, as `(role, words)`; `absent` the query that found
    nothing, or empty.
    """

    id: CellChangeId
    label: str
    summary: str
    quotes: tuple[tuple[Role, str], ...]
    absent: str
    analyst: str
    changed_at: datetime
