"""Puts a page's pieces in reading order: heads, body, notes, feet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workbench.importing.pdf_columns import Column, regions_of
from workbench.importing.pdf_fragments import Fragment, with_numbers_joined
from workbench.importing.pdf_glyphs import ASKEW
from workbench.importing.pdf_headings import kind_of
from workbench.importing.pdf_hyphens import Words, ends_in_hyphen
from workbench.importing.pdf_leaves import Leaf
from workbench.importing.pdf_paragraphs import Paragraph, paragraphs_of
from workbench.importing.pdf_pieces import Piece, Writer
from workbench.importing.pdf_rows import Row
from workbench.importing.pdf_running_heads import Edges
from workbench.importing.pdf_styles import Style
from workbench.model.zones import ZoneKind

_SMALL: Final = 0.93
_LIKELY_WORD: Final = 3.0
_NOTE_MARK: Final = re.compile(r"[\d*†‡§¹²³]")

_Part = Paragraph | Sequence[Row]
"""A paragraph, or the cells of a table's row."""


def pieces_of(leaf: Leaf, edges: Edges, style: Style, words: Words) -> list[Piece]:
    """Return the blocks of a page."""
    writer = Writer(leaf, words)
    aside = edges.fragments()
    inner = [it for it in leaf.fragments if it.start not in aside]
    askew = [it for it in inner if it.turns == ASKEW]
    straight = [it for it in inner if it.turns != ASKEW]
    straight = with_numbers_joined(
        straight, leaf.marks, style.body, is_bold=style.is_bold
    )
    body, notes = _parts(straight, leaf.marks, style)
    pieces = [_aside(writer, row) for row in edges.heads]
    pieces += [_piece(writer, it, style) for it in body]
    pieces += [replace(_piece(writer, it, style), is_note=True) for it in notes]
    pieces += [_aside(writer, row) for row in (*edges.feet, askew)]
    return [it for it in pieces if it.text]


def _parts(
    fragments: Sequence[Fragment], marks: str, style: Style
) -> tuple[list[_Part], list[_Part]]:
    """Return the parts of the body, and the notes at the foot of its columns."""
    body: list[_Part] = []
    notes: list[_Part] = []
    extents: list[tuple[float, float]] = []
    for region in regions_of(fragments):
        if isinstance(region, Column):
            paragraphs = paragraphs_of(region.rows, marks, style)
            first_note = _first_note(paragraphs, style)
            _go_on(body, paragraphs[:first_note])
            notes += paragraphs[first_note:]
            extents.append((paragraphs[0].margin, paragraphs[0].right))
        else:
            body += region.rows
    for it in body:
        if isinstance(it, Paragraph):
            it.widen(extents)
    return body, notes


def _first_note(paragraphs: Sequence[Paragraph], style: Style) -> int:
    """Return where the notes at the foot of a column begin, if it has other text."""
    first = len(paragraphs)
    while first and paragraphs[first - 1].lines[0].size < _SMALL * style.body:
        first -= 1
    lines = sum(len(it.lines) for it in paragraphs[first:])
    is_foot = first and lines <= sum(len(it.lines) for it in paragraphs[:first])
    while first < len(paragraphs) and not _NOTE_MARK.match(
        paragraphs[first].lines[0].text
    ):
        first += 1
    return first if is_foot else len(paragraphs)


def _go_on(body: list[_Part], paragraphs: Sequence[Paragraph]) -> None:
    """Add a column's paragraphs; the first may go on from the column before."""
    last = body[-1] if body else None
    if isinstance(last, Paragraph) and paragraphs and _is_one(last, paragraphs[0]):
        last.lines += paragraphs[0].lines
        last.right = paragraphs[0].right
        paragraphs = paragraphs[1:]
    body += paragraphs


def _is_one(before: Paragraph, after: Paragraph) -> bool:
    last, line = before.lines[-1], after.lines[0]
    if abs(last.size - line.size) > 0.6 or last.is_bold != line.is_bold or line.is_item:
        return False
    if ends_in_hyphen(last.text) and line.text[0].islower():
        return True
    return before.is_filled(line.row[0].first_word) and (
        line.text[0].islower() or not last.text.endswith((".", "!", "?", ":", "”"))
    )


def _aside(writer: Writer, row: Row) -> Piece:
    piece = writer.lines([row])
    piece.zone = ZoneKind.OTHER
    return piece


def _piece(writer: Writer, part: _Part, style: Style) -> Piece:
    if not isinstance(part, Paragraph):
        return writer.cells(part)
    piece = writer.lines(it.row for it in part.lines)
    piece.kind = kind_of(part, piece.text, style)
    piece.size, piece.is_bold = part.lines[0].size, part.lines[0].is_bold
    piece.is_full = part.is_filled(_LIKELY_WORD * piece.size)
    return piece
