"""Where a value is chosen or typed: for one cell of a choice, or for many rows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.described.fields import Field
from ui.widgets.choice_list import Choice, ChoiceList
from ui.widgets.popup import Popup
from workbench.model.attributes import AttributeType

PLACEHOLDERS = {
    AttributeType.TEXT: "Value",
    AttributeType.NUMBER: "Number: 1200, 1,200 or 3.5",
    AttributeType.DATE: "Date: 2022-11-08, 2022-11 or 2022",
}
WIDTH = 300
LIST_HEIGHT = 240


class ValuePopup(Popup):
    """Asks for a value that fits a field; Enter gives it, Esc leaves.

    `given` carries the value, which may be empty, and whether it is a new choice.
    """

    given = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFixedWidth(WIDTH)
        self.choices = ChoiceList("Choice; a new name adds one")
        self.field = QLineEdit()
        self.button = QPushButton("Set value")
        self.button.setProperty("primary", True)
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.body.addWidget(self.choices, 1)
        self.body.addWidget(self._line)
        self._known: list[str] = []
        self.choices.typed.connect(self._offer_typed)
        self.choices.chosen.connect(self._choose)
        self.field.returnPressed.connect(self._submit)
        self.button.clicked.connect(self._submit)

    def open_at(
        self, point: QPoint, field: Field, current: str = "", whose: str = ""
    ) -> None:
        """Ask for a field's value, which is now `current`, of `whose`."""
        self.title.setText(f"{field.name} of {whose}" if whose else field.name)
        is_choice = field.kind is AttributeType.CHOICE
        self.choices.setVisible(is_choice)
        self._line.setVisible(not is_choice)
        if is_choice:
            self._offer(field, current)
            self.setFixedHeight(LIST_HEIGHT)
        else:
            self.field.setPlaceholderText(PLACEHOLDERS[field.kind])
            self.field.setAccessibleName(f"{field.name}: {PLACEHOLDERS[field.kind]}")
            self.field.setText(current)
            self.setFixedHeight(self.sizeHint().height())
        self.show_at(point)
        taker = self.choices.field if is_choice else self.field
        taker.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def _offer(self, field: Field, current: str) -> None:
        self._known = [it.casefold() for it in field.choices]
        offered = [
            Choice(it, "now" if it == current else "", (it, False))
            for it in field.choices
        ]
        self.choices.offer([*offered, Choice("No value", "clears it", ("", False))])

    def _offer_typed(self, typed: str) -> None:
        if typed and " ".join(typed.split()).casefold() not in self._known:
            new = Choice(f"Add “{typed}”", "new choice", (typed, True))
            self.choices.add_for_typed([new])

    def _choose(self, chosen: tuple[str, bool]) -> None:
        self.close()
        self.given.emit(*chosen)

    def _submit(self) -> None:
        self.close()
        self.given.emit(self.field.text().strip(), False)
