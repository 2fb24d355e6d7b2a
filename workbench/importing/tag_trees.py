"""Reads a tag tree from a CSV file; what is done with it is decided elsewhere."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from workbench.errors import UnreadableFile
from workbench.importing.decoding import decode
from workbench.model.tags import COLORS, PATH_SEPARATOR, PINS, TagLine
from workbench.text.formulas import unescaped

COLUMNS = ("path", "color", "pin", "note")
LARGEST_FILE = 200_000_000
_DELIMITERS = ",;\t"
_LONGEST_CELL = 2**31 - 1
_EXPECTED = (
    f"its first line should name the columns {', '.join(COLUMNS[:-1])} and"
    f" {COLUMNS[-1]}, of which only {COLUMNS[0]} is needed"
)


def read_tag_tree(path: Path) -> list[TagLine]:
    """Return the tags that a file has, in its order; raises `UnreadableFile`.

    Cells may be separated by commas, semicolons or tabs. An empty cell gives nothing.
    """
    text = decode(_content(path), path.name).text
    try:
        return list(_tags(text, path.name))
    except csv.Error as error:
        raise UnreadableFile(f"{path.name} is no CSV file ({error}).") from error


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


def _tags(text: str, name: str) -> Iterator[TagLine]:
    csv.field_size_limit(_LONGEST_CELL)
    header = text.splitlines()[0] if text else ""
    delimiter = max(_DELIMITERS, key=header.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = _columns(next(rows, []), name)
    pins: set[int] = set()
    for cells in rows:
        if any(cells):
            where = f"{name}, line {rows.line_num}"
            given = dict(zip(columns, map(unescaped, cells), strict=False))
            line = _line(given, where)
            if line.pin in pins:
                raise UnreadableFile(f"{where}: {line.pin} is a pin of two tags.")
            pins |= {line.pin} if line.pin else set()
            yield line


def _columns(header: list[str], name: str) -> list[str]:
    columns = [cell.strip().casefold() for cell in header]
    is_known = set(columns) <= set(COLUMNS) and len(set(columns)) == len(columns)
    if not is_known or COLUMNS[0] not in columns:
        raise UnreadableFile(f"{name} is no tag tree: {_EXPECTED}.")
    return columns


def _line(given: Mapping[str, str], where: str) -> TagLine:
    names = tuple(given["path"].split(PATH_SEPARATOR)) if given.get("path") else ()
    if not names:
        raise UnreadableFile(f"{where}: the path is missing.")
    color = _number(given, "color", range(1, COLORS + 1), where)
    return TagLine(
        names,
        None if color is None else color - 1,
        _number(given, "pin", PINS, where),
        given.get("note", "").strip() or None,
    )


def _number(
    given: Mapping[str, str], column: str, allowed: range, where: str
) -> int | None:
    cell = given.get(column, "").strip()
    if not cell:
        return None
    if not cell.isascii() or not cell.isdigit() or int(cell[:9]) not in allowed:
        raise UnreadableFile(
            f"{where}: “{cell[:20]}” is no {column}; give a number from {allowed[0]} to"
            f" {allowed[-1]}, or nothing."
        )
    return int(cell)
