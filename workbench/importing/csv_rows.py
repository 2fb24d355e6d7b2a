"""Reads a CSV file as rows of cells; what they mean is decided elsewhere."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from workbench.errors import UnreadableFile
from workbench.importing.decoding import decode
from workbench.text.formulas import unescaped

LARGEST_FILE = 200_000_000
_DELIMITERS = ",;\t"
_LONGEST_CELL = 2**31 - 1


def read_rows(path: Path) -> list[tuple[int, list[str]]]:
    """Return every row that is not empty with the number of its last line.

    Cells may be separated by commas, semicolons or tabs; `UnreadableFile` says what
    is wrong with the file.
    """
    text = decode(_content(path), path.name).text
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


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableFile(f"{path.name} is not a file; choose a CSV file.")
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFile(
                f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB; split it."
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{path.name} cannot be read ({error.strerror}); see whether you may."
        ) from error
