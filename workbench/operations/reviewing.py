"""What there is to review after texts have changed; deciding is in `versions`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workbench.model.ids import DocumentId
from workbench.model.passages import AnchorState, EarlierPlace, Passage
from workbench.model.reviewing import Review
from workbench.model.spans import Span
from workbench.model.word_diffs import WordDiff
from workbench.text.likeness import likeness
from workbench.text.word_diff import word_diff
from workbench.views import ProjectView, Stores

MOST_PLACES = 50
_CONTEXTS = (200, 80, 32)


def passages_to_review(view: ProjectView) -> list[Review]:
    """Return everything that waits for a person, by document and place."""
    return reviews_of(view, view.passages.to_review())


def reviews_of(view: Stores, passages: Iterable[Passage]) -> list[Review]:
    """Return those of these passages that wait, with where they stood before."""
    waiting = [it for it in passages if it.needs_review]
    documents = view.documents.some({it.document_id for it in waiting})
    titles = {it.id: it.title or it.name for it in documents}
    return [_review(view, it, titles[it.document_id]) for it in waiting]


def possible_places(view: Stores, review: Review) -> list[Span]:
    """Return the proposed place and every other one that says the same, in order."""
    text = view.documents.text(review.document_id)
    places = set(_all_of(text, review.old_quote))
    if review.place is not None:
        places.add(review.place)
    return sorted(places)


def nearby(view: Stores, review: Review) -> Span:
    """Return the place in the current text that what surrounded a passage is near."""
    if review.place is not None:
        return review.place
    old = view.documents.text(review.document_id, review.old_version)
    return near(old, review.old_span, view.documents.text(review.document_id))


def near(old: str, place: Span, new: str) -> Span:
    """Return where in a new text that is which surrounded a place of the old one."""
    for size in _CONTEXTS:
        before = old[max(0, place.start - size) : place.start]
        if at := _nearest(new, before.strip(), place.start):
            return Span(at.end, at.end)
        after = old[place.end : place.end + size]
        if at := _nearest(new, after.strip(), place.start):
            return Span(at.start, at.start)
    at_share = round(place.start / max(1, len(old)) * len(new))
    return Span(at_share, at_share)


def differences(view: Stores, review: Review, place: Span | None) -> WordDiff:
    """Return which words differ, in the spans of the old and of the new text."""
    if place is None:
        return WordDiff((), ())
    new = place.of(view.documents.text(review.document_id))
    found = word_diff(review.old_quote, new)
    return found.moved(review.old_span.start, place.start)


def version_differences(
    view: Stores,
    document_id: DocumentId,
    number: int,
    pause: Callable[[], None] = lambda: None,
) -> WordDiff:
    """Return which words of a version went until the current one, and which came."""
    old = view.documents.text(document_id, number)
    return word_diff(old, view.documents.text(document_id), pause)


def _review(view: Stores, passage: Passage, title: str) -> Review:
    before = _before(view, passage)
    score = 0.0
    if passage.anchor is not AnchorState.ORPHANED:
        score = likeness(before.quote, passage.quote)
    return Review(passage, title, before.version, before.span, before.quote, score)


def _before(view: Stores, passage: Passage) -> EarlierPlace:
    """Return where a passage stood when it last said something else."""
    own = EarlierPlace(passage.id, passage.version, passage.span, passage.quote)
    if passage.anchor is AnchorState.ORPHANED:
        return own
    earlier = view.passages.earlier_places(passage.id)
    other = (it for it in reversed(earlier) if it.quote != passage.quote)
    return next(other, earlier[-1] if earlier else own)


def _all_of(text: str, quote: str) -> list[Span]:
    found: list[Span] = []
    at = text.find(quote)
    while at >= 0 and len(found) < MOST_PLACES:
        found.append(Span(at, at + len(quote)))
        at = text.find(quote, at + 1)
    return found


def _nearest(text: str, words: str, wanted: int) -> Span | None:
    """Return the place of some words that is nearest to an offset."""
    places = _all_of(text, words) if len(words) > 8 else []
    return min(places, key=lambda it: abs(it.start - wanted), default=None)
