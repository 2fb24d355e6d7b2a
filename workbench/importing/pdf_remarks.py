"""What readers of a PDF marked on its pages and wrote to it."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, replace
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from workbench.importing.pdf_glyphs import Sheet
from workbench.importing.pdf_strings import clean_text
from workbench.text.boxes import Box

_MARKING: Final = frozenset(
    {
        pdfium_raw.FPDF_ANNOT_HIGHLIGHT, pdfium_raw.FPDF_ANNOT_UNDERLINE,
        pdfium_raw.FPDF_ANNOT_STRIKEOUT, pdfium_raw.FPDF_ANNOT_SQUIGGLY,
    }
)  # fmt: skip
_WRITTEN: Final = frozenset(
    {pdfium_raw.FPDF_ANNOT_TEXT, pdfium_raw.FPDF_ANNOT_FREETEXT}
)
_MOST: Final = 10_000
_LONGEST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Remark:
    """A mark on a page as it is drawn, and the comment to it.

    A note that is pinned to a spot, or written on the page, has one box.
    """

    boxes: tuple[Box, ...]
    comment: str
    author: str
    is_pinned: bool = False


def remarks_on(page: pdfium.PdfPage, sheet: Sheet) -> list[Remark]:
    """Return the highlights, underlines, strike-outs and notes of a page in order.

    An answer to a remark becomes a line of its comment.
    """
    found: dict[int, Remark] = {}
    for index in range(min(pdfium_raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = pdfium_raw.FPDFPage_GetAnnot(page.raw, index)
        if annotation:
            try:
                _add_remark(found, index, _Opened(page, annotation, sheet))
            finally:
                pdfium_raw.FPDFPage_CloseAnnot(annotation)
    return list(found.values())


def _add_remark(found: dict[int, Remark], index: int, opened: _Opened) -> None:
    answered = found.get(opened.answered())
    if answered:
        answer = ": ".join(filter(None, (opened.author(), opened.comment())))
        comment = "\n".join(filter(None, (answered.comment, answer)))
        found[opened.answered()] = replace(answered, comment=comment)
    elif opened.kind in _MARKING and (boxes := opened.quads()):
        found[index] = Remark(boxes, opened.comment(), opened.author())
    elif opened.kind in _WRITTEN and opened.comment():
        found[index] = Remark(
            opened.rect(), opened.comment(), opened.author(), is_pinned=True
        )


class _Opened:
    """An annotation while it is read."""

    def __init__(
        self,
        page: pdfium.PdfPage,
        annotation: pdfium_raw.FPDF_ANNOTATION,
        sheet: Sheet,
    ) -> None:
        self._page = page.raw
        self._annotation = annotation
        self._sheet = sheet
        self.kind = pdfium_raw.FPDFAnnot_GetSubtype(annotation)

    def comment(self) -> str:
        """Return what was written to it, or into the window that belongs to it."""
        return self._written("Contents") or self._of_popup()

    def author(self) -> str:
        return " ".join(self._written("T").split())

    def answered(self) -> int:
        """Return the index of the annotation that this one answers, or -1."""
        linked = pdfium_raw.FPDFAnnot_GetLinkedAnnot(self._annotation, b"IRT")
        if not linked:
            return -1
        try:
            index: int = pdfium_raw.FPDFPage_GetAnnotIndex(self._page, linked)
        finally:
            pdfium_raw.FPDFPage_CloseAnnot(linked)
        return index

    def quads(self) -> tuple[Box, ...]:
        """Return the stretches that are marked, one for each line."""
        count = pdfium_raw.FPDFAnnot_CountAttachmentPoints(self._annotation)
        return tuple(map(self._quad, range(min(count, _MOST))))

    def rect(self) -> tuple[Box, ...]:
        sides = pdfium_raw.FS_RECTF()
        pdfium_raw.FPDFAnnot_GetRect(self._annotation, sides)
        return (self._drawn([sides.left, sides.right], [sides.top, sides.bottom]),)

    def _quad(self, index: int) -> Box:
        quad = pdfium_raw.FS_QUADPOINTSF()
        pdfium_raw.FPDFAnnot_GetAttachmentPoints(self._annotation, index, quad)
        return self._drawn(
            [quad.x1, quad.x2, quad.x3, quad.x4], [quad.y1, quad.y2, quad.y3, quad.y4]
        )

    def _drawn(self, xs: list[float], ys: list[float]) -> Box:
        sides = min(xs), max(ys), max(xs), min(ys)
        left, top, right, bottom = (
            sides[side] * factor + offset
            for side, factor, offset in self._sheet.drawn()
        )
        return left, top, right, bottom

    def _of_popup(self) -> str:
        linked = pdfium_raw.FPDFAnnot_GetLinkedAnnot(self._annotation, b"Popup")
        if not linked:
            return ""
        try:
            return _written(linked, "Contents")
        finally:
            pdfium_raw.FPDFPage_CloseAnnot(linked)

    def _written(self, key: str) -> str:
        return _written(self._annotation, key)


def _written(annotation: pdfium_raw.FPDF_ANNOTATION, key: str) -> str:
    """Return a text of an annotation, without what no text may hold."""
    get, name = pdfium_raw.FPDFAnnot_GetStringValue, key.encode()
    size = get(annotation, name, None, 0)
    room = (ctypes.c_ushort * (min(size, _LONGEST) // 2 + 1))()
    if size > _LONGEST or get(annotation, name, room, size) != size:
        return ""
    return clean_text(bytes(room)[: size - 2])
