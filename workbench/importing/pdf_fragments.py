"""Pieces of lines: what stands side by side without a wide gap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from workbench.importing.pdf_glyphs import ASKEW, BREAK, NOTHING, Glyphs, Setting
from workbench.importing.pdf_letters import RIGHT_TO_LEFT

_RUN: Final = re.compile(f"[^\r\n{BREAK}]+{BREAK}?")
_WORD: Final = re.compile("[^\\s\x00]+")
LIST_MARK: Final = re.compile(
    r"[•‣▪▫◦●○■□➢➤✓\uf0b7\uf0a7·*–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,5})[.)]"
    r"|\d{1,2}(?:\.\d{1,2})+\.?"
)
"""What stands before an item of a list, or numbers a section."""
_SECTION_NUMBER: Final = re.compile(r"\d{1,2}|[IVX]{1,5}|[A-H]")
_TITLE: Final = 1.08
_FAR: Final = 4.5
_WIDE: Final = 2.2
_NOTABLE: Final = 0.85
_UNEVEN: Final = 1.6
_LOOSE: Final = 0.33
_UNLIKE: Final = 1.25
_TALL: Final = 1.8
_SLIGHT: Final = 0.12
_SHORTEST: Final = 20


class Loose(NamedTuple):
    """A gap between words that is wider than the others of its line."""

    end: int
    start: int
    left: float
    right: float


@dataclass(slots=True)
class Fragment:
    """A piece of a line; `start` and `end` are indexes of the page's marks.

    Left, right and base are in reading direction: the base grows line by line, also
    where lines run upwards. `turns` are the quarter turns of that direction. A drop
    cap is large, or the line begins with it.
    """

    start: int
    end: int
    left: float
    right: float
    base: float
    size: float
    is_bold: bool
    turns: int
    first_word: float
    is_leftwards: bool = False
    is_drop_cap: bool = False
    loose: Sequence[Loose] = ()

    def follows(self, before: Fragment) -> bool:
        """Tell whether no blank belongs between a piece of its row and this one."""
        gap = self.left - before.right
        return before.is_drop_cap or abs(gap) < _SLIGHT * min(self.size, before.size)

    def cut_at(self, left: float, right: float) -> tuple[Fragment, Fragment] | None:
        """Return both sides of a stretch, if a loose gap lets it through."""
        for it in self.loose:
            if min(it.right, right) - max(it.left, left) > self.size * _SLIGHT:
                first = replace(self, end=it.end, right=it.left, loose=())
                wide = self.right - it.right
                second = replace(
                    self, start=it.start, left=it.right, first_word=wide, loose=()
                )
                return first, second
        return None

    @property
    def top(self) -> float:
        """Where small letters end above: nothing of a line close by is there."""
        return self.base - self.size / 2


def fragments_of(glyphs: Glyphs) -> list[Fragment]:
    """Return the pieces of lines of a page, in the order in which they were drawn."""
    frames = _Frames(glyphs)
    found: list[Fragment] = []
    for run in _RUN.finditer(glyphs.marks):
        words = [it.span() for it in _WORD.finditer(glyphs.marks, *run.span())]
        if words:
            found += _split(glyphs, frames, words)
    for it in found:
        if it.end - it.start == 1:
            _let_down(it, found)
    return list(_with_marks_joined(glyphs.marks, found))


def _with_marks_joined(marks: str, fragments: list[Fragment]) -> Iterator[Fragment]:
    """Join the mark of a list item, however far to the left, to what it marks."""
    mark: Fragment | None = None
    before: Fragment | None = None
    for it in fragments:
        if mark and _is_marked(mark, it, marks):
            it.start, it.left, it.first_word = mark.start, mark.left, mark.first_word
        elif mark:
            yield mark
        is_mark = LIST_MARK.fullmatch(marks, it.start, it.end)
        mark = it if is_mark and not (before and _are_in_row(before, it)) else None
        if mark is None:
            yield it
        before = it
    if mark:
        yield mark


def _is_marked(mark: Fragment, line: Fragment, marks: str) -> bool:
    """Tell the mark of an item from a cell, as in columns of numbers."""
    is_number = marks[mark.end - 1].isdigit() and marks[line.start].isdigit()
    return _are_in_row(mark, line) and not is_number


def _are_in_row(before: Fragment, after: Fragment) -> bool:
    return (
        before.turns == after.turns
        and abs(before.base - after.base) < after.size / 2
        and 0 <= after.left - before.right < _FAR * after.size
    )


def with_numbers_joined(
    fragments: Sequence[Fragment], marks: str, body: float, *, is_bold: bool
) -> list[Fragment]:
    """Join the number of a section, which stands apart, to its title."""
    found: list[Fragment] = []
    for it in fragments:
        last = found[-1] if found else None
        is_title = it.size > _TITLE * body or (it.is_bold and not is_bold)
        if (
            last
            and is_title
            and last.is_bold == it.is_bold
            and abs(last.size - it.size) < 1
            and _are_in_row(last, it)
            and _SECTION_NUMBER.fullmatch(marks, last.start, last.end)
            and marks[it.start].isalpha()
        ):
            it.start, it.left, it.first_word = last.start, last.left, last.first_word
            found.pop()
        found.append(it)
    return found


def _let_down(cap: Fragment, fragments: Iterable[Fragment]) -> None:
    """Put a large first letter on the first of the lines that stand beside it."""
    beside = [
        line
        for line in fragments
        if cap.size > _TALL * line.size
        and cap.turns == line.turns == 0
        and 0 <= line.left - cap.right < line.size
        and -line.size < cap.base - line.base < cap.size
    ]
    if len(beside) > 1:
        line = min(beside, key=lambda it: it.base)
        cap.is_drop_cap = True
        cap.base, cap.size, cap.is_bold = line.base, line.size, line.is_bold
        cap.left = line.left - line.size * _SLIGHT


_Word = tuple[int, int]
_Frame = tuple[Sequence[float], Sequence[float]]


class _Frames:
    """Where characters begin and end in the direction in which lines run."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._made: dict[int, _Frame] = {
            0: (glyphs.lefts, glyphs.rights),
            1: (glyphs.bottoms, glyphs.tops),
        }

    def of(self, turns: int) -> _Frame:
        if turns == ASKEW:
            return self._made[0]
        if turns not in self._made:
            starts, ends = self._made[turns - 2]
            self._made[turns] = [-it for it in ends], [-it for it in starts]
        return self._made[turns]


def _split(
    glyphs: Glyphs, frames: _Frames, words: Sequence[_Word]
) -> Iterator[Fragment]:
    setting = glyphs.setting(words[len(words) // 2][0])
    first = 0
    for end in _ends(glyphs.marks, frames.of(setting.turns), words, setting.size):
        piece = words[first:end]
        if len(piece) < len(words):
            setting = glyphs.setting(piece[len(piece) // 2][0])
        yield _fragment(glyphs, frames, piece, setting)
        first = end


def _ends(
    marks: str, frame: _Frame, words: Sequence[_Word], size: float
) -> Iterator[int]:
    """Yield the numbers of words at which the pieces of a run end."""
    starts, ends = frame
    if len(words) > 1 and not RIGHT_TO_LEFT.search(marks, words[0][0], words[-1][1]):
        gaps = [starts[after[0]] - ends[word[1] - 1] for word, after in pairwise(words)]
        is_spaced = NOTHING in marks[words[0][0] : words[-1][1]]
        limit = _WIDE * size if is_spaced else _widest_gap(gaps, max(size, 1.0))
        if max(gaps) > limit or min(gaps) < -size:
            for index, gap in enumerate(gaps, start=1):
                if gap > limit or gap < -size:
                    yield index
    yield len(words)


def _widest_gap(gaps: Sequence[float], size: float) -> float:
    """Return how far apart words may stand.

    Justified lines have wide gaps, but all alike.
    """
    usual = sorted(gaps)[(len(gaps) - 1) // 3] * _UNEVEN if len(gaps) > 2 else 0.0
    return min(max(_NOTABLE * size, usual), _WIDE * size)


def _loose(
    words: Sequence[_Word], starts: Sequence[float], ends: Sequence[float], size: float
) -> Sequence[Loose]:
    """Return the gaps in a piece that may part cells."""
    if len(words) == 1:
        return ()
    gaps = [(starts[after[0]] - ends[word[1] - 1]) for word, after in pairwise(words)]
    least = _LOOSE * size
    if max(gaps) < least:
        return ()
    least = max(least, median(gaps) * _UNLIKE if len(gaps) > 1 else 0.0)
    return [
        Loose(word[1], after[0], ends[word[1] - 1], starts[after[0]])
        for (word, after), gap in zip(pairwise(words), gaps, strict=True)
        if gap >= least
    ]


def _fragment(
    glyphs: Glyphs, frames: _Frames, words: Sequence[_Word], setting: Setting
) -> Fragment:
    start, end = words[0][0], words[-1][1]
    starts, ends = frames.of(setting.turns)
    ends_only = start, end - 1
    outermost: Sequence[int] = ends_only
    if not glyphs.marks[start:end].isascii():
        outermost = range(start, end)
    it = Fragment(
        start,
        end,
        min(starts[it] for it in outermost),
        max(ends[it] for it in outermost),
        _base(setting),
        setting.size,
        glyphs.is_bold(start) and glyphs.is_bold(end - 1),
        setting.turns,
        ends[words[0][1] - 1] - starts[start],
    )
    if outermost is not ends_only and RIGHT_TO_LEFT.search(glyphs.marks, start, end):
        it.is_leftwards = _runs_leftwards(glyphs.marks[start:end])
        it.first_word = abs(it.first_word)
    elif not setting.turns and end - start > _SHORTEST and _begins_large(glyphs, start):
        it.is_drop_cap = True
        it.left = glyphs.lefts[start + 1]
    if setting.turns == 0 and not it.is_leftwards:
        it.loose = _loose(words, starts, ends, setting.size)
    return it


def _runs_leftwards(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return 2 * len(RIGHT_TO_LEFT.findall(text)) > letters


def _begins_large(glyphs: Glyphs, start: int) -> bool:
    first, second = (glyphs.tops[at] - glyphs.bottoms[at] for at in (start, start + 1))
    return first > _TALL * second > 0 and glyphs.marks[start : start + 2].isalpha()


def _base(setting: Setting) -> float:
    return (-setting.y, setting.x, setting.y, -setting.x, -setting.y)[setting.turns]
