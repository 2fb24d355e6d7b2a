"""Reads a CSV file as rows of cells; what they mean is decided elsewhere."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from workbench.errors import UnreadableFile
from workbench.importing.text_files import read_text
from workbench.text.formulas import unescaped

_DELIMITERS = ",;\t"
_LONGEST_CELL = 2**31 - 1


def read_rows(path: Path) -> list[tuple[int, list[str]]]:
    """Return every row that is not empty with the number of its last line.

    Cells may be separated by commas, semicolons or tabs; `UnreadableFile` says what
    is wrong with the file.
    """
    text = read_text(path, "a CSV file")
    csv.field_size_limit(_LONGEST_CELL)
    header = text.splitlines()[0] if text else ""
    delimiter = max(_DELIMITERS, key=header.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        found = [
            (rows.line_num, [unescaped(cell).strip() for cell in it]) for it in rows
        ]
    except csv.Error as error:
        raise UnreadableFile(f"{path.name} is no CSV file ({error}).") from error
    return [(line, cells) for line, cells in found if any(cells)]
