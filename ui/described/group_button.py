"""The button that says what rows are gathered by, and offers what they can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from ui.described.fields import Field

NAME = "Group by a value…"


class GroupButton(QObject):
    """Serves a button; `chosen` carries a field, or None for no groups."""

    chosen = Signal(object)

    def __init__(
        self, button: QToolButton, fields: Callable[[], Sequence[Field]]
    ) -> None:
        super().__init__(button)
        self._button = button
        self._fields = fields
        self._current: Field | None = None
        button.setCheckable(True)
        button.clicked.connect(self._open)
        self.show_field(None)

    def show_field(self, field: Field | None) -> None:
        """Say what rows are gathered by."""
        self._current = field
        name = f"Grouped by {_name(field).lower()}" if field else NAME
        self._button.setToolTip(name)
        self._button.setAccessibleName(name)
        self._button.setChecked(field is not None)

    def menu(self) -> QMenu:
        """Return the menu of what there is to choose."""
        menu = QMenu(self._button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for field in (None, *self._fields()):
            action = menu.addAction(_name(field).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(field == self._current)
            action.setActionGroup(group)
            action.triggered.connect(lambda _on, it=field: self.chosen.emit(it))
        return menu

    def _open(self) -> None:
        # The click has changed it; what is chosen says how it is to be.
        self.show_field(self._current)
        below = QPoint(0, self._button.height())
        self.menu().popup(self._button.mapToGlobal(below))


def _name(field: Field | None) -> str:
    return field.group_name if field else "No groups"
