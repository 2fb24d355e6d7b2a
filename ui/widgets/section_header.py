"""The line above a part of a panel: its name, a fact, and what can be done there."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui import theme
from ui.resources import icon
from ui.widgets.plain import PlainLabel, plain_tooltip

HEIGHT = 32


class SectionHeader(QWidget):
    """Shows "Library", and "7 documents" at the right."""

    def __init__(
        self, title: str, fact: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = PlainLabel(title)
        self._title.setFont(theme.interface_font(12, semibold=True))
        self._title.setProperty("muted", True)
        self._fact = PlainLabel(fact)
        self._fact.setFont(theme.interface_font(12, tabular=True))
        self._fact.setProperty("muted", True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self._fact)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Name the part anew."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_fact(self, fact: str) -> None:
        """Say the one fact: a count, or how to find."""
        self._fact.setText(fact)

    def add_button(self, icon_name: str, tooltip: str) -> QToolButton:
        """Add a button at the right end; the tooltip is also its spoken name."""
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(16, 16))
        button.setAutoRaise(True)
        button.setToolTip(plain_tooltip(tooltip))
        button.setAccessibleName(tooltip)
        self._row.addWidget(button)
        margins = self._row.contentsMargins()
        self._row.setContentsMargins(margins.left(), 0, 8, 0)
        return button
