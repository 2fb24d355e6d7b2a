"""Reads OpenDocument texts (.odt): the text, what is marked in it, what it says it is.

Bullets and numbers of lists are not in the file's text, and not in ours: a program
makes them up when it shows the page, as a browser does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from workbench.errors import UnreadableFile
from workbench.importing.archives import Archive, locked, open_archive
from workbench.importing.contents import Contents, Hints
from workbench.importing.dates import parse_date
from workbench.importing.facts import values
from workbench.importing.odt_styles import OdtStyles
from workbench.importing.odt_text import Found, OdtWalk
from workbench.importing.pieces import Piece, changes_sentence, opened, opening_title
from workbench.importing.titles import date_of, title_of
from workbench.importing.wholes import emptiness, put_together
from workbench.importing.xml_trees import attribute, child, children, parse_xml, text_of
from workbench.model.zones import ZoneKind

_MEDIA_TYPE: Final = "application/vnd.oasis.opendocument.text"
_MANIFEST: Final = "META-INF/manifest.xml"
_MACROS: Final = re.compile(r"(?:Basic|Scripts)/.+/.+")
_HEADERS: Final = ("header-first", "header", "header-left")
_FOOTERS: Final = ("footer-first", "footer", "footer-left")
_DEFAULT_PAGE: Final = "Standard"
_DAY: Final = 10


def read_odt(content: bytes, hints: Hints) -> list[Contents]:
    """Return what an OpenDocument text holds, as it reads with all changes accepted."""
    archive = open_archive(content, hints.file_name)
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise locked(hints.file_name)
    main = parse_xml(archive.read("content.xml"), hints.file_name)
    file = _part(archive, "styles.xml", hints)
    styles = OdtStyles(main, file)
    walk = OdtWalk()
    body = walk.pieces(_text_in(main, hints), styles, has_pages=True)
    noted = list(_noted(walk, styles))
    pieces = [
        *_around(main, file, walk, _HEADERS),
        *body,
        *noted,
        *_around(main, file, walk, _FOOTERS),
    ]
    whole = put_together(pieces, walk.comments)
    meta = child(_part(archive, "meta.xml", hints), "meta")
    contents = Contents(
        media_type=_MEDIA_TYPE,
        encoding="",
        text=whole.text,
        blocks=whole.blocks,
        title=text_of(child(meta, "title"))
        or opening_title(body)
        or title_of(whole.text, whole.blocks),
        date=date_of(whole.text, whole.blocks)
        or _date(meta, "creation-date")
        or _date(meta, "date"),
        values=values(
            author=text_of(child(meta, "initial-creator"))
            or text_of(child(meta, "creator")),
            language=text_of(child(meta, "language")) or styles.language,
        ),
        pages=whole.pages,
        annotations=whole.annotations,
        warnings=(*emptiness(whole.text), *_warnings(archive, walk.found)),
    )
    return [contents]


def _part(archive: Archive, name: str, hints: Hints) -> Element | None:
    if name not in archive:
        return None
    return parse_xml(archive.read(name), hints.file_name)


def _text_in(main: Element, hints: Hints) -> Element:
    text = child(child(main, "body"), "text")
    if text is None:
        raise UnreadableFile(
            f"{hints.file_name} holds no text of LibreOffice Writer; open it in"
            " LibreOffice and save it as .odt."
        )
    return text


def _noted(walk: OdtWalk, styles: OdtStyles) -> Iterator[Piece]:
    """Yield the notes by their numbers in the text; a note may hold another."""
    for number, note in enumerate(walk.notes, start=1):
        yield from opened(f"[{number}]", walk.pieces(note, styles))


def _around(
    main: Element, file: Element | None, walk: OdtWalk, names: tuple[str, ...]
) -> Iterator[Piece]:
    """Yield all headers or footers of the pages in use, each once."""
    styles = OdtStyles(file)
    seen: set[tuple[str, ...]] = set()
    for page in _pages_in_use(main, file):
        for part in (part for name in names for part in children(page, name)):
            pieces = walk.pieces(part, styles)
            words = tuple(it.text for it in pieces)
            if words not in seen and attribute(part, "display") != "false":
                yield from (it.in_zone(ZoneKind.OTHER) for it in pieces)
            seen.add(words)


def _pages_in_use(main: Element, file: Element | None) -> list[Element]:
    """Return the kinds of pages that a style asks for, or follow such a kind."""
    masters = child(file, "master-styles")
    known = {attribute(it, "name"): it for it in (() if masters is None else masters)}
    automatic = child(main, "automatic-styles")
    styles = () if automatic is None else automatic
    waiting = [_DEFAULT_PAGE, *(attribute(it, "master-page-name") for it in styles)]
    used: dict[str, Element] = {}
    for name in waiting:
        if name in known and name not in used:
            used[name] = known[name]
            waiting.append(attribute(known[name], "next-style-name"))
    return list(used.values())


def _date(meta: Element | None, name: str) -> str:
    return parse_date(text_of(child(meta, name))[:_DAY])


def _warnings(archive: Archive, found: Found) -> Iterator[str]:
    if any(map(_MACROS.fullmatch, archive.names)):
        yield "It contains macros; they were left alone and are never run."
    if found.has_objects:
        yield (
            "It contains formulas, charts or files of other programs, whose words were"
            " not read; open it in LibreOffice to see them."
        )
    if found.insertions or found.deletions:
        yield changes_sentence(found.insertions, found.deletions)
    if found.has_hidden:
        yield "Some of its text is hidden in LibreOffice; it was kept."
