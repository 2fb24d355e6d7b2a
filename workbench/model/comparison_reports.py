"""A comparison to give out of the project: two texts, and what they have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.model.ids import DocumentId
from workbench.model.links import Link
from workbench.model.pages import Page
from workbench.model.spans import Span
from workbench.model.verdicts import DecidedRow


@dataclass(frozen=True, slots=True)
class ComparedText:
    """One side: a version of a document with its text, and what is no content of it.

    `sha256` is that of the file the version rests on; `blocks` and `pages` are those of
    the text.
    """

    document_id: DocumentId
    name: str
    title: str
    date: str
    version: int
    sha256: str
    text: str
    blocks: tuple[Span, ...]
    zones: tuple[Span, ...] = ()
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """A stretch of text `a` and its counterpart in text `b`; one may be missing.

    `kind` is the word for what they have in common, `remark` what else there is to
    say. `removed` are words that only `a` has, `added` those that only `b` has: spans
    of the whole texts. `score` is missing where nothing was scored.
    """

    kind: str
    score: float | None
    a: Span | None
    b: Span | None
    removed: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    remark: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparisonReport:
    """A comparison as it was at a time, by whom, in which project.

    `links` are those between the two that stand neither at a pair nor at `facts`; a
    report that `is_about_facts` begins with these.
    """

    heading: str
    project: str
    analyst: str
    made_at: datetime
    a: ComparedText
    b: ComparedText
    pairs: tuple[ComparedPair, ...]
    facts: tuple[DecidedRow, ...] = ()
    links: tuple[Link, ...] = ()
    is_about_facts: bool = False

    @property
    def is_of_versions(self) -> bool:
        """Tell whether both texts are versions of one document."""
        is_one = self.a.document_id == self.b.document_id
        return is_one and self.a.version != self.b.version
