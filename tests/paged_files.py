"""PDF files to test pages with, made by another library than reads them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from pypdf import PdfWriter
from pypdf.annotations import Highlight
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
_LEFT: Final = 72
_TOP: Final = 90
_PITCH: Final = 16
_SECOND_COLUMN: Final = 310

Lines = Sequence[str]


def pdf_of(*pages: Lines, title: str = "") -> bytes:
    """Return a PDF with these lines on its pages; a page without lines has a box."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    for lines in pages:
        _write(canvas, _LEFT, lines)
        if not lines:
            canvas.rect(_LEFT, _TOP, 200, 100)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def marked(content: bytes, *marks: tuple[int, str]) -> bytes:
    """Return a PDF of which whole lines of the first page are highlighted.

    A mark is the number of a line and what another reader wrote to it.
    """
    writer = PdfWriter(clone_from=BytesIO(content))
    for line, comment in marks:
        low = HEIGHT - _TOP - line * _PITCH - 2
        rect = (_LEFT, low, WIDTH - _LEFT, low + 11)
        corners = [rect[0], rect[3], rect[2], rect[3], *rect[:2], rect[2], rect[1]]
        quads = ArrayObject(map(FloatObject, corners))
        highlight = Highlight(rect=rect, quad_points=quads)
        highlight[NameObject("/Contents")] = TextStringObject(comment)
        highlight[NameObject("/T")] = TextStringObject("Bo")
        writer.add_annotation(0, highlight)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def two_columns(left: Lines, right: Lines) -> bytes:
    """Return a PDF with one page of two columns."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    _write(canvas, _LEFT, left)
    _write(canvas, _SECOND_COLUMN, right)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def long_pdf(pages: int) -> bytes:
    """Return a PDF of many full pages."""
    return pdf_of(
        *(
            [f"Page {page} has line {line} of the report." for line in range(44)]
            for page in range(1, pages + 1)
        )
    )


def _write(canvas: Canvas, left: float, lines: Lines) -> None:
    canvas.setFont("Helvetica", 11)
    for number, line in enumerate(lines):
        canvas.drawString(left, HEIGHT - _TOP - number * _PITCH, line)
