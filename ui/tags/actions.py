"""What can be done with tags, as actions that serve both the keys and the menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.keymap import new_action

Act = Callable[[], None]


class TagActions:
    """Actions by name, with keys that work while `owner` has the focus."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._menu_lines: list[QAction] = []
        self._groups: dict[str, QMenu] = {}

    def add(self, action_id: str, act: Act, *, group: str = "") -> QAction:
        """Add what `ui.actions` has under this id; a group has a menu of its own."""
        action = new_action(action_id, self._owner)
        action.triggered.connect(lambda: act())
        if not group:
            self._menu_lines.append(action)
            return action
        if group not in self._groups:
            self._groups[group] = QMenu(group, self._owner)
            self._menu_lines.append(self._groups[group].menuAction())
        self._groups[group].addAction(action)
        return action

    def add_separator(self) -> None:
        """Add a line to the menu."""
        line = QAction(self._owner)
        line.setSeparator(True)
        self._menu_lines.append(line)

    def menu(self) -> QMenu:
        """Return the menu of all actions; it deletes itself when closed."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._menu_lines)
        return menu
