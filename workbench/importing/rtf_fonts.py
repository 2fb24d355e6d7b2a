"""The fonts and code pages of rich text: which character a byte is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from workbench.importing.charsets import codepage_named
from workbench.importing.docx_symbols import symbol

_SYMBOLS: Final = 2
_CODECS: Final = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab",
    134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp437",
    78: "shift_jis", 79: "cp949", 80: "gb18030", 81: "big5", 83: "mac-greek",
    85: "mac-turkish", 88: "mac-latin2", 89: "mac-cyrillic",
}  # fmt: skip
"""What the numbers of character sets stand for; those of the Mac begin at 77."""
_FIRST_OF_FONT: Final = 0xF000


@dataclass(slots=True)
class Font:
    """A font as the table of fonts describes it."""

    name: str = ""
    charset: int = 1
    page: int = 0


class Fonts:
    """The fonts by their numbers, and what is true for text in none of them."""

    def __init__(self, chosen: str = "") -> None:
        self._chosen = chosen
        self._fonts: dict[int, Font] = {}
        self.codec = chosen or "cp1252"
        self.default = 0

    def font(self, number: int) -> Font:
        """Return a font, a new one if nobody has spoken of it."""
        return self._fonts.setdefault(number, Font())

    def use_page(self, page: int) -> None:
        """Read text by a code page unless its font says otherwise."""
        self.codec = self._chosen or codepage_named(page) or self.codec

    def decode(self, content: bytes, number: int) -> str:
        """Return the characters that bytes are in a font."""
        font = self._fonts.get(number)
        if font is None or self._chosen:
            return content.decode(self.codec, "replace")
        if font.charset == _SYMBOLS:
            return "".join(_symbol(font, byte) for byte in content)
        codec = codepage_named(font.page) or _CODECS.get(font.charset, self.codec)
        return content.decode(codec, "replace")

    def character(self, code: int, number: int) -> str:
        """Return a character that is named by its number in Unicode."""
        font = self._fonts.get(number)
        if font and font.charset == _SYMBOLS and code >> 8 == _FIRST_OF_FONT >> 8:
            return symbol(font.name, f"{code:X}")
        return chr(code)


def _symbol(font: Font, byte: int) -> str:
    return " " if byte == 0x20 else symbol(font.name, f"{_FIRST_OF_FONT + byte:X}")
