"""What can be done with tags, as actions that serve both the keys and the menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

Act = Callable[[], None]


class TagActions:
    """Actions by name, with keys that work while `owner` has the focus."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._menu_lines: list[QAction] = []

    def add(self, text: str, key: str, act: Act, *, in_menu: bool = True) -> QAction:
        """Add an action with its key, which may be empty."""
        action = QAction(text, self._owner)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self._owner.addAction(action)
        if in_menu:
            self._menu_lines.append(action)
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
