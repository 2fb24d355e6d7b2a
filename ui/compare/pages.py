"""Texts and, below or beside them, pages about what they share."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.theme import tokens

BESIDE = 1300
"""From this width on, pages stand at the right of the texts, if these have room."""
_TEXT = 380
"""What a text wants beside pages, which take a third."""
_NO_LIMIT = 16_777_215


class WithPages(QSplitter):
    """Puts the pages where there is room; folded, only their row is left below."""

    folded = Signal(bool)

    def __init__(self, texts: QSplitter, tools: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._texts = texts
        self.pages = Pages(tools)
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setWidget(texts)
        self._room.setMinimumHeight(120)
        self.addWidget(self._room)
        self.addWidget(self.pages)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 1)
        self.pages.tabs.tabBarClicked.connect(lambda _: self.fold(on=False))
        self._share()

    @property
    def is_folded(self) -> bool:
        """Tell whether the texts have all the room."""
        return self.pages.is_folded

    def fold(self, *, on: bool) -> None:
        """Leave of the pages only their row, or show them again."""
        if on == self.is_folded:
            return
        self.pages.fold(on=on)
        self._turn()
        self._share()
        self.folded.emit(on)

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page after those that are there."""
        self.pages.add(name, page)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front, unfolded."""
        self.pages.choose(page)
        self.fold(on=False)

    def make_room(self) -> None:
        """Put the pages where the texts leave room, as many as these are now."""
        if self._turn():
            self._share()

    def show_text(self, text: QWidget) -> None:
        """Bring a text into view where not all of them have room."""
        self._room.ensureWidgetVisible(text, 0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.make_room()
        super().resizeEvent(event)

    def _turn(self) -> bool:
        """Put the pages below or beside, and tell whether that is new."""
        width, wanted_by_texts = self.width(), _TEXT * self._texts.count()
        has_room = width >= BESIDE and width * 2 >= wanted_by_texts * 3
        is_beside = has_room and not self.is_folded
        wanted = Qt.Orientation.Horizontal if is_beside else Qt.Orientation.Vertical
        is_new = wanted != self.orientation()
        self.setOrientation(wanted)
        return is_new

    def _share(self) -> None:
        is_wide = self.orientation() == Qt.Orientation.Horizontal
        self.setSizes([6_800, 3_200] if is_wide else [5_800, 4_200])


class Pages(QWidget):
    """Pages under a row with their tabs at the left and tools at the right."""

    def __init__(self, tools: QWidget) -> None:
        super().__init__()
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)  # They would take room for themselves.
        self.tabs.setAccessibleName("Pages about the texts")
        self._stack = QStackedWidget()
        # What a page would like must not leave the texts without room.
        self._stack.setMinimumSize(240, 76)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.tabs)
        row.addWidget(tools, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    @property
    def is_folded(self) -> bool:
        """Tell whether only the row is shown."""
        return self._stack.isHidden()

    def fold(self, *, on: bool) -> None:
        """Show only the row, or the pages too."""
        self._stack.setVisible(not on)
        self.setMaximumHeight(self.tabs.sizeHint().height() if on else _NO_LIMIT)

    def add(self, name: str, page: QWidget) -> None:
        """Add a page after those that are there."""
        self._stack.addWidget(page)
        self.tabs.addTab(name.replace("&", "&&"))

    def choose(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.tabs.setCurrentIndex(self._stack.indexOf(page))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        row = self.rect().adjusted(0, 0, 0, self.tabs.height() - self.height())
        painter.fillRect(row, tokens().background)
        painter.fillRect(0, row.bottom(), row.width(), 1, tokens().line)
        painter.end()
