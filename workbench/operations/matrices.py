"""Counting passages by two things at once: matrices, and what is in their cells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from workbench.errors import NotFound
from workbench.jobs import Tracker
from workbench.model.ids import DocumentId, PassageId
from workbench.model.matrices import (
    MarkedPlace,
    Matrix,
    MatrixCell,
    MatrixDefinition,
    MatrixEntry,
    MatrixKind,
    MatrixOrder,
    Measure,
)
from workbench.operations.matrix_axes import Numbers, TagAxis, columns_of
from workbench.text.nearness import SHARED, in_paragraphs, in_words, near_pairs
from workbench.views import ProjectView

Pairs = tuple[tuple[int, int], ...]


class _Counted(NamedTuple):
    """The cells of one passage, as their rows and columns."""

    passage: PassageId
    document: DocumentId
    pairs: Pairs


def matrix_of(
    view: ProjectView,
    definition: MatrixDefinition,
    tracker: Tracker | None = None,
) -> Matrix:
    """Count what a definition asks for, in its order; call it in a job.

    Raises `NotFound` when its attribute is gone.
    """
    rows, columns, counted = _counted(view, definition, tracker or Tracker())
    if definition.measure is Measure.PASSAGES:
        weights: Mapping[Pairs, int] = Counter(it.pairs for it in counted)
    else:
        weights = Counter(_of_documents(counted))
    return _arranged(_summed(definition, rows, columns, weights))


def passages_of(
    view: ProjectView, cell: MatrixCell, tracker: Tracker | None = None
) -> list[PassageId]:
    """Return the passages that a cell counts, or whose documents; in no order.

    What is gone, a tag or an attribute, has none.
    """
    try:
        rows, columns, counted = _counted(view, cell.definition, tracker or Tracker())
    except NotFound:
        return []
    row = _number(rows, cell.row)
    column = _number(columns, cell.column)
    return [
        it.passage
        for it in counted
        if any(row in {None, r} and column in {None, c} for r, c in it.pairs)
    ]


def _counted(
    view: ProjectView, definition: MatrixDefinition, tracker: Tracker
) -> tuple[list[MatrixEntry], list[MatrixEntry], Iterable[_Counted]]:
    """Return all rows and columns, and the cells of each passage with tags."""
    axis = TagAxis(view.tags.all(), definition)
    masks: dict[PassageId, int] = defaultdict(int)
    for passage_id, tag_id in view.matrices.taggings():
        masks[passage_id] |= axis.masks[tag_id]
    documents = set(definition.documents)
    places = [
        it
        for it in view.matrices.places()
        if masks.get(it[0]) and (not documents or it[1] in documents)
    ]
    if definition.is_of_tags:
        found = _beside_tags(view, definition, axis, masks, places, tracker)
        return axis.entries, axis.entries, found
    columns, numbers_of = columns_of(view, definition)
    return axis.entries, columns, _in_columns(axis, masks, places, numbers_of)


def _in_columns(
    axis: TagAxis,
    masks: Mapping[PassageId, int],
    places: Iterable[MarkedPlace],
    numbers_of: Callable[[PassageId, DocumentId], Numbers],
) -> Iterator[_Counted]:
    @lru_cache(None)
    def pairs(mask: int, columns: Numbers) -> Pairs:
        return tuple((row, it) for row in axis.numbers(mask) for it in columns)

    for passage, document, *_ in places:
        cells = pairs(masks[passage], numbers_of(passage, document))
        yield _Counted(passage, document, cells)


def _beside_tags(
    view: ProjectView,
    definition: MatrixDefinition,
    axis: TagAxis,
    masks: Mapping[PassageId, int],
    places: Iterable[MarkedPlace],
    tracker: Tracker,
) -> Iterator[_Counted]:
    """Yield the cells of passages beside others; orphans stand beside nothing."""

    @lru_cache(None)
    def pairs(own: int, near: int) -> Pairs:
        # A passage is not near itself: the row's own tag needs another one.
        return tuple(
            (row, column)
            for row in axis.numbers(own)
            for column in axis.numbers(own | near)
            if row != column or near >> row & 1
        )

    by_document: dict[DocumentId, list[MarkedPlace]] = defaultdict(list)
    for place in places:
        if not place.is_orphan:
            by_document[place.document_id].append(place)
    for number, (document, own) in enumerate(by_document.items()):
        tracker.advance(number, len(by_document), "Counting what stands together")
        near = [0] * len(own)
        for one, other in _touching(view, definition, document, own):
            near[one] |= masks[own[other].id]
            near[other] |= masks[own[one].id]
        for place, around in zip(own, near, strict=True):
            yield _Counted(place.id, document, pairs(masks[place.id], around))


def _touching(
    view: ProjectView,
    definition: MatrixDefinition,
    document: DocumentId,
    places: Sequence[MarkedPlace],
) -> Iterator[tuple[int, int]]:
    spans = [(it.start, it.end) for it in places]
    if definition.kind is MatrixKind.OVERLAP or len(spans) < 2:
        return near_pairs(spans, SHARED)
    if definition.words is None:
        starts = [it.span.start for it in view.documents.blocks(document)]
        return near_pairs(in_paragraphs(starts, spans), 0)
    text = view.documents.text(document)
    return near_pairs(in_words(text, spans), definition.words)


def _of_documents(counted: Iterable[_Counted]) -> Iterator[Pairs]:
    """Yield the cells of each document, each once."""
    found: dict[DocumentId, set[Pairs]] = defaultdict(set)
    for it in counted:
        found[it.document].add(it.pairs)
    for own in found.values():
        yield tuple({pair for pairs in own for pair in pairs})


def _summed(
    definition: MatrixDefinition,
    rows: Sequence[MatrixEntry],
    columns: Sequence[MatrixEntry],
    weights: Mapping[Pairs, int],
) -> Matrix:
    counts: dict[tuple[int, int], int] = defaultdict(int)
    row_totals, column_totals, total = [0] * len(rows), [0] * len(columns), 0
    for pairs, weight in weights.items():
        for pair in pairs:
            counts[pair] += weight
        for row in {row for row, _ in pairs}:
            row_totals[row] += weight
        for column in {column for _, column in pairs}:
            column_totals[column] += weight
        total += weight if pairs else 0
    return Matrix(
        definition,
        _with_totals(rows, row_totals),
        _with_totals(columns, column_totals),
        counts,
        total,
        len(rows),
        len(columns),
    )


def _with_totals(
    entries: Sequence[MatrixEntry], totals: Sequence[int]
) -> tuple[MatrixEntry, ...]:
    return tuple(
        replace(it, total=total) for it, total in zip(entries, totals, strict=True)
    )


def _arranged(matrix: Matrix) -> Matrix:
    """Put rows and columns into the order asked for, without empty ones if asked."""
    definition = matrix.definition
    rows, row_places = _chosen(matrix.rows, definition)
    columns, column_places = _chosen(matrix.columns, definition)
    counts = {
        (row_places[row], column_places[column]): count
        for (row, column), count in matrix.counts.items()
    }
    return replace(matrix, rows=rows, columns=columns, counts=counts)


def _chosen(
    entries: Sequence[MatrixEntry], definition: MatrixDefinition
) -> tuple[tuple[MatrixEntry, ...], dict[int, int]]:
    """Return the entries to show, and where each of all stands among them."""
    kept = [
        number for number, it in enumerate(entries) if it.total or definition.with_empty
    ]
    if definition.order is MatrixOrder.TOTAL:
        kept.sort(key=lambda it: -entries[it].total)
    places = {number: place for place, number in enumerate(kept)}
    return tuple(entries[it] for it in kept), places


def _number(entries: Sequence[MatrixEntry], key: object) -> int | None:
    """Return the place of a row or column, -1 for one that is gone, None for all."""
    if key is None:
        return None
    return next((n for n, it in enumerate(entries) if it.key == key), -1)
