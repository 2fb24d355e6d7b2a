"""What the styles of an OpenDocument text say of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from workbench.importing.pieces import Look
from workbench.importing.xml_trees import attribute, child, children
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind

_LOOKS: Final = {
    "title": Look(BlockKind.HEADING, 1),
    "quotations": Look(BlockKind.QUOTATION),
    "quote": Look(BlockKind.QUOTATION),
    "intense quote": Look(BlockKind.QUOTATION),
}
_HEADING: Final = re.compile(r"heading ([1-9]|10)")
_CONTENTS: Final = "contents "
_LIBRARIES: Final = ("styles", "automatic-styles")
_NO_LANGUAGES: Final = frozenset({"", "none", "zxx"})


class OdtStyles:
    """Styles by family and name; those of the first files go before those of others."""

    def __init__(self, *files: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self.language = ""
        for file in files:
            for library in _LIBRARIES:
                self._add(child(file, library))
        self._chains: dict[tuple[str, str], list[Element]] = {}

    def _add(self, library: Element | None) -> None:
        for style in () if library is None else children(library, "style"):
            key = attribute(style, "family"), attribute(style, "name")
            self._styles.setdefault(key, style)
        for style in () if library is None else children(library, "default-style"):
            if attribute(style, "family") == "paragraph":
                self.language = self.language or _language(style)

    def look_of(self, name: str) -> Look:
        """Return what a paragraph of a style is."""
        chain = self._chain("paragraph", name)
        # A style that every program knows need not stand in the file.
        names = [name, *(attribute(it, "parent-style-name") for it in chain)]
        for words in (it.replace("_20_", " ").lower() for it in names):
            if words in _LOOKS:
                return _LOOKS[words]
            if found := _HEADING.fullmatch(words):
                return Look(BlockKind.HEADING, int(found[1]))
            if words.startswith(_CONTENTS):
                return Look(zone=ZoneKind.NAVIGATION)
        return Look()

    def begins_page(self, family: str, name: str) -> bool:
        """Tell whether a page begins with a paragraph or table of this style."""
        masters = self._said(family, name, "", "master-page-name")
        return bool(masters) or self._breaks(family, name, "break-before")

    def ends_page(self, family: str, name: str) -> bool:
        """Tell whether a page ends with a paragraph or table of this style."""
        return self._breaks(family, name, "break-after")

    def is_hidden(self, family: str, name: str) -> bool:
        """Tell whether text of this style is not shown."""
        return self._said(family, name, "text-properties", "display") == "none"

    def _breaks(self, family: str, name: str, where: str) -> bool:
        return self._said(family, name, f"{family}-properties", where) == "page"

    def _said(self, family: str, name: str, part: str, key: str) -> str:
        """Return what a style says, or the nearest of those that it rests on."""
        for style in self._chain(family, name):
            if said := attribute(child(style, part) if part else style, key):
                return said
        return ""

    def _chain(self, family: str, name: str) -> list[Element]:
        key = family, name
        found = self._chains.get(key)
        if found is None:
            found = self._chains[key] = list(self._walk(family, name))
        return found

    def _walk(self, family: str, name: str) -> Iterator[Element]:
        """Yield a style and those that it rests on; a circle is walked once."""
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[family, name]
            yield style
            name = attribute(style, "parent-style-name")


def _language(style: Element) -> str:
    properties = child(style, "text-properties")
    language, country = (
        attribute(properties, "language"),
        attribute(properties, "country"),
    )
    if language in _NO_LANGUAGES:
        return ""
    return language if country in _NO_LANGUAGES else f"{language}-{country}"
