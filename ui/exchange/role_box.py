"""Chooses what one column of a sheet becomes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from ui.widgets.keys import ENTER_KEYS
from workbench.model.sheets import ColumnRole

WORDS: Final = {
    ColumnRole.TEXT: "Text",
    ColumnRole.TITLE: "Title",
    ColumnRole.DATE: "Date",
    ColumnRole.SOURCE: "Source",
    ColumnRole.VALUE: "Attribute",
    ColumnRole.LEFT_OUT: "Leave out",
}


class RoleBox(QComboBox):
    """`role_chosen` carries what a person chose.

    `focused` says that the keys are here, `entered` that Enter ends the choosing.
    """

    role_chosen = Signal(object)
    focused = Signal()
    entered = Signal()

    def __init__(
        self, column: str, role: ColumnRole, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("cell", True)
        self.setAccessibleName(f"What the column {column} becomes")
        for its, words in WORDS.items():
            self.addItem(words, its)
        self.show_role(role)
        # Only what a person does counts.
        self.activated.connect(lambda: self.role_chosen.emit(self.role))

    @property
    def role(self) -> ColumnRole:
        """What is chosen."""
        return ColumnRole(self.currentData())

    def show_role(self, role: ColumnRole) -> None:
        """Show another choice."""
        self.setCurrentText(WORDS[role])

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling through the columns must not change what they become.
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
