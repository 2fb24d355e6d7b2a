"""An earlier version of a text, to read with the passages it had."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.theme import interface_font
from ui.versions.page import Page
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from workbench.model.ids import DocumentId
from workbench.model.word_diffs import WordDiff


class EarlierPanel(QWidget):
    """A strip that says which version this is, above its text.

    `current_requested` asks for the current text of the document, `beside_requested`
    for both beside each other.
    """

    current_requested = Signal(int)
    beside_requested = Signal(int, int)  # document, number of the version

    def __init__(self, page: Page, document_id: DocumentId, number: int) -> None:
        super().__init__()
        self.page = page
        self.document_id = document_id
        self.number = number
        self._sentence = ElidedLabel()
        self._sentence.setFont(interface_font(13, semibold=True))
        self._changes = ElidedLabel()
        self._changes.setProperty("muted", True)
        beside = _link("Side by side")
        beside.clicked.connect(lambda: self.beside_requested.emit(document_id, number))
        back = _link("Open the current text")
        back.clicked.connect(lambda: self.current_requested.emit(document_id))
        row = QHBoxLayout()
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        row.addWidget(self._sentence, 3)
        row.addWidget(self._changes, 2)
        row.addWidget(beside)
        row.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(page.widget, 1)
        self.setFocusProxy(page.widget)

    @property
    def sentence(self) -> str:
        """What the strip says."""
        return self._sentence.text

    def say_which(self, versions: int, current: int) -> None:
        """Say which of how many versions this is."""
        said = f"Version {self.number} of {versions}"
        if self.number != current:
            said = f"{said} – not the current text"
        self._sentence.set_text(said)
        self.setAccessibleName(said)

    def show_differences(self, found: WordDiff) -> None:
        """Mark what is not in the current text any more."""
        self.page.show_changed(found.removed, are_new=False)
        count = len(found.removed)
        self._changes.set_text(f"{count_of(count, 'later change')} struck through")


def _link(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setProperty("link", True)
    return button
