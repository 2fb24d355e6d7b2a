"""A popup that asks one thing after the other, all of it by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.choice_list import Choice, ChoiceList
from ui.widgets.popup import Popup


class AskingPopup(Popup):
    """One list of choices; what is chosen says what is asked next, if anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.choices = ChoiceList("")
        self.body.addWidget(self.choices, 1)

    def ask(self, title: str, placeholder: str, choices: Sequence[Choice]) -> None:
        """Offer these choices instead of those before."""
        self.setAccessibleName(title)
        self.title.setText(title)
        self.choices.field.setPlaceholderText(placeholder)
        self.choices.field.setAccessibleName(f"{title}: {placeholder}")
        self.choices.offer(choices)

    def begin_at(self, point: QPoint) -> None:
        """Open with the left upper corner at a point, ready to be typed into."""
        self.show_at(point)
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)
