"""Reads a page's characters as they were meant, each still at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

from workbench.importing.pdf_glyphs import NOTHING, Glyphs

RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

# Symbol fonts have their bullets where no other font has any letter.
_BULLETS: Final = str.maketrans("\uf0b7\uf0a7\uf0a8\uf06f\uf0d8\uf0fc\uf076", "•▪□○➢✓❖")
_PRIVATE: Final = re.compile("[\uf000-\uf0ff]")
_SPACED: Final = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){4,}(?!\S)")
_BETWEEN_WORDS: Final = 1.5

_COMBINING: Final = dict(
    zip(
        "¨´`ˆ˜¸ˇ˘˚¯",
        "\u0308\u0301\u0300\u0302\u0303\u0327\u030c\u0306\u030a\u0304",
        strict=True,
    )
)
_ACCENT: Final = re.compile(r"[¨´`ˆ˜¸ˇ˘˚¯] ?[^\W\d_]")

_BRACKETS: Final = "()[]{}"
_MIRRORED: Final = str.maketrans("()[]{}", ")(][}{")

_MAY_BE_RAISED: Final = re.compile(
    r"(?<=[^\W\d_])\d{1,3}(?![\w.,]*\w)"
    r"|(?<=[.,;:!?”’\"')\]])\d{1,3}(?![\w.]*\w)"
    r"|(?:(?<=[\r\n])|^)\d{1,3}(?=[^\W\d_]|\s)"
    r"|(?<=[.!?] )\d{1,3}(?=[^\W\d_])"
)
_LAST_WORD: Final = re.compile(r"[^\W\d_]+$")
_UNITS: Final = frozenset({"km", "cm", "mm", "dm", "ft", "in", "yd", "mi"})
_SMALLER: Final = 0.85
_RAISED: Final = 0.15
_HIGHEST: Final = 0.7
_LONGEST_WORD: Final = 40

Stretch = tuple[int, int]


def meant(glyphs: Glyphs) -> str:
    """Return the marks with bullets, spaced words and brackets as they are meant."""
    marks = glyphs.marks
    if _PRIVATE.search(marks):
        marks = marks.translate(_BULLETS)
    if _ACCENT.search(marks):
        marks = _ACCENT.sub(lambda found: _composed(found, glyphs), marks)
    if _SPACED.search(marks):
        marks = _SPACED.sub(lambda found: _closed_up(found, glyphs), marks)
    if RIGHT_TO_LEFT.search(marks):
        marks = _mirrored(marks)
    return marks


def notes_raised(glyphs: Glyphs) -> list[Stretch]:
    """Return where numbers of notes stand, which are small and above the line.

    Powers are none: the number of a note follows a whole word or a sentence.
    """
    return [
        found.span()
        for found in _MAY_BE_RAISED.finditer(glyphs.marks)
        if not _is_power(glyphs.marks, found) and _is_raised(glyphs, *found.span())
    ]


def _composed(found: re.Match[str], glyphs: Glyphs) -> str:
    """Return an accent and the letter below it as one, as old fonts draw both."""
    accent, letter = found.start(), found.end() - 1
    middle = (glyphs.lefts[accent] + glyphs.rights[accent]) / 2
    whole = normalize("NFC", found[0][-1] + _COMBINING[found[0][0]])
    if len(whole) > 1 or not glyphs.lefts[letter] < middle < glyphs.rights[letter]:
        return found[0]
    return NOTHING * (letter - accent) + whole


def _closed_up(found: re.Match[str], glyphs: Glyphs) -> str:
    """Return letters that are set apart as the words that they make."""
    blanks = range(found.start() + 1, found.end(), 2)
    gaps = [glyphs.lefts[at + 1] - glyphs.rights[at - 1] for at in blanks]
    usual = sorted(gaps)[len(gaps) // 2]
    is_end = [gap > _BETWEEN_WORDS * usual for gap in gaps]
    shown = list(found[0])
    shown[1::2] = [" " if it else NOTHING for it in is_end]
    return "".join(shown)


def _mirrored(marks: str) -> str:
    """Turn brackets around if more of them have a partner then.

    Writers differ in whether they name a bracket by its look or by its meaning.
    """
    lines = [it for it in re.split(r"[\r\n]+", marks) if RIGHT_TO_LEFT.search(it)]
    brackets = "".join(it for line in lines for it in line if it in _BRACKETS)
    if _without_partner(brackets) <= _without_partner(brackets.translate(_MIRRORED)):
        return marks
    return "".join(
        line.translate(_MIRRORED) if RIGHT_TO_LEFT.search(line) else line
        for line in re.split(r"([\r\n]+)", marks)
    )


def _without_partner(brackets: str) -> int:
    open_ones: list[str] = []
    count = 0
    for it in brackets:
        if it in "([{":
            open_ones.append(it.translate(_MIRRORED))
        elif open_ones and open_ones[-1] == it:
            open_ones.pop()
        else:
            count += 1
    return count + len(open_ones)


def _is_power(marks: str, found: re.Match[str]) -> bool:
    start = found.start()
    before = marks[max(start - _LONGEST_WORD, 0) : start].rstrip("\r\n")
    word = _LAST_WORD.search(before)
    if not word:
        return False
    return len(word[0]) == 1 or (found[0] in {"2", "3"} and word[0] in _UNITS)


def _is_raised(glyphs: Glyphs, start: int, end: int) -> bool:
    number = glyphs.setting(start)
    return any(
        0 < number.size < _SMALLER * other.size
        and _RAISED < (number.y - other.y) / other.size < _HIGHEST
        and number.turns == other.turns == 0
        for other in map(glyphs.setting, _beside(glyphs.marks, start, end))
    )


def _beside(marks: str, start: int, end: int) -> Iterator[int]:
    """Yield the nearest characters of words before and after a number."""
    for at in range(start - 1, max(start - 4, -1), -1):
        if not marks[at].isspace() and marks[at] != NOTHING:
            yield at
            break
    for at in range(end, min(end + 4, len(marks))):
        if not marks[at].isspace() and marks[at] != NOTHING:
            yield at
            break
