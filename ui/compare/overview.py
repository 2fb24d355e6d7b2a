"""A bar beside a text that shows where in all of it the shared parts lie."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme_signals, tokens
from ui.widgets.strokes import Underline, see_through, tone_color
from workbench.model.spans import Span

WIDTH = 10
_LEAST = 3.0


class Overview(QWidget):
    """Paints each stretch at its share of the text; a click asks to go there."""

    offset_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._underlines: Sequence[Underline] = ()
        self._length = 1
        self._view = Span(0, 0)
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Where the shared parts lie; click to go there")
        self.setAccessibleName("Where the shared parts of the text lie")
        theme_signals.changed.connect(self._forget)

    def show_underlines(self, underlines: Sequence[Underline], length: int) -> None:
        """Show these stretches of a text so long."""
        self._underlines, self._length = underlines, max(1, length)
        self._forget()

    def show_view(self, view: Span) -> None:
        """Show which part of the text is in view."""
        if view != self._view:
            self._view = view
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 80)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        top, bottom = self._heights(self._view)
        painter.setPen(tokens().muted)
        painter.setBrush(see_through(tokens().muted, 0.14))
        painter.drawRect(QRectF(0.5, top + 0.5, WIDTH - 1, max(8.0, bottom - top) - 1))
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(event.position().y())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event.position().y())

    def _ask(self, y: float) -> None:
        share = min(max(y / max(1, self.height()), 0.0), 1.0)
        self.offset_wanted.emit(round(share * self._length))

    def _heights(self, span: Span) -> tuple[float, float]:
        scale = self.height() / self._length
        return span.start * scale, min(span.end, self._length) * scale

    def _painted(self) -> QPixmap:
        """Paint what does not change while the text is scrolled."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(tokens().background)
        painter = QPainter(picture)
        for underline in sorted(self._underlines, key=lambda it: it.is_selected):
            top, bottom = self._heights(underline.span)
            color = tone_color(underline.tone)
            box = QRectF(2, top, WIDTH - 4, max(_LEAST, bottom - top))
            if underline.is_selected:
                box.adjust(-2, 0, 2, 0)
            painter.fillRect(box, color)
        painter.end()
        return picture

    def _forget(self) -> None:
        self._picture = None
        self.update()
