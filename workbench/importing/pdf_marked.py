"""Finds the characters that other readers marked."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from workbench.importing.pdf_remarks import Remark
from workbench.model.pages import Annotation
from workbench.model.spans import Span
from workbench.text.boxes import Box

_STEPS: Final = 4
_NEAR: Final = 40.0


def annotations_of(
    text: str, start: int, steps: array[int], remarks: Iterable[Remark]
) -> Iterator[Annotation]:
    """Yield the remarks on a page whose text begins at `start` of the whole.

    A mark over places that are not read in a row becomes several; the comment stays
    with the first.
    """
    middles: list[tuple[float, float] | None] = []
    for remark in remarks:
        middles = middles or list(_middles(steps))
        comment = remark.comment
        for span in _spans(text, middles, remark):
            yield Annotation(
                Span(start + span.start, start + span.end), comment, remark.author
            )
            comment = ""


def _middles(steps: array[int]) -> Iterator[tuple[float, float] | None]:
    """Yield the middle of each character's box in points, None for one without."""
    for left, top, right, bottom in zip(
        steps[0::4], steps[1::4], steps[2::4], steps[3::4], strict=True
    ):
        if right > left or bottom > top:
            yield (left + right) / 2 / _STEPS, (top + bottom) / 2 / _STEPS
        else:
            yield None


def _spans(
    text: str, middles: Sequence[tuple[float, float] | None], remark: Remark
) -> Iterator[Span]:
    if remark.is_pinned:
        yield from _word_at(text, middles, remark.boxes[0])
        return
    run: list[int] = []
    for index, middle in enumerate(middles):
        if middle is None or text[index].isspace():
            continue
        if any(_is_in(middle, box) for box in remark.boxes):
            run.append(index)
        elif run:
            yield Span(run[0], run[-1] + 1)
            run = []
    if run:
        yield Span(run[0], run[-1] + 1)


def _is_in(middle: tuple[float, float], box: Box) -> bool:
    return box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3]


def _word_at(
    text: str, middles: Sequence[tuple[float, float] | None], box: Box
) -> Iterator[Span]:
    """Yield the word that a note is pinned beside."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    distances = [
        (abs(it[1] - y) * 2 + abs(it[0] - x), index)
        for index, it in enumerate(middles)
        if it and not text[index].isspace()
    ]
    if not distances:
        return
    at = min(distances)[1]
    start = max(text.rfind(blank, 0, at) for blank in " \n") + 1
    ends = [found for blank in " \n" if (found := text.find(blank, at)) >= 0]
    yield Span(start, min(ends, default=len(text)))
