"""Code points of the stored text <-> positions of Qt, one paragraph at a time.

Qt counts UTF-16 units. Nothing else in the program knows of them.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_HARMFUL = re.compile("\r\n|[\r\n\u2029]|[\ud800-\udfff\ufdd0\ufdd1]")
_LINE_END = re.compile("\r\n|[\r\n\u2029]")
_LINE_ENDS = "\r\n\u2029"
_FULL_LINE = 45
_BYTE_ORDER_MARKS = "\ufeff\ufffe"
_INVISIBLE = "\u2060"
_LINE_BREAK = "\u2028"
_UNSHOWABLE = "\ufffd"


class Mapper:
    """Converts offsets in one string; costs nothing where all is in the BMP."""

    __slots__ = ("_length", "_wide")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = array("q")
        if not text.isascii():
            self._wide.extend(match.start() for match in _WIDE.finditer(text))

    @property
    def qt_length(self) -> int:
        """The length as Qt counts it."""
        return self._length + len(self._wide)

    def to_qt(self, offset: int) -> int:
        """Convert an offset in code points; one outside goes to the nearest end."""
        offset = min(max(offset, 0), self._length)
        return offset + bisect_left(self._wide, offset) if self._wide else offset

    def from_qt(self, position: int) -> int:
        """Convert Qt's position; one inside a character goes to its start."""
        position = min(max(position, 0), self.qt_length)
        wide = self._wide
        if not wide:
            return position
        before = bisect_left(range(len(wide)), position, key=lambda i: wide[i] + i + 1)
        is_inside = before < len(wide) and position == wide[before] + before + 1
        return wide[before] if is_inside else position - before


def qt_text(text: str) -> str:
    """Return what Qt may be handed for `text`: as long, with nothing it rewrites.

    A leading byte order mark would be dropped or swap the bytes of all that
    follows, lone surrogates would vanish, and line ends would end the paragraph:
    they become a line break inside it, or a space where only a typist's margin
    broke the line.
    """
    if text.startswith(tuple(_BYTE_ORDER_MARKS)):
        text = _INVISIBLE + text[1:]
    if not _HARMFUL.search(text):
        return text
    line_end = " " if _is_hard_wrapped(text) else _LINE_BREAK

    def harmless(match: re.Match[str]) -> str:
        if match[0] == "\r\n":
            return _INVISIBLE + line_end
        return line_end if match[0] in _LINE_ENDS else _UNSHOWABLE

    return _HARMFUL.sub(harmless, text)


def _is_hard_wrapped(text: str) -> bool:
    """Tell whether every line but the last is about as wide as a page."""
    lines = _LINE_END.split(text)[:-1]
    return bool(lines) and all(len(line) >= _FULL_LINE for line in lines)
