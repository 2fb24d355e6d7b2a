"""The outline of a PDF, which names its headings and says how deep they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

import pypdfium2 as pdfium

from workbench.importing.pdf_pieces import Piece
from workbench.model.documents import BlockKind

_MOST: Final = 5_000
_DEEPEST: Final = 6
_LONGEST: Final = 200
_NUMBER: Final = re.compile(
    r"^(?:(?:chapter|part|section|kapitel|teil)\s+)?(?:[\d.]+|[ivxlc]+[. ]|[a-z]\.)\s*",
    re.IGNORECASE,
)
_NO_LETTER: Final = re.compile(r"[\W_]+")

Outline = dict[int, dict[str, int]]
"""The level of each heading by its page, counted from 0, and its wording."""


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
