"""Reads a tag tree from a CSV file; what is done with it is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from workbench.errors import UnreadableFile
from workbench.importing.csv_rows import read_rows
from workbench.model.tags import COLORS, PATH_SEPARATOR, PINS, TagLine

COLUMNS = ("path", "color", "pin", "note")
_EXPECTED = (
    f"its first line should name the columns {', '.join(COLUMNS[:-1])} and"
    f" {COLUMNS[-1]}, of which only {COLUMNS[0]} is needed"
)


def read_tag_tree(path: Path) -> list[TagLine]:
    """Return the tags that a file has, in its order; raises `UnreadableFile`.

    Cells may be separated by commas, semicolons or tabs. An empty cell gives nothing.
    """
    return list(_tags(read_rows(path), path.name))


def _tags(rows: list[tuple[int, list[str]]], name: str) -> Iterator[TagLine]:
    columns = _columns(rows[0][1] if rows else [], name)
    pins: set[int] = set()
    for number, cells in rows[1:]:
        where = f"{name}, line {number}"
        line = _line(dict(zip(columns, cells, strict=False)), where)
        if line.pin in pins:
            raise UnreadableFile(f"{where}: {line.pin} is a pin of two tags.")
        pins |= {line.pin} if line.pin else set()
        yield line


def _columns(header: list[str], name: str) -> list[str]:
    columns = [cell.casefold() for cell in header]
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
        given.get("note") or None,
    )


def _number(
    given: Mapping[str, str], column: str, allowed: range, where: str
) -> int | None:
    cell = given.get(column)
    if not cell:
        return None
    if not cell.isascii() or not cell.isdigit() or int(cell[:9]) not in allowed:
        raise UnreadableFile(
            f"{where}: “{cell[:20]}” is no {column}; give a number from {allowed[0]} to"
            f" {allowed[-1]}, or nothing."
        )
    return int(cell)
