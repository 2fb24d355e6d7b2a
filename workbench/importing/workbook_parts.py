"""What a workbook says of its sheets beside their cells."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Final

from workbench.errors import UnreadableFile
from workbench.importing.archives import Archive
from workbench.importing.xml_trees import attribute, child, children, parse_xml

MOST_ROWS: Final = 99_999
MOST_COLUMNS: Final = 702

_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
# A cell with something in it that stands in a row of six digits, or a column of three
# letters: the library would make room for all that lies between.
_FAR: Final = re.compile(rb'<c r="(?:[A-Z]{1,3}\d{6,}|[A-Z]{3,}\d+)"[^>]*(?<!/)>')
_HIDDEN_ROW: Final = re.compile(rb'<row [^>]*\bhidden="(?:1|true)"')
_ERROR: Final = re.compile(rb'<c [^>]*\bt="e"')


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of cells; `part` is where in the archive they are."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Oddities:
    """How many rows of a sheet nobody sees, and how many cells hold an error."""

    hidden_rows: int
    errors: int


def sheets_in(archive: Archive, file_name: str) -> list[SheetPart]:
    """Return the sheets in their order, those that are hidden last."""
    relations = parse_xml(archive.read(_RELATIONS), file_name)
    parts = {
        attribute(it, "Id"): posixpath.normpath(
            posixpath.join("/xl", attribute(it, "Target"))
        ).lstrip("/")
        for it in children(relations, "Relationship")
        if attribute(it, "Type").endswith("/worksheet")
    }
    book = parse_xml(archive.read(_BOOK), file_name)
    listed = child(book, "sheets")
    sheets = [
        SheetPart(
            attribute(it, "name"),
            parts[attribute(it, "id")],
            attribute(it, "state") in {"hidden", "veryHidden"},
        )
        for it in (() if listed is None else children(listed, "sheet"))
        if attribute(it, "id") in parts
    ]
    return sorted(sheets, key=lambda it: it.is_hidden)


def check_parts(archive: Archive, sheet: SheetPart, file_name: str) -> Oddities:
    """Unpack all that a reader will, so that a bomb is refused here.

    Refuses a sheet whose cells are far apart, too: it would fill the memory.
    """
    oddities = Oddities(0, 0)
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            content = archive.read(name)
            if name == sheet.part:
                oddities = _oddities(content, sheet.name, file_name)
    return oddities


def _oddities(content: bytes, name: str, file_name: str) -> Oddities:
    if _FAR.search(content):
        raise UnreadableFile(
            f"The sheet “{name}” of {file_name} has cells below row {MOST_ROWS:,} or"
            f" beyond column {MOST_COLUMNS}; split it into several sheets."
        )
    return Oddities(
        sum(1 for _ in _HIDDEN_ROW.finditer(content)),
        sum(1 for _ in _ERROR.finditer(content)),
    )
