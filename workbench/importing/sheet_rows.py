"""A sheet's header and the rows below it, from the bytes of whatever file it is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from workbench.errors import UnreadableFile
from workbench.importing.contents import Hints
from workbench.importing.csv_files import csv_lines
from workbench.importing.workbook_files import workbook_lines
from workbench.model.sheets import Sheet, SheetRow
from workbench.text.formulas import unescaped

MOST_ROWS: Final = 99_999
_ZIP: Final = b"PK\x03\x04"
_HEAD: Final = 20
_LEAST_TABLE: Final = 3


def rows_of(content: bytes, hints: Hints) -> Sheet:
    """Return a CSV file, or the sheet of a workbook that `hints.rows` names.

    Empty rows are left out, and so is what stands above the header: lines of one cell
    where the table has more. Raises `UnreadableFile` for what is no sheet.
    """
    read = workbook_lines if content.startswith(_ZIP) else csv_lines
    lines = read(content, hints)
    numbered = [(at, row) for at, row in enumerate(lines.rows, 1) if any(row)]
    above = _above_header([row for _, row in numbered[:_HEAD]])
    body = numbered[above + 1 :]
    if len(body) > MOST_ROWS:
        raise UnreadableFile(
            f"{hints.file_name} has {len(body):,} rows, and at most {MOST_ROWS:,} can"
            " become documents; split it into several files."
        )
    header = _header(numbered[above][1] if numbered else [], _width(body))
    return Sheet(
        header,
        tuple(_row(number, row, len(header)) for number, row in body),
        lines.sheets,
        lines.name,
        lines.encoding,
        (*lines.warnings, *_about_above(numbered, above)),
    )


def _above_header(rows: Sequence[Sequence[str]]) -> int:
    """Return how many rows stand above the header: titles, with one cell each."""
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    if max(filled, default=0) < _LEAST_TABLE:
        return 0
    return next(place for place, count in enumerate(filled) if count > 1)


def _about_above(
    numbered: Sequence[tuple[int, Sequence[str]]], above: int
) -> Iterator[str]:
    if above:
        rows = "row stands" if above == 1 else "rows stand"
        number = numbered[above][0]
        yield (
            f"Row {number} was taken for the header; {above} {rows} above it and did"
            " not come in."
        )


def _width(rows: Sequence[tuple[int, Sequence[str]]]) -> int:
    """Return how many columns have anything in them."""
    return max((_filled(row) for _, row in rows), default=0)


def _filled(row: Sequence[str]) -> int:
    width = len(row)
    while width and not row[width - 1]:
        width -= 1
    return width


def _row(number: int, row: Sequence[str], width: int) -> SheetRow:
    written = (*row[:width], *[""] * (width - len(row)))
    cells = tuple(map(unescaped, written))
    return SheetRow(number, cells, written if cells != written else cells)


def _header(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """Name every column: one without a heading by its letters, a second by a number."""
    names: dict[str, None] = {}
    for place in range(max(width, _filled(cells))):
        cell = cells[place] if place < len(cells) else ""
        name = " ".join(unescaped(cell).split()) or f"Column {_letters(place)}"
        names[_unused(name, names)] = None
    return tuple(names)


def _unused(name: str, used: dict[str, None]) -> str:
    taken = {it.casefold() for it in used}
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def _letters(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
