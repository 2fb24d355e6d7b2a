"""Shows what a drop would tag, and what the words look like on their way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import theme
from workbench.model.spans import Span

_PICTURE = QSize(220, 28)


class DropMark(QWidget):
    """Frames lie over the words in question; the mouse goes through."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.span: Span | None = None
        self._boxes: Sequence[QRectF] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, span: Span | None, boxes: Sequence[QRectF]) -> None:
        """Frame these boxes, those of a span; None frames nothing."""
        self.span, self._boxes = span, boxes
        self.setGeometry(self._viewport.rect())
        self.setVisible(span is not None)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.tokens().accent, 2))
        for box in self._boxes:
            painter.drawRoundedRect(box.adjusted(-2, -1, 2, 1), 4, 4)
        painter.end()


def words_picture(text: str) -> QPixmap:
    """Return the first words on a small card."""
    picture = QPixmap(_PICTURE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.tokens().accent)
    painter.setBrush(theme.tokens().raised)
    card = QRect(0, 0, _PICTURE.width(), _PICTURE.height())
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    font = theme.interface_font(12)
    room = card.adjusted(10, 0, -10, 0)
    words = QFontMetrics(font).elidedText(
        " ".join(text[:200].split()), Qt.TextElideMode.ElideRight, room.width()
    )
    painter.setPen(theme.tokens().text)
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()
    return picture
