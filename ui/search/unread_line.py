"""The line that says what of a query was not read, and whose hits are still shown."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel
from workbench.model.search import Answer

MOST = 5
"""More unread parts than these nobody wants to read about."""


class UnreadLine(QWidget):
    """Stands below the header only while there is something to warn of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel()
        sign.setPixmap(icon("triangle-alert", "warn").pixmap(QSize(14, 14)))
        self._sentence = ElidedLabel("")
        self._sentence.setFont(interface_font(12))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 4)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(self._sentence, 1)
        self.hide()

    @property
    def text(self) -> str:
        """Return what was not read of the query, empty if all was."""
        return self._sentence.text

    def show_answer(self, answer: Answer, *, still: str = "") -> None:
        """Warn of an answer; `still` is the query that the hits shown are of."""
        unread = "; ".join(answer.understood.ignored[:MOST])
        parts = [f"Not read as typed: {unread}"] if unread else []
        if still:
            parts.append(f"These are still the hits of {still}")
        self._sentence.set_text(" · ".join(parts))
        self.setVisible(bool(parts))
