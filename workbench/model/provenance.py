"""What an export says of itself, in a file beside it, so that it can be verified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FORMAT: Final = "research-workbench table provenance"
VERSION: Final = 1
ENDING: Final = ".provenance.json"
PASSAGES: Final = "passages"
"""The form of an export of passages, which is of no table."""


@dataclass(frozen=True, slots=True)
class RecordedAbsence:
    """A query that found nothing; `documents` are digests of what it was asked of.

    They stand once in the provenance where all documents of the project were, and are
    empty here. `options` are as the project keeps them.
    """

    query: str
    options: str
    scope: str
    searched: int
    documents: tuple[str, ...]
    asked_by: str
    asked_at: str
    found: int


@dataclass(frozen=True, slots=True)
class RecordedCell:
    """A cell as it was exported."""

    row: str
    column: str
    summary: str
    state: str
    sources: str
    absence: RecordedAbsence | None


@dataclass(frozen=True, slots=True)
class RecordedQuote:
    """A quotation as it was exported; digests are empty for a removed document.

    Of passages, the row is the document, and there is no column.
    """

    number: int
    row: str
    column: str
    role: str
    standing: str
    state: str
    document: str
    title: str
    date: str
    version: int
    sha256: str
    text_sha256: str
    start: int
    end: int
    quote: str
    query: str
    cited_by: str
    cited_at: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an export comes from; `export` is its name, `sha256` that of its bytes.

    `documents` are digests of all documents, where a query was asked of all of them.
    `record_sha256` is the digest of everything else that is recorded.
    """

    program: str
    project: str
    analyst: str
    made_at: str
    table: str
    export: str
    form: str
    sha256: str
    record_sha256: str
    documents: tuple[str, ...]
    cells: tuple[RecordedCell, ...]
    quotations: tuple[RecordedQuote, ...]
