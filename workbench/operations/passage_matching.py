"""Which passages meet a filter."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter

from workbench.model.attributes import Subject
from workbench.model.ids import DocumentId, TagId
from workbench.model.passage_filters import (
    NEAR,
    PassageFilter,
    PassageOrder,
    PassagePlace,
)
from workbench.model.value_tests import value_fits
from workbench.operations.matrices import passages_of
from workbench.text.folding import folded
from workbench.views import ProjectView

NOWHERE = -(2**62)


def matching_places(
    view: ProjectView, wanted: PassageFilter, order: PassageOrder = PassageOrder.PLACE
) -> list[PassagePlace]:
    """Return the passages that meet a filter: by time, or by document and place."""
    rows = view.passage_rows.matching(wanted, _documents(view, wanted), order)
    if wanted.overlapping or wanted.near:
        orphans = view.passage_rows.orphans()
        rows = [row for row in rows if row.id not in orphans]
    for tag_id in wanted.overlapping:
        rows = _touching(view, wanted, rows, tag_id, reach=0)
    for tag_id in wanted.near:
        # At most so many characters between is one more from the one to the other.
        rows = _touching(view, wanted, rows, tag_id, reach=NEAR + 1)
    if wanted.cell is not None:
        counted = set(passages_of(view, wanted.cell))
        rows = [row for row in rows if row.id in counted]
    return _with_words(view, rows, folded(wanted.words).split())


def condition_to_drop(
    view: ProjectView, wanted: PassageFilter, documents: Sequence[DocumentId] = ()
) -> tuple[PassageFilter, int] | None:
    """Return the part without which most passages match, and how many do then.

    With `documents`, only theirs are counted, whatever is dropped. None when there
    would be none without any one of the parts.
    """
    here = PassageFilter(documents=tuple(documents))
    left = [
        (it, len(matching_places(view, wanted.without(it).and_also(here))))
        for it in wanted.parts()
    ]
    best = max(left, key=lambda pair: pair[1], default=None)
    return best if best and best[1] else None


class Neighbors:
    """The places of some passages of one document, to ask what lies beside them.

    Of all that begin before a point, the two that end last are kept: one of them may
    be the passage that is asked about, which is no neighbor of itself.
    """

    def __init__(self, places: Iterable[PassagePlace]) -> None:
        self._starts: list[int] = []
        first = second = (NOWHERE, 0)
        self._last = [(first, second)]
        for passage_id, _document, start, end in sorted(places, key=itemgetter(2)):
            if end > first[0]:
                first, second = (end, passage_id), first
            elif end > second[0]:
                second = (end, passage_id)
            self._starts.append(start)
            self._last.append((first, second))

    def touch(self, place: PassagePlace, reach: int) -> bool:
        """Tell whether another one is fewer than `reach` characters from a passage.

        With a reach of 0 it has to share a character.
        """
        before = bisect_left(self._starts, place.end + reach)
        (end, passage_id), (other_end, _) = self._last[before]
        return (other_end if passage_id == place.id else end) > place.start - reach


def _documents(view: ProjectView, wanted: PassageFilter) -> set[DocumentId] | None:
    """Return the documents whose passages may match; None stands for all."""
    if not wanted.attributes:
        return set(wanted.documents) or None
    kinds = {it.id: it.type for it in view.attributes.all(Subject.DOCUMENT)}
    values = view.attributes.values(Subject.DOCUMENT)
    asked = [it for it in wanted.attributes if it.attribute_id in kinds]
    if len(asked) < len(wanted.attributes):
        return set()  # An attribute that is gone is nowhere as it should be.

    def fits(document_id: DocumentId) -> bool:
        own = values.get(document_id, {})
        return all(
            value_fits(kinds[it], test, value, own.get(it, ""))
            for it, test, value in asked
        )

    return set(filter(fits, wanted.documents or view.passage_rows.titles()))


def _touching(
    view: ProjectView,
    wanted: PassageFilter,
    rows: Iterable[PassagePlace],
    tag_id: TagId,
    *,
    reach: int,
) -> list[PassagePlace]:
    """Return the rows that another passage with the tag overlaps, or comes near."""
    by_document: dict[DocumentId, list[PassagePlace]] = defaultdict(list)
    for place in view.passage_rows.tagged(tag_id, with_beneath=wanted.with_beneath):
        by_document[place.document_id].append(place)
    others = {it: Neighbors(places) for it, places in by_document.items()}
    return [
        row
        for row in rows
        if (beside := others.get(row.document_id)) and beside.touch(row, reach)
    ]


def _with_words(
    view: ProjectView, rows: list[PassagePlace], words: Sequence[str]
) -> list[PassagePlace]:
    if not words:
        return rows
    texts = view.passage_rows.words_of([row.id for row in rows])
    letters = {passage_id: folded(text) for passage_id, text in texts}
    return [row for row in rows if all(word in letters[row.id] for word in words)]
