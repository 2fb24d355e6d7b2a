"""Counting passages by two things at once: matrices, and what is in their cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    Measure,
)
from workbench.operations.matrix_axes import TagAxis, columns_of
from workbench.operations.matrix_tally import (
    Counted,
    Lines,
    Tally,
    bits_of,
    by_document,
)
from workbench.text.nearness import SHARED, in_paragraphs, in_words, near_pairs
from workbench.views import ProjectView

Masks = Mapping[PassageId, int]


def matrix_of(
    view: ProjectView,
    definition: MatrixDefinition,
    tracker: Tracker | None = None,
) -> Matrix:
    """Count what a definition asks for, in its order; call it in a job.

    Raises `NotFound` when its attribute is gone.
    """
    rows, columns, counted = _counted(view, definition, tracker or Tracker())
    tally = Tally()
    if definition.measure is Measure.PASSAGES:
        for _passage, _document, lines in counted:
            tally.add(lines)
    else:
        for lines in by_document(counted):
            tally.add(lines)
    return tally.matrix(definition, rows, columns)


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
    line, bit = _number(columns, cell.column), _number(rows, cell.row)
    if cell.definition.is_of_tags:
        line, bit = bit, line
    if -1 in {line, bit}:
        return []
    wanted = -1 if bit is None else 1 << bit
    return [
        passage
        for passage, _document, lines in counted
        if any(line in {None, own} and bits & wanted for own, bits in lines)
    ]


def counted_cells(
    view: ProjectView, definition: MatrixDefinition, tracker: Tracker
) -> Iterator[tuple[MatrixEntry, MatrixEntry, PassageId]]:
    """Yield what each cell counts: row, column and passage, a passage at a time."""
    rows, columns, counted = _counted(view, definition, tracker)
    for passage, _document, lines in counted:
        for line, bits in lines:
            for bit in bits_of(bits):
                row, column = (line, bit) if definition.is_of_tags else (bit, line)
                yield rows[row], columns[column], passage


def _counted(
    view: ProjectView, definition: MatrixDefinition, tracker: Tracker
) -> tuple[Sequence[MatrixEntry], Sequence[MatrixEntry], Iterable[Counted]]:
    """Return all rows and columns, and the cells of each passage with tags."""
    axis = TagAxis(view.tags.all(), definition)
    masks: dict[PassageId, int] = defaultdict(int)
    for passage_id, tag_id in view.matrices.taggings():
        masks[passage_id] |= axis.masks[tag_id]
    if definition.is_of_tags:
        found = _beside_tags(view, definition, masks, tracker)
        return axis.entries, axis.entries, found
    columns, found = _in_columns(view, definition, masks)
    return axis.entries, columns, found


def _in_columns(
    view: ProjectView, definition: MatrixDefinition, masks: Masks
) -> tuple[Sequence[MatrixEntry], Iterator[Counted]]:
    columns, numbers_of = columns_of(view, definition)
    only = set(definition.documents)

    def found() -> Iterator[Counted]:
        for passage, document in view.matrices.in_documents():
            mask = masks.get(passage)
            if mask and (not only or document in only):
                lines = [(it, mask) for it in numbers_of(passage, document)]
                yield passage, document, lines

    return columns, found()


def _beside_tags(
    view: ProjectView, definition: MatrixDefinition, masks: Masks, tracker: Tracker
) -> Iterator[Counted]:
    """Yield the cells of passages by what stands beside them."""
    only = set(definition.documents)
    places: dict[DocumentId, list[MarkedPlace]] = defaultdict(list)
    for place in view.matrices.places():
        if masks.get(place[0]) and (not only or place[1] in only):
            places[place[1]].append(place)
    for number, (document, own) in enumerate(places.items()):
        tracker.advance(number, len(places), "Counting what stands together")
        around = [0] * len(own)
        for one, other in _touching(view, definition, document, own):
            around[one] |= masks[own[other][0]]
            around[other] |= masks[own[one][0]]
        for place, near in zip(own, around, strict=True):
            yield place[0], document, _beside_itself(masks[place[0]], near)


def _beside_itself(own: int, near: int) -> Lines:
    """Return the rows of a passage with their columns: its tags and those near it.

    It is not near itself, so a tag stands with itself only where another has it too.
    """
    return [(row, near | (own & ~(1 << row))) for row in bits_of(own)]


def _touching(
    view: ProjectView,
    definition: MatrixDefinition,
    document: DocumentId,
    places: Sequence[MarkedPlace],
) -> Iterator[tuple[int, int]]:
    spans = [(start, end) for _passage, _document, start, end in places]
    if definition.kind is MatrixKind.OVERLAP or len(spans) < 2:
        return near_pairs(spans, SHARED)
    if definition.words is None:
        starts = [it.span.start for it in view.documents.blocks(document)]
        return near_pairs(in_paragraphs(starts, spans), 0)
    text = view.documents.text(document)
    return near_pairs(in_words(text, spans), definition.words)


def _number(entries: Sequence[MatrixEntry], key: object) -> int | None:
    """Return the place of a row or column, -1 for one that is gone, None for all."""
    if key is None:
        return None
    return next((n for n, it in enumerate(entries) if it.key == key), -1)
