"""What can be done with ticked hits, shown while there are any."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.keymap import explain
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel


class TickBar(QWidget):
    """`3 of 345 ticked`, and a button for each act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = PlainLabel("")
        self._said.setFont(interface_font(12, semibold=True, tabular=True))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 10, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self._said)
        self._row.addStretch(1)
        self.hide()

    @property
    def said(self) -> str:
        """Return how many hits are ticked, in words."""
        return self._said.text()

    def add(self, action: QAction) -> None:
        """Add a button that does what an action does."""
        button = QToolButton()
        button.setText(action.text().replace("&", ""))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setAccessibleName(action.text())
        explain(button, action.text(), action.objectName())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        self._row.addWidget(button)

    def show_count(self, ticked: int, total: int) -> None:
        """Say how many hits are ticked; without any, be gone."""
        self._said.setText(f"{ticked:,} of {total:,} ticked")
        self.setAccessibleName(self._said.text())
        self.setVisible(ticked > 0)
