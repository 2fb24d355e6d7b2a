"""Passages by paragraph and by place, each with its lane in the margin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ui.painted import PaintedPassage, longer_first
from ui.reader.lanes import Lanes
from ui.reader.paragraphs import Paragraphs

# Two passages on one line need two lanes even where their characters do not meet;
# lines are broken only when seen, so a line is taken to be this long.
_LONGEST_LINE = 90
# For many changes at once, reckoning all anew is quicker.
_FEW_CHANGES = 1_000

Range = tuple[int, int]
"""Paragraphs from the first to before the second."""


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
        self._ends = {one.id: self._end_of_bar(one) for one in self.passages}
        self._lanes = Lanes(self._ends, self.passages)
        self.lanes = self._lanes.count

    def update(self, passages: Sequence[PaintedPassage]) -> Range:
        """Hold these passages instead; returns the paragraphs that look different."""
        known = self._by_id
        changed = [one for one in passages if known.get(one.id) != one]
        removed = known.keys() - {one.id for one in passages}
        if len(changed) + len(removed) > _FEW_CHANGES:
            self._fill(passages)
            return 0, len(self._paragraphs)
        return self.change(changed, removed)

    def change(
        self, changed: Iterable[PaintedPassage], removed: Iterable[int]
    ) -> Range:
        """Add or replace some passages and take some out, wherever they are.

        Costs what these overlap, however many others there are. Returns the paragraphs
        that look different.
        """
        concerned = [
            self._remove(self._by_id[passage_id])
            for passage_id in removed
            if passage_id in self._by_id
        ]
        for passage in changed:
            known = self._by_id.get(passage.id)
            if known and known.span == passage.span:
                concerned.append(self._replace(known, passage))
            else:
                concerned += [self._remove(known)] if known else []
                concerned.append(self._add(passage))
        self.lanes = self._lanes.count
        return _around(concerned)

    def get(self, passage_id: int | None) -> PaintedPassage | None:
        """Return a passage by its id, None if it is not on this page."""
        return self._by_id.get(passage_id) if passage_id is not None else None

    def lane(self, passage: PaintedPassage) -> int:
        """Return the passage's lane; 0 is the one nearest to the text."""
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

    def _add(self, passage: PaintedPassage) -> Range:
        place = _place(self.passages, passage)
        self._ends[passage.id] = self._end_of_bar(passage)
        before = self._reaching_over(passage)
        moved = self._lanes.add(before, passage, self._from(place))
        self._by_id[passage.id] = passage
        self.passages.insert(place, passage)
        reach = self._reach(passage)
        for index in reach:
            insort(self._by_paragraph[index], passage, key=longer_first)
        return self._with_moved(reach, moved)

    def _remove(self, passage: PaintedPassage) -> Range:
        place = _place(self.passages, passage)
        del self._by_id[passage.id]
        del self.passages[place]
        reach = self._reach(passage)
        for index in reach:
            own = self._by_paragraph[index]
            del own[_place(own, passage)]
        before = self._reaching_over(passage)
        moved = self._lanes.remove(before, passage, self._from(place))
        del self._ends[passage.id]
        return self._with_moved(reach, moved)

    def _replace(self, known: PaintedPassage, passage: PaintedPassage) -> Range:
        self._by_id[passage.id] = passage
        self.passages[_place(self.passages, known)] = passage
        reach = self._reach(passage)
        for index in reach:
            own = self._by_paragraph[index]
            own[_place(own, known)] = passage
        return self._with_moved(reach, ())

    def _from(self, place: int) -> Iterator[PaintedPassage]:
        return (self.passages[i] for i in range(place, len(self.passages)))

    def _reaching_over(self, passage: PaintedPassage) -> list[PaintedPassage]:
        """Return the passages that come before one and whose bars reach beside it."""
        start, ends = passage.span.start, self._ends
        around = self.in_paragraph(self._paragraphs.at(start))
        earlier = islice(around, _place(around, passage))
        return [one for one in earlier if ends[one.id] > start]

    def _with_moved(self, own: range, moved: Iterable[PaintedPassage]) -> Range:
        reaches = [own, *map(self._reach, moved)]
        return _around([(reach.start, reach.stop) for reach in reaches])

    def _reach(self, passage: PaintedPassage) -> range:
        """Return the paragraphs a passage reaches into."""
        start, end = passage.span.start, passage.span.end
        first = self._paragraphs.at(start)
        return range(first, self._paragraphs.at(max(start, end - 1)) + 1)

    def _end_of_bar(self, passage: PaintedPassage) -> int:
        """Return where a passage's bar ends: with its last line."""
        start, end = passage.span.start, passage.span.end
        last = self._paragraphs[self._paragraphs.at(max(start, end - 1))]
        return max(end, start + 1, min(end + _LONGEST_LINE, last.end))


def _around(ranges: Sequence[Range]) -> Range:
    """Return the range that covers them all, an empty one for none."""
    if not ranges:
        return 0, 0
    return min(first for first, _ in ranges), max(end for _, end in ranges)


def _place(passages: Sequence[PaintedPassage], passage: PaintedPassage) -> int:
    return bisect_left(passages, longer_first(passage), key=longer_first)


def _start(passage: PaintedPassage) -> int:
    return passage.span.start
