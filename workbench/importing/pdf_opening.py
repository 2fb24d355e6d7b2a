"""Opens PDF files, and says in a sentence why one cannot be opened."""

from __future__ import annotations

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from workbench.errors import UnreadableFile


def open_pdf(content: bytes, file_name: str) -> pdfium.PdfDocument:
    """Return an opened PDF, which the caller closes.

    Raises `UnreadableFile` if it is damaged, has no pages, or asks for a password.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise UnreadableFile(_reason(error.err_code, file_name)) from error
    if len(document):
        return document
    document.close()
    raise UnreadableFile(
        f"{file_name} is a PDF without pages; save it again with the program that"
        " made it."
    )


def _reason(code: int | None, file_name: str) -> str:
    if code == pdfium_raw.FPDF_ERR_PASSWORD:
        return (
            f"{file_name} asks for a password; open it in a PDF reader, save it"
            " without one and import that."
        )
    if code == pdfium_raw.FPDF_ERR_SECURITY:
        return (
            f"{file_name} is locked in a way that is not supported; print it to a new"
            " PDF and import that."
        )
    return (
        f"{file_name} is damaged and cannot be opened as a PDF; save it again with the"
        " program that made it, or fetch it again."
    )
