"""Passages by paragraph and by place, each with its lane in the margin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence

from ui.reader.lanes import Lanes
from ui.reader.model import PaintedPassage, longer_first
from ui.reader.paragraphs import Paragraphs

# Two passages on one line need two lanes even where their characters do not meet;
# lines are broken only when seen, so a line is taken to be this long.
_LONGEST_LINE = 90
# One change costs the group that it overlaps; for many, all anew is quicker.
_FEW_CHANGES = 32


class PassageIndex:
    """The passages of one text, found quickly."""

    def __init__(
        self, paragraphs: Paragraphs, passages: Sequence[PaintedPassage] = ()
    ) -> None:
        self._paragraphs = paragraphs
        self._fill(passages)

    def _fill(self, passages: Sequence[PaintedPassage]) -> None:
        self.passages = sorted(passages, key=longer_first)
        self._by_id = {passage.id: passage for passage in self.passages}
        self._by_paragraph: defaultdict[int, list[PaintedPassage]] = defaultdict(list)
        for passage in self.passages:
            for index in self._reach(passage):
                self._by_paragraph[index].append(passage)
        self._lanes = Lanes(self._stretch_of, self.passages)
        self.lanes = self._lanes.count

    def update(self, passages: Sequence[PaintedPassage]) -> None:
        """Hold these passages instead; reckons anew only around what differs."""
        known = self._by_id
        added = [one for one in passages if known.get(one.id) != one]
        gone = known.keys() - {one.id for one in passages}
        removed = gone | (known.keys() & {one.id for one in added})
        if len(added) + len(removed) > _FEW_CHANGES:
            self._fill(passages)
            return
        for passage_id in removed:
            self._remove(known[passage_id])
        for passage in added:
            self._add(passage)
        self.lanes = self._lanes.count

    def get(self, passage_id: int | None) -> PaintedPassage | None:
        """Return a passage by its id, None if it is not on this page."""
        return self._by_id.get(passage_id) if passage_id is not None else None

    def lane(self, passage: PaintedPassage) -> int:
        """Return the passage's lane; 0 is the outermost."""
        return self._lanes.of(passage)

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
        index = bisect_right(self.passages, offset, key=_start)
        return self.passages[index] if index < len(self.passages) else None

    def before(self, offset: int) -> PaintedPassage | None:
        """Return the last passage that starts before an offset."""
        index = bisect_left(self.passages, offset, key=_start)
        return self.passages[index - 1] if index else None

    def neighbor(self, passage: PaintedPassage, step: int) -> PaintedPassage | None:
        """Return the next (1) or previous (-1) passage in order of start."""
        index = _place(self.passages, passage) + step
        return self.passages[index] if 0 <= index < len(self.passages) else None

    def _add(self, passage: PaintedPassage) -> None:
        self._by_id[passage.id] = passage
        insort(self.passages, passage, key=longer_first)
        for index in self._reach(passage):
            insort(self._by_paragraph[index], passage, key=longer_first)
        self._lanes.add(passage)

    def _remove(self, passage: PaintedPassage) -> None:
        del self._by_id[passage.id]
        del self.passages[_place(self.passages, passage)]
        for index in self._reach(passage):
            own = self._by_paragraph[index]
            del own[_place(own, passage)]
        self._lanes.remove(passage)

    def _reach(self, passage: PaintedPassage) -> range:
        """Return the paragraphs a passage reaches into."""
        start, end = passage.span.start, passage.span.end
        first = self._paragraphs.at(start)
        return range(first, self._paragraphs.at(max(start, end - 1)) + 1)

    def _stretch_of(self, passage: PaintedPassage) -> tuple[int, int]:
        """Return what a passage's bar needs: to the end of its last line."""
        start, end = passage.span.start, passage.span.end
        last = self._paragraphs[self._paragraphs.at(max(start, end - 1))]
        return start, max(end, start + 1, min(end + _LONGEST_LINE, last.end))


def _place(passages: Sequence[PaintedPassage], passage: PaintedPassage) -> int:
    return bisect_left(passages, longer_first(passage), key=longer_first)


def _start(passage: PaintedPassage) -> int:
    return passage.span.start
