"""Reads web pages that a browser saved into one file, with nothing fetched for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.importing.decoding import decode
from workbench.importing.facts import ADDRESS, values
from workbench.importing.html_files import contents_of_html, declared_encoding
from workbench.importing.mime import Part, leaves, parse_mime
from workbench.importing.text_writing import TextWriter, storable
from workbench.model.documents import Block
from workbench.model.zones import ZoneKind

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_mhtml(content: bytes, hints: Hints) -> list[Contents]:
    """Return the page; pages in its frames stand below it, as zones if it has text."""
    root = parse_mime(content, hints.file_name)
    pages = [it for it in leaves(root) if it.get_content_type() in _PAGES]
    if not pages:
        raise UnreadableFile(
            f"{hints.file_name} holds no web page; save the page again in a browser."
        )
    main = _main(root, pages)
    page = _read(main, hints)
    frames = [_read(it, hints) for it in pages if it is not main]
    writer = TextWriter()
    for part in (page, *frames):
        is_aside = part is not page and bool(page.text)
        writer.add_passage(
            part.text, _set_aside(part.blocks) if is_aside else part.blocks
        )
    address = _address(root, main)
    others = tuple(it for it in page.values if it[0] != ADDRESS or not address)
    whole = replace(
        page,
        media_type="multipart/related",
        text=writer.text,
        blocks=writer.blocks,
        title=page.title or root.line("subject"),
        values=(*others, *values(address=address)),
    )
    return [whole]


def _main(root: Part, pages: Sequence[Part]) -> Part:
    """Return the part that the file says is its start, else the first page."""
    start = root.parameter("start").strip("<>")
    named = (it for it in pages if start and it.line("content-id").strip("<>") == start)
    return next(named, pages[0])


def _read(part: Part, hints: Hints) -> Contents:
    content = part.content.replace(b"\0", b"") if part.charset else part.content
    decoded = decode(content, hints, part.charset or declared_encoding(content))
    page = contents_of_html(storable(decoded.text), hints, decoded.encoding)
    return replace(page, warnings=decoded.warnings + page.warnings)


def _set_aside(blocks: Sequence[Block]) -> list[Block]:
    return [replace(block, zone=block.zone or ZoneKind.OTHER) for block in blocks]


def _address(root: Part, main: Part) -> str:
    """Return where the page was, not the name of a file that it was saved from."""
    found = (root.line("snapshot-content-location"), main.line("content-location"),
             root.line("content-location"))  # fmt: skip
    return next((it for it in found if it.startswith(("https://", "http://"))), "")
