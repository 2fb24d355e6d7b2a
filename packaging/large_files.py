"""One large file of each format, all with the same paragraphs, to measure reading."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

import docx
import odfdo
import xlsxwriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.importing.made_outlook import Message, outlook_file
from tests.importing.office_parts import chapter, epub

PARAGRAPHS = 2_000
LINE = 90
LINES_A_PAGE = 48
HEADER = ("number", "said")


def large_files() -> dict[str, bytes]:
    """Return the files by their endings, each with a megabyte of text or so."""
    paragraphs = _paragraphs()
    return {ending: make(paragraphs) for ending, make in _MADE.items()}


def _paragraphs() -> list[str]:
    chance = random.Random(7)
    words = ["".join(chance.choices("etaoinshrdlu", k=it % 9 + 2)) for it in range(900)]
    return [
        f"In part {number} {' '.join(chance.choices(words, k=80))}."
        for number in range(PARAGRAPHS)
    ]


def _text(paragraphs: list[str]) -> bytes:
    return "\n\n".join(paragraphs).encode()


def _markdown(paragraphs: list[str]) -> bytes:
    parts = [f"## Part {at}\n\n{it}" for at, it in enumerate(paragraphs)]
    return "\n\n".join(parts).encode()


def _page(paragraphs: list[str]) -> str:
    body = "".join(f"<p>{escape(it)}</p>\n" for it in paragraphs)
    return f"<!DOCTYPE html><title>Long</title><main><h1>Long</h1>{body}</main>"


def _mail(paragraphs: list[str]) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["Subject"] = "Ada <ada@example.org>", "Long"
    mail.set_content("\n\n".join(paragraphs))
    return mail.as_bytes()


def _saved_page(paragraphs: list[str]) -> bytes:
    page = EmailMessage(policy=SMTP)
    page["Snapshot-Content-Location"] = "https://example.org/long"
    page.set_content(_page(paragraphs), subtype="html", cte="quoted-printable")
    page.make_related()
    return page.as_bytes()


def _outlook(paragraphs: list[str]) -> bytes:
    return outlook_file(Message("Long", body="\r\n\r\n".join(paragraphs)))


def _rich(paragraphs: list[str]) -> bytes:
    return (r"{\rtf1\ansi " + "\\par\n".join(paragraphs) + "}").encode("ascii")


def _pdf(paragraphs: list[str]) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    lines = [it[at : at + LINE] for it in paragraphs for at in range(0, len(it), LINE)]
    for first in range(0, len(lines), LINES_A_PAGE):
        canvas.setFont("Helvetica", 10)
        for at, line in enumerate(lines[first : first + LINES_A_PAGE]):
            canvas.drawString(60, 780 - 15 * at, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _word(paragraphs: list[str]) -> bytes:
    document, made = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(made)
    return made.getvalue()


def _open_document(paragraphs: list[str]) -> bytes:
    document, made = odfdo.Document("text"), io.BytesIO()
    document.body.clear()
    for paragraph in paragraphs:
        document.body.append(odfdo.Paragraph(paragraph))
    document.save(made)
    return made.getvalue()


def _book(paragraphs: list[str]) -> bytes:
    body = "".join(f"<p>{escape(it)}</p>" for it in paragraphs)
    item = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    spine = '<spine><itemref idref="a"/></spine>'
    title = "<dc:title>Long</dc:title>"
    return epub(title, item, spine, {"a.xhtml": chapter(body)})


def _table(paragraphs: list[str]) -> bytes:
    made = io.StringIO()
    csv.writer(made).writerows([HEADER, *enumerate(paragraphs)])
    return made.getvalue().encode()


def _workbook(paragraphs: list[str]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([HEADER, *enumerate(paragraphs)]):
            sheet.write_row(at, 0, row)
    return made.getvalue()


_MADE: dict[str, Callable[[list[str]], bytes]] = {
    ".csv": _table,
    ".docx": _word,
    ".eml": _mail,
    ".epub": _book,
    ".html": lambda paragraphs: _page(paragraphs).encode(),
    ".md": _markdown,
    ".mhtml": _saved_page,
    ".msg": _outlook,
    ".odt": _open_document,
    ".pdf": _pdf,
    ".rtf": _rich,
    ".txt": _text,
    ".xlsx": _workbook,
}
