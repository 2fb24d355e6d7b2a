"""The button that empties a field, with an icon of ours instead of Qt's own."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from ui.resources import icon

_QT_NAME = "_q_qlineeditclearaction"


def add_clear_button(field: QLineEdit) -> None:
    """Let a field be emptied by a button, which shows while there is something."""
    field.setClearButtonEnabled(True)
    # Qt asks the style for its icon, and would not take one of the style sheet's.
    action = field.findChild(QAction, _QT_NAME)
    if isinstance(action, QAction):
        action.setIcon(icon("x"))
