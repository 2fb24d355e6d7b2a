"""The ground that the small forms of this feature open on; never modal."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import interface_font
from ui.widgets.plain import PlainLabel


class Popup(QFrame):
    """A frame that opens at a point and closes with Esc or a click elsewhere."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setStyleSheet(
            "QFrame#popup { background: palette(button);"
            " border: 1px solid palette(mid); }"
            "QFrame#popup QListView { background: palette(button); }"
        )
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
