"""A document as a row of a sheet would become it: title, facts and text."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel
from workbench.model.sheets import RowSample

_LONGEST: Final = 20_000
NO_ROW: Final = "None of the first rows has a text in these columns."


class RowPreview(QWidget):
    """Shows one document; only to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("")
        self._title.setFont(interface_font(13, semibold=True))
        self._facts = ElidedLabel("")
        self._facts.setFont(interface_font(12, tabular=True))
        self._facts.setProperty("muted", True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName("Text of the first document")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self._facts)
        layout.addSpacing(4)
        layout.addWidget(self.text, 1)

    @property
    def words(self) -> tuple[str, str, str]:
        """What is shown: title, facts and text."""
        return self._title.text, self._facts.text, self.text.toPlainText()

    def show_document(self, document: RowSample | None) -> None:
        """Show a document; None where no row makes one."""
        if document is None:
            self.show_nothing(NO_ROW)
            return
        self._title.set_text(document.name)
        named = [f"{name}: {value}" for name, value in document.values]
        facts = filter(None, [document.date, document.source, *named])
        self._facts.set_text(" · ".join(facts))
        self.text.setPlainText(document.text[:_LONGEST])

    def show_nothing(self, reason: str) -> None:
        """Say why there is no document to show."""
        self._title.set_text(reason)
        self._facts.set_text("")
        self.text.clear()
