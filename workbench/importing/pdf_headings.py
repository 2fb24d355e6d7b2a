"""Tells which pieces are headings, and how deep."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

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
_NO_ENDS: Final = (".", ",", ";", ":")


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
