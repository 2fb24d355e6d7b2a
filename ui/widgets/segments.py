"""A few choices side by side, one of them down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from ui.widgets.plain import plain_tooltip

Choice = TypeVar("Choice")
_AROUND_TEXT = 14


class Segments(QWidget, Generic[Choice]):
    """Buttons of which the first is down at the beginning; `tips` explain them.

    Tab stops at the one that is down; arrows go to the others.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, names: Mapping[Choice, str], tips: Mapping[Choice, str]
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._choices = list(names)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for number, (choice, text) in enumerate(names.items()):
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.setToolTip(plain_tooltip(tips[choice]))
            button.setAccessibleName(f"{name}: {text}")
            button.setAccessibleDescription(tips[choice])
            self._group.addButton(button, number)
            row.addWidget(button)
        first = self._group.buttons()[0]
        first.setChecked(True)
        first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group.idToggled.connect(self._tell)

    @property
    def choice(self) -> Choice:
        """Return the choice whose button is down."""
        return self._choices[self._group.checkedId()]

    def take_focus(self) -> None:
        """Go to the button that is down."""
        button = self._group.button(self._group.checkedId())
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, choice: Choice) -> None:
        """Press the button of a choice."""
        self._group.button(self._choices.index(choice)).setChecked(True)

    def rename(self, choice: Choice, text: str) -> None:
        """Write something else on the button of a choice, such as a count."""
        button = self._group.button(self._choices.index(choice))
        button.setText(text)
        button.setAccessibleName(f"{self.accessibleName()}: {text}")

    def keep_room(self, choice: Choice, longest: str) -> None:
        """Make a button as wide as its longest text, so that nothing moves."""
        button = self._group.button(self._choices.index(choice))
        width = button.fontMetrics().horizontalAdvance(longest)
        button.setMinimumWidth(width + _AROUND_TEXT)

    def _tell(self, number: int, is_down: bool) -> None:  # noqa: FBT001  (Qt's)
        stops = Qt.FocusPolicy.StrongFocus if is_down else Qt.FocusPolicy.ClickFocus
        self._group.button(number).setFocusPolicy(stops)
        if is_down:
            self.chosen.emit(self._choices[number])
