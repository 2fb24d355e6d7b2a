"""Which formats are read, and how a file's format is told."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from workbench.errors import UnreadableFile


class Format(StrEnum):
    """A format that is read, in the words of a sentence."""

    PLAIN = "a text"
    MARKDOWN = "a Markdown text"
    HTML = "a web page"
    MHTML = "a saved web page"
    PDF = "a PDF"
    DOCX = "a Word document"
    ODT = "an OpenDocument text"
    RTF = "a rich text"
    EPUB = "an EPUB book"
    MAIL = "a mail"
    OUTLOOK = "an Outlook message"
    CSV = "a CSV table"
    WORKBOOK = "a workbook"
    REFERENCES = "a bibliography"


SUFFIXES: Final = {
    ".txt": Format.PLAIN, ".text": Format.PLAIN,
    ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN,
    ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML,
    ".mhtml": Format.MHTML, ".mht": Format.MHTML,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX, ".docm": Format.DOCX,
    ".odt": Format.ODT,
    ".rtf": Format.RTF,
    ".epub": Format.EPUB,
    ".eml": Format.MAIL,
    ".msg": Format.OUTLOOK,
    ".csv": Format.CSV, ".tsv": Format.CSV,
    ".xlsx": Format.WORKBOOK, ".xlsm": Format.WORKBOOK,
}  # fmt: skip
"""The supported endings of file names, and the format that each stands for."""

BIBLIOGRAPHIES: Final = frozenset(
    {".ris", ".bib", ".bibtex", ".biblatex", ".json", ".rdf"}
)
"""The endings of files that may say what documents are, and are none themselves."""

_ADVICE: Final = {
    ".doc": "save it as .docx in Word or LibreOffice",
    ".xls": "save it as .xlsx in Excel or LibreOffice",
    ".ppt": "save it as PDF in PowerPoint or LibreOffice",
    ".pptx": "save it as PDF in PowerPoint or LibreOffice",
    ".pages": "save it as PDF or .docx in Pages",
    ".odp": "save it as PDF in LibreOffice",
}
_ZIPPED: Final = {
    b"word/document.xml": Format.DOCX,
    b"mimetypeapplication/vnd.oasis.opendocument.text": Format.ODT,
    b"mimetypeapplication/epub+zip": Format.EPUB,
    b"xl/workbook": Format.WORKBOOK,
}
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_BINARY: Final = {Format.PDF, Format.DOCX, Format.ODT, Format.EPUB, Format.OUTLOOK,
                  Format.WORKBOOK}  # fmt: skip


def format_named(suffix: str, file_name: str) -> Format:
    """Return the format that an ending stands for; `UnreadableFile` for none."""
    suffix = suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    if suffix in _ADVICE:
        raise UnreadableFile(
            f"{file_name} is of a kind that is not read; {_ADVICE[suffix]} and import"
            " that."
        )
    kind = f"is a {suffix} file" if suffix else "has no ending"
    raise UnreadableFile(
        f"{file_name} {kind}, which is not read; save it as PDF, .docx or plain text."
    )


def format_of(content: bytes, named: Format, file_name: str) -> Format:
    """Return the format that the bytes are in, whatever the file is called.

    Raises `UnreadableFile` if they are not what the ending promises, nor any format
    that is known by its first bytes.
    """
    found = _by_first_bytes(content)
    is_office = named in (Format.DOCX, Format.WORKBOOK)
    if is_office and content.startswith(_OLE) and _LOCKED in content:
        raise UnreadableFile(
            f"{file_name} is protected by a password; open it in the program that made"
            " it, save it without one and import that."
        )
    if found is None and named in _BINARY:
        raise UnreadableFile(
            f"{file_name} is not {named.value}, whatever its name says; save it again"
            " with the program that made it."
        )
    return found or named


def _by_first_bytes(content: bytes) -> Format | None:
    if b"%PDF-" in content[:1024]:
        return Format.PDF
    if content.startswith(b"{\\rtf"):
        return Format.RTF
    if content.startswith(_OLE):
        return Format.OUTLOOK
    if content.startswith(b"PK\x03\x04"):
        return _of_zip(content)
    return None


def _of_zip(content: bytes) -> Format | None:
    """Tell by the names in an archive, without opening it."""
    return next((it for name, it in _ZIPPED.items() if name in content), None)
