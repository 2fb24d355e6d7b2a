"""Splits plain text into blocks and counts its words.

Formats that know their own paragraphs (Markdown, HTML) find their blocks themselves
and only ask here to keep them within the limits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from workbench.model.documents import Block, BlockKind
from workbench.model.spans import Span

MOST_BLOCKS = 2**19 - 1
"""A search row's id leaves 19 bits for the number of the block."""
LONGEST_BLOCK = 20_000
STATUS_MARKS = frozenset(
    {
        "for immediate release", "for release", "for release upon delivery",
        "press release", "news release", "media release", "media advisory", "embargoed",
        "draft", "final", "confidential", "unclassified", "for internal use only",
    }
)  # fmt: skip
"""Lines that say what state a paper is in: neither headings nor titles."""

_Piece = tuple[int, int]

_LINE = re.compile(r"[^\s\ufeff\u200b](?:[^\n]*[^\s\ufeff\u200b])?")
_OLD_MAC_LINE = re.compile(_LINE.pattern.replace(r"\n", r"\r"))
_LIST_MARK = re.compile(r"(?:[-*•‣▪◦]|\d{1,3}[.)])[^\S\n]")
_MARKS = frozenset("#-*•‣▪◦0123456789")
_HASHES = re.compile(r"(#{1,6})[^\S\n]+\S")
_BOLD = re.compile(r"\*\*[^*]+\*\*")
_SECTION = re.compile(
    r"(?:Section|Chapter|Part|Article|Annex|Appendix|Schedule|Book)"
    r"\s(?:\d{1,3}|[IVXLC]{1,7}|[A-Z])"
    r"(?:(?:[:.]|\s[-–—])\s.*)?",
    re.IGNORECASE,
)
_SENTENCE_MARKS = (". ", "? ", "! ", ".\n", "?\n", "!\n", ".” ", ".’ ", '." ', "。")
_LONGEST_HEADING = 80
_LONGEST_BOLD_HEADING = 300
_MOST_BOLD_LINES = 5


def split_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text: a line each, or a paragraph if hard-wrapped.

    Spans leave out the blanks at both ends of a line; lines of nothing but blanks
    make no block.
    """
    lines = _lines(text)
    if _is_hard_wrapped(text, lines):
        pieces = _join_wrapped(text, lines)
    else:
        pieces = _join_bold(text, lines) if "**" in text else lines
    return fit_blocks(text, _classify(text, pieces))


def fit_blocks(text: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Cut blocks that are too long and merge the last ones if they are too many."""
    fitting: list[Block] = []
    for block in blocks:
        span = block.span
        if span.end - span.start <= LONGEST_BLOCK:
            fitting.append(block)
        else:
            pieces = _cut(text, span)
            fitting += (replace(block, span=piece) for piece in pieces)
    if len(fitting) > MOST_BLOCKS:
        rest = Span(fitting[MOST_BLOCKS - 1].span.start, fitting[-1].span.end)
        fitting[MOST_BLOCKS - 1 :] = [Block(rest)]
    return tuple(fitting)


def _lines(text: str) -> list[_Piece]:
    is_old_mac = "\r" in text and "\n" not in text
    pattern = _OLD_MAC_LINE if is_old_mac else _LINE
    return [match.span() for match in pattern.finditer(text)]


def _cut(text: str, span: Span) -> Iterator[Span]:
    """Cut at the last sentence end that fits, else at a space, else anywhere."""
    start = span.start
    while span.end - start > LONGEST_BLOCK:
        window = text[start : start + LONGEST_BLOCK]
        at = max(window.rfind(mark) + len(mark) - 1 for mark in _SENTENCE_MARKS)
        if at < LONGEST_BLOCK // 2:
            at = max(window.rfind(" "), window.rfind("\n"))
        length = at if at > 0 else LONGEST_BLOCK
        piece = window[:length].rstrip()
        yield Span(start, start + (len(piece) or length))
        start += length
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end:
        yield Span(start, span.end)


# Hard-wrapped text --------------------------------------------------------------------


def _is_hard_wrapped(text: str, lines: list[_Piece]) -> bool:
    """Tell whether line ends are the typist's and not the author's.

    They are when next to no line is longer than 100, at least a third of the lines
    are followed by another without a blank line between, and of those nearly all are
    45 or wider, most do not end a sentence, and most go on with a small letter (so
    that neither verse nor a column of headlines is taken for prose).
    """
    longer = sum(end - start > 100 for start, end in lines)
    if longer * 50 > len(lines):
        return False
    inner = [
        (start, end, following)
        for (start, end), (following, _) in pairwise(lines)
        if text.count("\n", end, following) == 1
    ]
    if len(inner) < 6 or len(inner) * 3 < len(lines):
        return False
    wide = sum(end - start >= 45 for start, end, _ in inner)
    unfinished = sum(text[end - 1] not in ".!?:;”" for _, end, _ in inner)
    continued = sum(text[following].islower() for _, _, following in inner)
    enough = len(inner)
    return wide > enough * 0.7 and unfinished > enough * 0.6 and continued > enough / 2


def _join_wrapped(text: str, lines: list[_Piece]) -> list[_Piece]:
    width = sorted(end - start for start, end in lines)[len(lines) * 9 // 10]
    joined = [lines[0]]
    for before, line in pairwise(lines):
        if _begins_paragraph(text, before, line, width):
            joined.append(line)
        else:
            joined[-1] = (joined[-1][0], line[1])
    return joined


def _begins_paragraph(text: str, before: _Piece, line: _Piece, width: int) -> bool:
    start = line[0]
    if text.count("\n", before[1], start) != 1 or _mark(text, start):
        return True
    ends_short = before[1] - before[0] < width / 2 and text[before[1] - 1] in ".!?:”"
    return ends_short or _indent(text, start) > _indent(text, before[0])


def _indent(text: str, start: int) -> int:
    return start - text.rfind("\n", 0, start) - 1


# Headings and lists -------------------------------------------------------------------


def _join_bold(text: str, lines: list[_Piece]) -> list[_Piece]:
    """Join the lines of a bold headline that runs over several of them."""
    joined: list[_Piece] = []
    at = 0
    while at < len(lines):
        last = at
        if text.startswith("**", lines[at][0]):
            last = _end_of_bold(text, lines, at)
        joined.append((lines[at][0], lines[last][1]))
        at = last + 1
    return joined


def _end_of_bold(text: str, lines: list[_Piece], first: int) -> int:
    start = lines[first][0]
    for last in range(first, min(first + _MOST_BOLD_LINES, len(lines))):
        if last > first and text.count("\n", lines[last - 1][1], lines[last][0]) != 1:
            break
        end = lines[last][1]
        if end - start > _LONGEST_BOLD_HEADING:
            break
        if _BOLD.fullmatch(text, start, end):
            return last
    return first


def _classify(text: str, pieces: list[_Piece]) -> Iterator[Block]:
    before = -1
    for at, (start, end) in enumerate(pieces):
        found = _mark(text, start) if text[start] in _MARKS else None
        can_be_heading = end - start <= _LONGEST_HEADING or text.startswith("**", start)
        if can_be_heading and not (found and found[1]):
            after = pieces[at + 1][0] if at + 1 < len(pieces) else -1
            if _looks_like_heading(text[start:end]) or (
                _is_in_capitals(text[start:end])
                and _stands_alone(text, before, (start, end), after)
            ):
                found = BlockKind.HEADING, 2
        before = end
        yield Block(Span(start, end), *found) if found else Block(Span(start, end))


def _mark(text: str, start: int) -> tuple[BlockKind, int] | None:
    """Return what the characters at the start of a line say it is."""
    if text[start] == "#":
        found = _HASHES.match(text, start)
        return (BlockKind.HEADING, len(found[1])) if found else None
    if _LIST_MARK.match(text, start):
        return BlockKind.LIST_ITEM, 0
    return None


def _looks_like_heading(line: str) -> bool:
    """Tell whether the line is bold from end to end, or names a numbered part."""
    if line.startswith("**"):
        words = line.strip("* \t").rstrip()
        return (
            len(line) <= _LONGEST_BOLD_HEADING
            and _BOLD.fullmatch(line) is not None
            and not words.endswith((".", ",", ";"))
            and words.casefold() not in STATUS_MARKS
        )
    return (
        len(line) <= _LONGEST_HEADING
        and not line.endswith((".", ",", ";", ":", "?", "!"))
        and _SECTION.fullmatch(line) is not None
    )


def _is_in_capitals(line: str) -> bool:
    return (
        line.isupper()
        and len(line) <= _LONGEST_HEADING
        and line[0].isalnum()
        and " " in line
        and not line.endswith((".", ",", ";", ":", "!"))
        and line.casefold() not in STATUS_MARKS
    )


def _stands_alone(text: str, before: int, piece: _Piece, after: int) -> bool:
    """Tell whether there are blank lines around a line that is not the first."""
    start, end = piece
    return (
        before >= 0
        and text.count("\n", before, start) > 1
        and (after < 0 or text.count("\n", end, after) > 1)
    )


# Words --------------------------------------------------------------------------------

# Bytes instead of a regular expression: three times as fast on an import of 20 MB.
_JOINING = b"'-.,"
_ASCII_WORDS = bytes(
    ord("a") if code > 127 or chr(code).isalnum() or chr(code) == "_" else 32
    for code in range(256)
)
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_OTHER_MARK = re.compile(r"[^\w\x00-\x7f]")


def count_words(text: str) -> int:
    """Count the words, as a person would: `well-known`, `U.S.` and `1,000` are one.

    Chinese and Japanese, written without spaces, count one a character.
    """
    ideographs = 0
    if not text.isascii():
        text, ideographs = _IDEOGRAPH.subn(" ", text)
        for mark in set(_OTHER_MARK.findall(text)):
            text = text.replace(mark, _in_word_counts(mark))
    spaced = text.encode("utf-8", "replace").replace(b"--", b" ")
    words = spaced.translate(_ASCII_WORDS, _JOINING)
    return ideographs + words.startswith(b"a") + words.count(b" a")


def _in_word_counts(mark: str) -> str:
    """Return what a mark becomes: nothing inside a word, a space between words."""
    joins = mark in "’‘‐‑" or unicodedata.category(mark) in {"Mn", "Mc", "Me", "Cf"}
    return "" if joins else " "
