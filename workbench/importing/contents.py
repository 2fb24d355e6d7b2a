"""What a reader of one file format is given, and what it makes of a file's bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.model.documents import Block
from workbench.model.pages import Annotation, Page
from workbench.model.row_mappings import RowMapping


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a file beside its bytes.

    `file_name` is for sentences. `encoding` is what an analyst chose, empty to detect
    it; `rows` what an analyst chose to make of a sheet's columns, None to guess it.
    `depth` counts the mails that the file is attached to, one in the other.
    """

    file_name: str
    encoding: str = ""
    rows: RowMapping | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """Text, blocks and description of a document; an empty title: none was found.

    `values` are further facts by the names of attributes, those of `facts.py`. A
    document that is only a part of its file has a `name` of its own and an `original`:
    the bytes that are its own.
    """

    media_type: str
    encoding: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    date: str = ""
    source: str = ""
    values: tuple[tuple[str, str], ...] = ()
    pages: tuple[Page, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    warnings: tuple[str, ...] = ()
    name: str = ""
    original: bytes = b""


Reader = Callable[[bytes, Hints], Sequence[Contents]]
"""Returns the documents in a file; raises `UnreadableFile`, which says why not."""
