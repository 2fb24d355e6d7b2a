"""A small field that goes to a page by its number or label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.theme import interface_font
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import wrapped_label
from ui.widgets.popup import Popup
from workbench.errors import NotFound
from workbench.model.pages import Page
from workbench.text.page_labels import label_of, page_named

_WIDTH: Final = 240


class PagePopup(Popup):
    """Asks which page; stays open while there is none of that name."""

    chosen = Signal(object)  # Page

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Go to page", parent)
        self._pages: Sequence[Page] = ()
        self.field = QLineEdit()
        self.field.setAccessibleName("Page")
        self.field.setFixedWidth(_WIDTH)
        self.problem = wrapped_label("")
        self.problem.setFont(interface_font(12))
        self.problem.setFixedWidth(_WIDTH)
        self.problem.hide()
        self.body.addWidget(self.field)
        self.body.addWidget(self.problem)

    def open(self, pages: Sequence[Page], current: str, point: QPoint) -> None:
        """Ask for one of these pages; `current` is the label of the page read now."""
        self._pages = pages
        first, last = label_of(pages[0]), label_of(pages[-1])
        self.field.setPlaceholderText(f"{first} to {last}")
        self.field.setText(current)
        self.field.selectAll()
        self.problem.hide()
        self.show_at(point)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        try:
            page = page_named(self._pages, self.field.text())
        except NotFound as error:
            self.problem.setText(str(error))
            self.problem.show()
            self.adjustSize()
            self.field.selectAll()
            return
        self.hide()
        self.chosen.emit(page)
