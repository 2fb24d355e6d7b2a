"""Pieces of lines: what stands side by side without a wide gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from workbench.importing.pdf_glyphs import BREAK, Glyphs, Setting

_RUN: Final = re.compile(f"[^\r\n{BREAK}]+{BREAK}?")
_WORD: Final = re.compile("[^\\s\x00]+")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
LIST_MARK: Final = re.compile(
    r"[•‣▪▫◦●○■□➢➤✓\uf0b7\uf0a7·*–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,5})[.)]"
    r"|\d{1,2}(?:\.\d{1,2})+\.?"
)
"""What stands before an item of a list, or numbers a section."""
_FAR: Final = 4.5
_WIDE: Final = 2.2
_NOTABLE: Final = 0.85
_UNEVEN: Final = 1.6


@dataclass(slots=True)
class Fragment:
    """A piece of a line; `start` and `end` are indexes of the page's marks.

    Left, right and base are in reading direction: the base grows line by line, also
    where lines run upwards. `turns` are the quarter turns of that direction.
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
    return list(_with_marks_joined(glyphs.marks, found))


def _with_marks_joined(marks: str, fragments: list[Fragment]) -> Iterator[Fragment]:
    """Join the mark of a list item, however far to the left, to what it marks."""
    mark: Fragment | None = None
    for it in fragments:
        if mark and _is_marked(mark, it):
            it.start, it.left, it.first_word = mark.start, mark.left, mark.first_word
        elif mark:
            yield mark
        mark = it if LIST_MARK.fullmatch(marks, it.start, it.end) else None
        if mark is None:
            yield it
    if mark:
        yield mark


def _is_marked(mark: Fragment, line: Fragment) -> bool:
    return (
        mark.turns == line.turns
        and abs(mark.base - line.base) < line.size / 2
        and 0 <= line.left - mark.right < _FAR * line.size
    )


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
    if len(words) > 1 and not _RIGHT_TO_LEFT.search(marks, words[0][0], words[-1][1]):
        gaps = [starts[after[0]] - ends[word[1] - 1] for word, after in pairwise(words)]
        limit = _widest_gap(gaps, max(size, 1.0))
        if max(gaps) > limit or min(gaps) < -size:
            for index, gap in enumerate(gaps, start=1):
                if gap > limit or gap < -size:
                    yield index
    yield len(words)


def _widest_gap(gaps: Sequence[float], size: float) -> float:
    """Return how far apart words may stand.

    Justified lines have wide gaps, but all alike.
    """
    usual = median(gaps) * _UNEVEN if len(gaps) > 2 else 0.0
    return min(max(_NOTABLE * size, usual), _WIDE * size)


def _fragment(
    glyphs: Glyphs, frames: _Frames, words: Sequence[_Word], setting: Setting
) -> Fragment:
    start, end = words[0][0], words[-1][1]
    starts, ends = frames.of(setting.turns)
    outermost: Sequence[int] = (start, end - 1)
    if not glyphs.marks[start:end].isascii():
        outermost = range(start, end)
    return Fragment(
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


def _base(setting: Setting) -> float:
    return (-setting.y, setting.x, setting.y, -setting.x)[setting.turns]
