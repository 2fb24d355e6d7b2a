"""The heads of a comparison table: names over a muted line of facts or question."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui import theme
from ui.tables.wrapped_text import WrappedTexts

MARGIN = 12
TOP = 8
ROW_NAME_WIDTH = 208
COLUMN_HEIGHT = 62


class NamedHeader(QHeaderView):
    """Paints each section's name, and beneath it the muted text of `UserRole`."""

    def __init__(
        self, orientation: Qt.Orientation, parent: QWidget | None = None
    ) -> None:
        super().__init__(orientation, parent)
        self._texts = WrappedTexts()
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        is_vertical = orientation == Qt.Orientation.Vertical
        self.setAccessibleName("Rows" if is_vertical else "Columns")

    @override
    def sizeHint(self) -> QSize:
        return QSize(ROW_NAME_WIDTH, COLUMN_HEIGHT)

    def height_for(self, name: str, facts: str) -> int:
        """Return the height a row's head needs."""
        width = ROW_NAME_WIDTH - 2 * MARGIN
        font = theme.interface_font(semibold=True)
        height = self._texts.get(name, font, width, lines=4).height
        if facts:
            muted = theme.interface_font(12)
            height += self._texts.get(facts, muted, width, lines=2).height
        return int(height) + 2 * TOP + 4

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        name = str(model.headerData(logicalIndex, self.orientation()) or "")
        role = Qt.ItemDataRole.UserRole
        facts = str(model.headerData(logicalIndex, self.orientation(), role) or "")
        painter.save()
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, logicalIndex)
        self._paint_lines(painter, QRectF(rect), name, facts)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, section: int) -> None:
        colors = theme.tokens()
        painter.fillRect(rect, colors.background)
        painter.setPen(QPen(colors.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        current = (
            self.selectionModel().currentIndex() if self.selectionModel() else None
        )
        if current is None or not current.isValid():
            return
        if self.orientation() == Qt.Orientation.Vertical and current.row() == section:
            painter.fillRect(rect.x(), rect.y(), 2, rect.height() - 1, colors.accent)
        if (
            self.orientation() == Qt.Orientation.Horizontal
            and current.column() == section
        ):
            painter.fillRect(
                rect.x(), rect.bottom() - 1, rect.width(), 2, colors.accent
            )

    def _paint_lines(
        self, painter: QPainter, rect: QRectF, name: str, facts: str
    ) -> None:
        is_vertical = self.orientation() == Qt.Orientation.Vertical
        width = rect.width() - 2 * MARGIN
        font = theme.interface_font(semibold=True)
        text = self._texts.get(name, font, width, lines=4 if is_vertical else 1)
        painter.setPen(theme.tokens().text)
        text.draw(painter, rect.x() + MARGIN, rect.y() + TOP)
        if facts:
            muted = theme.interface_font(12)
            below = self._texts.get(facts, muted, width, lines=2)
            painter.setPen(theme.tokens().muted)
            below.draw(painter, rect.x() + MARGIN, rect.y() + TOP + text.height + 1)
