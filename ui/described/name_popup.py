"""Asks for the name of something new; Enter gives it, Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.widgets.popup import Popup

WIDTH = 340


class NamePopup(Popup):
    """A field for a name, and the button that takes it."""

    submitted = Signal(str)

    def __init__(
        self, title: str, action: str, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self.setFixedWidth(WIDTH)
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.button = QPushButton(action)
        self.button.setProperty("primary", True)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.field.returnPressed.connect(self._submit)
        self.field.textChanged.connect(self._show_whether_complete)
        self.button.clicked.connect(self._submit)
        self._show_whether_complete()

    def open_at(self, point: QPoint) -> None:
        """Open with nothing typed."""
        self.field.clear()
        self.show_at(point)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _submit(self) -> None:
        name = self.field.text().strip()
        if name:
            self.close()
            self.submitted.emit(name)

    def _show_whether_complete(self) -> None:
        self.button.setEnabled(bool(self.field.text().strip()))
