"""A few choices of a menu, of which one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

Value = TypeVar("Value")


class Choices(Generic[Value]):
    """Puts an entry for each value into a menu; `tell` is called when one is chosen."""

    def __init__(
        self, menu: QMenu, words: Mapping[Value, str], tell: Callable[[], object]
    ) -> None:
        group = QActionGroup(menu)
        self._tell = tell
        self._actions = {it: self._action(menu, group, words[it]) for it in words}
        self.show_value(next(iter(words)))

    @property
    def value(self) -> Value:
        """The value that is chosen."""
        return next(it for it, action in self._actions.items() if action.isChecked())

    @property
    def action(self) -> QAction:
        """The entry of the value that is chosen."""
        return self._actions[self.value]

    def show_value(self, value: Value) -> None:
        """Choose a value, without telling anybody."""
        self._actions[value].setChecked(True)

    def choose(self, value: Value) -> None:
        """Choose a value, as the menu does."""
        self._actions[value].trigger()

    def _action(self, menu: QMenu, group: QActionGroup, words: str) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        group.addAction(action)
        action.triggered.connect(lambda: self._tell())
        return action
