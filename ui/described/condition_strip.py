"""The conditions in force, each a button that takes it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from ui import theme
from ui.described.fields import Condition
from ui.resources import icon
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain import plain_tooltip

LONGEST = 210


class ConditionStrip(QWidget):
    """Shows conditions beside each other, as many lines as they need."""

    removed = Signal(object)  # Condition

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[QToolButton] = []
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(14, 0, 14, 8)
        self.hide()

    @property
    def chips(self) -> list[QToolButton]:
        """Return the buttons, in the order of the conditions."""
        return list(self._chips)

    def show_conditions(self, conditions: Sequence[Condition]) -> None:
        """Show these instead."""
        self._flow.clear()
        self._chips = [self._chip(condition) for condition in conditions]
        for chip in self._chips:
            self._flow.addWidget(chip)
        self.setVisible(bool(conditions))

    def _chip(self, condition: Condition) -> QToolButton:
        chip = _Chip()
        font = theme.interface_font(12)
        chip.setFont(font)
        chip.setIcon(icon("x"))
        chip.setIconSize(QSize(12, 12))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross comes last
        cut = Qt.TextElideMode.ElideRight
        text = QFontMetrics(font).elidedText(condition.label, cut, LONGEST)
        chip.setText(text.replace("&", "&&"))
        chip.setToolTip(plain_tooltip(condition.label))
        chip.setAccessibleName(f"Remove the condition {condition.label}")
        chip.setProperty("chip", True)
        chip.clicked.connect(lambda: self.removed.emit(condition))
        return chip


class _Chip(QToolButton):
    """Is pressed by Enter, Del and Backspace as well."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in {
            keys.Key_Return, keys.Key_Enter, keys.Key_Delete, keys.Key_Backspace
        }:  # fmt: skip
            self.click()
        else:
            super().keyPressEvent(event)
