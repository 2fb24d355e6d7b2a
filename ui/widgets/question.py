"""A small question before something is done; it keeps nobody from doing else."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import PlainLabel
from ui.widgets.popup import Popup

WIDTH = 400


class Question(Popup):
    """Enter does it; Esc, or a click anywhere else, leaves things as they are."""

    accepted = Signal()

    def __init__(self, title: str, words: str, yes: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleDescription(words)
        self.words = PlainLabel(words)
        self.words.setWordWrap(True)
        self.yes_button, self.keep_button = QPushButton(yes), QPushButton("Keep")
        self.yes_button.setProperty("primary", True)
        self.yes_button.clicked.connect(self.accept)
        self.keep_button.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.yes_button)
        self.body.addWidget(self.words)
        self.body.addLayout(buttons)
        self.setFixedWidth(WIDTH)

    def open_over(self, widget: QWidget) -> None:
        """Open in the upper middle of a part of the window."""
        corner = QPoint((widget.width() - WIDTH) // 2, widget.height() // 4)
        self.show_at(widget.mapToGlobal(corner))
        self.yes_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def accept(self) -> None:
        """Close, and say that it shall be done."""
        self.close()
        self.accepted.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)
        elif self.keep_button.hasFocus():
            self.close()
        else:
            self.accept()
