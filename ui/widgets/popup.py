"""The ground that small forms and lists of choices open on; never modal."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import border_color, interface_font, tokens
from ui.widgets.plain import PlainLabel


class Popup(QFrame):
    """A frame that opens at a point and closes with Esc or a click elsewhere."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        # The corners are round: what is outside them must stay clear.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(title)
        self.title = PlainLabel(title)
        self.title.setFont(interface_font(12, semibold=True))
        self.title.setProperty("muted", True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 10, 12, 12)
        self.body.setSpacing(8)
        self.body.addWidget(self.title)

    def show_at(self, global_point: QPoint) -> None:
        """Open with the top left corner at a point, moved into the screen."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(global_point) or self.screen()
        room = screen.availableGeometry()
        place = QRect(global_point, self.size())
        place.moveRight(min(place.right(), room.right()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        place.moveLeft(max(place.left(), room.left()))
        place.moveTop(max(place.top(), room.top()))
        self.setGeometry(place)
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(border_color())
        painter.setBrush(tokens().raised)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8
        )
        painter.end()
