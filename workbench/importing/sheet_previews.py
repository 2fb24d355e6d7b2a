"""What there is to choose from in a sheet, told by the workers that read documents.

The question is a mapping without any text, the answer a document that nobody keeps. So
a sheet that is only looked at is parsed where nothing in it can do harm, as well.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Final

from workbench.importing.column_guessing import guess_mapping
from workbench.importing.contents import Contents
from workbench.model.row_mappings import RowMapping
from workbench.model.sheets import Sheet, SheetPreview, SheetRow

FIRST_ROWS: Final = 50
_LONGEST_CELL: Final = 20_000
"""Enough to see what a text is; one cell may have megabytes."""


def question(sheet: str = "") -> RowMapping:
    """Return what to ask of a file to be told about a sheet, the first if unnamed."""
    return RowMapping(text=(), sheet=sheet)


def is_question(mapping: RowMapping | None) -> bool:
    """Tell whether a mapping asks what there is to map."""
    return mapping is not None and not mapping.text


def preview_contents(sheet: Sheet) -> Contents:
    """Return the answer; `preview_in` reads it."""
    preview = SheetPreview(
        sheet.header,
        tuple(map(_cut, sheet.rows[:FIRST_ROWS])),
        len(sheet.rows),
        sheet.sheets,
        guess_mapping(sheet),
        sheet.encoding,
        sheet.warnings,
    )
    text = json.dumps(asdict(preview), ensure_ascii=False)
    return Contents("application/json", "utf-8", text, ())


def preview_in(text: str) -> SheetPreview:
    """Return the preview in an answer; `ValueError` or the like if it is none."""
    told = json.loads(text)
    return SheetPreview(
        header=_strings(told["header"]),
        rows=tuple(_row(it) for it in told["rows"]),
        count=int(told["count"]),
        sheets=_strings(told["sheets"]),
        mapping=_mapping(told["mapping"]),
        encoding=str(told["encoding"]),
        warnings=_strings(told["warnings"]),
    )


def _cut(row: SheetRow) -> SheetRow:
    cells = tuple(it[:_LONGEST_CELL] for it in row.cells)
    return SheetRow(row.number, cells, cells)


def _row(told: dict[str, object]) -> SheetRow:
    cells = _strings(told["cells"])
    return SheetRow(int(str(told["number"])), cells, cells)


def _mapping(told: dict[str, object]) -> RowMapping:
    return RowMapping(
        text=_strings(told["text"]),
        title=str(told["title"]),
        date=str(told["date"]),
        source=str(told["source"]),
        values=_strings(told["values"]),
        sheet=str(told["sheet"]),
    )


def _strings(told: object) -> tuple[str, ...]:
    if not isinstance(told, list):
        raise TypeError("A preview has lists of texts.")
    return tuple(map(str, told))
