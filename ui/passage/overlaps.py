"""The passages that overlap with the one that is shown, to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.passage.model import Overlap
from ui.widgets.enter_button import EnterButton
from ui.widgets.plain import PlainLabel, plain_tooltip
from ui.widgets.row_text import paint_name
from ui.widgets.section_header import SectionHeader
from ui.widgets.swatch import SIDE, paint_swatch

ROW_HEIGHT = 28
MOST_ROWS = 7
MOST_SWATCHES = 4
_MARGIN = 14


class OverlapList(QWidget):
    """Shows nothing unless there are several."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Sequence[Overlap], int] = ((), 0)
        self._header = SectionHeader("")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._more = PlainLabel("")
        self._more.setProperty("muted", True)
        self._more.setContentsMargins(_MARGIN, 4, _MARGIN, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(self._rows)
        column.addWidget(self._more)
        self.hide()

    def show_passages(self, passages: Sequence[Overlap], total: int) -> None:
        """Offer these of `total` passages that stand here."""
        if (passages, total) == self._shown:
            return  # A row with the focus keeps it.
        self._shown = (passages, total)
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for passage in passages:
            row = OverlapRow(passage)
            row.clicked.connect(lambda _=False, it=passage.id: self.chosen.emit(it))
            self._rows.addWidget(row)
        self._header.set_title(f"{total:,} passages here")
        hidden = total - len(passages)
        self._more.setText(f"and {hidden:,} more")
        self._more.setVisible(hidden > 0)
        self.setVisible(total > 1)


class OverlapRow(EnterButton):
    """One passage: the colors of its tags and its first words."""

    def __init__(self, passage: Overlap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage = passage
        shown = ", shown now" if passage.is_shown else ""
        tags = ", ".join(passage.tags) or "no tag"
        self.setAccessibleName(f"{passage.words}, {tags}{shown}")
        self.setToolTip(plain_tooltip(f"{passage.words}\n{tags}"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, ROW_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        room = self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
        colors = self._passage.colors[:MOST_SWATCHES]
        for number, color in enumerate(colors):
            x = room.x() + number * (SIDE + 2)
            paint_swatch(painter, x, room.center().y() + 0.5, color)
        if not colors:
            _paint_untagged(painter, room)
        room.setLeft(room.left() + max(len(colors), 1) * (SIDE + 2) + 6)
        words = self._passage.words
        paint_name(painter, room, words, Qt.TextElideMode.ElideRight)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colors = theme.tokens()
        if self._passage.is_shown:
            painter.fillRect(self.rect(), colors.accent_soft)
        elif self.underMouse():
            painter.fillRect(self.rect(), theme.hover_color())
        if self.hasFocus():
            painter.setPen(QPen(colors.accent, 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))


def _paint_untagged(painter: QPainter, room: QRect) -> None:
    painter.setPen(theme.border_color())
    middle = room.center().y() + 0.5
    painter.drawRect(QRectF(room.x() + 0.5, middle - SIDE / 2, SIDE - 1, SIDE - 1))
