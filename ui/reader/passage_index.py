"""Passages by paragraph and by place, each with its lane in the margin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from ui.reader.model import PaintedPassage
from ui.reader.paragraphs import Paragraphs
from workbench.text.layering import assign_lanes

# Two passages on one line need two lanes even where their characters do not meet;
# lines are broken only when seen, so a line is taken to be this long.
_LONGEST_LINE = 90


class PassageIndex:
    """The passages of one text, found quickly."""

    def __init__(
        self, paragraphs: Paragraphs, passages: Sequence[PaintedPassage] = ()
    ) -> None:
        self._paragraphs = paragraphs
        self.passages = sorted(passages, key=_longer_first)
        self._starts = [passage.span.start for passage in self.passages]
        self._by_id = {passage.id: passage for passage in self.passages}
        self._by_paragraph: defaultdict[int, list[PaintedPassage]] = defaultdict(list)
        lanes = assign_lanes([self._file(passage) for passage in self.passages])
        self._lanes = dict(zip(self._by_id, lanes, strict=True))
        self.lanes = max(lanes, default=-1) + 1

    def get(self, passage_id: int | None) -> PaintedPassage | None:
        """Return a passage by its id, None if it is not on this page."""
        return self._by_id.get(passage_id) if passage_id is not None else None

    def lane(self, passage: PaintedPassage) -> int:
        """Return the passage's lane; 0 is the outermost."""
        return self._lanes[passage.id]

    def in_paragraph(self, index: int) -> Sequence[PaintedPassage]:
        """Return the passages that reach into a paragraph, by start."""
        return self._by_paragraph.get(index, ())

    def at(self, offset: int) -> list[PaintedPassage]:
        """Return the passages over a character, the shortest first."""
        around = self.in_paragraph(self._paragraphs.at(offset))
        found = [passage for passage in around if passage.span.contains(offset)]
        return sorted(found, key=lambda passage: len(passage.span))

    def after(self, offset: int) -> PaintedPassage | None:
        """Return the first passage that starts after an offset."""
        index = bisect_right(self._starts, offset)
        return self.passages[index] if index < len(self.passages) else None

    def before(self, offset: int) -> PaintedPassage | None:
        """Return the last passage that starts before an offset."""
        index = bisect_left(self._starts, offset)
        return self.passages[index - 1] if index else None

    def neighbor(self, passage: PaintedPassage, step: int) -> PaintedPassage | None:
        """Return the next (1) or previous (-1) passage in order of start."""
        index = bisect_left(self._starts, passage.span.start)
        while self.passages[index] != passage:
            index += 1
        index += step
        return self.passages[index] if 0 <= index < len(self.passages) else None

    def _file(self, passage: PaintedPassage) -> tuple[int, int]:
        """Enter a passage under its paragraphs; returns the stretch its bar needs."""
        start, end = passage.span.start, passage.span.end
        paragraphs, by_paragraph = self._paragraphs, self._by_paragraph
        first = paragraphs.at(start)
        last = paragraphs.at(max(start, end - 1))
        for index in range(first, last + 1):
            by_paragraph[index].append(passage)
        return start, max(end, min(end + _LONGEST_LINE, paragraphs[last].end))


def _longer_first(passage: PaintedPassage) -> tuple[int, int, int]:
    return passage.span.start, -passage.span.end, passage.id
