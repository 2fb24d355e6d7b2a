"""The field to type part of a tag's name into, and how many tags that leaves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.clearing import add_clear_button
from ui.widgets.keys import FilterKeys
from ui.widgets.plain import PlainLabel


class FilterRow(QWidget):
    """Says so while it hides something; Esc and the button show all again."""

    typed = Signal(str)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText("Filter tags")
        self.field.setAccessibleName("Filter tags")
        add_clear_button(self.field)
        self.field.textChanged.connect(self.typed)
        FilterKeys(self.field, view)
        self._shown = PlainLabel("")
        self._shown.setFont(theme.interface_font(12, tabular=True))
        self._shown.setProperty("muted", True)
        self.clear_button = QToolButton()
        self.clear_button.setText("Clear")
        self.clear_button.setProperty("link", True)
        self.clear_button.setFont(theme.interface_font(12))
        self.clear_button.setAccessibleName("Clear the filter")
        self.clear_button.clicked.connect(self.field.clear)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(2, 0, 0, 0)
        line.addWidget(self._shown, 1)
        line.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._line)
        self._line.hide()
        self.setFocusProxy(self.field)

    def say(self, shown: int, total: int) -> None:
        """Say how many tags match what is typed."""
        self._line.setVisible(bool(self.field.text().strip()))
        self._shown.setText(f"Showing {shown:,} of {total:,}")
