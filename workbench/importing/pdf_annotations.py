"""What readers of a PDF marked on its pages and wrote to it, at its characters."""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from workbench.importing.pdf_glyphs import Sheet, clean_text
from workbench.model.pages import Annotation
from workbench.model.spans import Span
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
_STEPS: Final = 4


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


# At which characters ------------------------------------------------------------------


def annotations_of(
    text: str, start: int, steps: array[int], remarks: Iterable[Remark]
) -> Iterator[Annotation]:
    """Yield the remarks on a page whose text begins at `start` of the whole.

    A mark over places that are not read in a row becomes several; the comment stays
    with the first.
    """
    middles: list[tuple[float, float] | None] = []
    for remark in remarks:
        middles = middles or list(_middles(steps))
        comment = remark.comment
        for span in _spans(text, middles, remark):
            yield Annotation(
                Span(start + span.start, start + span.end), comment, remark.author
            )
            comment = ""


def _middles(steps: array[int]) -> Iterator[tuple[float, float] | None]:
    """Yield the middle of each character's box in points, None for one without."""
    for left, top, right, bottom in zip(
        steps[0::4], steps[1::4], steps[2::4], steps[3::4], strict=True
    ):
        if right > left or bottom > top:
            yield (left + right) / 2 / _STEPS, (top + bottom) / 2 / _STEPS
        else:
            yield None


def _spans(
    text: str, middles: Sequence[tuple[float, float] | None], remark: Remark
) -> Iterator[Span]:
    if remark.is_pinned:
        yield from _word_at(text, middles, remark.boxes[0])
        return
    run: list[int] = []
    for index, middle in enumerate(middles):
        if middle is None or text[index].isspace():
            continue
        if any(_is_in(middle, box) for box in remark.boxes):
            run.append(index)
        elif run:
            yield Span(run[0], run[-1] + 1)
            run = []
    if run:
        yield Span(run[0], run[-1] + 1)


def _is_in(middle: tuple[float, float], box: Box) -> bool:
    return box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3]


def _word_at(
    text: str, middles: Sequence[tuple[float, float] | None], box: Box
) -> Iterator[Span]:
    """Yield the word that a note is pinned beside."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    distances = [
        (abs(it[1] - y) * 2 + abs(it[0] - x), index)
        for index, it in enumerate(middles)
        if it and not text[index].isspace()
    ]
    if not distances:
        return
    at = min(distances)[1]
    start = max(text.rfind(blank, 0, at) for blank in " \n") + 1
    ends = [found for blank in " \n" if (found := text.find(blank, at)) >= 0]
    yield Span(start, min(ends, default=len(text)))
