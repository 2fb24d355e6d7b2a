"""Reads PDF files."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import pypdfium2 as pdfium

from workbench.importing.contents import Contents, Hints
from workbench.importing.pdf_about import date_in, facts_in, title_in
from workbench.importing.pdf_annotations import annotations_of
from workbench.importing.pdf_headings import (
    outline_of,
    set_levels,
    set_named_headings,
)
from workbench.importing.pdf_hyphens import Words
from workbench.importing.pdf_layout import pieces_of
from workbench.importing.pdf_leaves import Leaf, leaves_of
from workbench.importing.pdf_opening import open_pdf
from workbench.importing.pdf_page_ends import join_pages, joint, keep_word_whole
from workbench.importing.pdf_pieces import Piece
from workbench.importing.pdf_running_heads import edges_of
from workbench.importing.pdf_styles import style_of
from workbench.importing.pdf_warnings import warnings_of
from workbench.importing.titles import date_of, title_of
from workbench.model.documents import Block
from workbench.model.pages import Annotation, Page
from workbench.model.spans import Span
from workbench.text.blocks import fit_blocks
from workbench.text.boxes import pack_steps

MEDIA_TYPE: Final = "application/pdf"
_NOWHERE: Final = array("H", (0, 0, 0, 0))


def read_pdf(content: bytes, hints: Hints) -> list[Contents]:
    """Return what a PDF holds: its text in reading order, page by page.

    Raises `UnreadableFile` if it is damaged, or asks for a password.
    """
    document = open_pdf(content, hints.file_name)
    try:
        return [_contents(document)]
    finally:
        document.close()


def _contents(document: pdfium.PdfDocument) -> Contents:
    leaves = list(leaves_of(document))
    pieces = _pieces(leaves)
    set_named_headings(pieces, outline_of(document))
    for page, following in pairwise(pieces):
        join_pages(page, following)
    written = _Written(leaves, pieces)
    blocks = fit_blocks(written.text, written.blocks)
    first_page = written.pages[0].span.of(written.text)
    return Contents(
        MEDIA_TYPE,
        encoding="",
        text=written.text,
        blocks=blocks,
        title=title_in(document) or title_of(written.text, blocks),
        date=date_of(written.text, blocks) or date_in(document),
        values=facts_in(document, first_page),
        pages=tuple(written.pages),
        annotations=tuple(written.annotations),
        warnings=tuple(warnings_of(leaves)),
    )


def _pieces(leaves: Sequence[Leaf]) -> list[list[Piece]]:
    """Return the blocks of each page."""
    style = style_of((leaf.fragments, leaf.marks) for leaf in leaves)
    words = Words(leaf.marks for leaf in leaves)
    pages = [
        pieces_of(leaf, edges, style, words)
        for leaf, edges in zip(leaves, edges_of(leaves), strict=True)
    ]
    set_levels(piece for page in pages for piece in page)
    for page, following in pairwise(pages):
        keep_word_whole(page, following, words)
    return pages


class _Written:
    """The text of all pages, with blocks, pages and annotations in it."""

    def __init__(self, leaves: Sequence[Leaf], pieces: Sequence[list[Piece]]) -> None:
        self.blocks: list[Block] = []
        self.pages: list[Page] = []
        self.annotations: list[Annotation] = []
        self._texts: list[str] = []
        self._length = 0
        self._begun = 0
        for leaf, its in zip(leaves, pieces, strict=True):
            self._add_page(leaf, [it for it in its if it.text])
        self.text = "".join(self._texts)

    def _add_page(self, leaf: Leaf, pieces: Sequence[Piece]) -> None:
        start = self._length
        steps = array("H")
        for it in pieces:
            span = Span(self._begun, self._length + len(it.text))
            after = joint(it) if it.goes_on else "\n"
            self._texts += (it.text, after)
            self._length = span.end + len(after)
            steps += it.steps
            steps += _NOWHERE * len(after)
            if not it.goes_on:
                self.blocks.append(Block(span, it.kind, it.level, it.zone))
                self._begun = self._length
        text = "".join(self._texts[len(self._texts) - 2 * len(pieces) :])
        self.annotations += annotations_of(text, start, steps, leaf.remarks)
        self.pages.append(
            Page(
                leaf.number,
                leaf.label,
                Span(start, self._length),
                leaf.width,
                leaf.height,
                pack_steps(steps) if steps else b"",
            )
        )
