"""Popups for what is kept under names: one asks for a name, one lists what is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from ui.theme import interface_font
from ui.widgets.choice_list import FACT_SHARE, ROW_HEIGHT, Choice, ChoiceList
from ui.widgets.plain import PlainLabel
from ui.widgets.popup import Popup

WIDTH = 600
MOST_ROWS, AROUND_ROWS = 10, 118


class NamePopup(Popup):
    """Asks for the name of a thing to keep; Enter saves."""

    named = Signal(str)

    def __init__(self, title: str, field_name: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setAccessibleName(field_name)
        self.field.setMinimumWidth(280)
        self.field.returnPressed.connect(self._take)
        button = QPushButton("Save")
        button.setProperty("primary", True)
        button.clicked.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(button)
        self.body.addLayout(row)

    def open_at(self, point: QPoint, name: str) -> None:
        """Open with a name to begin with."""
        self.field.setText(name)
        self.show_at(point)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def _take(self) -> None:
        if name := self.field.text().strip():
            self.close()
            self.named.emit(name)


class KeptPopup(Popup):
    """Enter takes what is kept, F2 renames it, Del removes it.

    The values of its choices have an `id`; a choice without one is only taken.
    """

    chosen = Signal(object)
    rename_requested = Signal(int, str)
    remove_requested = Signal(int)

    def __init__(
        self,
        title: str,
        noun: str,
        hint: str,
        parent: QWidget,
        fact_share: float = FACT_SHARE,
    ) -> None:
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._renaming: Choice | None = None
        self.choices = ChoiceList(f"Find a saved {noun}", fact_share=fact_share)
        self.choices.chosen.connect(self._choose)
        self.choices.field.installEventFilter(self)
        self._name = QLineEdit()
        self._name.setAccessibleName(f"New name of the {noun}")
        self._name.returnPressed.connect(self._rename)
        self._name.installEventFilter(self)
        self._name.hide()
        self.body.addWidget(self._name)
        self.body.addWidget(self.choices, 1)
        self.body.addWidget(muted_hint(hint))

    def offer_at(self, point: QPoint, choices: Sequence[Choice]) -> None:
        """Open with these choices."""
        rows = min(max(len(choices), 1), MOST_ROWS)
        self.setFixedSize(WIDTH, rows * ROW_HEIGHT + AROUND_ROWS)
        self.choices.offer(choices)
        self.show_at(point)
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self._name:
            return self._take_name_key(event)
        return self._take_key(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        current = self.choices.current
        field = self.choices.field
        is_at_end = field.cursorPosition() == len(field.text())
        if current is None or _id_of(current) is None:
            return False
        if event.key() == Qt.Key.Key_F2:
            self._begin_renaming(current)
        elif event.key() == Qt.Key.Key_Delete and is_at_end:
            self.remove_requested.emit(_id_of(current))
        else:
            return False
        return True

    def _take_name_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape:
            return False
        self._end_renaming()
        return True

    def _begin_renaming(self, choice: Choice) -> None:
        self._renaming = choice
        self.choices.field.hide()
        self._name.setText(choice.name)
        self._name.show()
        self._name.setFocus()
        self._name.selectAll()

    def _end_renaming(self) -> None:
        self._renaming = None
        self._name.hide()
        self.choices.field.show()
        self.choices.field.setFocus()

    def _rename(self) -> None:
        renaming, name = self._renaming, self._name.text().strip()
        self._end_renaming()
        if renaming is not None and name and name != renaming.name:
            self.rename_requested.emit(_id_of(renaming), name)

    def _choose(self, value: object) -> None:
        self.close()
        self.chosen.emit(value)


def muted_hint(words: str) -> PlainLabel:
    """Return the line at the foot of a popup that says what keys do."""
    hint = PlainLabel(words)
    hint.setFont(interface_font(12))
    hint.setProperty("muted", True)
    return hint


def _id_of(choice: Choice) -> int | None:
    return getattr(choice.value, "id", None)
