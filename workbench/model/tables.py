"""Comparison tables, whose cells rest on cited passages; and cases."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.ids import (
    CaseId,
    CitationId,
    ColumnId,
    DocumentId,
    PassageId,
    RowId,
    TableId,
)


class Role(StrEnum):
    """What a cited passage does for the cell."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class CellState(StrEnum):
    """What a cell's evidence says of its summary; computed, never typed."""

    EMPTY = "empty"
    DRAFT = "draft"
    SUPPORTED = "supported"
    DISPUTED = "disputed"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Case:
    """A thing described across documents: a working group, an agreement, a firm."""

    id: CaseId
    name: str


@dataclass(frozen=True, slots=True)
class Column:
    """A question that every row answers."""

    id: ColumnId
    name: str
    question: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The tie of a cell to a passage; `orphaned` when the passage lost its place."""

    id: CitationId
    passage_id: PassageId
    document_id: DocumentId
    role: Role
    quote: str
    start: int
    end: int
    orphaned: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a row and a column meet."""

    row_id: RowId
    column_id: ColumnId
    summary: str
    citations: tuple[Citation, ...]

    @property
    def state(self) -> CellState:
        """Tell what the evidence says; see `CellState`."""
        if any(citation.orphaned for citation in self.citations):
            return CellState.ORPHANED
        roles = {citation.role for citation in self.citations}
        if Role.CONTRADICTS in roles:
            return CellState.DISPUTED
        if Role.SUPPORTS in roles and self.summary:
            return CellState.SUPPORTED
        return CellState.DRAFT if self.summary or roles else CellState.EMPTY


@dataclass(frozen=True, slots=True)
class Row:
    """A document, a case, or free text, described by one cell a column."""

    id: RowId
    name: str
    document_id: DocumentId | None
    case_id: CaseId | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """A table with everything in it; cells of a row are in the columns' order."""

    id: TableId
    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


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
