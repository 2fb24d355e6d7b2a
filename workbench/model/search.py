"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from workbench.model.ids import DocumentId
from workbench.model.spans import Span


class Scope(StrEnum):
    """Where all words of a query must stand together."""

    DOCUMENT = "document"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph that a search found.

    `span` is the paragraph's, `text` its characters, `matches` the found words;
    all offsets count from the start of the document's text. A larger score is
    better.
    """

    document_id: DocumentId
    name: str
    title: str
    span: Span
    text: str
    matches: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class UnderstoodWord:
    """A word of the query and the words of the corpus it stands for."""

    word: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """How a query was read: a sentence for people, and its parts.

    `ignored` says what was left out of the query, and why.
    """

    sentence: str
    words: tuple[UnderstoodWord, ...] = ()
    filters: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a search has to say.

    `documents` counts the documents that match, `total` all hits in them; `hits`
    holds the best, up to the limit. `suggestions` are queries to try instead.
    """

    query: str
    understood: Understood
    documents: int = 0
    total: int = 0
    hits: tuple[Hit, ...] = ()
    suggestions: tuple[str, ...] = field(default=())
