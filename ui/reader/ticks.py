"""A thin strip beside the scroll bar that shows where in the text the hits are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import mixed, tokens

WIDTH = 8


class HitTicks(QWidget):
    """Ticks at shares (0 to 1) of the text's length."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shares: Sequence[float] = ()
        self.setAccessibleName("Hits in the document")
        self.hide()

    def show_shares(self, shares: Sequence[float]) -> None:
        """Show other ticks; without any the strip hides itself."""
        self._shares = shares
        self.setVisible(bool(shares))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = mixed(tokens().hit, tokens().warn, 0.45)
        height = self.height() - 4
        for row in {int(share * height) for share in self._shares}:
            painter.fillRect(1, row + 1, self.width() - 2, 2, color)
