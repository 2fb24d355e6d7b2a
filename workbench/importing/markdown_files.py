"""Reads Markdown files: the text stays as written, Markdown only tells the blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.importing.contents import Contents, Hints
from workbench.importing.dates import parse_date_part
from workbench.importing.decoding import decode
from workbench.importing.titles import date_of, without_marks
from workbench.model.documents import Block, BlockKind
from workbench.model.spans import Span
from workbench.text.blocks import fit_blocks, split_blocks

if TYPE_CHECKING:
    from markdown_it.token import Token

# markdown-it needs up to four seconds a megabyte; beyond this a text is read as plain.
_MOST_MARKDOWN = 2_000_000
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?P<fields>(?:(?!---|\.\.\.)[^\n]*\n){0,200})"
    r"(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_FIELD = re.compile(
    r"^(title|date|source|publisher)[ \t]*:[ \t]*(.+?)[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_LINE_END = re.compile(r"\r\n?|\n")
_BLANKS = re.compile(r"[\s\ufeff\u200b]*")
_TEXT_TOKENS = {"paragraph_open", "fence", "code_block", "html_block"}

_Lines = tuple[int, int]


def read_markdown(content: bytes, hints: Hints) -> list[Contents]:
    """Return what a Markdown file holds, with its front matter if it has one."""
    decoded = decode(content, hints)
    text = decoded.text
    front = _FRONT_MATTER.match(text)
    fields = _fields(front["fields"]) if front else {}
    blocks = fit_blocks(text, _blocks(text, front.end() if front else 0))
    contents = Contents(
        media_type="text/markdown",
        encoding=decoded.encoding,
        text=text,
        blocks=blocks,
        title=fields.get("title") or _first_heading(text, blocks),
        date=parse_date_part(fields.get("date", "")) or date_of(text, blocks),
        source=fields.get("source") or fields.get("publisher", ""),
        warnings=decoded.warnings,
    )
    return [contents]


def _fields(front_matter: str) -> dict[str, str]:
    return {
        name.casefold(): value.strip("\"'")
        for name, value in _FIELD.findall(front_matter)
    }


def _first_heading(text: str, blocks: Sequence[Block]) -> str:
    headings = (block.span.of(text) for block in blocks if block.level == 1)
    # A heading may also be marked by a line of equals signs beneath it.
    return without_marks(next(headings, "").rstrip("= \t\r\n"))


def _blocks(text: str, start: int) -> Iterator[Block]:
    """Yield the blocks of the text; what Markdown passes over is a paragraph a line.

    Such are the front matter, which ends at `start`, and link definitions.
    """
    if len(text) > _MOST_MARKDOWN:
        yield from split_blocks(text)
        return
    starts = _line_starts(text)
    first = next(at for at, offset in enumerate(starts) if offset >= start)
    line = 0
    for (begin, end), kind, level in _leaves(text[start:]):
        yield from _paragraphs(text, starts, line, first + begin)
        if span := _span(text, starts, max(line, first + begin), first + end):
            yield Block(span, kind, level)
        line = max(line, first + end)
    yield from _paragraphs(text, starts, line, len(starts) - 1)


def _line_starts(text: str) -> list[int]:
    """Return where each line starts, as markdown-it counts lines, and the end."""
    return [0, *(found.end() for found in _LINE_END.finditer(text)), len(text)]


def _leaves(text: str) -> Iterator[tuple[_Lines, BlockKind, int]]:
    """Yield the lines, kind and level of every block that holds text itself."""
    # Here, so that a start of the program does not load it.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable("inline")
    outer: list[BlockKind] = []
    for token in parser.parse(text):
        if token.type in ("list_item_open", "blockquote_open"):
            is_item = token.type == "list_item_open"
            outer.append(BlockKind.LIST_ITEM if is_item else BlockKind.QUOTATION)
        elif token.type in ("list_item_close", "blockquote_close"):
            outer.pop()
        elif token.map and (leaf := _leaf(token, outer)):
            yield (token.map[0], token.map[1]), *leaf


def _leaf(token: Token, outer: list[BlockKind]) -> tuple[BlockKind, int] | None:
    if token.type == "heading_open":
        return BlockKind.HEADING, int(token.tag[1:])
    if token.type == "tr_open":
        return BlockKind.TABLE_ROW, 0
    if token.type in _TEXT_TOKENS:
        return outer[-1] if outer else BlockKind.PARAGRAPH, 0
    return None


def _paragraphs(text: str, starts: list[int], first: int, end: int) -> Iterator[Block]:
    for line in range(first, end):
        span = _span(text, starts, line, line + 1)
        if span and any(map(str.isalnum, span.of(text))):
            yield Block(span)


def _span(text: str, starts: list[int], first: int, end: int) -> Span | None:
    """Return the span of some lines without the blanks at both ends."""
    end = min(end, len(starts) - 1)
    if first >= end:
        return None
    lines = text[starts[first] : starts[end]]
    leading = _BLANKS.match(lines)
    start = starts[first] + (leading.end() if leading else 0)
    length = len(text[start : starts[end]].rstrip("\ufeff\u200b").rstrip())
    return Span(start, start + length) if length else None
