"""The slim bar above the pages: which page is read, how large, and beside what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from ui.keymap import explain
from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import PlainLabel

_FIELD: Final = 56
_ICON: Final = 16


class PagesBar(QWidget):
    """A field with the label of the page, which goes to another one, and buttons.

    `page_wanted` carries what was typed, `asked` the id of an action.
    """

    page_wanted = Signal(str)
    asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setAccessibleName("Page")
        self.field.setFixedWidth(_FIELD)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setFont(interface_font(12, tabular=True))
        explain(self.field, "Go to a page by its number or label", "go.page")
        self._count = PlainLabel()
        self._count.setProperty("muted", True)
        self._count.setFont(interface_font(12, tabular=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(6)
        row.addWidget(self.field)
        row.addWidget(self._count)
        row.addStretch(1)
        self._add(row, "zoom-out", "Smaller pages", "pages.smaller")
        self._add(row, "zoom-in", "Larger pages", "pages.larger")
        self._add(row, "arrow-left-right", "Fit the width", "pages.width")
        self._add(row, "square", "Show the whole page", "pages.whole")
        self.only_button = self._add(
            row, "panel-right", "Only the pages", "view.only_pages"
        )
        self._add(row, "x", "Close the pages", "view.pages")

    def show_page(self, label: str, number: int, count: int) -> None:
        """Say which page of how many is read; what is being typed stays."""
        if not self.field.hasFocus():
            self.field.setText(label)
        place = f"of {count:,}" if label == str(number) else f"{number:,} of {count:,}"
        self._count.setText(place)
        self.field.setAccessibleDescription(place)

    def show_alone(self, *, is_alone: bool) -> None:
        """Say whether the text is hidden."""
        self.only_button.setChecked(is_alone)

    def _add(
        self, row: QHBoxLayout, name: str, tip: str, action_id: str
    ) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setAccessibleName(tip)
        button.setCheckable(action_id == "view.only_pages")
        button.clicked.connect(self._asks(action_id))
        explain(button, tip, action_id)
        row.addWidget(button)
        return button

    def _asks(self, action_id: str) -> Callable[[], None]:
        return lambda: self.asked.emit(action_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self.field.hasFocus():
            self.page_wanted.emit(self.field.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
