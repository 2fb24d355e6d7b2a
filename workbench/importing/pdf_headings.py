"""Tells which pieces are headings, and how deep: by their looks and the outline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

import pypdfium2 as pdfium

from workbench.importing.pdf_paragraphs import Paragraph, is_quotation
from workbench.importing.pdf_pieces import Piece
from workbench.importing.pdf_styles import Style, rounded
from workbench.model.documents import BlockKind

_LONGEST: Final = 200
_LONGEST_BOLD: Final = 120
_MOST_LINES: Final = 4
_LARGER: Final = 1.08
_MUCH_LARGER: Final = 1.3
_DEEPEST: Final = 6
_MOST: Final = 5_000
_NUMBER: Final = re.compile(
    r"^(?:(?:chapter|part|section|kapitel|teil)\s+)?(?:[\d.]+|[ivxlc]+[. ]|[a-z]\.)\s*",
    re.IGNORECASE,
)
_NO_LETTER: Final = re.compile(r"[\W_]+")
_NO_ENDS: Final = (".", ",", ";", ":")

Outline = dict[int, dict[str, int]]
"""The level of each heading by its page, counted from 0, and its wording."""


def kind_of(paragraph: Paragraph, text: str, style: Style) -> BlockKind:
    """Return what a paragraph is, by how it is set against the usual."""
    first = paragraph.lines[0]
    if len(paragraph.lines) <= _MOST_LINES and _is_heading(
        text, first.size / max(style.body, 1.0), first.is_bold and not style.is_bold
    ):
        return BlockKind.HEADING
    if is_quotation(paragraph):
        return BlockKind.QUOTATION
    return BlockKind.LIST_ITEM if first.is_item else BlockKind.PARAGRAPH


def set_levels(pieces: Iterable[Piece]) -> None:
    """Give headings their levels: the larger, the higher; bold ones before others."""
    headings = [it for it in pieces if it.kind is BlockKind.HEADING]
    looks = sorted({_look(it) for it in headings}, reverse=True)
    for it in headings:
        it.level = min(looks.index(_look(it)) + 1, _DEEPEST)


def outline_of(document: pdfium.PdfDocument) -> Outline:
    """Return what the bookmarks of a file name; empty if it has none."""
    found: Outline = {}
    for it in islice(document.get_toc(max_depth=_DEEPEST), _MOST):
        destination = it.get_dest()
        page = destination.get_index() if destination else None
        wording = _wording(it.get_title())
        if page is not None and wording:
            found.setdefault(page, {}).setdefault(wording, it.level + 1)
    return found


def set_named_headings(pages: Sequence[Sequence[Piece]], outline: Outline) -> None:
    """Make headings of the pieces that the outline names, on its pages or the next."""
    named: list[Piece] = []
    for page, levels in outline.items():
        for piece in (it for its in pages[page : page + 2] for it in its):
            if piece.zone or len(piece.text) > _LONGEST:
                continue
            if level := levels.get(_wording(piece.text)):
                piece.kind, piece.level = BlockKind.HEADING, level
                named.append(piece)
    if _are_below_a_title(pages, named):
        for it in named:
            it.level = min(it.level + 1, _DEEPEST)


def _look(piece: Piece) -> tuple[float, bool]:
    return rounded(piece.size), piece.is_bold


def _is_heading(text: str, larger: float, is_bold: bool) -> bool:  # noqa: FBT001
    if len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return False
    if larger >= _MUCH_LARGER:
        return True
    if text.endswith(_NO_ENDS):
        return False
    return larger >= _LARGER or (
        is_bold and larger > 0.97 and len(text) <= _LONGEST_BOLD
    )


def _are_below_a_title(
    pages: Sequence[Sequence[Piece]], named: Sequence[Piece]
) -> bool:
    """Tell whether the outline leaves out the title of the whole."""
    largest = max((it.size for it in named), default=0.0)
    return any(
        it.kind is BlockKind.HEADING and it.size > largest + 1
        for its in pages[:1]
        for it in its
    )


def _wording(title: str) -> str:
    """Return what stays of a title without its number, signs and capitals."""
    title = title.strip()
    return _NO_LETTER.sub("", _NUMBER.sub("", title) or title).casefold()
