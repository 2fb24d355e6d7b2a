"""The first lines that another encoding would change: as they read now and would."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import interface_font, tokens
from workbench.model.encodings import EncodingChoice

MOST_LINES = 3
_MARGIN, _GAP = 10, 8
_LABEL_WIDTH = 44
_NOW, _THEN = "now", "then"


class ChangePreview(QFrame):
    """Shows up to three lines twice; documents feed it, so it only paints."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice: EncodingChoice | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_choice(self, choice: EncodingChoice | None) -> None:
        """Show what a choice would change."""
        self._choice = choice
        self.setAccessibleName(self.words)
        self.update()

    @property
    def words(self) -> str:
        """What is shown, to be read aloud."""
        choice = self._choice
        if choice is None:
            return "No encoding is called so."
        if not choice.changes:
            return "The text reads like this now."
        said = (f"now {it.now}, then {it.then}" for it in choice.changes)
        return "; ".join(said)

    @override
    def sizeHint(self) -> QSize:
        pair = 2 * self._line_height
        return QSize(200, MOST_LINES * (pair + _GAP) - _GAP + 2 * _MARGIN)

    @property
    def _line_height(self) -> int:
        return QFontMetrics(interface_font()).height() + 2

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens().background)
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.setFont(interface_font())
        changes = self._choice.changes if self._choice else ()
        top = _MARGIN
        for change in changes[:MOST_LINES]:
            self._paint_line(painter, top, _NOW, change.now)
            self._paint_line(painter, top + self._line_height, _THEN, change.then)
            top += 2 * self._line_height + _GAP
        if not changes:
            painter.setPen(tokens().muted)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
        painter.end()

    def _paint_line(self, painter: QPainter, top: int, label: str, line: str) -> None:
        width = self.width() - 2 * _MARGIN
        room = QRect(_MARGIN, top, width, self._line_height)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(tokens().muted)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, label)
        room.setLeft(room.left() + _LABEL_WIDTH)
        painter.setPen(tokens().text if label == _THEN else tokens().muted)
        shown = QFontMetrics(painter.font()).elidedText(
            line, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, shown)
