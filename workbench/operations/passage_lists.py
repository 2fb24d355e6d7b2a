"""Lists of passages: sorted, gathered under headings, and what to show of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from workbench.model.ids import PassageId, TagId
from workbench.model.outlines import TagLook
from workbench.model.passage_filters import (
    PassageFilter,
    PassageGroup,
    PassageGrouping,
    PassageLine,
    PassageOrder,
    PassagePlace,
)
from workbench.model.spans import Span
from workbench.operations.page_labels import PageLabels
from workbench.operations.passage_matching import matching_places
from workbench.text.folding import folded
from workbench.views import ProjectView

CONTEXT = 60
"""Characters shown before and after a quote."""
UNTAGGED = "Without a tag"

Tags = Mapping[int, Sequence[TagId]]
Looks = Mapping[TagId, TagLook]


def matching_passages(
    view: ProjectView, wanted: PassageFilter, order: PassageOrder = PassageOrder.PLACE
) -> list[PassageLine]:
    """Return the lines of all passages that meet a filter, in order."""
    (every,) = grouped_passages(view, wanted, order)
    return passage_lines(view, every.ids)


def grouped_passages(
    view: ProjectView,
    wanted: PassageFilter,
    order: PassageOrder = PassageOrder.PLACE,
    grouping: PassageGrouping = PassageGrouping.NONE,
) -> list[PassageGroup]:
    """Return the passages that meet a filter, gathered and in order.

    A passage with several tags is under each of them. Without a grouping there is one
    group without a name.
    """
    places = _in_order(view, matching_places(view, wanted, order), order)
    match grouping:
        case PassageGrouping.DOCUMENT:
            return _by_document(view, places)
        case PassageGrouping.TAG:
            return _by_tag(view, places)
        case PassageGrouping.NONE:
            return [PassageGroup("", None, [it.id for it in places])]


def passage_lines(view: ProjectView, ids: Sequence[PassageId]) -> list[PassageLine]:
    """Return the lines of those of these passages that are there, in this order."""
    looks = view.passages.outlines.tag_looks()
    labels = PageLabels(view)
    found = {line.id: line for line in view.passage_rows.lines(ids)}
    there = [found[it] for it in ids if it in found]
    return [_completed(view, it, looks, labels) for it in there]


def _completed(
    view: ProjectView, line: PassageLine, looks: Looks, labels: PageLabels
) -> PassageLine:
    """Give a line its page and surroundings, unless it is an orphan; sort its tags."""
    tag_ids = tuple(sorted(line.tag_ids, key=lambda it: looks[it].rank))
    before, after, page = line.before, line.after, ""
    if not line.is_orphan:
        text = view.documents.text(line.document_id)
        before = text[max(0, line.start - CONTEXT) : line.start]
        after = text[line.end : line.end + CONTEXT]
        page = labels.of(line.document_id, Span(line.start, line.end))
    return line._replace(tag_ids=tag_ids, before=before, after=after, page=page)


def _in_order(
    view: ProjectView, places: list[PassagePlace], order: PassageOrder
) -> list[PassagePlace]:
    if order in {PassageOrder.NEWEST, PassageOrder.OLDEST}:
        return places
    ranks = _document_ranks(view)
    places.sort(key=lambda it: ranks[it.document_id])
    if order is PassageOrder.TAG:
        looks = view.passages.outlines.tag_looks()
        tags = view.passage_rows.tags_of([it.id for it in places])
        last = len(looks)

        def first_rank(place: PassagePlace) -> int:
            own = tags.get(place.id, ())
            return min((looks[it].rank for it in own), default=last)

        places.sort(key=first_rank)
    return places


def _document_ranks(view: ProjectView) -> dict[int, int]:
    titles = view.passage_rows.titles()
    ordered = sorted(titles, key=lambda it: (folded(titles[it]), it))
    return {document_id: rank for rank, document_id in enumerate(ordered)}


def _by_document(
    view: ProjectView, places: Sequence[PassagePlace]
) -> list[PassageGroup]:
    titles, ranks = view.passage_rows.titles(), _document_ranks(view)
    gathered = sorted(places, key=lambda it: ranks[it.document_id])
    return [
        PassageGroup(titles[document_id], None, [it.id for it in group])
        for document_id, group in groupby(gathered, key=lambda it: it.document_id)
    ]


def _by_tag(view: ProjectView, places: Sequence[PassagePlace]) -> list[PassageGroup]:
    tags = view.passage_rows.tags_of([it.id for it in places])
    looks = view.passages.outlines.tag_looks()
    gathered: dict[TagId, list[PassageId]] = defaultdict(list)
    untagged = []
    for place in places:
        own = tags.get(place.id, ())
        for tag_id in own:
            gathered[tag_id].append(place.id)
        if not own:
            untagged.append(place.id)
    paths = view.tags.some_paths(gathered)
    groups = [
        PassageGroup(paths[it], looks[it].color, gathered[it])
        for it in sorted(gathered, key=lambda it: looks[it].rank)
    ]
    return [*groups, PassageGroup(UNTAGGED, None, untagged)] if untagged else groups
