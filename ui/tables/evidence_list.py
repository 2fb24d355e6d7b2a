"""The citations of one cell as a list: quote, document, and role."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.tables.states import ROLE_BADGES, STANDING_BADGES
from ui.tables.wrapped_text import WrappedText, WrappedTexts
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.rows import paint_row_ground
from workbench.model.cells import Citation, Role

MARGIN = 14
TOP = 8
QUOTE_LINES = 3
ROLE_WIDTH = max(len(role) for role in Role) * 7 + 20
FACTS_HEIGHT = 18


class CitationRole(IntEnum):
    """What a row gives beside its text."""

    CITATION = int(Qt.ItemDataRole.UserRole) + 1
    DOCUMENT = int(Qt.ItemDataRole.UserRole) + 2


class CitationsModel(QAbstractListModel):
    """Citations in the order they were made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._citations: list[tuple[Citation, str]] = []

    def show_citations(self, citations: list[tuple[Citation, str]]) -> None:
        """Show these citations, each with its document's name."""
        if citations == self._citations:
            return
        self.beginResetModel()
        self._citations = citations
        self.endResetModel()

    def citation(self, index: AnyIndex) -> Citation | None:
        """Return the citation at an index."""
        return self._citations[index.row()][0] if index.isValid() else None

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._citations)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        citation, document = self._citations[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return citation.quote
        if role == CitationRole.CITATION:
            return citation
        if role == CitationRole.DOCUMENT:
            return document
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{citation.role}: {citation.quote}. {document}"
        return None


class CitationDelegate(QStyledItemDelegate):
    """Draws the role as a badge, the quote in the reading font, the document muted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = WrappedTexts()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 400
        citation: Citation = index.data(CitationRole.CITATION)
        height = self._quote(citation, width).height + FACTS_HEIGHT + 2 * TOP
        return QSize(120, int(height))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        citation: Citation = index.data(CitationRole.CITATION)
        painter.save()
        painter.setClipRect(option.rect)
        paint_row_ground(painter, option)
        rect: QRect = option.rect
        word, kind = ROLE_BADGES[citation.role]
        size = badge_size(word)
        badge = QRect(rect.x() + MARGIN, rect.y() + TOP + 3, *size.toTuple())
        paint_badge(painter, badge, word, kind)
        left = rect.x() + MARGIN + ROLE_WIDTH
        quote = self._quote(citation, rect.width())
        painter.setPen(theme.tokens().text)
        quote.draw(painter, left, rect.y() + TOP)
        top = rect.y() + TOP + quote.height
        facts = QRectF(left, top, rect.right() - MARGIN - left, FACTS_HEIGHT)
        _paint_facts(painter, facts, index.data(CitationRole.DOCUMENT), citation)
        painter.restore()

    def _quote(self, citation: Citation, width: int) -> WrappedText:
        text = "“" + " ".join(citation.quote.split()) + "”"
        room = width - 2 * MARGIN - ROLE_WIDTH
        return self._texts.get(text, theme.reading_font(15), room, lines=QUOTE_LINES)


def _paint_facts(
    painter: QPainter, rect: QRectF, document: str, citation: Citation
) -> None:
    if citation.wants_look:
        word, kind = STANDING_BADGES[citation.standing]
        size = badge_size(word)
        place = QRect(int(rect.x()), int(rect.y()), size.width(), size.height())
        paint_badge(painter, place, word, kind)
        rect.setLeft(rect.left() + size.width() + 6)
    painter.setFont(theme.interface_font(12))
    painter.setPen(theme.tokens().muted)
    shown = painter.fontMetrics().elidedText(
        document, Qt.TextElideMode.ElideMiddle, int(rect.width())
    )
    middle_left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, middle_left, shown)
