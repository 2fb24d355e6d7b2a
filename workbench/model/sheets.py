"""Sheets: a header, rows of cells, and what each column may become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.model.row_mappings import RowMapping

ROW_MEDIA_TYPE: Final = "text/csv"
"""What a row is as a document: its original is a CSV file of the header and itself."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row below the header.

    `number` counts the rows of the sheet from 1, as spreadsheets do. `cells` are what
    they say, as many as the header has; `written` is how a CSV file has them, where
    an apostrophe may keep a text from being taken for a formula.
    """

    number: int
    cells: tuple[str, ...]
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of a sheet; each column's heading is another.

    `sheets` are the names of all in the workbook, of which this is `name`; a CSV file
    has none. `warnings` are whole sentences.
    """

    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    sheets: tuple[str, ...] = ()
    name: str = ""
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """The beginning of a sheet, how many rows it has, and a guess what they mean."""

    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    count: int
    sheets: tuple[str, ...]
    mapping: RowMapping
    encoding: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowSample:
    """What a row would become, to be looked at."""

    name: str
    date: str
    source: str
    values: tuple[tuple[str, str], ...]
    text: str


class ColumnRole(StrEnum):
    """What a column becomes of the documents."""

    TEXT = "text"
    TITLE = "title"
    DATE = "date"
    SOURCE = "source"
    VALUE = "attribute"
    LEFT_OUT = "left out"


def roles_of(mapping: RowMapping, header: Sequence[str]) -> list[ColumnRole]:
    """Return what each column of a header becomes."""
    return [_role(mapping, name) for name in header]


def mapping_of(
    header: Sequence[str], roles: Sequence[ColumnRole], sheet: str = ""
) -> RowMapping:
    """Return the mapping in which columns have these roles.

    Of two titles, dates or sources the first counts.
    """

    def having(role: ColumnRole) -> tuple[str, ...]:
        pairs = zip(header, roles, strict=True)
        return tuple(name for name, its_role in pairs if its_role is role)

    def first(role: ColumnRole) -> str:
        return next(iter(having(role)), "")

    return RowMapping(
        text=having(ColumnRole.TEXT),
        title=first(ColumnRole.TITLE),
        date=first(ColumnRole.DATE),
        source=first(ColumnRole.SOURCE),
        values=having(ColumnRole.VALUE),
        sheet=sheet,
    )


def _role(mapping: RowMapping, name: str) -> ColumnRole:
    if name in mapping.text:
        return ColumnRole.TEXT
    if name in mapping.values:
        return ColumnRole.VALUE
    singles = {
        mapping.title: ColumnRole.TITLE,
        mapping.date: ColumnRole.DATE,
        mapping.source: ColumnRole.SOURCE,
    }
    return singles.get(name, ColumnRole.LEFT_OUT)
