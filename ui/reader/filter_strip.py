"""A slim strip over the text that says which passages are shown, and shows all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel


class FilterStrip(QWidget):
    """Hidden until it has something to say; `cleared` asks to show all again."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ElidedLabel()
        self._clear = QToolButton()
        self._clear.setText("Show all (Esc)")
        self._clear.setAccessibleName("Show the passages of all tags")
        self._clear.setProperty("link", True)
        self._clear.setFont(interface_font(12))
        self._clear.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._clear)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the strip says."""
        return self._sentence.text

    def say(self, name: str, shown: int, total: int) -> None:
        """Say that of `total` passages those of one tag are shown."""
        sentence = f"Showing “{name}” – {shown:,} of {count_of(total, 'passage')}"
        self._sentence.set_text(sentence)
        self.setAccessibleName(sentence)
        self.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
