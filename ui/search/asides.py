"""What stands beside an answer: hits that were discarded, and why not this text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.plain import plain_tooltip
from workbench.model.search import Answer

WHY = "Why not this document?"


class Asides(QWidget):
    """Links at the end of the line that says what was found, while there is need."""

    discarded_toggled = Signal(bool)
    why_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.discarded_link = link_button()
        self.discarded_link.clicked.connect(self._toggle_discarded)
        self.why_link = link_button(WHY)
        self.why_link.clicked.connect(self._ask_why)
        self._is_with_discarded = False
        self._document_id = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.discarded_link)
        row.addWidget(self.why_link)

    def show_answer(self, answer: Answer, *, is_with_discarded: bool) -> None:
        """Say how many hits were discarded, or offer to hide them again."""
        self._is_with_discarded = is_with_discarded
        self.discarded_link.setText(_discarded_words(answer, is_with_discarded))
        self.discarded_link.setVisible(bool(self.discarded_link.text()))

    def offer_why(self, document_id: int, title: str) -> None:
        """Offer to say why a document is not found; without a title, do not."""
        self._document_id = document_id
        self.why_link.setToolTip(plain_tooltip(f"Say why “{title}” is not found"))
        self.why_link.setAccessibleName(f"Why not “{title}”?")
        self.why_link.setVisible(bool(title))

    def _toggle_discarded(self) -> None:
        self.discarded_toggled.emit(not self._is_with_discarded)

    def _ask_why(self) -> None:
        self.why_requested.emit(self._document_id)


def _discarded_words(answer: Answer, is_with_discarded: bool) -> str:  # noqa: FBT001
    if is_with_discarded:
        return "Hide discarded"
    if not answer.discarded:
        return ""
    return f"{count_of(answer.discarded, 'hit')} discarded · Show"


def link_button(words: str = "") -> QToolButton:
    """Return a button that reads as a link; hidden until there is need."""
    link = QToolButton()
    link.setText(words)
    link.setProperty("link", True)
    link.setFont(interface_font(12))
    link.hide()
    return link
