"""More like this: the passages of a project that are nearest to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nsmallest
from typing import Final, NamedTuple

from workbench.errors import InvalidValue
from workbench.jobs import Tracker
from workbench.model.ids import DocumentId
from workbench.model.reuse import Similar
from workbench.model.spans import Span
from workbench.search.indexing.folding import words_of
from workbench.text.content import content_of
from workbench.text.languages import language_of
from workbench.text.resemblance import Resemblance
from workbench.text.sentences import sentences_in
from workbench.views import ProjectView

PARAGRAPHS: Final = 60
"""So many paragraphs are looked into, or more where more passages are wanted."""
MOST_SENTENCES: Final = 5
"""Of a longer passage, counterparts of so many sentences are found."""
LEAST: Final = 0.05
"""What scores less only has words in common that stand everywhere."""


class _Scored(NamedTuple):
    document_id: DocumentId
    span: Span
    score: float


def similar_to(
    view: ProjectView,
    document_id: DocumentId,
    span: Span,
    limit: int = 20,
    tracker: Tracker | None = None,
) -> list[Similar]:
    """Return the stretches with most of the rare words of one, the nearest first.

    They have as many sentences as that one, stand in other documents or elsewhere in
    the same, and leave out zones. Those with all of its words in order come first.
    """
    words = words_of(_content(view, document_id, span))
    weights, paragraphs = view.resembling(words, max(PARAGRAPHS, 2 * limit))
    resemblance = Resemblance(words, weights)
    text = view.documents.text(document_id)
    language = language_of(text)
    size = len(list(sentences_in(text, span, language)))
    size = min(max(size, 1), MOST_SENTENCES)
    found: list[_Scored] = []
    for number, (other, paragraph) in enumerate(paragraphs):
        (tracker or Tracker()).advance(number, len(paragraphs), "Looking for the like")
        without = span if other == document_id else Span(0, 0)
        sentences = _Paragraph(view, other, paragraph, language)
        found += sentences.best(resemblance, size, without)
    return _named(view, nsmallest(limit, found, key=_order))


class _Paragraph:
    """The sentences of a paragraph, each with its words outside zones.

    They are cut as in the language of the passage: what is like it is in the same.
    """

    def __init__(
        self, view: ProjectView, document_id: DocumentId, span: Span, language: str
    ) -> None:
        self._document_id = document_id
        text, zones = (
            view.documents.text(document_id),
            view.documents.zones(document_id),
        )
        self._sentences = [
            (it, words_of(content_of(text, it, zones)))
            for it in sentences_in(text, span, language)
        ]

    def best(
        self, resemblance: Resemblance, size: int, without: Span
    ) -> Iterator[_Scored]:
        """Yield stretches of so many sentences that do not overlap, the best of them.

        What overlaps `without` is left out.
        """
        stretches = [
            it
            for it in self._stretches(resemblance, size)
            if it.score >= LEAST and not it.span.overlaps(without)
        ]
        taken: list[Span] = []
        for stretch in sorted(stretches, key=_order):
            if not any(stretch.span.overlaps(it) for it in taken):
                taken.append(stretch.span)
                yield stretch

    def _stretches(self, resemblance: Resemblance, size: int) -> Iterator[_Scored]:
        for first in range(max(len(self._sentences) - size + 1, 1)):
            part = self._sentences[first : first + size]
            if part:
                words = [word for _, words in part for word in words]
                span = Span(part[0][0].start, part[-1][0].end)
                yield _Scored(self._document_id, span, resemblance.score(words))


def _order(stretch: _Scored) -> tuple[float, int, DocumentId, Span]:
    """Put the nearest first; of those equally near the shortest."""
    span = stretch.span
    return -stretch.score, len(span), stretch.document_id, span


def _content(view: ProjectView, document_id: DocumentId, span: Span) -> str:
    document = view.documents.get(document_id)
    if not len(span) or span.end > document.characters:
        raise InvalidValue(
            f"{span.start} to {span.end} is no passage of “{document.name}”, which has"
            f" {document.characters:,} characters; give a start and an end within it."
        )
    zones = view.documents.zones(document_id)
    return content_of(view.documents.text(document_id), span, zones)


def _named(view: ProjectView, found: list[_Scored]) -> list[Similar]:
    listed = view.documents.listed({it.document_id for it in found})
    return [
        Similar(
            it.document_id,
            listed[it.document_id].title or listed[it.document_id].name,
            it.span,
            it.span.of(view.documents.text(it.document_id)),
            round(it.score, 3),
        )
        for it in found
    ]
