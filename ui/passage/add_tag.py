"""The pill after the last tag that leads to the tag picker."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.enter_button import EnterButton

HEIGHT = 24
PADDING = 9
WORDS = "+ tag"
KEY = "T"


class AddTagButton(EnterButton):
    """Reads `+ tag T`; Enter and Space press it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip("Find or create a tag for this passage (T)")
        self.setAccessibleName("Tag passage")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.interface_font(12))
        words = metrics.horizontalAdvance(WORDS + KEY)
        return QSize(words + 2 * PADDING + 8, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(colors.accent if self.hasFocus() else colors.line, width))
        inset = width / 2
        pill = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(theme.interface_font(12))
        painter.setPen(colors.text if self.underMouse() else colors.muted)
        room = self.rect().adjusted(PADDING, 0, -PADDING, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, WORDS)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, KEY)
