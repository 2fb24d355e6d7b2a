"""One of the two texts of a review, under a line that says which version it is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import interface_font
from ui.versions.page import Page
from ui.widgets.plain import PlainLabel
from workbench.model.ids import DocumentId
from workbench.views import ProjectView

LINE = 28


class Side(QWidget):
    """Reads a text only when another one is wanted."""

    def __init__(self, page: Page, name: str) -> None:
        super().__init__()
        self.page = page
        self._shown: tuple[DocumentId, int] | None = None
        self._line = PlainLabel()
        self._line.setProperty("muted", True)
        self._line.setFont(interface_font(12))
        self._line.setFixedHeight(LINE)
        self._line.setContentsMargins(14, 0, 14, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(page.widget, 1)
        self.setAccessibleName(name)
        self.setFocusProxy(page.widget)

    def say(self, line: str) -> None:
        """Say above the text what it is."""
        self._line.setText(line)

    def show_version(
        self, project: ProjectView, document_id: DocumentId, number: int
    ) -> None:
        """Show a version of a document, unless it is shown already."""
        if self._shown == (document_id, number):
            return
        self._shown = document_id, number
        documents = project.documents
        self.page.show_text(
            documents.text(document_id, number),
            documents.blocks(document_id, number),
            "",
            "",
        )

    def forget(self) -> None:
        """Read the text again when it is shown next."""
        self._shown = None
