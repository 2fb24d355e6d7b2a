"""Tells the paragraphs of a plain mail: its lines are cut at some 72 characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbench.importing.pieces import BLANKS
from workbench.model.documents import Block, BlockKind
from workbench.model.spans import Span

_QUOTE_MARK = re.compile(r"(?:>[ \t]?)+")
_LIST_MARK = re.compile(r"(?:[-*+•‣▪◦]|\d{1,3}[.)]|[a-z]\))[^\S\n]+(?=\S)")
_RULE = re.compile(r"([-_=*~#])\1{1,}\s*")
_LINE_END = re.compile(r"\r\n?|\n")
_NARROWEST = 50
_USUAL = 72
_WIDEST = 100
_NEARLY = 0.75
_ENDS = ".!?:;"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line from `start` to `end`; its words begin at `inner`, after quote marks."""

    start: int
    inner: int
    end: int
    depth: int
    is_item: bool


def unwrapped(text: str, *, drops_space: bool) -> str:
    r"""Put the lines of a `format=flowed` body together again (RFC 3676).

    >>> unwrapped("Ebb and \nflow\n>> of \n>> tides\n", drops_space=False)
    'Ebb and flow\n>> of tides\n'
    """
    lines: list[str] = []
    before = None
    for line in _LINE_END.split(text):
        inner = line.lstrip(">")
        depth = len(line) - len(inner)
        inner = inner.removeprefix(" ")
        if before == depth:
            lines[-1] += inner
        else:
            lines.append(">" * depth + " " + inner if depth else inner)
        goes_on = inner.endswith(" ") and inner != "-- "
        before = depth if goes_on else None
        if goes_on and drops_space:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def trimmed(text: str) -> str:
    """Return a body with plain line ends and without blank lines at its ends."""
    lines = _LINE_END.sub("\n", text).rstrip(BLANKS)
    first = re.search(r"\S", lines)
    return lines[lines.rfind("\n", 0, first.start()) + 1 :] if first else ""


def plain_blocks(text: str, *, is_wrapped: bool = True) -> tuple[Block, ...]:
    """Return the blocks of a body, each a paragraph, a list item or a quotation.

    A line goes on in the next one if that one's first word had no room in it, or is
    no beginning.
    """
    lines = list(_lines(text))
    widths = _widths(lines, text) if is_wrapped else {}
    blocks: list[Block] = []
    for before, line in pairwise([None, *lines]):
        if line is None:
            continue
        if before and blocks and _goes_on(text, before, line, widths):
            first = blocks[-1]
            blocks[-1] = Block(Span(first.span.start, line.end), first.kind)
        else:
            blocks.append(Block(Span(line.start, line.end), _kind(line)))
    return tuple(blocks)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for raw in text.split("\n"):
        end = at + len(raw.rstrip(BLANKS))
        start = at + len(raw) - len(raw.lstrip(BLANKS))
        mark = _QUOTE_MARK.match(text, start, max(start, end))
        # A line of prose that begins with From is marked so in mailboxes.
        if mark and text.startswith(">From ", start):
            mark = None
        inner = mark.end() if mark else start
        if inner < end:
            depth = mark[0].count(">") if mark else 0
            is_item = bool(_LIST_MARK.match(text, inner, end))
            yield _Line(start, inner, end, depth, is_item)
        at += len(raw) + 1


def _widths(lines: list[_Line], text: str) -> dict[int, int]:
    """Return how long lines may be, for each depth of quotation where they are cut."""
    found: dict[int, list[int]] = {}
    for line in lines:
        if " " in text[line.inner : line.end]:  # not the address of a page
            found.setdefault(line.depth, []).append(line.end - line.inner)
    widths = {}
    for depth, lengths in found.items():
        fitting = [it for it in lengths if it <= _WIDEST]
        if len(lengths) - len(fitting) <= len(lengths) / 50:
            widths[depth] = max(fitting, default=0)
    return {depth: width for depth, width in widths.items() if width >= _NARROWEST}


def _goes_on(text: str, before: _Line, line: _Line, widths: dict[int, int]) -> bool:
    if (
        line.depth != before.depth
        or line.depth not in widths
        or line.is_item
        or text.count("\n", before.end, line.start) != 1
        or _RULE.fullmatch(text, before.inner, before.end)
        or _RULE.fullmatch(text, line.inner, line.end)
    ):
        return False
    word = text[line.inner : line.end].split(maxsplit=1)[0]
    width, length = widths[line.depth], before.end - before.inner
    if word[0].islower():
        return length > width * _NEARLY
    ends_sentence = text[before.end - 1] in _ENDS
    return length + 1 + len(word) > (max(width, _USUAL) if ends_sentence else width)


def _kind(line: _Line) -> BlockKind:
    if line.depth:
        return BlockKind.QUOTATION
    return BlockKind.LIST_ITEM if line.is_item else BlockKind.PARAGRAPH
