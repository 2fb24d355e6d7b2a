"""What a PDF says of itself: title, author, date, language."""

from __future__ import annotations

import ctypes
import re
from datetime import date
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from workbench.importing.facts import values
from workbench.importing.pdf_glyphs import clean_text

_DATE: Final = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?")
_NO_TITLE: Final = re.compile(
    r"untitled|\(?anonymous\)?|microsoft (?:word|powerpoint|excel)\b.*|print|slide 1"
    r"|.*\.(?:docx?|pdf|pptx?|xlsx?|indd|tex|dvi|qxd|html?|rtf|odt|wpd|p65|fm)"
    r"|unknown|[\W\d_]*",
    re.IGNORECASE | re.DOTALL,
)
_NO_AUTHOR: Final = frozenset(
    {"anonymous", "(anonymous)", "unknown", "user", "admin", "author"}
)
_DOI: Final = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;:)\]]")
_LONGEST_TAG: Final = 80


def title_in(document: pdfium.PdfDocument) -> str:
    """Return the title that the file was given, unless a program made it up."""
    title = " ".join(_entry(document, "Title").split())
    return "" if _NO_TITLE.fullmatch(title) else title


def date_in(document: pdfium.PdfDocument) -> str:
    """Return the day on which the file was made, as ISO 8601."""
    found = _DATE.match(_entry(document, "CreationDate"))
    if not found:
        return ""
    year, month, day = (int(it) if it else 1 for it in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def facts_in(
    document: pdfium.PdfDocument, first_page: str
) -> tuple[tuple[str, str], ...]:
    """Return author, language and DOI as values of attributes."""
    author = _entry(document, "Author")
    shown = "" if author.strip().casefold() in _NO_AUTHOR else author
    doi = _DOI.search(_entry(document, "Subject")) or _DOI.search(first_page)
    return values(author=shown, language=_language(document), doi=doi[0] if doi else "")


def _entry(document: pdfium.PdfDocument, key: str) -> str:
    get, name = pdfium_raw.FPDF_GetMetaText, key.encode()
    size = get(document.raw, name, None, 0)
    room = ctypes.create_string_buffer(size)
    get(document.raw, name, room, size)
    return clean_text(room.raw[: max(size - 2, 0)])


def _language(document: pdfium.PdfDocument) -> str:
    get = pdfium_raw.FPDFCatalog_GetLanguage
    size = get(document.raw, None, 0)
    if not 2 < size <= 2 * _LONGEST_TAG:
        return ""
    room = (ctypes.c_ushort * (size // 2))()
    get(document.raw, room, size)
    return clean_text(bytes(room)[: size - 2])
