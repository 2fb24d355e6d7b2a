"""The old text and the new one: side by side or, in a narrow window, stacked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

SIDE_BY_SIDE = 720
"""From this width on, a line of either text has some 40 letters."""


class TwoTexts(QSplitter):
    """Gives both texts the same room until somebody moves the border."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        for text in (first, second):
            self.addWidget(text)
        self.setSizes([1, 1])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = event.size().width() >= SIDE_BY_SIDE
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self.setSizes([10_000, 10_000])
        super().resizeEvent(event)
