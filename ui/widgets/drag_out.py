"""What is dragged out of a part of the window, and how it looks on its way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QDrag, QFontMetrics, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ui import theme

Carried = Callable[[], QMimeData | None]
_PICTURE = QSize(220, 28)
_PICTURE_OFF = QPoint(-12, -8)


def drag_of(source: QWidget, dragged: QMimeData) -> QDrag:
    """Return a drag that is ready to go; its words show on a small card."""
    drag = QDrag(source)
    drag.setMimeData(dragged)
    drag.setPixmap(words_picture(dragged.text()))
    drag.setHotSpot(_PICTURE_OFF)
    return drag


class DragOut(QObject):
    """Lets what a widget shows be dragged from it; a click stays a click."""

    def __init__(self, widget: QWidget, carried: Carried) -> None:
        super().__init__(widget)
        self._widget = widget
        self._carried = carried
        self._pressed_at: QPointF | None = None
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            is_left = event.button() == Qt.MouseButton.LeftButton
            self._pressed_at = event.position() if is_left else None
        elif event.type() == QEvent.Type.MouseMove and self._is_pulled(event):
            self._pressed_at = None
            if (dragged := self._carried()) is not None:
                drag_of(self._widget, dragged).exec(Qt.DropAction.CopyAction)
                return True
        return False

    def _is_pulled(self, event: QMouseEvent) -> bool:
        if self._pressed_at is None:
            return False
        way = event.position() - self._pressed_at
        return way.manhattanLength() >= QApplication.startDragDistance()


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
