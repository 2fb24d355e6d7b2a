"""The “Aa” in the corner of a reader, and the form that it opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QToolButton
from typing_extensions import override

from ui.reader.look_popup import LookPopup
from ui.reader.pane import ReadingPane
from ui.theme import interface_font
from ui.widgets.plain import plain_tooltip

_FROM_TOP = 6


class LookForm(QObject):
    """Sets one pane's look; its button stays in the pane's upper right corner."""

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.popup = LookPopup(pane)
        self.popup.changed.connect(pane.set_look)
        pane.look_changed.connect(self.popup.show_look)
        self.button = QToolButton(pane)
        self.button.setText("Aa")
        self.button.setFont(interface_font(12))
        self.button.setAccessibleName("How the text is set")
        self.button.setToolTip(plain_tooltip("How the text is set"))
        self.button.clicked.connect(self.open)
        # Not the pane: it lays its viewport out only after it is told of its size.
        pane.viewport().installEventFilter(self)

    def open(self) -> None:
        """Show the form below the button."""
        self.popup.show_look(self._pane.look)
        self.popup.adjustSize()
        corner = self.button.mapToGlobal(self.button.rect().bottomRight())
        self.popup.show_at(corner - QPoint(self.popup.width(), 0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._pane.viewport():
            self.button.adjustSize()
            view = self._pane.viewport().geometry()
            left = view.right() + 1 - self.button.width()
            self.button.move(left, view.top() + _FROM_TOP)
        return False
