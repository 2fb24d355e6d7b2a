"""Makes a document of every row of a sheet, whatever file the sheet is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from workbench.errors import UnreadableFile
from workbench.importing.column_guessing import guess_mapping
from workbench.importing.contents import Contents, Hints
from workbench.importing.row_contents import RowReading, check_columns, documents_of
from workbench.importing.sheet_lines import listed
from workbench.importing.sheet_previews import is_question, preview_contents
from workbench.importing.sheet_rows import rows_of
from workbench.model.row_mappings import RowMapping
from workbench.model.sheets import ColumnRole, Sheet, roles_of

_MOST_NAMED: Final = 20


def read_sheet(content: bytes, hints: Hints) -> list[Contents]:
    """Return a document for each row that has a text; `UnreadableFile` if none has.

    What an analyst chose for the columns counts, else a guess, which the warnings of
    the first document tell, as they do all that is said of the sheet. Instead, what
    there is to choose from is told if that is asked (`sheet_previews`).
    """
    sheet = rows_of(content, hints)
    if is_question(hints.rows):
        return [preview_contents(sheet)]
    mapping = hints.rows or guess_mapping(sheet)
    check_columns(sheet.header, mapping, hints.file_name)
    found = list(documents_of(sheet.header, sheet.rows, mapping, hints.file_name))
    if not found:
        where = f"the sheet “{sheet.name}” of " if sheet.name else ""
        raise UnreadableFile(
            f"No row of {where}{hints.file_name} has a text; choose another column for"
            " the text, or another sheet."
        )
    guessed = () if hints.rows else [_about_guess(sheet.header, mapping)]
    warnings = (*guessed, *_about_rows(sheet, mapping))
    first = replace(found[0], warnings=(*sheet.warnings, *warnings))
    return [first, *found[1:]]


# What is said of a sheet --------------------------------------------------------------


def _about_guess(header: Sequence[str], mapping: RowMapping) -> str:
    """Say what was made of the columns."""
    roles = roles_of(mapping, header)
    found = []
    for role in ColumnRole:
        names = [name for name, its in zip(header, roles, strict=True) if its is role]
        if names:
            found.append(f"{listed(names)} {_BECAME[role][len(names) > 1]}")
    return f"A row became a document: {'; '.join(found)}."


_BECAME: Final = {
    ColumnRole.TEXT: ("its text", "its text"),
    ColumnRole.TITLE: ("its title", "its title"),
    ColumnRole.DATE: ("its date", "its date"),
    ColumnRole.SOURCE: ("its source", "its source"),
    ColumnRole.VALUE: ("an attribute", "attributes"),
    ColumnRole.LEFT_OUT: ("left out", "left out"),
}


def _about_rows(sheet: Sheet, mapping: RowMapping) -> Iterator[str]:
    reading = RowReading(sheet.header, sheet.rows, mapping)
    empty = [row.number for row in sheet.rows if not reading.has_text(row)]
    if empty:
        rows = (
            "row without a text was" if len(empty) == 1 else "rows without a text were"
        )
        yield f"{len(empty):,} {rows} passed over: {_numbers(empty)}."
    dates = [reading.cell(row, mapping.date).strip() for row in sheet.rows]
    unread = [it for it in dates if it and not reading.date_of(it)]
    if unread:
        cells = "cell was" if len(unread) == 1 else "cells were"
        yield (
            f"{len(unread):,} {cells} not understood as a date, the first"
            f" {listed(unread[:1])}."
        )


def _numbers(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_MOST_NAMED]))
    more = len(numbers) - _MOST_NAMED
    return f"row {shown} and {more:,} more" if more > 0 else f"row {shown}"
