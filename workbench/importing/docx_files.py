"""Reads Word files (.docx, .docm): the text, what is marked in it, what it says it is.

Bullets and numbers of lists are not in the file's text, and not in ours: Word makes
them up when it shows the page, as a browser does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from workbench.importing.contents import Contents, Hints
from workbench.importing.dates import parse_date
from workbench.importing.docx_package import Package
from workbench.importing.docx_styles import Styles
from workbench.importing.docx_text import DocxWalk, Found, NoteKey, sections_of
from workbench.importing.facts import values
from workbench.importing.pieces import Piece, changes_sentence, opened, opening_title
from workbench.importing.titles import date_of, title_of
from workbench.importing.wholes import Comment, emptiness, put_together
from workbench.importing.xml_trees import attribute, child, children, text_of
from workbench.model.zones import ZoneKind

_MEDIA_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)
_DAY: Final = 10


def read_docx(content: bytes, hints: Hints) -> list[Contents]:
    """Return what a Word file holds, as it reads with all its changes accepted."""
    package = Package(content, hints.file_name)
    main = package.main()
    styles = Styles(package.part_for("styles"))
    notes = _notes(package)
    walk = DocxWalk(styles, notes)
    body = walk.body(main)
    noted = list(_noted(walk, notes))
    pieces = [
        *_around(package, main, walk, "headerReference"),
        *body,
        *noted,
        *_around(package, main, walk, "footerReference"),
    ]
    whole = put_together(pieces, _comments(package, styles))
    core = package.part_for("core-properties")
    contents = Contents(
        media_type=_MEDIA_TYPE,
        encoding="",
        text=whole.text,
        blocks=whole.blocks,
        title=text_of(child(core, "title"))
        or opening_title(body)
        or title_of(whole.text, whole.blocks),
        date=date_of(whole.text, whole.blocks)
        or _date(core, "created")
        or _date(core, "modified"),
        values=values(
            author=text_of(child(core, "creator")),
            language=text_of(child(core, "language")) or styles.language,
        ),
        pages=whole.pages,
        annotations=whole.annotations,
        warnings=(*emptiness(whole.text), *package.warnings(), *_warnings(walk.found)),
    )
    return [contents]


def _notes(package: Package) -> dict[NoteKey, Element]:
    return {
        (kind, attribute(note, "id")): note
        for kind, name in (("footnotes", "footnote"), ("endnotes", "endnote"))
        if (part := package.part_for(kind)) is not None
        for note in children(part, name)
    }


def _noted(walk: DocxWalk, notes: Mapping[NoteKey, Element]) -> Iterator[Piece]:
    """Yield the notes that the text refers to, by their numbers there."""
    for key, number in list(walk.noted.items()):
        yield from opened(f"[{number}]", walk.part(notes[key]))


def _around(
    package: Package, main: Element, walk: DocxWalk, name: str
) -> Iterator[Piece]:
    """Yield all headers or footers, each once, however many sections repeat it."""
    seen: set[tuple[str, ...]] = set()
    for section in sections_of(main):
        for reference in children(section, name):
            part = package.part(attribute(reference, "id"))
            pieces = [] if part is None else walk.part(part)
            words = tuple(it.text for it in pieces)
            if words not in seen:
                yield from (it.in_zone(ZoneKind.OTHER) for it in pieces)
            seen.add(words)


def _comments(package: Package, styles: Styles) -> dict[str, Comment]:
    part = package.part_for("comments")
    walk = DocxWalk(styles, ())
    return {
        attribute(it, "id"): Comment(
            "\n".join(piece.text for piece in walk.part(it)), attribute(it, "author")
        )
        for it in (() if part is None else children(part, "comment"))
    }


def _date(core: Element | None, name: str) -> str:
    return parse_date(text_of(child(core, name))[:_DAY])


def _warnings(found: Found) -> Iterator[str]:
    if found.insertions or found.deletions:
        yield changes_sentence(found.insertions, found.deletions)
    if found.has_hidden:
        yield "Some of its text is hidden in Word; it was kept."
    if found.has_foreign:
        yield (
            "A part of it is stored in another format and was not read; open it in Word"
            " and save it again."
        )
