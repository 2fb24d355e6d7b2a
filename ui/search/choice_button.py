"""A button that says what is chosen, and opens a menu of the other choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from typing_extensions import override

from ui.resources import icon
from ui.search.choices import Choices

Value = TypeVar("Value")


class MenuButton(QToolButton):
    """Shows words with an arrow behind them, and opens its menu below."""

    def __init__(self, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices_menu = QMenu(self)
        # Not `setMenu`: the style would keep room for an arrow of its own.
        self.clicked.connect(self._open)
        self.setAutoRaise(True)
        self.setIcon(icon("chevron-down"))
        self.setIconSize(QSize(12, 12))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow comes last
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(tip)

    def first_action(self) -> QAction:
        """Return the entry on which the menu opens."""
        return self.choices_menu.actions()[0]

    def _open(self) -> None:
        self.choices_menu.setActiveAction(self.first_action())
        self.choices_menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class ChoiceButton(MenuButton, Generic[Value]):
    """Shows one of a few values in words; `chosen` carries one that a person chose."""

    chosen = Signal(object)

    def __init__(
        self, name: str, words: Mapping[Value, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._name = name
        self._choices = Choices(self.choices_menu, words, self._tell)
        self._show()

    @property
    def value(self) -> Value:
        """The value that is shown."""
        return self._choices.value

    def show_value(self, value: Value) -> None:
        """Show another value, without telling anybody."""
        self._choices.show_value(value)
        self._show()

    def choose(self, value: Value) -> None:
        """Choose a value, as the menu does."""
        self._choices.choose(value)

    @override
    def first_action(self) -> QAction:
        """Return the entry of the value that is shown."""
        return self._choices.action

    def _show(self) -> None:
        words = self._choices.action.text()
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")

    def _tell(self) -> None:
        self._show()
        self.chosen.emit(self.value)
