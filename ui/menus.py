"""Builds the menus from the actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from ui.actions import ACTIONS, MENUS, ActionSpec, Place
from ui.keymap import bind, keymap
from ui.resources import icon


def install(
    window: QMainWindow, commands: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Build the menus; return the actions by id."""
    actions = {}
    for name in MENUS:
        specs = [it for it in ACTIONS if it.menu == name]
        if specs:
            menu = window.menuBar().addMenu(name)
        for spec in specs:
            if spec.starts_group:
                menu.addSeparator()
            actions[spec.id] = _action(window, spec, commands[spec.id])
            menu.addAction(actions[spec.id])
    return actions


def _action(
    window: QMainWindow, spec: ActionSpec, command: Callable[[], object]
) -> QAction:
    action = QAction(spec.text, window)
    action.setObjectName(spec.id)
    if spec.place is Place.WINDOW:
        bind(action)
    else:
        _KeyInText(action, spec)
    action.setStatusTip(spec.tip)
    if spec.icon:
        action.setIcon(icon(spec.icon))
    action.triggered.connect(lambda _checked=False: command())
    return action


class _KeyInText(QObject):
    """Shows in a menu a key that something else in the window hears."""

    def __init__(self, action: QAction, spec: ActionSpec) -> None:
        super().__init__(action)
        self._action = action
        self._spec = spec
        keymap.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        # After a tab a menu shows what follows as if it were the shortcut.
        key = keymap.text_of(self._spec.id)
        self._action.setText(f"{self._spec.text}\t{key}" if key else self._spec.text)
