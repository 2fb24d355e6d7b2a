"""A button that says what is chosen, and opens a menu of the other choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui.resources import icon

Value = TypeVar("Value")


class ChoiceButton(QToolButton, Generic[Value]):
    """Shows one of a few values in words; `chosen` carries one that a person chose."""

    chosen = Signal(object)

    def __init__(
        self, name: str, words: Mapping[Value, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._words = words
        self._menu = menu = QMenu(self)
        group = QActionGroup(self)
        self._actions = {it: self._action(it, menu, group) for it in words}
        # Not `setMenu`: the style would keep room for an arrow of its own.
        self.clicked.connect(self._open)
        self.setAutoRaise(True)
        self.setIcon(icon("chevron-down"))
        self.setIconSize(QSize(12, 12))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow comes last
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(name)
        self.show_value(next(iter(words)))

    @property
    def value(self) -> Value:
        """The value that is shown."""
        return next(it for it, action in self._actions.items() if action.isChecked())

    def show_value(self, value: Value) -> None:
        """Show another value, without telling anybody."""
        self._actions[value].setChecked(True)
        self.setText(self._words[value])
        self.setAccessibleName(f"{self._name}: {self._words[value]}")

    def choose(self, value: Value) -> None:
        """Choose a value, as the menu does."""
        self._actions[value].trigger()

    def _action(self, value: Value, menu: QMenu, group: QActionGroup) -> QAction:
        action = menu.addAction(self._words[value])
        action.setCheckable(True)
        group.addAction(action)
        action.triggered.connect(lambda: self._take(value))
        return action

    def _open(self) -> None:
        self._menu.setActiveAction(self._actions[self.value])
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _take(self, value: Value) -> None:
        self.show_value(value)
        self.chosen.emit(value)
