"""CSV files that spreadsheets read safely; what the rows mean is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from workbench.exporting.whole_files import whole_file
from workbench.text.formulas import escaped

# No reader agrees on NUL, and a lone surrogate has no UTF-8.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
# The semicolon and the tab separate cells in some countries' spreadsheets, and what
# follows them would begin a cell there.
_NEEDS_QUOTES = re.compile(r'[",;\t\r\n]|^\s|\s$')


def write_rows(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], *, raw: bool
) -> int:
    """Write a CSV file and return the number of rows, the header not counted.

    RFC 4180 in UTF-8 with BOM. Unless `raw`, a text that a spreadsheet would take
    for a formula gets an apostrophe in front. NUL and lone surrogates become U+FFFD.
    The file appears whole or not at all.
    """
    with whole_file(path) as target:
        return write_into(target, header, rows, raw=raw)


def write_into(
    target: TextIO,
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    raw: bool,
) -> int:
    """Write what `write_rows` does into an open file, and return as it does."""
    count = 0
    target.write(_line(header, raw=raw))
    for row in rows:
        target.write(_line(row, raw=raw))
        count += 1
    return count


def _line(cells: Sequence[object], *, raw: bool) -> str:
    written = [_cell(value, raw=raw) for value in cells]
    # A line of one empty cell would be an empty line, which readers skip.
    return (",".join(written) if written != [""] else '""') + "\r\n"


def _cell(value: object, *, raw: bool) -> str:
    text = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", _text(value))
    # Numbers are ours, so a minus in front of one is no formula.
    if isinstance(value, str) and not raw:
        text = escaped(text)
    if _NEEDS_QUOTES.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text


def _text(value: object) -> str:
    return "" if value is None else str(value)
