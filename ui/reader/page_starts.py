"""Says in the margin where the pages of the original begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from ui.reader.margin import line_of
from ui.reader.page import Page
from ui.reader.scrolling import Placed
from ui.theme import interface_font, mixed, tokens

_SIZE: Final = 11
_GAP: Final = 8
_BOOKMARK: Final = 18
"""How far a name steps aside for a bookmark at its line."""
_EDGE: Final = 8
_RULE: Final = 0.5


class PageStart(NamedTuple):
    """The first character of a page, and what the page is called: “p. 12”."""

    offset: int
    name: str


def widest_name(starts: Sequence[PageStart]) -> int:
    """Return how much room the names take beside the text; none without pages."""
    longest = max((it.name for it in starts), key=len, default="")
    return _room_of(longest) if longest else 0


@lru_cache(maxsize=64)
def _room_of(name: str) -> int:
    metrics = QFontMetrics(interface_font(_SIZE, tabular=True))
    return _GAP + metrics.horizontalAdvance(name) + _EDGE


def paint_page_starts(
    painter: QPainter,
    placed: Sequence[Placed],
    page: Page,
    starts: Sequence[PageStart],
    bookmarks: Sequence[int],
) -> None:
    """Write the name of each page beside the line in which it begins."""
    painter.setFont(interface_font(_SIZE, tabular=True))
    for paragraph in placed:
        own = paragraph.laid_out.paragraph
        first = bisect_left(starts, own.start, key=lambda it: it.offset)
        for start in starts[first:]:
            if start.offset >= max(own.end, own.start + 1):
                break
            lines = [
                line_of(paragraph.laid_out, it)
                for it in bookmarks
                if own.start <= it < max(own.end, own.start + 1)
            ]
            aside = line_of(paragraph.laid_out, start.offset) in lines
            left = page.left + page.width + _GAP + (_BOOKMARK if aside else 0)
            _paint_name(painter, paragraph, left, start)


def _paint_name(painter: QPainter, placed: Placed, left: int, start: PageStart) -> None:
    line_top, height = line_of(placed.laid_out, start.offset)
    top = placed.y + line_top
    rule = mixed(tokens().surface, tokens().muted, _RULE)
    painter.fillRect(QRectF(left, top, 12, 1), rule)
    painter.setPen(tokens().muted)
    box = QRectF(left, top + 2, _room_of(start.name), height - 2)
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, side | Qt.TextFlag.TextSingleLine, start.name)
