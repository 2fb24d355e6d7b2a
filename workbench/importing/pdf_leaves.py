"""Takes from an opened PDF all that is needed of its pages, one after the other."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from workbench.importing.pdf_fragments import Fragment, fragments_of
from workbench.importing.pdf_glyphs import Glyphs, Sheet, sheet_of, sound
from workbench.importing.pdf_remarks import Remark, remarks_on
from workbench.text.boxes import steps_of_sides

_LOWEST: Final = 0.3
_HIGHEST: Final = 2.5


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it was found.

    `steps` has four sides for each of the marks, as boxes are kept. A leaf without
    text but with a picture on it is scanned.
    """

    number: int
    label: str
    sheet: Sheet
    width: float
    height: float
    marks: str
    steps: array[int]
    fragments: list[Fragment]
    remarks: list[Remark]
    is_scanned: bool = False


def leaves_of(document: pdfium.PdfDocument) -> Iterator[Leaf]:
    """Yield the pages of a document; a page that is damaged comes without text."""
    for index in range(len(document)):
        label = document.get_page_label(index) or str(index + 1)
        try:
            page = document[index]
        except pdfium.PdfiumError:
            sheet = Sheet(0.0, 0.0, 0.0, 0.0, 0)
            yield Leaf(index + 1, label, sheet, 0.0, 0.0, "", array("H"), [], [])
            continue
        try:
            yield _leaf(page, index + 1, label)
        finally:
            page.close()


def _leaf(page: pdfium.PdfPage, number: int, label: str) -> Leaf:
    sheet = sheet_of(page)
    width, height = map(sound, page.get_size())
    text_page = page.get_textpage()
    try:
        glyphs = Glyphs(text_page, sheet)
        fragments = fragments_of(glyphs)
    finally:
        text_page.close()
    return Leaf(
        number,
        label,
        sheet,
        width,
        height,
        glyphs.marks,
        _steps(glyphs, fragments),
        fragments,
        remarks_on(page, sheet),
        not fragments and _has_picture(page),
    )


def _has_picture(page: pdfium.PdfPage) -> bool:
    return bool(pdfium_raw.FPDFPage_CountObjects(page.raw) > 0)


def _steps(glyphs: Glyphs, fragments: Sequence[Fragment]) -> array[int]:
    """Return the sides of all characters on the page as it is drawn."""
    for it in fragments:
        _mend(it, glyphs)
    sides = glyphs.lefts, glyphs.tops, glyphs.rights, glyphs.bottoms
    steps = array("H", bytes(8 * len(glyphs.marks)))
    if steps:
        for at, (side, factor, offset) in enumerate(glyphs.sheet.drawn()):
            steps[at::4] = steps_of_sides(sides[side], factor, offset)
    return steps


def _mend(it: Fragment, glyphs: Glyphs) -> None:
    """Give letters a likely height where the font says nonsense of its own."""
    if it.turns != 0:
        return
    tall = glyphs.tops[it.start] - glyphs.bottoms[it.start]
    if _LOWEST * it.size <= tall <= _HIGHEST * it.size:
        return
    length = it.end - it.start
    glyphs.tops[it.start : it.end] = [-it.base + it.size * 0.9] * length
    glyphs.bottoms[it.start : it.end] = [-it.base - it.size * 0.25] * length
