"""The line that warns of parts of a query that were left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel


class IgnoredLine(QWidget):
    """Shows itself only while there is something to warn of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._sentence = PlainLabel("")
        self._sentence.setFont(interface_font(12))
        self._sentence.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 6)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._sentence, 1)
        self.hide()

    @property
    def text(self) -> str:
        """Return the warning, empty if there is none."""
        return self._sentence.text()

    def show_parts(self, parts: Sequence[str]) -> None:
        """Warn of these parts, or of nothing."""
        sentence = f"Left out: {'; '.join(parts)}" if parts else ""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._sign.setPixmap(icon("triangle-alert", "warn").pixmap(QSize(14, 14)))
        self.setVisible(bool(parts))
