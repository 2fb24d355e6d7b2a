"""Reads EPUB books: the chapters in reading order, and what the book says it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree.ElementTree import Element

from workbench.errors import UnreadableFile
from workbench.importing.archives import Archive, open_archive
from workbench.importing.contents import Contents, Hints
from workbench.importing.dates import parse_date_part
from workbench.importing.drafts import Draft
from workbench.importing.epub_chapters import write_chapter
from workbench.importing.epub_package import Book
from workbench.importing.facts import values
from workbench.importing.pieces import Piece, opening_title
from workbench.importing.wholes import emptiness, put_together
from workbench.importing.xml_trees import attribute, children, text_of
from workbench.model.zones import ZoneKind

_MEDIA_TYPE: Final = "application/epub+zip"
_DOI: Final = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+")
_NOT_OF_NUMBER: Final = re.compile(r"^(?:urn:)?isbn|[:\s-]")
_DAY: Final = 10


def read_epub(content: bytes, hints: Hints) -> list[Contents]:
    """Return what a book holds; its table of contents is set apart."""
    archive = open_archive(content, hints.file_name)
    book = Book(archive, hints.file_name)
    pieces = _pieces(archive, book, hints)
    whole = put_together(pieces, {})
    about = book.metadata
    identifiers = _all(about, "identifier")
    contents = Contents(
        media_type=_MEDIA_TYPE,
        encoding="",
        text=whole.text,
        blocks=whole.blocks,
        title=_first(about, "title") or opening_title(pieces),
        date=_date(about),
        source=_first(about, "publisher"),
        values=values(
            author="; ".join(_all(about, "creator")),
            language=_first(about, "language"),
            doi=_doi(identifiers),
            isbn=_isbn(identifiers),
        ),
        pages=whole.pages,
        warnings=(*emptiness(whole.text), *_warnings(archive, book)),
    )
    return [contents]


def _pieces(archive: Archive, book: Book, hints: Hints) -> list[Piece]:
    pages: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (path, key), label in book.pages().items():
        pages[path][key] = label
    draft = Draft()
    is_read = False
    for item in book.chapters():
        if item.is_chapter and item.path in archive:
            zone = ZoneKind.NAVIGATION if book.is_navigation(item) else None
            write_chapter(draft, archive.read(item.path), pages[item.path], hints, zone)
            is_read = True
    if not is_read:
        raise UnreadableFile(
            f"{hints.file_name} holds no chapters that can be read; get it again from"
            " where it came from."
        )
    return draft.pieces()


def _warnings(archive: Archive, book: Book) -> Iterator[str]:
    chapters = book.chapters()
    if missing := sum(it.path not in archive for it in chapters):
        yield f"{missing:,} of its {len(chapters):,} chapters are missing in the file."
    if any(not it.is_chapter for it in chapters):
        yield "Some of its pages are pictures, whose words were not read."


# What the book says of itself ---------------------------------------------------------


def _all(about: Element | None, name: str) -> list[str]:
    found = () if about is None else children(about, name)
    return list(filter(None, map(text_of, found)))


def _first(about: Element | None, name: str) -> str:
    return next(iter(_all(about, name)), "")


def _date(about: Element | None) -> str:
    """Return the date of publication; other dates are told apart by their event."""
    dates = {
        attribute(it, "event"): date
        for it in (() if about is None else children(about, "date"))
        if (date := _day(text_of(it)))
    }
    return dates.get("publication") or dates.get("", "")


def _day(text: str) -> str:
    """Return a date; the year 101 is how a common program says that it knows none."""
    return "" if text.startswith("0") else parse_date_part(text[:_DAY])


def _doi(identifiers: Iterable[str]) -> str:
    found = map(_DOI.search, identifiers)
    return next((it[0] for it in found if it), "")


def _isbn(identifiers: Iterable[str]) -> str:
    """Return the first number that is one by its length and its check digit."""
    for identifier in identifiers:
        bare = _NOT_OF_NUMBER.sub("", identifier.lower())
        if bare.isascii() and is_isbn(bare.upper()):
            return bare.upper()
    return ""


def is_isbn(number: str) -> bool:
    """Tell whether ten or thirteen digits are an ISBN, by the last of them.

    >>> is_isbn("9780306406157"), is_isbn("9780306406158"), is_isbn("030640615X")
    (True, False, False)
    """
    if not re.fullmatch(r"\d{9}[\dX]|97[89]\d{10}", number, re.ASCII):
        return False
    digits = [10 if it == "X" else int(it) for it in number]
    if len(digits) == 10:
        return sum(it * place for place, it in enumerate(reversed(digits), 1)) % 11 == 0
    return (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0
