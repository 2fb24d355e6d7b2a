"""The parts of a Word file, and how they refer to each other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from workbench.errors import UnreadableFile
from workbench.importing.archives import open_archive
from workbench.importing.xml_trees import attribute, parse_xml

_MAIN: Final = "word/document.xml"
_UNREAD: Final = {
    re.compile(r".*vbaProject\.bin"):
        "It contains macros; they were left alone and are never run.",
    re.compile(r".*/embeddings/.+"):
        "It contains files of other programs, whose words were not read; open it in"
        " Word to see them.",
    re.compile(r".*/(?:charts/chart|diagrams/data)[^/]*\.xml"):
        "It contains charts or diagrams, whose words were not read; open it in Word to"
        " see them.",
}  # fmt: skip


class Package:
    """A Word file; its parts go by what they are for, as their relations say."""

    def __init__(self, content: bytes, file_name: str) -> None:
        self._archive = open_archive(content, file_name)
        self._file_name = file_name
        self._for = {kind: target for _, kind, target in self._relations("")}
        main = self._for.get("officeDocument", _MAIN)
        self._main = main if main in self._archive else _MAIN
        self._targets: dict[str, str] = {}
        for key, kind, target in self._relations(self._main):
            self._targets[key] = target
            self._for.setdefault(kind, target)

    def main(self) -> Element:
        """Return the text itself; `UnreadableFile` where there is none."""
        if self._main not in self._archive:
            raise UnreadableFile(
                f"{self._file_name} holds no text of Word; save it again with the"
                " program that made it."
            )
        return self._parsed(self._main)

    def part_for(self, kind: str) -> Element | None:
        """Return the part of a kind: `styles`, `footnotes`, `core-properties`, …."""
        return self._there(self._for.get(kind, ""))

    def part(self, key: str) -> Element | None:
        """Return the part that the text refers to by a key: a header, a footer."""
        return self._there(self._targets.get(key, ""))

    def warnings(self) -> Iterator[str]:
        """Yield what is in the file beside its text."""
        for pattern, warning in _UNREAD.items():
            if any(map(pattern.fullmatch, self._archive.names)):
                yield warning

    def _there(self, name: str) -> Element | None:
        return self._parsed(name) if name in self._archive else None

    def _parsed(self, name: str) -> Element:
        return parse_xml(self._archive.read(name), self._file_name)

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Yield key, kind and target; what lies outside of the file is passed over."""
        folder, name = posixpath.split(part)
        relations = self._there(posixpath.join(folder, "_rels", f"{name}.rels"))
        for it in () if relations is None else relations:
            if attribute(it, "TargetMode") != "External":
                target = posixpath.join("/", folder, attribute(it, "Target"))
                kind = attribute(it, "Type").rpartition("/")[2]
                yield attribute(it, "Id"), kind, posixpath.normpath(target).lstrip("/")
