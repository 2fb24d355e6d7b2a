"""Reads a CSV file as rows of cells; what they mean is decided elsewhere."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from workbench.errors import UnreadableFile
from workbench.importing.text_files import read_text
from workbench.text.formulas import unescaped

_DELIMITERS: Final = ",;\t|"
NOTHING: Final = "\x1f"
"""Parts the cells where a file has one column, which may be prose with commas."""
_SAMPLE_CHARACTERS: Final = 200_000
_SAMPLE_ROWS: Final = 50
_FEW_MISFITS: Final = 0.9
_LONGEST_CELL: Final = 2**31 - 1
# With such a line a spreadsheet tells others what parts the cells.
_SAID: Final = re.compile(r"sep=(.)\r?\n")


def read_rows(path: Path) -> list[tuple[int, list[str]]]:
    """Return every row that is not empty with the number of its last line.

    What parts the cells is found out; `UnreadableFile` says what is wrong with the
    file.
    """
    text = read_text(path, "a CSV file")
    found = [
        (line, [unescaped(cell).strip() for cell in cells])
        for line, cells in split_rows(text, path.name, otherwise=",")
    ]
    return [(line, cells) for line, cells in found if any(cells)]


def split_rows(
    text: str, file_name: str, otherwise: str = NOTHING
) -> Iterator[tuple[int, list[str]]]:
    """Yield every row as it is written, with the number of its last line.

    An empty line is a row without cells. `otherwise` parts the cells where nothing is
    found to.
    """
    csv.field_size_limit(_LONGEST_CELL)
    said = _SAID.match(text)
    rows = _parsed(text, said[1] if said else _delimiter_of(text, otherwise))
    if said:
        next(rows)
        yield 1, []
    try:
        yield from rows
    except csv.Error as error:
        raise UnreadableFile(f"{file_name} is no CSV file ({error}).") from error


def _delimiter_of(text: str, otherwise: str) -> str:
    """Return what parts the cells: that of which most rows have the same number.

    Where the first row is shorter than the others (a line above the header, or prose
    with commas in it) nearly all must have it.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    return max(otherwise + _DELIMITERS, key=lambda it: _fitness(sample, it))


def _fitness(sample: str, delimiter: str) -> tuple[float, int]:
    rows = islice(_parsed(sample, delimiter), _SAMPLE_ROWS)
    widths = [len(cells) for _, cells in rows if any(cells)]
    if not widths:
        return 0, 0
    width, often = max(Counter(widths).items(), key=lambda it: (it[1], it[0]))
    share = often / len(widths)
    is_parted = width > 1 and (widths[0] > 1 or share >= _FEW_MISFITS)
    return (share, width) if is_parted else (0, 0)


def _parsed(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return ((rows.line_num, cells) for cells in rows)
