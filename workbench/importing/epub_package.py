"""What an EPUB book says of itself: its chapters in order, its pages, its makers."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from workbench.errors import UnreadableFile
from workbench.importing.archives import Archive
from workbench.importing.xml_trees import (
    attribute,
    child,
    children,
    local_name,
    parse_xml,
    text_of,
)

_CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
# Fonts are scrambled in many books that anyone may read.
_OF_FONTS: Final = frozenset(
    {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
)
# A type without declarations of its own declares nothing, and old books name one.
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE[^\[\]<>]*>")
_CHAPTERS: Final = frozenset(
    {"application/xhtml+xml", "text/html", "text/x-oeb1-document"}
)
_ENDINGS: Final = (".xhtml", ".html", ".htm")
_NAVIGATION: Final = "application/x-dtbncx+xml"


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a book; `path` is its name in the archive."""

    path: str
    media_type: str
    properties: frozenset[str]

    @property
    def is_chapter(self) -> bool:
        """Whether it holds text, as a picture does not."""
        return self.media_type in _CHAPTERS or self.path.endswith(_ENDINGS)


class Book:
    """An open book; `UnreadableFile` if its text is encrypted or not to be found."""

    def __init__(self, archive: Archive, file_name: str) -> None:
        self._archive = archive
        self._file_name = file_name
        self._refuse_encrypted()
        container = self._parsed(_CONTAINER)
        roots = (it for it in container.iter() if local_name(it.tag) == "rootfile")
        self._path = next((attribute(it, "full-path") for it in roots), "")
        package = self._parsed(self._path)
        self.metadata: Final = child(package, "metadata")
        self._items = dict(self._manifest(child(package, "manifest")))
        self._guides = self._guide(child(package, "guide"))
        self._spine = child(package, "spine")

    def chapters(self) -> list[Item]:
        """Return the parts in reading order, each once."""
        references = () if self._spine is None else children(self._spine, "itemref")
        found = (self._items.get(attribute(it, "idref")) for it in references)
        return list(dict.fromkeys(it for it in found if it))

    def is_navigation(self, item: Item) -> bool:
        """Tell whether a part is the book's table of contents."""
        return "nav" in item.properties or item.path in self._guides

    def pages(self) -> dict[tuple[str, str], str]:
        """Return what the pages of the printed book are called.

        By the path and the id of the element that a page begins with.
        """
        found: dict[tuple[str, str], str] = {}
        for item in self._items.values():
            if item.path in self._archive:
                for target, label in self._listed(item):
                    found.setdefault(self._place(item.path, target), label)
        return found

    def _listed(self, item: Item) -> Iterator[tuple[str, str]]:
        """Yield targets and labels of a list of pages, in the new form or the old."""
        is_old = item.media_type == _NAVIGATION
        if not is_old and "nav" not in item.properties:
            return
        try:
            root = self._parsed(item.path)
        except UnreadableFile:
            return  # the book can be read without
        for element in root.iter():
            name = local_name(element.tag)
            if name == "nav" and "page-list" in attribute(element, "type").split():
                links = (it for it in element.iter() if local_name(it.tag) == "a")
                yield from ((attribute(it, "href"), text_of(it)) for it in links)
            elif name == "pageTarget":
                target = attribute(child(element, "content"), "src")
                yield target, text_of(child(element, "navLabel"))

    def _manifest(self, manifest: Element | None) -> Iterator[tuple[str, Item]]:
        for it in () if manifest is None else children(manifest, "item"):
            path, _ = self._place(self._path, attribute(it, "href"))
            properties = frozenset(attribute(it, "properties").split())
            kind = attribute(it, "media-type")
            yield attribute(it, "id"), Item(path, kind, properties)

    def _guide(self, guide: Element | None) -> frozenset[str]:
        references = () if guide is None else children(guide, "reference")
        return frozenset(
            self._place(self._path, attribute(it, "href"))[0]
            for it in references
            if attribute(it, "type") == "toc"
        )

    def _place(self, origin: str, target: str) -> tuple[str, str]:
        """Return path and id of what a part refers to."""
        path, _, key = unquote(target).partition("#")
        if not path:
            return origin, key
        folder = posixpath.dirname(origin)
        return posixpath.normpath(posixpath.join(folder, path)), key

    def _refuse_encrypted(self) -> None:
        if _ENCRYPTION not in self._archive:
            return
        for it in self._parsed(_ENCRYPTION).iter():
            is_method = local_name(it.tag) == "EncryptionMethod"
            if is_method and attribute(it, "Algorithm") not in _OF_FONTS:
                raise UnreadableFile(
                    f"{self._file_name} is encrypted by its seller; get a copy without"
                    " copy protection, or import your excerpts."
                )

    def _parsed(self, name: str) -> Element:
        content = _DOCTYPE.sub(b"", self._archive.read(name), count=1)
        return parse_xml(content, self._file_name)
