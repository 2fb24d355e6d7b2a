"""Reads PDF files."""

from __future__ import annotations

import pypdfium2 as pdfium

from workbench.importing.contents import Contents, Hints
from workbench.importing.pdf_opening import open_pdf
from workbench.model.documents import Block
from workbench.model.pages import Page
from workbench.model.spans import Span
from workbench.text.boxes import NOWHERE, Box, pack_boxes

_DROPPED = {"\r", "\x00", "\x02", "\ufffe", "\uffff"}


def read_pdf(content: bytes, hints: Hints) -> list[Contents]:
    """Return what a PDF holds: text in reading order, with its pages."""
    document = open_pdf(content, hints.file_name)
    try:
        return [_contents(document)]
    finally:
        document.close()


def _contents(document: pdfium.PdfDocument) -> Contents:
    text, blocks, pages = "", [], []
    for number, page in enumerate(document, start=1):
        start = len(text)
        boxes: list[Box] = []
        _, bottom, right, top = page.get_bbox()
        left = page.get_bbox()[0]
        found = page.get_textpage()
        line = ""
        for index in range(found.count_chars()):
            at = found.get_charbox(index, loose=True)
            mark = found.get_text_range(index, 1)
            mark = mark if len(mark) == 1 and mark not in _DROPPED else ""
            line += mark
            box = (at[0] - left, top - at[3], at[2] - left, top - at[1])
            boxes += [box if box[2] > box[0] and mark != "\n" else NOWHERE] * len(mark)
        line += "\n"
        boxes.append(NOWHERE)
        text += line
        at_start = start
        for piece in line.split("\n"):
            bare = piece.strip()
            begin = at_start + len(piece) - len(piece.lstrip())
            if bare:
                blocks.append(Block(Span(begin, begin + len(bare))))
            at_start += len(piece) + 1
        span = Span(start, len(text))
        size = page.get_size()
        pages.append(Page(number, str(number), span, *size, pack_boxes(boxes)))
    return Contents("application/pdf", "", text, tuple(blocks), pages=tuple(pages))
