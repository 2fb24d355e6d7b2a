"""A thin strip beside the scroll bar that shows where hits and bookmarks are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import mixed, tokens

WIDTH = 8


class Ticks(QWidget):
    """Ticks at shares (0 to 1) of the text's length."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: Sequence[float] = ()
        self._bookmarks: Sequence[float] = ()
        self.setAccessibleName("Hits and bookmarks in the document")
        self.hide()

    def show_hits(self, shares: Sequence[float]) -> None:
        """Show other hits."""
        self._hits = shares
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
        for row in {int(share * height) for share in self._hits}:
            painter.fillRect(1, row + 1, self.width() - 2, 2, color)
        for share in self._bookmarks:
            row = int(share * height)
            painter.fillRect(0, row, self.width(), 3, tokens().accent)
