"""Documents: what was imported, its text, and the blocks of that text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.model.ids import DocumentId, VersionId
from workbench.model.pages import Annotation, Page
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind


class BlockKind(StrEnum):
    """What a block of text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    TABLE_ROW = "table row"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row of a text.

    `level` is the depth of a heading (1 is the highest) and 0 for everything else.
    `zone` is what the file itself says the block is instead of content: a page's
    navigation, a running head. It is a suggestion; only an analyst makes a zone of it.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    zone: ZoneKind | None = None


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A file as it was read, before it joins a project.

    `date` is an ISO 8601 date, month or year, or empty where none was found.
    Blocks are in order, do not overlap, and lie inside the text; so do pages, which
    only a paged file has. `values` are what else the file says of itself, by the
    names of attributes. `sketch` tells near-duplicates (`workbench.text.sketching`).
    """

    name: str
    path: str
    media_type: str
    encoding: str
    original: bytes
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    words: int
    title: str
    date: str = ""
    source: str = ""
    values: tuple[tuple[str, str], ...] = ()
    pages: tuple[Page, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    sketch: bytes = b""
    warnings: tuple[str, ...] = ()


class VersionChange(StrEnum):
    """How a version of a text came about."""

    IMPORTED = "imported"
    REPLACED = "replaced"
    CORRECTED = "corrected"
    REREAD = "read anew"


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a document's text; numbers count from 1.

    `path`, `sha256` and `size` (bytes) are those of the file it rests on, which a
    correction shares with the version before, as does a text that was read anew with
    another encoding. `warnings` are what the reader said of the file.
    """

    id: VersionId
    document_id: DocumentId
    number: int
    change: VersionChange
    path: str
    encoding: str
    size: int
    sha256: str
    characters: int
    made_at: datetime
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownFile:
    """The file that a document's current version rests on; `size` in bytes."""

    document_id: DocumentId
    name: str
    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the project, without its text.

    `sha256` and `size` (bytes) are those of the original file; `words` leaves out
    what stands in zones.
    """

    id: DocumentId
    name: str
    title: str
    date: str
    source: str
    version: int
    version_id: VersionId
    path: str
    media_type: str
    encoding: str
    size: int
    sha256: str
    characters: int
    words: int
    imported_at: datetime
    passages: int
