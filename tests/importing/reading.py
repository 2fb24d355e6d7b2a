"""What a reader made of a file, in a form that reads well in a test."""

from __future__ import annotations

from typing import NamedTuple

from workbench.importing.contents import Contents
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind


class Line(NamedTuple):
    """A block with its words."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    zone: ZoneKind | None = None


def lines(contents: Contents) -> list[Line]:
    """Return the blocks of a document; they are in order, trimmed, and apart."""
    end = 0
    found = []
    for block in contents.blocks:
        words = block.span.of(contents.text)
        assert end <= block.span.start < block.span.end <= len(contents.text)
        assert words == words.strip()
        end = block.span.end
        found.append(Line(words, block.kind, block.level, block.zone))
    return found
