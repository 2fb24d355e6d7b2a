"""Texts and, below or beside them, pages about what they share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QTabWidget, QWidget
from typing_extensions import override

BESIDE = 1300
"""From this width on, pages stand at the right of the texts."""


class WithPages(QSplitter):
    """Puts the pages where there is room for them."""

    def __init__(self, texts: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setAccessibleName("Pages about the texts")
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setWidget(texts)
        self._room.setMinimumHeight(120)
        self.addWidget(self._room)
        self.addWidget(self.pages)
        self.setChildrenCollapsible(False)
        # What a page would like must not leave the texts without room.
        self.pages.setMinimumSize(240, 110)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 1)
        self._share()

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page after those that are there."""
        self.pages.addTab(page, name.replace("&", "&&"))

    def show_text(self, text: QWidget) -> None:
        """Bring a text into view where not all of them have room."""
        self._room.ensureWidgetVisible(text, 0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = event.size().width() >= BESIDE
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self._share()
        super().resizeEvent(event)

    def _share(self) -> None:
        is_wide = self.orientation() == Qt.Orientation.Horizontal
        self.setSizes([7_000, 3_000] if is_wide else [6_200, 3_800])
