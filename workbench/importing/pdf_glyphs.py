"""The characters of a PDF page, as PDFium finds them, and where they stand.

PDFium counts in UTF-16 units and its own text leaves some of them out, so that text
and places would drift apart; here each unit has exactly one mark and one place.
"""

from __future__ import annotations

import ctypes
import re
from collections import deque
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from math import isfinite
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

BREAK: Final = "\ufffe"
"""Stands for a hyphen at the end of a line whose word goes on, as PDFium sees it."""
NOTHING: Final = "\x00"
"""Stands for a unit that no text may hold, or that is not on the page."""

_HYPHEN_UNIT: Final = 2
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\uffff]")
_FORBIDDEN: Final = re.compile(f"{_CONTROL.pattern}|[\ud800-\udfff\ufffe]")
_FORCED_BOLD: Final = 1 << 18
_BOLD_NAMES: Final = (b"bold", b"black", b"heavy")
_LONGEST_NAME: Final = 120
_FARTHEST: Final = 1e6
_SAMPLE: Final = 24
_SLOPING: Final = 0.2
ASKEW: Final = 4
"""Stands for the turns of letters that are set neither upright nor by quarter turns."""
# PDFium's own declaration checks and wraps each argument, which takes half as long
# again as all the rest of reading a page.
_place_into = ctypes.PYFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)(ctypes.cast(pdfium_raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0)


Way = tuple[int, float, float]
"""From which of left, top, right and bottom, by which factor, with what added."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible part of a page in its own coordinates, and how it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def drawn(self) -> tuple[Way, Way, Way, Way]:
        """Return how left, top, right and bottom on the drawn page are worked out."""
        left, right = (0, 1.0, -self.left), (2, 1.0, -self.left)
        from_right = (2, -1.0, self.right), (0, -1.0, self.right)
        top, bottom = (1, -1.0, self.top), (3, -1.0, self.top)
        from_bottom = (3, 1.0, -self.bottom), (1, 1.0, -self.bottom)
        return (
            (left, top, right, bottom),
            (from_bottom[0], left, from_bottom[1], right),
            (from_right[0], from_bottom[0], from_right[1], from_bottom[1]),
            (top, from_right[0], bottom, from_right[1]),
        )[self.turns]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a character is set: quarter turns to the left, size, boldness, base."""

    turns: int
    size: float
    x: float
    y: float


class Glyphs:
    """The characters of one page; sides are in the page's own coordinates, y upwards.

    `marks` has a mark for each place.
    """

    def __init__(self, text_page: pdfium.PdfTextPage, sheet: Sheet) -> None:
        self._page = text_page.raw
        self._matrix = pdfium_raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._flags = ctypes.c_int()
        self.sheet = sheet
        count = max(pdfium_raw.FPDFText_CountChars(self._page), 0)
        sides = self._sides(count)
        self.lefts: list[float] = sides[0::4]
        self.tops: list[float] = sides[1::4]
        self.rights: list[float] = sides[2::4]
        self.bottoms: list[float] = sides[3::4]
        self.marks = self._on_sheet(_marks(self._page, count))

    def setting(self, index: int) -> Setting:
        """Return how the character at an index is set."""
        matrix = self._matrix
        pdfium_raw.FPDFText_GetMatrix(self._page, index, matrix)
        pdfium_raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        size = pdfium_raw.FPDFText_GetFontSize(self._page, index) * scale
        x, y = sound(self._x.value), sound(self._y.value)
        return Setting(_turns(matrix, size), abs(sound(size)), x, y)

    def is_bold(self, index: int) -> bool:
        """Tell whether the font says that it is bold, by its name or its flags."""
        pdfium_raw.FPDFText_GetFontInfo(
            self._page, index, self._name, _LONGEST_NAME, self._flags
        )
        return _is_bold(self._name.value, self._flags.value)

    def are_garbled(self) -> bool:
        """Tell whether the fonts do not say which letters most characters are."""
        shown = [at for at, mark in enumerate(self.marks) if mark > " "]
        some = shown[:: len(shown) // _SAMPLE + 1]
        failed = pdfium_raw.FPDFText_HasUnicodeMapError
        return 2 * sum(bool(failed(self._page, at)) for at in some) > len(some)

    def _sides(self, count: int) -> list[float]:
        """Return left, top, right and bottom of each character, one after the other."""
        room = (ctypes.c_float * (4 * count))()
        page = ctypes.cast(self._page, ctypes.c_void_p)
        start = ctypes.addressof(room)
        places = range(start, start + 16 * count, 16)
        deque(map(_place_into, repeat(page), range(count), places), maxlen=0)
        sides: list[float] = room[:]
        return sides if isfinite(sum(sides)) else [sound(it) for it in sides]

    def _on_sheet(self, marks: str) -> str:
        """Blot out what stands beyond the page's edges, where nobody sees it."""
        sheet = self.sheet
        if not marks or (
            min(self.rights) > sheet.left
            and max(self.lefts) < sheet.right
            and min(self.tops) > sheet.bottom
            and max(self.bottoms) < sheet.top
        ):
            return marks
        return "".join(
            mark if self._is_on_sheet(index) else NOTHING
            for index, mark in enumerate(marks)
        )

    def _is_on_sheet(self, index: int) -> bool:
        sheet = self.sheet
        return (
            self.rights[index] >= sheet.left
            and self.lefts[index] <= sheet.right
            and self.tops[index] >= sheet.bottom
            and self.bottoms[index] <= sheet.top
        )


@lru_cache(maxsize=256)
def _is_bold(font: bytes, flags: int) -> bool:
    name = font.lower()
    return bool(flags & _FORCED_BOLD) or any(word in name for word in _BOLD_NAMES)


def sound(number: float) -> float:
    """Return a number that can be reckoned with, as damaged files have others."""
    return number if abs(number) < _FARTHEST else 0.0


def clean_text(encoded: bytes) -> str:
    """Return UTF-16 as PDFium hands it over, without what no text may hold."""
    text = encoded.decode("utf-16-le", "replace").replace("\r\n", "\n")
    return _FORBIDDEN.sub("", text.replace("\r", "\n")).strip()


def sheet_of(page: pdfium.PdfPage) -> Sheet:
    """Return the part of a page that is drawn."""
    left, bottom, right, top = page.get_bbox()
    turns = page.get_rotation() // 90 % 4
    return Sheet(sound(left), sound(bottom), sound(right), sound(top), turns)


def are_upside_down(text_page: pdfium.PdfTextPage, sheet: Sheet) -> bool:
    """Tell whether most letters stand on their heads when the page is shown."""
    matrix = pdfium_raw.FS_MATRIX()
    count = pdfium_raw.FPDFText_CountChars(text_page.raw)
    some = range(0, count, count // _SAMPLE + 1)
    turned = 0
    for at in some:
        pdfium_raw.FPDFText_GetMatrix(text_page.raw, at, matrix)
        size = pdfium_raw.FPDFText_GetFontSize(text_page.raw, at)
        turned += (_turns(matrix, size) - sheet.turns) % 4 == 2
    return 2 * turned > len(some)


def _marks(page: pdfium_raw.FPDF_TEXTPAGE, count: int) -> str:
    """Return a mark for each character, from PDFium's text where none is left out."""
    room = (ctypes.c_ushort * (count + 1))()
    if pdfium_raw.FPDFText_GetText(page, 0, count, room) == count + 1:
        units = bytes(room)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(units) == count and not _CONTROL.search(units):
            return units
    get = pdfium_raw.FPDFText_GetUnicode
    return "".join(_mark(get(page, index)) for index in range(count))


def _mark(unit: int) -> str:
    if unit == _HYPHEN_UNIT:
        return BREAK
    mark = chr(unit)
    return NOTHING if _CONTROL.match(mark) else mark


def _turns(matrix: pdfium_raw.FS_MATRIX, size: float) -> int:
    """Return the quarter turns to the left of letters; a negative size makes two."""
    sign = -1 if size < 0 else 1
    cosine, sine = sign * matrix.a, sign * matrix.b
    if min(abs(cosine), abs(sine)) > _SLOPING * max(abs(cosine), abs(sine)):
        return ASKEW
    if abs(cosine) >= abs(sine):
        return 0 if cosine >= 0 else 2
    return 1 if sine > 0 else 3
