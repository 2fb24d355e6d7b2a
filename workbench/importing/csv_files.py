"""Reads the rows of a CSV or TSV file, whatever parts the cells."""

from __future__ import annotations

from workbench.importing.contents import Hints
from workbench.importing.csv_rows import split_rows
from workbench.importing.decoding import decode
from workbench.importing.sheet_lines import SheetLines, fit_cell


def csv_lines(content: bytes, hints: Hints) -> SheetLines:
    """Return the rows of a file's bytes; raises `UnreadableFile` if it is no text."""
    decoded = decode(content, hints)
    rows = [
        [fit_cell(cell) for cell in cells]
        for _, cells in split_rows(decoded.text, hints.file_name)
    ]
    warnings = decoded.warnings + _about_quotes(decoded.text, rows)
    return SheetLines(rows, decoded.encoding, warnings=warnings)


def _about_quotes(text: str, rows: list[list[str]]) -> tuple[str, ...]:
    """Tell of a quotation mark without its partner, which swallows what follows it."""
    is_open = text.count('"') % 2 and rows and any("\n" in it for it in rows[-1])
    if not is_open:
        return ()
    warning = (
        f"A quotation mark in row {len(rows)} is not closed, so all that follows it is"
        " in one cell."
    )
    return (warning,)
