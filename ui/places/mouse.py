"""The back and forward buttons of a mouse, wherever it is in a window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class SideButtons(QObject):
    """Says that one of the side buttons was pressed."""

    back = Signal()
    forward = Signal()

    def watch(self, window: QWidget) -> None:
        """Listen to a window from when it is shown."""
        window.installEventFilter(self)
        self._listen(window)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._listen(watched)
        is_press = event.type() == QEvent.Type.MouseButtonPress
        if is_press and not isinstance(watched, QWidget):
            return isinstance(event, QMouseEvent) and self._take(event)
        return False

    def _listen(self, window: QWidget) -> None:
        # The system's window hears of each press once, whatever widget lies below.
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _take(self, event: QMouseEvent) -> bool:
        if event.button() == Qt.MouseButton.BackButton:
            self.back.emit()
            return True
        if event.button() == Qt.MouseButton.ForwardButton:
            self.forward.emit()
            return True
        return False
