"""A button that paints itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EnterButton(QAbstractButton):
    """Is pressed by Enter as well as by Space; what it looks like is the child's."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
