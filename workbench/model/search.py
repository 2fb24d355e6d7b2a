"""What is asked of a search, and what it answers."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.model.ids import DocumentId
from workbench.model.spans import Span


class Scope(StrEnum):
    """Where all words of a query must stand together."""

    DOCUMENT = "document"
    PARAGRAPH = "paragraph"


class SortBy(StrEnum):
    """In which order hits come; documents without a date come last by date."""

    RELEVANCE = "relevance"
    DATE = "date"
    DOCUMENT = "document"


class AliasUse(StrEnum):
    """Whose other names are searched too: of groups marked so, of all, of none."""

    AUTOMATIC = "automatic"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """How to search, beside the query.

    `zones` and `discarded` also find what stands in zones, and what was discarded.
    """

    scope: Scope = Scope.DOCUMENT
    sort: SortBy = SortBy.RELEVANCE
    aliases: AliasUse = AliasUse.AUTOMATIC
    zones: bool = False
    discarded: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and how to search for it."""

    query: str
    options: SearchOptions


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph that a search found.

    `span` is the paragraph's, `text` its characters, `matches` the found words;
    all offsets count from the start of the document's text. A larger score is
    better. Of a discarded one, the analyst had discarded every match.
    """

    document_id: DocumentId
    name: str
    title: str
    span: Span
    text: str
    matches: tuple[Span, ...]
    score: float
    is_discarded: bool = False


@dataclass(frozen=True, slots=True)
class DocumentMatches:
    """Every match in one document: `starts` and `ends` in order of place."""

    document_id: DocumentId
    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.starts)

    def spans(self) -> Iterator[Span]:
        """Yield the matches as spans."""
        return map(Span, self.starts, self.ends)


@dataclass(frozen=True, slots=True)
class UnderstoodWord:
    """A word of the query and what it stands for.

    `forms` are words of the corpus, `aliases` other names from the register.
    """

    word: str
    forms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the query that was left out: why, and where it was typed."""

    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """How a query was read: a sentence for people, and its parts."""

    sentence: str
    words: tuple[UnderstoodWord, ...] = ()
    filters: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def ignored(self) -> tuple[str, ...]:
        """Return what was left out of the query, and why."""
        return tuple(part.reason for part in self.unread)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What asking a little differently would find; `what` says how, for people."""

    what: str
    query: str
    options: SearchOptions
    documents: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A document named in an answer."""

    document_id: DocumentId
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a search has to say.

    `documents` counts the documents that match, `total` all hits in them; `hits`
    holds the first, up to the limit. `undated` are documents that a condition on
    dates left out because they have none. `discarded` counts hits left out because
    the analyst had discarded them for these `words`. `suggestions` are queries to
    try instead. Until it `is_counted`, the counts are those of `hits`, and the rest is
    not known.
    """

    query: str
    understood: Understood
    documents: int = 0
    total: int = 0
    hits: tuple[Hit, ...] = ()
    undated: tuple[Listed, ...] = ()
    discarded: int = 0
    words: str = ""
    suggestions: tuple[str, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = field(default=())
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class HitList:
    """Every hit of an answer, document by document.

    The document of the best hit comes first, or the first in the order asked for; its
    hits are in order of place. `counts` says how many each has; `rows`, one for each
    hit, are what `ProjectView.hits` reads hits by.
    """

    documents: tuple[Listed, ...]
    counts: array[int]
    rows: array[int]


class FacetKind(StrEnum):
    """By what an answer can be narrowed."""

    SOURCE = "source"
    YEAR = "year"
    TYPE = "type"
    TAG = "tag"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value, the condition that narrows a query to it, and how many have it."""

    label: str
    condition: str
    documents: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one kind among the documents that match, most frequent first."""

    kind: FacetKind
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a query and whether a document has it; `detail` says how."""

    part: str
    holds: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a document was found, or why not, part by part in order of typing."""

    document: Listed
    is_found: bool
    sentence: str
    reasons: tuple[Reason, ...] = ()
