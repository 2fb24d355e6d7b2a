"""Characters that Word names by a font and a number, as what they look like."""

from __future__ import annotations

from typing import Final

_SYMBOL: Final = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_UPPER: Final = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
)
_SYMBOL_BRACKETS: Final = "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_FONTS: Final = {
    "symbol": (
        dict(enumerate(_SYMBOL, 0x20))
        | dict(enumerate(_SYMBOL_UPPER, 0xA0))
        | dict(enumerate(_SYMBOL_BRACKETS, 0xF1))
    ),
    "wingdings": {
        0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x76: "❖",
        0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔",
        0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "☐"},
}  # fmt: skip
_FIRST_OF_FONT: Final = 0xF000
"""Fonts of symbols have their characters here, where Unicode has none."""
_UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"


def symbol(font: str, number: str) -> str:
    """Return a character; `number` is hexadecimal.

    One that only its font can show stays as Word stores it.
    """
    try:
        code = int(number, 16)
    except ValueError:
        return _UNKNOWN
    known = _FONTS.get(font.lower(), {})
    if found := known.get(code - _FIRST_OF_FONT) or known.get(code):
        return found
    is_text = 0x20 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
    return chr(code) if is_text and not 0xD800 <= code <= 0xDFFF else _UNKNOWN
