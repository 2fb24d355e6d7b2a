"""Carries the pages of a text over a correction that was typed into it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model.spans import Span
from workbench.text.boxes import NOWHERE, Box
from workbench.text.correcting import Correction


def carry_spans(pages: Sequence[Span], correction: Correction) -> list[Span]:
    """Return which stretches of the corrected text the pages have.

    What is typed where one page ends and another begins is of the second one; pages
    without text stay so.
    """
    carried: list[Span] = []
    limit: int | None = None
    for page in reversed(pages):
        start = _start(page.start, correction)
        end = _end(page.end, correction) if len(page) else start
        end = end if limit is None else min(end, limit)
        carried.append(Span(min(start, end), end))
        limit = start if len(page) else limit
    return carried[::-1]


def carry_boxes(
    boxes: Sequence[Box], page: Span, carried: Span, correction: Correction
) -> list[Box]:
    """Return where the characters of a page stand that was `carried`.

    What was typed stands where the words did that it replaces, however many letters
    it has; what was only added has no place.
    """
    edit = correction.span
    first = min(max(edit.start - page.start, 0), len(boxes))
    end = min(max(edit.end - page.start, 0), len(boxes))
    length = max(0, len(carried) - (len(page) - (end - first)))
    old = boxes[first:end] or [NOWHERE]
    typed = [old[min(it, len(old) - 1)] for it in range(length)]
    return [*boxes[:first], *typed, *boxes[end:]] if boxes else []


def _start(offset: int, correction: Correction) -> int:
    edit = correction.span
    if offset <= edit.start:
        return offset
    return max(offset, edit.end) + correction.growth


def _end(offset: int, correction: Correction) -> int:
    edit = correction.span
    if offset < edit.start or offset == edit.start != edit.end:
        return offset
    if offset >= edit.end:
        return offset + correction.growth
    return correction.new_end
