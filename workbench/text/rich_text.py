r"""What a cell says: a small, strict subset of Markdown, kept as text.

Each line is a block: a paragraph, `- ` an item of a list, `1. ` an item of a numbered
one, whose numbers count from one, since “2022. A year” is no item. `**Two stars**`
make bold what begins and ends with a visible character on one line. Everything else
is the text itself: other marks of Markdown, single stars, blank lines, blanks.

A backslash takes a mark's meaning away: `\*`, and at the start of a line `\- ` and
`1\. `. Anywhere else it is a backslash. `to_markdown` writes one only where the line
would be read as something else without.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, product


class RichKind(StrEnum):
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
    """One line of a cell without its marks; no run has a line break."""

    kind: RichKind
    runs: tuple[Run, ...] = ()

    @property
    def text(self) -> str:
        """Return the words of the line."""
        return "".join(run.text for run in self.runs)


_BOLD = "**"
_STARS = re.compile(
    r"(?<!\\)(?P<pairs>(?:\\\\)*+)(?:(?P<escaped>\\\*)|(?P<bold>\*\*)|\*)"
)
_BULLET = re.compile(r"(?P<head>)(?P<slashes>\\*)- ")
_NUMBER = re.compile(r"(?P<head>[1-9][0-9]{0,8})(?P<slashes>\\*)\. ")
_LITERAL_STAR = re.compile(r"(?<!\\)(\\*+)\*|\*")
_LAST_SLASHES = re.compile(r"(?<!\\)\\++$")


def parse(markdown: str) -> tuple[RichBlock, ...]:
    """Return the lines of a cell, none for an empty one; nothing is refused."""
    blocks: list[RichBlock] = []
    number = 1
    for line in markdown.split("\n") if markdown else ():
        blocks.append(_read(line, number))
        number = _next_number(blocks[-1], number)
    return tuple(blocks)


def to_markdown(blocks: Iterable[RichBlock]) -> str:
    """Return Markdown that reads as these lines, each `tidied`.

    One empty paragraph alone reads as no line.
    """
    lines: list[str] = []
    for block, number in numbered(blocks):
        lines.append(_written(tidied(block), number))
    return "\n".join(lines)


def plain(markdown: str) -> str:
    """Return the words without stars and backslashes; the marks of lists stay."""
    if "*" not in markdown and "\\" not in markdown:
        return markdown
    return "\n".join(
        list_mark(block.kind, number) + block.text
        for block, number in numbered(parse(markdown))
    )


def numbered(blocks: Iterable[RichBlock]) -> Iterator[tuple[RichBlock, int]]:
    """Yield each line with the number an item of a numbered list has there."""
    number = 1
    for block in blocks:
        yield block, number
        number = _next_number(block, number)


def list_mark(kind: RichKind, number: int) -> str:
    """Return what stands before the words of a line."""
    return {RichKind.BULLET: "- ", RichKind.NUMBERED: f"{number}. "}.get(kind, "")


def tidied(block: RichBlock) -> RichBlock:
    """Return a line in as few runs as can be, with no blank at the edge of a bold one.

    A bold blank looks like any other, and Markdown has no way to write it.
    """
    parts = (part for run in _merged(block.runs) for part in _without_bold_edges(run))
    return RichBlock(block.kind, tuple(_merged(parts)))


def _next_number(block: RichBlock, number: int) -> int:
    return number + 1 if block.kind is RichKind.NUMBERED else 1


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    full = (run for run in runs if run.text)
    for is_bold, alike in groupby(full, key=lambda run: run.is_bold):
        yield Run("".join(run.text for run in alike), is_bold)


def _without_bold_edges(run: Run) -> Iterator[Run]:
    if not run.is_bold:
        yield run
        return
    before = len(run.text) - len(run.text.lstrip())
    after = max(len(run.text.rstrip()), before)
    yield Run(run.text[:before])
    yield Run(run.text[before:after], is_bold=True)
    yield Run(run.text[after:])


def _read(line: str, number: int) -> RichBlock:
    """Read a line where an item of a numbered list would have this number."""
    found = _BULLET.match(line) or _NUMBER.match(line)
    if found and found["slashes"]:
        start = found.start("slashes")
        return RichBlock(RichKind.PARAGRAPH, _runs(line[:start] + line[start + 1 :]))
    if found and found["head"] in {"", str(number)}:
        kind = RichKind.NUMBERED if found["head"] else RichKind.BULLET
        return RichBlock(kind, _runs(line[found.end() :]))
    return RichBlock(RichKind.PARAGRAPH, _runs(line))


def _runs(text: str) -> tuple[Run, ...]:
    if _BOLD not in text and "\\" not in text:
        return (Run(text),) if text else ()
    pieces = list(_pieces(text))
    closing = [
        place
        for place in range(1, len(pieces))
        if pieces[place].is_bold and _is_visible(pieces[place - 1], -1)
    ]
    runs: list[Run] = []
    place = 0
    while place < len(pieces):
        end = _end_of_bold(pieces, place, closing)
        if end:
            words = "".join(piece.text for piece in pieces[place + 1 : end])
            runs.append(Run(words, is_bold=True))
        else:
            runs.append(Run(pieces[place].text))
        place = (end or place) + 1
    return tuple(_merged(runs))


def _pieces(text: str) -> Iterator[Run]:
    """Yield the text between marks, and each `**` as a bold piece of its own."""
    end = 0
    for found in _STARS.finditer(text):
        slashes = len(found["pairs"]) // 2
        literal = text[end : found.start()] + "\\" * slashes
        if not found["bold"]:
            literal += "*"
        if literal:
            yield Run(literal)
        if found["bold"]:
            yield Run(_BOLD, is_bold=True)
        end = found.end()
    if text[end:]:
        yield Run(text[end:])


def _end_of_bold(pieces: Sequence[Run], start: int, closing: Sequence[int]) -> int:
    """Return where the mark is that closes the one at `start`; 0 where none does."""
    at = bisect_right(closing, start + 1)
    opens = pieces[start].is_bold and at < len(closing)
    return closing[at] if opens and _is_visible(pieces[start + 1], 0) else 0


def _is_visible(piece: Run, end: int) -> bool:
    """Tell whether a mark beside this end of a piece has words to make bold."""
    return not piece.is_bold and not piece.text[end].isspace()


def _written(block: RichBlock, number: int) -> str:
    """Write a line with as few backslashes as let it be read as what it is."""
    mark = list_mark(block.kind, number)
    candidates = (
        mark + (_head_escaped(body) if escapes_head else body)
        for escapes_stars, escapes_head in product((False, True), repeat=2)
        for body in [_body(block.runs, escapes_stars=escapes_stars)]
    )
    return next(it for it in candidates if _read(it, number) == block)


def _body(runs: Sequence[Run], *, escapes_stars: bool) -> str:
    parts: list[str] = []
    for place, run in enumerate(runs):
        text = run.text
        if escapes_stars:
            text = _LITERAL_STAR.sub(lambda found: 2 * (found[1] or "") + r"\*", text)
            if run.is_bold or place + 1 < len(runs):
                text = _LAST_SLASHES.sub(lambda found: 2 * found[0], text)
        parts.append(f"{_BOLD}{text}{_BOLD}" if run.is_bold else text)
    return "".join(parts)


def _head_escaped(body: str) -> str:
    found = _BULLET.match(body) or _NUMBER.match(body)
    if not found:
        return body
    start = found.start("slashes")
    return f"{body[:start]}\\{body[start:]}"
