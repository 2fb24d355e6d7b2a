"""References: what a bibliography says of a work, and which document that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workbench.model.ids import DocumentId


class ReferenceKind(StrEnum):
    """What a work is, as far as it matters where it appeared."""

    ARTICLE = "article"
    NEWS = "news article"
    BOOK = "book"
    CHAPTER = "chapter"
    PAPER = "conference paper"
    REPORT = "report"
    THESIS = "thesis"
    WEB_PAGE = "web page"
    LAW = "law"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reference:
    """One work of a bibliography; what is not known is empty.

    `authors` are names as one sorts them (`Lee, Chang-Yang`), or as they are for an
    organization. `date` is an ISO 8601 day, month or year. `source` is where the work
    appeared, or else who published it. `files` are paths as they are written there,
    relative ones from the bibliography's folder. `key` is what one cites it by.
    """

    kind: ReferenceKind = ReferenceKind.OTHER
    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    source: str = ""
    language: str = ""
    url: str = ""
    doi: str = ""
    files: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    key: str = ""

    @property
    def name(self) -> str:
        """What to call it in a list or a sentence."""
        return self.title or self.key or self.doi or self.url or "Untitled"


@dataclass(frozen=True, slots=True)
class ReferenceFile:
    """What a file of references has, with a sentence for each that is broken."""

    path: Path
    references: tuple[Reference, ...] = ()
    problems: tuple[str, ...] = ()


class MatchReason(StrEnum):
    """Why a document is taken for a reference's work, the surest reason first."""

    PATH = "the reference names this file"
    BESIDE = "the references lie beside it, under its name"
    FILE_NAME = "the reference names a file of this name"
    KEY = "the file is named as the reference is cited"
    DOI = "same DOI"
    DOI_IN_TEXT = "its DOI is at the beginning of the text"
    ADDRESS = "same web address"
    TITLE = "same title"
    CHOSEN = "chosen by you"


@dataclass(frozen=True, slots=True)
class ReferenceMatch:
    """A document with the reference that describes it."""

    document_id: DocumentId
    reference: Reference
    reason: MatchReason


@dataclass(frozen=True, slots=True)
class UnsureReference:
    """A reference that could be for several documents, or shares one with others."""

    reference: Reference
    candidates: tuple[DocumentId, ...]
    reason: MatchReason


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of each reference of some files."""

    matches: tuple[ReferenceMatch, ...] = ()
    unsure: tuple[UnsureReference, ...] = ()
    unmatched: tuple[Reference, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceChange:
    """What one field of a document would become; `old` is empty where it is filled."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class AppliedReferences:
    """How many documents were changed, and a sentence for each value left out."""

    documents: int = 0
    left_out: tuple[str, ...] = ()
