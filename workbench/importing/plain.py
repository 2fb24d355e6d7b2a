"""Reads plain text files."""

from __future__ import annotations

from workbench.importing.contents import Contents, Hints
from workbench.importing.decoding import decode
from workbench.importing.titles import date_of, title_of
from workbench.text.blocks import split_blocks


def read_plain(content: bytes, hints: Hints) -> list[Contents]:
    """Return what a text file holds; raises `UnreadableFile` if it is none."""
    decoded = decode(content, hints)
    blocks = split_blocks(decoded.text)
    contents = Contents(
        media_type="text/plain",
        encoding=decoded.encoding,
        text=decoded.text,
        blocks=blocks,
        title=title_of(decoded.text, blocks),
        date=date_of(decoded.text, blocks),
        warnings=decoded.warnings,
    )
    return [contents]
