"""Reads the rows of one sheet of an Excel workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from workbench.errors import UnreadableFile
from workbench.importing.archives import open_archive
from workbench.importing.contents import Hints
from workbench.importing.sheet_lines import SheetLines, fit_cell, listed
from workbench.importing.workbook_parts import (
    Oddities,
    SheetPart,
    check_parts,
    sheets_in,
)
from workbench.text.formulas import escaped

_Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
_DIGITS: Final = 15
"""A spreadsheet keeps and shows no more of a number."""


def workbook_lines(content: bytes, hints: Hints) -> SheetLines:
    """Return the rows of the sheet that was asked for, else of the first to be seen.

    A formula stands for the value that was saved with it, a date for its ISO 8601
    form. Raises `UnreadableFile` if the file cannot be read.
    """
    archive = open_archive(content, hints.file_name)
    sheets = sheets_in(archive, hints.file_name)
    sheet = _chosen(sheets, hints)
    oddities = check_parts(archive, sheet, hints.file_name)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            cells = workbook.get_sheet_by_name(sheet.name)
            rows = [
                [_written(it) for it in row]
                for row in cells.to_python(skip_empty_area=False)
            ]
    except CalamineError as error:
        raise UnreadableFile(
            f"{hints.file_name} is damaged ({error}); open it in a spreadsheet program"
            " and save it again."
        ) from error
    spanned = _fill_merged(cells, rows)
    others = () if hints.rows else _about_others(sheets, sheet)
    return SheetLines(
        rows,
        sheets=tuple(it.name for it in sheets),
        name=sheet.name,
        warnings=(*others, *_about_rows(oddities, spanned)),
    )


def _chosen(sheets: Sequence[SheetPart], hints: Hints) -> SheetPart:
    if not sheets:
        raise UnreadableFile(f"{hints.file_name} has no sheet with cells to import.")
    wanted = hints.rows.sheet if hints.rows else ""
    found = [it for it in sheets if it.name == wanted] if wanted else sheets
    if not found:
        raise UnreadableFile(
            f"{hints.file_name} has no sheet “{wanted}”; it has"
            f" {listed([it.name for it in sheets])}."
        )
    return found[0]


def _written(cell: _Cell) -> str:
    return escaped(fit_cell(_words(cell)))


def _words(cell: _Cell) -> str:
    """Return what a cell shows, as far as that does not hang on its format."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float | int):
        return _number(cell)
    if isinstance(cell, dt.datetime):
        day, _, time = cell.isoformat(" ", "seconds").partition(" ")
        return day if time == "00:00:00" else f"{day} {time}"
    if isinstance(cell, dt.time):
        return cell.isoformat("seconds")
    return str(cell)


def _number(number: float) -> str:
    shown = Decimal(f"{number:.{_DIGITS}g}")
    return f"{shown:f}" if shown.is_finite() else str(number)


def _fill_merged(sheet: CalamineSheet, rows: list[list[str]]) -> int:
    """Let a cell that spans rows stand in each of them; return how many do.

    A group's name beside its members is written that way.
    """
    spanning = 0
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        value = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        if value and bottom > top:
            spanning += 1
            for row in rows[top + 1 : bottom + 1]:
                row[left] = value
    return spanning


def _about_others(sheets: Sequence[SheetPart], read: SheetPart) -> Iterator[str]:
    others = [it.name for it in sheets if it is not read]
    if others:
        are = "were" if others[1:] else "was"
        yield (f"Only the sheet “{read.name}” was read; {listed(others)} {are} not.")


def _about_rows(oddities: Oddities, spanning: int) -> Iterator[str]:
    if spanning:
        cells = "cell spans" if spanning == 1 else "cells span"
        yield f"{spanning:,} {cells} several rows and came in with each of them."
    if oddities.hidden_rows:
        rows = "row that is" if oddities.hidden_rows == 1 else "rows that are"
        yield f"{oddities.hidden_rows:,} {rows} hidden in the sheet came in too."
    if oddities.errors:
        cells = "cell holds" if oddities.errors == 1 else "cells hold"
        yield f"{oddities.errors:,} {cells} an error such as #N/A and came in empty."
