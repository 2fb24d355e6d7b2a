"""Comparison tables: rows, and the questions that are asked of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.model.cells import Cell, CellState
from workbench.model.ids import CaseId, ColumnId, DocumentId, RowId, TableId, TagId


class ColumnType(StrEnum):
    """What an answer to a column's question is."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    YES_NO = "yes/no"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class ColumnKind:
    """What the cells of a column hold, and which tag's passages feed it.

    `choices` are those of a column of that type, in the analyst's order.
    """

    type: ColumnType = ColumnType.TEXT
    choices: tuple[str, ...] = ()
    tag_id: TagId | None = None


PLAIN_TEXT: Final = ColumnKind()
"""What a column holds of which nothing else is said."""


@dataclass(frozen=True, slots=True)
class Column:
    """A question that every row answers; `question` also says how to answer it."""

    id: ColumnId
    name: str
    question: str
    kind: ColumnKind = PLAIN_TEXT
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A document, a case, both or free text, described by one cell a column."""

    id: RowId
    name: str
    document_id: DocumentId | None
    case_id: CaseId | None
    cells: tuple[Cell, ...]
    group: str = ""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """A table with everything in it; cells of a row are in the columns' order.

    Hidden rows and columns are part of it.
    """

    id: TableId
    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TableSize:
    """How large a table is, and how many of its cells are in which state."""

    id: TableId
    name: str
    rows: int
    columns: int
    states: Mapping[CellState, int]
