"""The heads of a comparison table: names over a muted line of facts or question."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui import theme
from ui.resources import icon
from ui.tables.cell.wrapped_text import WrappedTexts
from ui.tables.model import HeadRole

MARGIN = 12
TOP = 8
ROW_NAME_WIDTH = 208
COLUMN_HEIGHT = 62
HEADING_HEIGHT = 32
MARK = 14
GAP = 8
NARROWEST_KIND = 36
_font = cache(theme.interface_font)


class NamedHeader(QHeaderView):
    """Paints each section's name, and beneath it the muted text of `UserRole`.

    Above a group of rows stands its heading, with a mark that says if it is folded.
    """

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
        font = _font(semibold=True)
        height = self._texts.get(name, font, width, lines=4).height
        if facts:
            muted = _font(12)
            height += self._texts.get(facts, muted, width, lines=2).height
        return int(height) + 2 * TOP + 4

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, logicalIndex)
        mark = str(self._said(logicalIndex, HeadRole.MARK))
        if self._said(logicalIndex, HeadRole.IS_HEADING):
            self._paint_heading(painter, rect, self._name(logicalIndex), mark)
        else:
            room = QRectF(rect)
            if mark:
                room.setRight(room.right() - MARK - 4)
                place = QRect(rect.right() - MARGIN - MARK + 4, rect.y() + TOP + 1,
                              MARK, MARK)  # fmt: skip
                icon(mark).paint(painter, place)
            facts = str(self._said(logicalIndex, Qt.ItemDataRole.UserRole))
            kind = str(self._said(logicalIndex, HeadRole.KIND))
            self._paint_lines(painter, room, self._name(logicalIndex), facts, kind)
        painter.restore()

    def _name(self, section: int) -> str:
        return str(self._said(section, Qt.ItemDataRole.DisplayRole))

    def _said(self, section: int, role: int) -> object:
        return self.model().headerData(section, self.orientation(), role) or ""

    def _paint_heading(
        self, painter: QPainter, rect: QRect, name: str, mark: str
    ) -> None:
        middle = rect.y() + (rect.height() - MARK) // 2
        icon(mark).paint(painter, QRect(rect.x() + MARGIN - 4, middle, MARK, MARK))
        painter.setFont(_font(12, semibold=True))
        painter.setPen(theme.tokens().text)
        room = rect.adjusted(MARGIN + MARK, 0, -MARGIN, 0)
        right = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(name, right, room.width())
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
        )

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
        self, painter: QPainter, rect: QRectF, name: str, facts: str, kind: str
    ) -> None:
        is_vertical = self.orientation() == Qt.Orientation.Vertical
        width = rect.width() - 2 * MARGIN
        font = _font(semibold=True)
        left = width - QFontMetrics(font).horizontalAdvance(name) - GAP
        is_said = bool(kind) and left >= NARROWEST_KIND
        taken = self._paint_kind(painter, rect, kind, left) if is_said else 0
        lines = 4 if is_vertical else 1
        text = self._texts.get(name, font, width - taken, lines=lines)
        painter.setPen(theme.tokens().text)
        text.draw(painter, rect.x() + MARGIN, rect.y() + TOP)
        if facts:
            muted = _font(12)
            below = self._texts.get(facts, muted, width, lines=2)
            painter.setPen(theme.tokens().muted)
            below.draw(painter, rect.x() + MARGIN, rect.y() + TOP + text.height + 1)

    def _paint_kind(
        self, painter: QPainter, rect: QRectF, kind: str, left: float
    ) -> float:
        """Paint it in what the name has left; returns the room that it takes."""
        painter.setFont(_font(11))
        painter.setPen(theme.tokens().muted)
        room = rect.adjusted(MARGIN, TOP + 2, -MARGIN, 0)
        right, metrics = Qt.TextElideMode.ElideRight, painter.fontMetrics()
        shown = metrics.elidedText(kind, right, int(left))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight, shown)
        return metrics.horizontalAdvance(shown) + GAP
