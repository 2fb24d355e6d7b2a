"""Draws pages of PDF files."""

from __future__ import annotations

from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from workbench.errors import UnreadableFile
from workbench.model.pictures import Picture

MOST_PIXELS: Final = 40_000_000


def render(document: pdfium.PdfDocument, page: int, scale: float) -> Picture:
    """Return the picture of a page, counted from 1, at so many pixels a point.

    A picture of more than `MOST_PIXELS` is drawn smaller. Raises `UnreadableFile` if
    the page cannot be drawn.
    """
    try:
        drawn = document[page - 1]
    except (pdfium.PdfiumError, IndexError) as error:
        raise UnreadableFile(
            f"Page {page} cannot be drawn; the PDF is damaged there."
        ) from error
    try:
        return _drawn(drawn, min(scale, _largest_scale(drawn)))
    finally:
        drawn.close()


def _largest_scale(page: pdfium.PdfPage) -> float:
    width, height = page.get_size()
    most: float = (MOST_PIXELS / max(width * height, 1.0)) ** 0.5
    return most


def _drawn(page: pdfium.PdfPage, scale: float) -> Picture:
    bitmap = page.render(
        scale=scale, force_bitmap_format=pdfium_raw.FPDFBitmap_BGRx, draw_annots=True
    )
    try:
        rows = bytes(bitmap.buffer)
        return Picture(bitmap.width, bitmap.height, _packed(rows, bitmap))
    finally:
        bitmap.close()


def _packed(rows: bytes, bitmap: pdfium.PdfBitmap) -> bytes:
    """Return rows without what pads each of them."""
    used = bitmap.width * 4
    if bitmap.stride == used:
        return rows
    starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
    return b"".join(rows[start : start + used] for start in starts)
