"""How well a sentence or passage fits the question of a cell, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from workbench.jobs import Tracker
from workbench.model.documents import Block, Document
from workbench.model.facts import Fact, FactKind
from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.passages import Passage
from workbench.model.spans import Span
from workbench.model.tables import Column, ColumnType, Row
from workbench.operations.finding_places import places_in
from workbench.operations.question_words import (
    PLAIN,
    Matched,
    QuestionWords,
    names_of_rows,
)
from workbench.operations.zones import zone_suggestions
from workbench.search.indexing.folding import words_of
from workbench.text.content import content_of
from workbench.text.facts.finding import Source, facts_in
from workbench.text.languages import language_of
from workbench.text.question_kinds import asks_for_dates, asks_for_people
from workbench.text.sentences import sentences_in
from workbench.views import ProjectView

WORDS: Final = 2.0
KIND: Final = 0.5
NAMED: Final = 0.8
TAGGED: Final = WORDS + KIND + NAMED
"""A person said that it belongs here: that counts more than all else together."""
MARKED: Final = 0.2
NEAR: Final = 0.7
"""A name in the sentence before counts so much of what it counts in the sentence."""
OF_ANOTHER: Final = 0.8
"""So much less counts what names another row, by how much more it names that one."""
DOUBTFUL: Final = 0.3
"""What counts that stands where a zone is suggested."""
LEAST: Final = 0.6
"""What scored less was never right where it was the best, as judged."""
WITHOUT_KIND: Final = 0.6
"""What words count in a stretch without a fact of the kind that is asked for."""
SHORT, USUAL = 3, 25
LONG_TEXT: Final = 200_000
MOST_PARAGRAPHS: Final = 400

_KINDS: Final = {
    ColumnType.DATE: (FactKind.DATE,),
    ColumnType.NUMBER: (FactKind.NUMBER, FactKind.PERCENT),
    ColumnType.MONEY: (FactKind.MONEY,),
}
_CALLED: Final = {
    FactKind.DATE: "a date",
    FactKind.NUMBER: "a number",
    FactKind.PERCENT: "a percentage",
    FactKind.MONEY: "an amount of money",
    FactKind.PERSON: "a person",
}


class Candidate(NamedTuple):
    """A stretch that may answer a question."""

    span: Span
    passage_id: PassageId | None
    score: float
    reasons: tuple[str, ...]


class Fitting:
    """Scores the stretches of documents against one cell.

    The other rows tell what a stretch may be about instead.
    """

    def __init__(
        self, view: ProjectView, row: Row, column: Column, others: Sequence[Row] = ()
    ) -> None:
        self._view = view
        self._words = QuestionWords(view, column)
        self._names = names_of_rows(view, [row])
        self._others = names_of_rows(view, others)
        self._kinds = _kinds(column)
        self._is_typed = column.kind.type in _KINDS
        self._tags = _tags_below(view, column.kind.tag_id)

    def likely(self) -> dict[DocumentId, list[Span]]:
        """Return the paragraphs of all documents with most of the rare words."""
        found: defaultdict[DocumentId, list[Span]] = defaultdict(list)
        spelled = [*self._words.spelled, *self._names.spelled]
        for document_id, span in self._view.resembling(spelled, MOST_PARAGRAPHS)[1]:
            found[document_id].append(span)
        return {own: sorted(spans) for own, spans in sorted(found.items())}

    def of_document(
        self,
        document: Document,
        passages: Sequence[Passage],
        paragraphs: Sequence[Span] | None = None,
    ) -> Iterator[Candidate]:
        """Yield what fits, passages first, then sentences: of these paragraphs or all.

        Of a long document, only paragraphs with a word of the question are read.
        """
        text = _Text(self._view, document)
        lifted: defaultdict[Span, list[str]] = defaultdict(list)
        for passage in passages:
            tags = self._tags_of(passage)
            for span in text.sentences_at(passage.span) if tags else ():
                lifted[span] += tags
            yield from self._fit(text, passage.span, tags, 0.0, passage.id)
        for paragraph in paragraphs or self._paragraphs(text, document):
            before = 0.0
            for span in sentences_in(text.text, paragraph, text.language):
                if not any(span.overlaps(it) for it in text.zones):
                    tags = list(dict.fromkeys(lifted.get(span, ())))
                    yield from self._fit(text, span, tags, before, None)
                    named = self._names.share(text.words(span))
                    before = max(named, NEAR * before)

    def _paragraphs(self, text: _Text, document: Document) -> list[Span]:
        paragraphs = [it.span for it in text.blocks]
        if not text.is_long or not self._words.asked:
            return paragraphs
        places = places_in(self._view, self._words.asked, PLAIN, (document.id,))
        starts = [it.start for it in paragraphs]
        found = {bisect_right(starts, it.span.start) - 1 for it in places}
        return [paragraphs[at] for at in sorted(found)]

    def _tags_of(self, passage: Passage) -> list[str]:
        return [self._tags[it] for it in passage.tag_ids if it in self._tags]

    def _fit(
        self,
        text: _Text,
        span: Span,
        tags: Sequence[str],
        before: float,
        passage_id: PassageId | None,
    ) -> Iterator[Candidate]:
        """Yield a stretch, if it fits; `before` is how much the name stands before.

        A passage is named by its sentence, but has to answer by its own words: what
        stands beside it is for the sentence to say.
        """
        own = text.words(span)
        around = text.words(text.sentences_around(span)) if passage_id else own
        matched = self._words.match(around if passage_id and tags else own)
        kinds = [it for it in self._kinds if text.has(it, span)]
        if not (matched.share or tags or (kinds and self._is_typed)):
            return
        named = max(self._names.share(around), NEAR * before)
        score = self._score(matched.share * _fullness(len(own)), kinds)
        score += TAGGED * bool(tags) + MARKED * bool(passage_id) + NAMED * named
        if not tags:
            score *= 1 - OF_ANOTHER * max(0.0, self._others.share(around) - named)
            score *= DOUBTFUL if text.is_doubtful(span) else 1
        if score >= LEAST:
            reasons = _reasons(tags, matched, kinds, named)
            yield Candidate(span, passage_id, score, reasons)

    def _score(self, share: float, kinds: Sequence[FactKind]) -> float:
        """Return what words and facts count, by what the question asks for."""
        if self._kinds and not kinds:
            return WITHOUT_KIND * WORDS * share
        return WORDS * share + KIND * bool(kinds)


class _Text:
    """One document, as it is looked through."""

    def __init__(self, view: ProjectView, document: Document) -> None:
        documents = view.documents
        self.text = documents.text(document.id)
        self.blocks = documents.blocks(document.id)
        self.zones = documents.zones(document.id)
        self.language = language_of(self.text)
        self.is_long = document.characters > LONG_TEXT
        self._date = document.date
        self._doubtful = (
            []
            if self.is_long
            else [it.span for it in zone_suggestions(view, document.id)]
        )
        self._whole = cache(self._facts_of_all)

    def words(self, span: Span) -> list[str]:
        """Return the words of a stretch that do not stand in a zone."""
        return words_of(content_of(self.text, span, self.zones))

    def is_doubtful(self, span: Span) -> bool:
        """Tell whether a stretch stands where a zone is suggested, not yet accepted."""
        return any(it.overlaps(span) for it in self._doubtful)

    def sentences_at(self, span: Span) -> list[Span]:
        """Return the sentences that a stretch is in, of the paragraph it begins in."""
        starts = [it.span.start for it in self.blocks]
        block = self.blocks[max(0, bisect_right(starts, span.start) - 1)].span
        own = sentences_in(self.text, block, self.language)
        return [it for it in own if it.overlaps(span)]

    def sentences_around(self, span: Span) -> Span:
        """Return a stretch with the sentences of which it has only a part."""
        whole = [span, *self.sentences_at(span)]
        return Span(min(it.start for it in whole), max(it.end for it in whole))

    def has(self, kind: FactKind, span: Span) -> bool:
        """Tell whether a fact of a kind stands in a stretch.

        A long document is not read as a whole for it.
        """
        if self.is_long:
            own = span.of(self.text)
            source = Source(own, (Block(Span(0, len(own))),), (), self._date)
            return any(it.kind is kind for it in facts_in(source, Tracker()))
        return any(it.kind is kind and it.span.overlaps(span) for it in self._whole())

    def _facts_of_all(self) -> list[Fact]:
        source = Source(self.text, self.blocks, self.zones, self._date)
        return facts_in(source, Tracker())


def _fullness(words: int) -> float:
    """Return how much the words of a stretch count: a long one has all sorts."""
    if words < SHORT:
        return 0.5
    return 1.0 if words <= USUAL else max(0.6, (USUAL / words) ** 0.3)


def _kinds(column: Column) -> tuple[FactKind, ...]:
    words = column.name, column.question
    if column.kind.type in _KINDS:
        return _KINDS[column.kind.type]
    people = (FactKind.PERSON,) if asks_for_people(*words) else ()
    return (*people, FactKind.DATE) if asks_for_dates(*words) else people


def _tags_below(view: ProjectView, tag_id: TagId | None) -> Mapping[TagId, str]:
    """Return a tag and those beneath it, with their paths."""
    found: dict[TagId, str] = {}
    waiting = [] if tag_id is None else [tag_id]
    while waiting:
        own = waiting.pop()
        found[own] = view.tags.path(own)
        waiting += view.tags.children(own)
    return found


def _reasons(
    tags: Sequence[str],
    matched: Matched,
    kinds: Sequence[FactKind],
    named: float,
) -> tuple[str, ...]:
    reasons = [f"tag {it}" for it in tags]
    if matched.words:
        reasons.append(f"words: {', '.join(matched.words)}")
    reasons += [f"“{other}” for “{word}”" for word, other in matched.kindred]
    reasons += [f"has {_CALLED[it]}" for it in kinds]
    if named >= NEAR:
        reasons.append("names the row")
    return tuple(reasons)
