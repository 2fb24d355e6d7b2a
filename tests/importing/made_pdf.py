"""Small PDF files of several kinds."""

from __future__ import annotations

import io

from pypdf import PdfWriter

from tests.importing.pdf_setting import MARGIN, PAGE, Frame, canvas_of, finished

_PROSE = (
    "The agency said on Tuesday that it would review the controls before the end of"
    " the year, and that exporters should expect further rules on the equipment."
)


def made() -> dict[str, bytes]:
    """Return the files by their names; they are the same whenever they are made."""
    return {
        "pages.pdf": _pages(),
        "columns.pdf": _columns(),
        "picture.pdf": _picture(),
        "turned.pdf": _turned(),
        "locked.pdf": _locked(),
    }


def _pages() -> bytes:
    canvas, written = canvas_of()
    for number in range(1, 5):
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(MARGIN, PAGE[1] - 40, "Journal of Export Studies")
        canvas.drawCentredString(PAGE[0] / 2, 30, str(number))
        frame = Frame(canvas, font="Times-Bold", size=14)
        frame.paragraph(f"Part {number}")
        frame.font, frame.size = "Times-Roman", 10
        for _ in range(number):
            frame.paragraph(_PROSE)
        canvas.showPage()
    return finished(canvas, written)


def _columns() -> bytes:
    canvas, written = canvas_of()
    width = (PAGE[0] - 2 * MARGIN - 18) / 2
    for left in (MARGIN, MARGIN + width + 18):
        column = Frame(canvas, left, width=width, is_justified=True)
        for _ in range(3):
            column.paragraph(_PROSE, hyphenate=True)
    return finished(canvas, written)


def _picture() -> bytes:
    canvas, written = canvas_of((200, 200))
    canvas.rect(20, 20, 100, 100, fill=1)
    return finished(canvas, written)


def _turned() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(_columns()))
    writer.pages[0].rotate(90)
    return _written(writer)


def _locked() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(_columns()))
    writer.generate_file_identifiers()
    writer.encrypt(user_password="", owner_password="owner", algorithm="RC4-128")
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
