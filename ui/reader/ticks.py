"""A thin strip beside the scroll bar that shows where hits and bookmarks are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import mixed, tokens

WIDTH = 8


class Ticks(QWidget):
    """Ticks beside the text, each at its share of the text's length."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: Sequence[int] = ()
        self._length = 1
        self._bookmarks: Sequence[float] = ()
        self.setAccessibleName("Hits and bookmarks in the document")
        self.hide()

    def show_hits(self, offsets: Sequence[int], length: int) -> None:
        """Show other hits, in order, of a text so long."""
        self._hits, self._length = offsets, max(length, 1)
        self._refresh()

    def show_bookmarks(self, shares: Sequence[float]) -> None:
        """Show other bookmarks."""
        self._bookmarks = shares
        self._refresh()

    def _refresh(self) -> None:
        """Repaint; without any ticks the strip hides itself."""
        self.setVisible(bool(self._hits or self._bookmarks))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = mixed(tokens().hit, tokens().warn, 0.45)
        height = self.height() - 4
        for row in rows_of(self._hits, self._length, height):
            painter.fillRect(1, row + 1, self.width() - 2, 2, color)
        for share in self._bookmarks:
            row = int(share * height)
            painter.fillRect(0, row, self.width(), 3, tokens().accent)


def rows_of(offsets: Sequence[int], length: int, height: int) -> Iterator[int]:
    """Yield the rows of a strip in which any of the offsets is, each once.

    Of many offsets only one in each row is looked at.
    """
    at = 0
    while at < len(offsets) and height > 0:
        row = offsets[at] * height // length
        yield row
        at = bisect_left(offsets, -(-(row + 1) * length // height), at + 1)
