"""What a reader of one file format makes of a file's bytes."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.documents import Block


@dataclass(frozen=True, slots=True)
class Contents:
    """Text, blocks and description of a file; an empty title means none was found."""

    media_type: str
    encoding: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    date: str = ""
    source: str = ""
    warnings: tuple[str, ...] = ()
