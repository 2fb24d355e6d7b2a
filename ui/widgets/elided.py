"""A label of one line that shortens its text to the room it has."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.plain import plain_tooltip


class ElidedLabel(QFrame):
    """Shows one line of plain text; the whole of it is in the tooltip when cut.

    File names are best cut in the middle, titles and sentences at the end. A text may
    have shorter forms, which stand for it where there is no room.
    """

    def __init__(
        self,
        text: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._forms: tuple[str, ...] = ("",)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    @property
    def text(self) -> str:
        """Return the whole text."""
        return self._text

    @property
    def shown_text(self) -> str:
        """Return what there is room for."""
        metrics, room = self.fontMetrics(), self.contentsRect().width()
        fitting = (it for it in self._forms if metrics.horizontalAdvance(it) <= room)
        shortest = self._forms[-1]
        return next(fitting, None) or metrics.elidedText(shortest, self._mode, room)

    def set_text(self, text: str, *shorter: str) -> None:
        """Show `text`, with line breaks as spaces, or the first form that fits."""
        self._text = " ".join(text.split("\n"))
        self._forms = (self._text, *shorter)
        self.setAccessibleName(self._text)
        self._refresh_tooltip()
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        return QSize(
            metrics.horizontalAdvance(self._text) + margins.left() + margins.right(),
            metrics.height() + margins.top() + margins.bottom(),
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh_tooltip()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(
            self.contentsRect(),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.shown_text,
        )

    def _refresh_tooltip(self) -> None:
        is_cut = self.shown_text != self._text
        self.setToolTip(plain_tooltip(self._text) if is_cut else "")
