"""What stands beside an answer: unread parts, discarded hits, why not this text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import plain_tooltip
from workbench.model.search import Answer

LONGEST_TITLE = 40
MOST = 5
"""More unread parts than these nobody wants to read about."""


class Asides(QWidget):
    """One line below the header, which is there only while it has something to say.

    `still` is the query whose hits are shown while another one is not finished.
    """

    discarded_toggled = Signal(bool)
    why_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._sentence = ElidedLabel("")
        self._sentence.setFont(interface_font(12))
        self.discarded_link = _link()
        self.discarded_link.clicked.connect(self._toggle_discarded)
        self.why_link = _link()
        self.why_link.clicked.connect(self._ask_why)
        self._is_with_discarded = False
        self._document_id = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 6)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.discarded_link)
        row.addWidget(self.why_link)
        self.hide()

    @property
    def warning(self) -> str:
        """Return what was not read of the query, empty if all was."""
        return self._sentence.text

    def show_answer(
        self, answer: Answer, *, still: str = "", is_with_discarded: bool = False
    ) -> None:
        """Say what the hits do not."""
        parts = [f"Not read as typed: {it}" for it in answer.understood.ignored[:MOST]]
        if still:
            parts.append(f"These are still the hits of {still}")
        self._sentence.set_text(" · ".join(parts))
        self._sign.setPixmap(icon("triangle-alert", "warn").pixmap(QSize(14, 14)))
        self._sign.setVisible(bool(parts))
        self._is_with_discarded = is_with_discarded
        self.discarded_link.setText(_discarded_words(answer, is_with_discarded))
        self.discarded_link.setVisible(bool(self.discarded_link.text()))
        self._show_if_needed()

    def offer_why(self, document_id: int, title: str) -> None:
        """Offer to say why a document is not found; without a title, do not."""
        self._document_id = document_id
        short = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…"
        self.why_link.setText(f"Why not “{short}”?".replace("&", "&&"))
        self.why_link.setToolTip(plain_tooltip(f"Why not “{title}”?"))
        self.why_link.setVisible(bool(title))
        self._show_if_needed()

    def _show_if_needed(self) -> None:
        parts = (self._sign, self.discarded_link, self.why_link)
        self.setVisible(any(it.isVisibleTo(self) for it in parts))

    def _toggle_discarded(self) -> None:
        self.discarded_toggled.emit(not self._is_with_discarded)

    def _ask_why(self) -> None:
        self.why_requested.emit(self._document_id)


def _discarded_words(answer: Answer, is_with_discarded: bool) -> str:  # noqa: FBT001
    if is_with_discarded:
        return "Hide what was discarded"
    if not answer.discarded:
        return ""
    return f"{count_of(answer.discarded, 'hit')} discarded · Show"


def _link() -> QToolButton:
    link = QToolButton()
    link.setProperty("link", True)
    link.setFont(interface_font(12))
    link.hide()
    return link
