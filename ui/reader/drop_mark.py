"""Shows what a drop would tag."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import theme
from workbench.model.spans import Span


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
