"""Makes documents of rows; where these come from is decided elsewhere."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from workbench.errors import UnreadableFile
from workbench.importing.column_values import ReadCell, date_reader, value_reader
from workbench.importing.contents import Contents
from workbench.importing.sheet_lines import listed
from workbench.model.documents import Block, BlockKind
from workbench.model.row_mappings import RowMapping
from workbench.model.sheets import ROW_MEDIA_TYPE, SheetRow
from workbench.model.spans import Span
from workbench.text.blocks import fit_blocks, split_blocks
from workbench.text.formulas import escaped

_HEADING_LEVEL: Final = 2
_LONGEST_NAME: Final = 80


def documents_of(
    header: Sequence[str],
    rows: Sequence[SheetRow],
    mapping: RowMapping,
    file_name: str,
) -> Iterator[Contents]:
    """Yield the document that each row becomes; a row without a text becomes none.

    How dates and numbers are written is learned from all the rows given.
    """
    reading = RowReading(header, rows, mapping)
    for row in rows:
        if reading.has_text(row):
            text, blocks = reading.text(row)
            title = " ".join(reading.cell(row, mapping.title).split())
            yield Contents(
                media_type=ROW_MEDIA_TYPE,
                encoding="utf-8",
                text=text,
                blocks=blocks,
                title=title,
                date=reading.date_of(reading.cell(row, mapping.date)),
                source=" ".join(reading.cell(row, mapping.source).split()),
                values=tuple(reading.values(row)),
                name=_name(title, row, file_name),
                original=_csv([map(escaped, header), row.written]),
            )


def check_columns(header: Sequence[str], mapping: RowMapping, file_name: str) -> None:
    """Raise `UnreadableFile` for a column that a sheet does not have."""
    named = [
        *mapping.text,
        mapping.title,
        mapping.date,
        mapping.source,
        *mapping.values,
    ]
    missing = [it for it in named if it and it not in header]
    if missing and header:
        raise UnreadableFile(
            f"{file_name} has no column {listed(missing)}; its columns are"
            f" {listed(header)}."
        )


class RowReading:
    """Reads the cells of one sheet by its mapping."""

    def __init__(
        self, header: Sequence[str], rows: Sequence[SheetRow], mapping: RowMapping
    ) -> None:
        self._mapping = mapping
        self._places = {name: place for place, name in enumerate(header)}
        self.date_of: ReadCell = date_reader(self._column(rows, mapping.date))
        self._values: Mapping[str, ReadCell] = {
            name: value_reader(self._column(rows, name)) for name in mapping.values
        }

    def cell(self, row: SheetRow, name: str) -> str:
        """Return the cell in a column; empty for no column."""
        return row.cells[self._places[name]] if name in self._places else ""

    def has_text(self, row: SheetRow) -> bool:
        """Tell whether any cell that makes the text has one."""
        return any(self.cell(row, name).strip() for name in self._mapping.text)

    def text(self, row: SheetRow) -> tuple[str, tuple[Block, ...]]:
        """Return the text with its blocks; empty columns have no part in it."""
        parts = [(name, self.cell(row, name)) for name in self._mapping.text]
        filled = [(name, cell) for name, cell in parts if cell.strip()]
        if len(parts) == 1:
            return parts[0][1], split_blocks(parts[0][1])
        return _under_headings(filled)

    def values(self, row: SheetRow) -> Iterator[tuple[str, str]]:
        """Yield the values that a row has, by the names of their columns."""
        for name, read in self._values.items():
            cell = self.cell(row, name)
            if cell.strip():
                yield name, read(cell)

    def _column(self, rows: Iterable[SheetRow], name: str) -> list[str]:
        return [self.cell(row, name) for row in rows]


def _under_headings(
    parts: Iterable[tuple[str, str]],
) -> tuple[str, tuple[Block, ...]]:
    """Return texts under their headings, each text exactly as it is."""
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for heading, cell in parts:
        pieces += [heading, "\n", cell, "\n\n"]
        blocks.append(
            Block(Span(at, at + len(heading)), BlockKind.HEADING, _HEADING_LEVEL)
        )
        at += len(heading) + 1
        blocks += (_moved(it, at) for it in split_blocks(cell))
        at += len(cell) + 2
    text = "".join(pieces[:-1])
    return text, fit_blocks(text, blocks)


def _moved(block: Block, by: int) -> Block:
    span = Span(block.span.start + by, block.span.end + by)
    return replace(block, span=span)


def _name(title: str, row: SheetRow, file_name: str) -> str:
    """Return the title's words, else which row it is."""
    if not title:
        return f"{PurePath(file_name).stem} row {row.number}"
    if len(title) <= _LONGEST_NAME:
        return title
    return f"{title[:_LONGEST_NAME].rpartition(' ')[0] or title[:_LONGEST_NAME]}…"


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target).writerows(rows)
    return target.getvalue().encode()
