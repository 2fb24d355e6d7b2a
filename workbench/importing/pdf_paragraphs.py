"""Puts the lines of a column together to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.importing.pdf_fragments import LIST_MARK
from workbench.importing.pdf_rows import Row, in_reading_order, runs_leftwards
from workbench.importing.pdf_styles import Style, rounded

_APART: Final = 1.2
_INDENTED: Final = 0.4
_DEEPEST_INDENT: Final = 5
_SHORTEST_QUOTATION: Final = 25
_WIDER: Final = 6
_ITEM: Final = re.compile(rf"(?:{LIST_MARK.pattern})\s")
_BULLETS: Final = re.compile(r"[^\w(]\s")
_ENDS: Final = '.:;?!…。”"’)]'


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a column as one line."""

    row: Row
    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool

    @property
    def is_item(self) -> bool:
        """Whether it begins as items of a list do."""
        return _ITEM.match(self.text) is not None


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, in the column from `margin` to `right`."""

    lines: list[Line]
    right: float
    margin: float = 0.0

    def is_filled(self, first_word: float) -> bool:
        """Tell whether a word of that width would not have fitted behind the end."""
        last = self.lines[-1]
        return self.right - last.right < first_word + last.size

    def widen(self, columns: Iterable[tuple[float, float]]) -> None:
        """Take over the edges of columns on its page that are a little wider."""
        near = _WIDER * self.lines[0].size
        found = [(self.margin, self.right), *columns]
        self.margin = min(it for it, _ in found if abs(self.margin - it) <= near)
        self.right = max(it for _, it in found if abs(self.right - it) <= near)


def is_quotation(paragraph: Paragraph) -> bool:
    """Tell whether lines stand further in than their column, on both sides."""
    lines = paragraph.lines
    size = lines[0].size
    on_left = min(it.left for it in lines) - paragraph.margin
    on_right = paragraph.right - max(it.right for it in lines)
    return (
        len(lines) > 1
        and min(on_left, on_right) > size
        and abs(on_left - on_right) < size * (2 if len(lines) > 2 else 1)
        and not lines[0].is_item
        and not lines[0].row[0].is_drop_cap
        and max(it.left for it in lines[1:]) - lines[-1].left < size * _INDENTED
        and sum(len(it.text) for it in lines) > _SHORTEST_QUOTATION * len(lines)
    )


def line_of(row: Row, marks: str) -> Line:
    """Return a row as a line, set as most of its characters are.

    What is read leftwards has its places mirrored, so that lines begin at the left.
    """
    largest = max(row, key=lambda it: (it.end - it.start, -it.start))
    left, right = row[0].left, max(it.right for it in row)
    if runs_leftwards(row):
        left, right = -right, -left
    return Line(
        in_reading_order(row),
        " ".join(marks[it.start : it.end] for it in in_reading_order(row)),
        left,
        right,
        largest.base,
        largest.size,
        all(it.is_bold for it in row),
    )


def paragraphs_of(rows: Sequence[Row], marks: str, style: Style) -> list[Paragraph]:
    """Return the paragraphs of a column."""
    lines = [line_of(row, marks) for row in rows]
    right = max(it.right for it in lines)
    lefts = Counter(rounded(it.left) for it in lines)
    margin = max(lefts, key=lambda it: (lefts[it], -it))
    found = [Paragraph(lines[:1], right, margin)]
    for line in lines[1:]:
        if _goes_on(found[-1], line, margin, style):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line], right, margin))
    return found


def _goes_on(paragraph: Paragraph, line: Line, margin: float, style: Style) -> bool:
    last = paragraph.lines[-1]
    if rounded(last.size) != rounded(line.size) and abs(last.size - line.size) > 0.6:
        return False
    if last.is_bold != line.is_bold:
        return False
    step = line.base - last.base
    if not 0 < step <= style.step(line.size) * _APART:
        return False
    if _begins_item(paragraph, line):
        return False
    return _is_aligned(paragraph, line, margin) and not _is_broken_off(paragraph, line)


def _begins_item(paragraph: Paragraph, line: Line) -> bool:
    """Tell a list item from a line that happens to begin with a number or initial."""
    if not line.is_item:
        return False
    last = paragraph.lines[-1]
    return (
        _BULLETS.match(line.text) is not None
        or paragraph.lines[0].is_item
        or abs(line.left - last.left) > _INDENTED * line.size
        or not paragraph.is_filled(line.row[0].first_word)
    )


def _is_aligned(paragraph: Paragraph, line: Line, margin: float) -> bool:
    """Tell whether a line begins where the next line of a paragraph may begin."""
    first, last = paragraph.lines[0], paragraph.lines[-1]
    slack = _INDENTED * line.size
    if any(it.is_drop_cap for it in first.row) and line.left < first.left:
        return abs(line.left - margin) <= slack
    if abs(line.left - last.left) <= slack or _is_centered(paragraph, line):
        return True
    if len(paragraph.lines) > 1:
        return False
    if line.left < first.left:
        is_indent = first.left - line.left < _DEEPEST_INDENT * line.size
        return is_indent and paragraph.is_filled(line.row[0].first_word)
    return first.is_item or abs(line.left - margin) <= slack or _hangs(paragraph, line)


def _hangs(paragraph: Paragraph, line: Line) -> bool:
    """Tell the second line of a register's entry, which stands further in."""
    last = paragraph.lines[-1]
    return (
        line.left - last.left < _DEEPEST_INDENT * line.size
        and not last.text.endswith(tuple(_ENDS))
        and paragraph.is_filled(line.row[0].first_word)
    )


def _is_centered(paragraph: Paragraph, line: Line) -> bool:
    last = paragraph.lines[-1]
    middle = (last.left + last.right) / 2
    return abs((line.left + line.right) / 2 - middle) < 1.5


def _is_broken_off(paragraph: Paragraph, line: Line) -> bool:
    """Tell whether the author ended the line before, as the next word had room."""
    last = paragraph.lines[-1]
    if paragraph.is_filled(line.row[0].first_word) or _is_centered(paragraph, line):
        return False
    return last.text.endswith(tuple(_ENDS)) or not line.text[:1].islower()
