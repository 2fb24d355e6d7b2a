"""A few choices over what is read: type to find one, Enter takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.choice_list import ROW_HEIGHT, Choice, ChoiceList
from ui.widgets.popup import Popup

WIDTH = 460
_MOST_ROWS = 9
_AROUND_ROWS = 90


class ChoicePopup(Popup):
    """Opens once and goes with its closing; `chosen` carries the choice's value."""

    chosen = Signal(object)

    def __init__(self, title: str, placeholder: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choices = ChoiceList(placeholder)
        self.choices.chosen.connect(self._choose)
        self.body.addWidget(self.choices, 1)

    def open_at(
        self, point: QPoint, choices: Sequence[Choice], current: int = 0
    ) -> None:
        """Open with the left upper corner at a point, one choice current."""
        rows = min(max(len(choices), 1), _MOST_ROWS)
        self.setFixedSize(WIDTH, rows * ROW_HEIGHT + _AROUND_ROWS)
        self.choices.offer(choices, current)
        self.show_at(point)
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, value: object) -> None:
        self.close()
        self.chosen.emit(value)
