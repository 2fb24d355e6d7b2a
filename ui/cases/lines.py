"""The lists of a case as rows: the words in their sentence, documents, table rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.cases.contents import DocumentLine, Line, RowLine
from ui.widgets.badge import BadgeKind, badge_size, paint_badge
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.row_text import RIGHT, paint_line
from ui.widgets.rows import paint_row_ground
from workbench.model.mentions import Mention

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
HEIGHT = 28
MARGIN = 14
GAP = 12
TITLE_SHARE, BEFORE_SHARE = 0.26, 0.42
RIGHT_END, LEFT_END = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideLeft


class LinesModel(QAbstractListModel):
    """The lines of one page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    @property
    def lines(self) -> Sequence[Line]:
        """Return what is shown, from top to bottom."""
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        """Show these; nothing happens where the same are shown already."""
        if self._lines != list(lines):
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_tip(line))
        return None


def words_of(line: Line) -> str:
    """Return a line in words, as it is spoken."""
    if isinstance(line, Mention):
        return f"{line.title}: {_joined(line.before + line.words + line.after)}"
    return line.title if isinstance(line, DocumentLine) else line.words


class LineDelegate(QStyledItemDelegate):
    """Paints the words of a mention below each other, whatever stands before them."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        line = index.data(LINE_ROLE)
        painter.save()
        paint_row_ground(painter, option)
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if isinstance(line, Mention):
            _paint_mention(painter, room, line)
        elif isinstance(line, DocumentLine):
            _paint_document(painter, room, line)
        elif isinstance(line, RowLine):
            painter.setPen(theme.tokens().text)
            font = theme.interface_font()
            paint_line(painter, room, _joined(line.words), font, RIGHT_END)
        painter.restore()


def _paint_mention(painter: QPainter, room: QRect, line: Mention) -> None:
    title = QRect(room)
    title.setLeft(room.right() - int(room.width() * TITLE_SHARE))
    _paint_title(painter, title, line)
    room = room.adjusted(0, 0, -title.width() - GAP, 0)
    font = theme.interface_font()
    metrics = QFontMetrics(font)
    before = QRect(room)
    gap = metrics.horizontalAdvance(" ") if line.before[-1:].isspace() else 0
    before.setWidth(int(room.width() * BEFORE_SHARE))
    painter.setFont(font)
    painter.setPen(theme.tokens().muted)
    shown = metrics.elidedText(_joined(line.before), LEFT_END, before.width() - gap)
    painter.drawText(before.adjusted(0, 0, -gap, 0), RIGHT, shown)
    rest = room.adjusted(before.width(), 0, 0, 0)
    end = _paint_words(painter, rest, _joined(line.words))
    gap = metrics.horizontalAdvance(" ") if line.after[:1].isspace() else 0
    rest.setLeft(end + gap)
    painter.setPen(theme.tokens().muted)
    paint_line(painter, rest, _joined(line.after), font, RIGHT_END)


def _paint_words(painter: QPainter, room: QRect, words: str) -> int:
    """Paint the name on the ground of hits; returns where it ends."""
    font = theme.interface_font()
    metrics = QFontMetrics(font)
    width = min(metrics.horizontalAdvance(words), room.width())
    ground = QRect(room.x() - 2, room.center().y() - 9, width + 4, 19)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens().hit)
    painter.drawRoundedRect(ground, 3, 3)
    painter.setPen(theme.tokens().text)
    return paint_line(painter, room, words, font, RIGHT_END) + 2


def _paint_title(painter: QPainter, room: QRect, line: Mention) -> None:
    if line.is_lost:
        size = badge_size("orphaned")
        top = room.center().y() - size.height() // 2 + 1
        place = QRect(room.right() - size.width() + 1, top, size.width(), size.height())
        paint_badge(painter, place, "orphaned", BadgeKind.BAD)
        room = room.adjusted(0, 0, -size.width() - 6, 0)
    painter.setPen(theme.tokens().muted)
    font = theme.interface_font(12)
    paint_line(painter, room, _joined(line.title), font, RIGHT_END)


def _paint_document(painter: QPainter, room: QRect, line: DocumentLine) -> None:
    font = theme.interface_font(12, tabular=True)
    width = min(
        QFontMetrics(font).horizontalAdvance(line.facts) + 2, room.width() * 2 // 5
    )
    facts = room.adjusted(room.width() - width, 0, 0, 0)
    painter.setPen(theme.tokens().muted)
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(line.facts, LEFT_END, width)
    painter.drawText(facts, RIGHT, shown)
    painter.setPen(theme.tokens().text)
    title = room.adjusted(0, 0, -width - GAP, 0)
    paint_line(painter, title, _joined(line.title), theme.interface_font(), RIGHT_END)


def _tip(line: Line) -> str:
    if isinstance(line, DocumentLine):
        return f"{line.title}\n{line.facts}"
    return words_of(line)


def _joined(text: str) -> str:
    return " ".join(text.split())
