"""The heads of the documents: a name, and beneath it all matches in the document."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui.batch.models import TOTAL_ROLE
from ui.theme import interface_font, tokens

HEIGHT = 46
WIDTH = 96
MARGIN = 8
TOP = 5


class DocumentHeader(QHeaderView):
    """Names as many documents as are in view, each cut to its column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setDefaultSectionSize(WIDTH)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Documents")

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        colors, model = tokens(), self.model()
        painter.save()
        painter.fillRect(rect, colors.background)
        painter.setPen(QPen(colors.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inside = rect.adjusted(MARGIN, TOP, -MARGIN, -TOP)
        across = Qt.Orientation.Horizontal
        name = str(model.headerData(logicalIndex, across))
        total = str(model.headerData(logicalIndex, across, TOTAL_ROLE))
        painter.setFont(interface_font(12))
        painter.setPen(colors.text)
        shown = painter.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, inside.width()
        )
        flags = Qt.AlignmentFlag
        painter.drawText(inside, flags.AlignTop | flags.AlignLeft, shown)
        painter.setFont(interface_font(12, tabular=True))
        painter.setPen(colors.muted)
        painter.drawText(inside, flags.AlignBottom | flags.AlignRight, total)
        painter.restore()
