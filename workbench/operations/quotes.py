"""Where the quotations of a document were taken from: which other document has them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from workbench.jobs import Tracker
from workbench.model.ids import DocumentId
from workbench.model.quotations import AuditedQuote, Quotation, QuoteKind, QuoteSource
from workbench.model.spans import Span
from workbench.operations.prepared_texts import PreparedTexts
from workbench.text.content import content_of
from workbench.text.quoting.quotations import quotations
from workbench.text.quoting.requoting import Rewording, reworded
from workbench.text.quoting.wording import Wording, inner_words
from workbench.views import ProjectView

MOST_VERBATIM: Final = 25
"""Documents that are looked into for the very words."""
MOST_ALTERED: Final = 12
LONGEST_ALTERED: Final = 20_000
"""Characters; of a longer one, as of a paper all in quotes, only copies are found."""
MOST_PLACES: Final = 1_000
"""Places in one document among which the best is chosen."""


def audit_quotes(
    view: ProjectView, document_id: DocumentId, tracker: Tracker | None = None
) -> list[AuditedQuote]:
    """Return every quotation of a document with its best source in another one.

    The very words count before altered ones; then the document that more of the
    quotations come from, then the earlier one. Zones are left out on both sides.
    """
    return _Audit(view, document_id, tracker or Tracker()).run()


@dataclass(frozen=True, slots=True)
class _Found:
    """One place of a quotation; without `rewording` it has the very words."""

    document_id: DocumentId
    span: Span
    rewording: Rewording | None = None

    @property
    def kind(self) -> QuoteKind:
        return QuoteKind.ALTERED if self.rewording else QuoteKind.VERBATIM


class _Audit:
    """Audits one document; texts that it looked into it need not prepare again."""

    def __init__(
        self, view: ProjectView, document_id: DocumentId, tracker: Tracker
    ) -> None:
        self._view = view
        self._own = view.documents.get(document_id)
        self._tracker = tracker
        self._done = self._total = 0
        self._wordings = PreparedTexts(self._wording)
        self._spoken: dict[DocumentId, list[Span]] = {}
        self._places_of: dict[str, list[_Found]] = {}
        self._trust: Counter[DocumentId] = Counter()
        self._ages: dict[DocumentId, tuple[bool, str]] = {}

    def run(self) -> list[AuditedQuote]:
        """Look for the longest first: they tell which documents are quoted."""
        quoted = self._quotations()
        found: dict[Quotation, list[_Found]] = {}
        self._total = len(quoted)
        for quotation in sorted(quoted, key=lambda it: -len(it.span)):
            self._pause()
            found[quotation] = self._places(quotation)
            self._trust.update(
                it.document_id for it in found[quotation] if not it.rewording
            )
            self._done += 1
        return [self._audited(it, found[it]) for it in quoted]

    def _pause(self) -> None:
        self._tracker.advance(self._done, self._total, "Looking for sources")

    def _quotations(self) -> list[Quotation]:
        documents, own = self._view.documents, self._own.id
        zones = documents.zones(own)
        blocks = documents.blocks(own)
        return quotations(documents.text(own), blocks, zones, self._pause)

    def _places(self, quotation: Quotation) -> list[_Found]:
        text = quotation.text
        if text not in self._places_of:
            self._places_of[text] = self._sought(text)
        return self._places_of[text]

    def _sought(self, text: str) -> list[_Found]:
        shared = self._view.documents_sharing(text)
        shared.pop(self._own.id, None)
        self._learn_ages(shared)
        likely = sorted(shared, key=lambda it: (-shared[it], *self._rank(it)))
        quoted = Wording(text)
        verbatim = list(self._verbatim(quoted, likely[:MOST_VERBATIM]))
        if verbatim or len(text) > LONGEST_ALTERED:
            return verbatim
        return list(self._altered(quoted, likely[:MOST_ALTERED]))

    def _verbatim(
        self, quoted: Wording, likely: Sequence[DocumentId]
    ) -> Iterator[_Found]:
        words = inner_words(quoted.words)
        for document_id in likely:
            self._pause()
            found = self._wordings.of(document_id).occurrences(words)
            places = list(islice(found, MOST_PLACES))
            if places:
                yield _Found(document_id, self._best_place(document_id, places))

    def _altered(
        self, quoted: Wording, likely: Sequence[DocumentId]
    ) -> Iterator[_Found]:
        for document_id in likely:
            self._pause()
            if found := reworded(quoted, self._wordings.of(document_id)):
                yield _Found(document_id, found.span, found)

    def _best_place(self, document_id: DocumentId, places: list[Span]) -> Span:
        """Return the first place that is a quotation there too, else the first."""
        if len(places) == 1:
            return places[0]
        spoken = self._spoken_in(document_id)
        return next((it for it in places if _is_inside(it, spoken)), places[0])

    def _spoken_in(self, document_id: DocumentId) -> list[Span]:
        """Return the outermost quotations of a document, in order."""
        if document_id not in self._spoken:
            texts = self._view.documents
            text, blocks = texts.text(document_id), texts.blocks(document_id)
            found = quotations(text, blocks, pause=self._pause)
            self._spoken[document_id] = [it.span for it in found if not it.level]
        return self._spoken[document_id]

    def _audited(self, quotation: Quotation, found: list[_Found]) -> AuditedQuote:
        if not found:
            return AuditedQuote(quotation, QuoteKind.UNSOURCED)
        best, *others = sorted(found, key=self._preference)
        audited = AuditedQuote(
            quotation,
            best.kind,
            self._source(best),
            others=tuple(map(self._source, others)),
        )
        if best.rewording is None:
            return audited
        diff, is_marked = best.rewording.diff, best.rewording.is_marked
        return replace(audited, diff=diff, is_marked=is_marked)

    def _preference(self, found: _Found) -> tuple[float, bool, int, str, int]:
        likeness = found.rewording.likeness if found.rewording else 1.0
        return -round(likeness, 2), *self._rank(found.document_id)

    def _rank(self, document_id: DocumentId) -> tuple[bool, int, str, int]:
        """Order documents: not younger than this one, trusted, early, first come."""
        is_younger, date = self._ages[document_id]
        return is_younger, -self._trust[document_id], date, document_id

    def _learn_ages(self, document_ids: dict[DocumentId, int]) -> None:
        """Remember when documents are from; without a date one counts as late."""
        unknown = document_ids.keys() - self._ages.keys()
        own = self._own.date
        for it in self._view.documents.some(unknown) if unknown else ():
            is_younger = bool(own and it.date) and it.date[: len(own)] > own
            self._ages[it.id] = is_younger, it.date or "9999"

    def _source(self, found: _Found) -> QuoteSource:
        documents, place = self._view.documents, found.span
        text = place.of(documents.text(found.document_id))
        return QuoteSource(
            found.document_id, documents.title(found.document_id), place, text
        )

    def _wording(self, document_id: DocumentId) -> Wording:
        documents = self._view.documents
        text, zones = documents.text(document_id), documents.zones(document_id)
        return Wording(content_of(text, Span(0, len(text)), zones))


def _is_inside(place: Span, spoken: Sequence[Span]) -> bool:
    at = bisect_right(spoken, place.start, key=lambda it: it.start) - 1
    return at >= 0 and place.end <= spoken[at].end
