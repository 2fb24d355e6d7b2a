r"""What a cell says: a small, strict subset of Markdown, kept as text.

Each line is a block: a paragraph, `- ` an item of a list, `1. ` of a numbered one,
whose numbers must count from one, since “2022. A year” is no item. Within a line
`**two stars**` make bold what begins and ends with a visible character and stands on
that line. Everything else is the text itself: other marks of Markdown, single stars,
blank lines, carriage returns.

A backslash takes a mark's meaning away, and has one only before a mark: `\*`, `\- `,
`1\. `. Two before a mark are one backslash and a mark. `to_markdown` writes one
only where the line would be read as something else without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class BlockStyle(StrEnum):
    """What a line of a cell is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one line that look alike."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class RichBlock:
    """One line of a cell, without its marks; no run has a line break."""

    kind: BlockStyle
    runs: tuple[Run, ...] = ()

    @property
    def text(self) -> str:
        """Return the words of the line."""
        return "".join(run.text for run in self.runs)


_BOLD = "**"
_MARK = re.compile(r"(?P<backslashes>\\*)(?P<stars>\*\*?)")
_BULLET = re.compile(r"(?P<backslashes>\\*)- ")
_NUMBER = re.compile(r"(?P<number>[1-9][0-9]{0,8})(?P<backslashes>\\*)\. ")
_BEFORE_STAR = re.compile(r"(\\*)\*")
_AT_END = re.compile(r"\\+$")


def parse(markdown: str) -> tuple[RichBlock, ...]:
    """Return the lines of a cell; none for an empty one. Nothing is refused."""
    blocks: list[RichBlock] = []
    number = 0
    for line in markdown.split("\n") if markdown else ():
        block = _block(line, number + 1)
        number = number + 1 if block.kind is BlockStyle.NUMBERED else 0
        blocks.append(block)
    return tuple(blocks)


def to_markdown(blocks: Iterable[RichBlock]) -> str:
    """Return lines as Markdown that reads as these again, once they are `tidied`."""
    lines: list[str] = []
    number = 0
    for block in map(tidied, blocks):
        number = number + 1 if block.kind is BlockStyle.NUMBERED else 0
        lines.append(_line(block, number))
    return "\n".join(lines)


def plain(markdown: str) -> str:
    """Return the words without stars and backslashes; list marks stay, as words."""
    lines: list[str] = []
    number = 0
    for block in parse(markdown):
        number = number + 1 if block.kind is BlockStyle.NUMBERED else 0
        lines.append(list_mark(block.kind, number) + block.text)
    return "\n".join(lines)


def list_mark(kind: BlockStyle, number: int) -> str:
    """Return what stands before a line of this kind; `number` counts from one."""
    return {BlockStyle.BULLET: "- ", BlockStyle.NUMBERED: f"{number}. "}.get(kind, "")


def tidied(block: RichBlock) -> RichBlock:
    """Return a line with as few runs as can be, and no blank at the edge of a bold one.

    A bold blank looks like any other, and could not be written.
    """
    parts = (part for run in block.runs for part in _unbolded_edges(run))
    runs = (
        Run("".join(run.text for run in alike), is_bold)
        for is_bold, alike in groupby(parts, key=lambda run: run.is_bold)
    )
    merged = tuple(run for run in runs if run.text)
    return RichBlock(block.kind, merged)


def _unbolded_edges(run: Run) -> Iterator[Run]:
    words = run.text.strip()
    if not run.is_bold or not words:
        return iter((Run(run.text),)) if run.text else iter(())
    start = run.text.index(words)
    parts = (
        Run(run.text[:start]),
        Run(words, is_bold=True),
        Run(run.text[start + len(words) :]),
    )
    return (part for part in parts if part.text)
