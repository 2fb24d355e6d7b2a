"""Takes from an opened PDF all that is needed of its pages, one after the other."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from workbench.importing.pdf_annotations import Remark, remarks_on
from workbench.importing.pdf_fragments import Fragment, fragments_of
from workbench.importing.pdf_glyphs import (
    Glyphs,
    Sheet,
    are_upside_down,
    sheet_of,
    sound,
)
from workbench.importing.pdf_letters import Stretch, meant, notes_raised
from workbench.model.pages import LONGEST_LABEL
from workbench.text.boxes import steps_of_sides

_LOWEST: Final = 0.3
_HIGHEST: Final = 2.5
_MOST_OBJECTS: Final = 1_000


class Shown(Enum):
    """What a page shows."""

    NOTHING = auto()
    TEXT = auto()
    PICTURE = auto()
    DRAWING = auto()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it was found.

    `steps` has four sides for each of the marks, as boxes are kept; `numbers` are
    those of notes; the letters of a garbled leaf are not those that it shows.
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
    numbers: Sequence[Stretch] = ()
    shown: Shown = Shown.NOTHING
    is_garbled: bool = False


def leaves_of(document: pdfium.PdfDocument) -> Iterator[Leaf]:
    """Yield the pages of a document; a page that is damaged comes without text."""
    for index in range(len(document)):
        label = document.get_page_label(index)[:LONGEST_LABEL] or str(index + 1)
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
    with closing(_upright_text(page, sheet)) as text_page:
        glyphs = Glyphs(text_page, sheet)
        glyphs.marks = meant(glyphs)
        fragments = fragments_of(glyphs)
        numbers = notes_raised(glyphs)
        is_garbled = glyphs.are_garbled()
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
        numbers,
        _shown_without_text(page, sheet) if not fragments else Shown.TEXT,
        is_garbled,
    )


def _upright_text(page: pdfium.PdfPage, sheet: Sheet) -> pdfium.PdfTextPage:
    """Return the text of a page as it is read, which is not always as it is shown.

    PDFium reads what is shown upside down from the last letter to the first.
    """
    text_page = page.get_textpage()
    if not are_upside_down(text_page, sheet):
        return text_page
    text_page.close()
    page.set_rotation((page.get_rotation() + 180) % 360)
    return page.get_textpage()


def _shown_without_text(page: pdfium.PdfPage, sheet: Sheet) -> Shown:
    """Tell a page that images cover from one on which other things are drawn."""
    if pdfium_raw.FPDFPage_CountObjects(page.raw) < 1:
        return Shown.NOTHING
    covered = 0.0
    for it in islice(page.get_objects(max_depth=1), _MOST_OBJECTS):
        if it.type == pdfium_raw.FPDF_PAGEOBJ_IMAGE or _holds_image(it):
            left, bottom, right, top = map(sound, it.get_bounds())
            wide = min(right, sheet.right) - max(left, sheet.left)
            covered += max(wide, 0) * (min(top, sheet.top) - max(bottom, sheet.bottom))
    area = (sheet.right - sheet.left) * (sheet.top - sheet.bottom)
    return Shown.PICTURE if covered >= area / 2 else Shown.DRAWING


def _holds_image(it: pdfium.PdfObject) -> bool:
    if it.type != pdfium_raw.FPDF_PAGEOBJ_FORM:
        return False
    count = min(pdfium_raw.FPDFFormObj_CountObjects(it.raw), _MOST_OBJECTS)
    return any(
        pdfium_raw.FPDFPageObj_GetType(pdfium_raw.FPDFFormObj_GetObject(it.raw, at))
        == pdfium_raw.FPDF_PAGEOBJ_IMAGE
        for at in range(count)
    )


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
    if it.turns != 0 or it.is_drop_cap:
        return
    tall = glyphs.tops[it.start] - glyphs.bottoms[it.start]
    if _LOWEST * it.size <= tall <= _HIGHEST * it.size:
        return
    length = it.end - it.start
    glyphs.tops[it.start : it.end] = [-it.base + it.size * 0.9] * length
    glyphs.bottoms[it.start : it.end] = [-it.base - it.size * 0.25] * length
