"""The in-app guide, shown beside the work."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from ui.resources import resource_path


class GuideText(QTextBrowser):
    """Shows the guide and fetches nothing: no file, no picture, no address."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setMarkdown(resource_path("guide", "guide.md").read_text(encoding="utf-8"))
        self.setAccessibleName("Guide")

    @override
    def loadResource(self, type: int, name: QUrl | str) -> QByteArray:
        return QByteArray()


class Guide(QDialog):
    """The guide in a window of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Guide")
        self.setModal(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        text = GuideText()
        text.document().setDocumentMargin(24)
        layout.addWidget(text)
        self.resize(680, 720)
