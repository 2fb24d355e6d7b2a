"""What can be done with ticked hits, shown while there are any."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.keymap import explain
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel


class TickBar(QWidget):
    """`3 of 345 ticked`, and a button for each act."""

    untick_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = PlainLabel("")
        self._said.setFont(interface_font(12, semibold=True, tabular=True))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._said)
        self._row.addSpacing(8)
        untick = _button("Untick", "Take all ticks away")
        untick.setToolTip("Take all ticks away")
        untick.clicked.connect(self.untick_wanted)
        self._acts = QHBoxLayout()
        self._row.addLayout(self._acts)
        self._row.addWidget(untick)
        self._row.addStretch(1)
        self.hide()

    @property
    def said(self) -> str:
        """Return how many hits are ticked, in words."""
        return self._said.text()

    def add(self, action: QAction) -> None:
        """Add a button that does what an action does."""
        words = action.text().replace("&", "")
        button = _button(words, words)
        self._acts.addWidget(button)
        explain(button, words, action.objectName())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))

    def show_count(self, ticked: int, total: int) -> None:
        """Say how many hits are ticked; without any, be gone."""
        self._said.setText(f"{ticked:,} of {total:,} ticked")
        self.setAccessibleName(self._said.text())
        self.setVisible(ticked > 0)


def _button(words: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setAccessibleName(name)
    return button
