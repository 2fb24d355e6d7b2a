"""The in-app guide, shown beside the work."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from ui.resources import resource_path
from ui.theme import interface_font, tokens


class GuideText(QTextBrowser):
    """Shows the guide and fetches nothing: no file, no picture, no address."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setMarkdown(resource_path("guide", "guide.md").read_text(encoding="utf-8"))
        self.setAccessibleName("Guide")
        self.setProperty("flat", True)
        set_type(self.document())

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
        layout.addWidget(text)
        self.resize(680, 720)


def set_type(document: QTextDocument) -> None:
    """Space and weigh what Markdown left in Qt's own plain manner."""
    document.setDocumentMargin(28)
    document.setDefaultFont(interface_font(14))
    block = document.begin()
    while block.isValid():
        _set_block(QTextCursor(block))
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame)


def _set_block(cursor: QTextCursor) -> None:
    level = cursor.blockFormat().headingLevel()
    spacing = QTextBlockFormat()
    spacing.setTopMargin(22 if level else 0)
    spacing.setBottomMargin(0 if cursor.currentTable() else 8)
    spacing.setLineHeight(
        135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    cursor.mergeBlockFormat(spacing)
    if level:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        heading = QTextCharFormat()
        heading.setFont(interface_font(22 if level == 1 else 17, semibold=True))
        # Set, not merged: Markdown's own size would win over the font's.
        cursor.setCharFormat(heading)


def _set_table(table: QTextTable) -> None:
    look = table.format()
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(tokens().line)
    look.setBorderCollapse(True)
    look.setCellPadding(6)
    look.setBottomMargin(12)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(look)
