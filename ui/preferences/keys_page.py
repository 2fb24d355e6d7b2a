"""The page on which every key can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.actions import ActionSpec, plain
from ui.key_rules import readable
from ui.live_settings import LiveSettings
from ui.preferences.choosing import Proposal, accept, propose, usual_keys
from ui.preferences.key_field import KeyField
from ui.preferences.keys_model import SPEC_ROLE, Column, KeysModel
from ui.widgets.clearing import add_clear_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import FilterKeys
from ui.widgets.plain import PlainLabel
from ui.widgets.row_table import RowTable, size_columns

HOW = "Enter or a double click changes the key of an action."


class KeysPage(QWidget):
    """Lists every action; asks for the next key, and refuses what would clash."""

    def __init__(self, settings: LiveSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._refused: Proposal | None = None
        self.model = KeysModel(self)
        self.table = RowTable()
        self.filter_field = QLineEdit()
        self.key_field = KeyField()
        self.message = PlainLabel(HOW)
        self.take_button = _button("Take it over", "Give the key to this action")
        self.change_button = _button("Change…", "Press another key for the action")
        self.none_button = _button("No key", "Leave the action without a key")
        self.usual_button = _button("Usual key", "Give the action its usual key again")
        self.all_button = _button("All usual keys", "Give every action its usual key")
        self.nothing_found = EmptyState(
            "No action matches",
            "Names, places and keys are looked through.",
            "Clear the filter",
        )
        self._pages = QStackedWidget()
        self._prepare()
        self._lay_out()
        self._connect()
        self._settle(HOW)

    def choose(self, spec: ActionSpec, keys: Sequence[str]) -> None:
        """Give an action these keys, or say why that cannot be."""
        proposal = propose(spec, keys, self._settings.now.keys)
        if proposal.sentence:
            self._refuse(proposal)
        else:
            self._accept(proposal)

    def _prepare(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName("Actions and their keys")
        size_columns(self.table, Column.ACTION, {Column.PLACE: 200, Column.KEYS: 190})
        self.filter_field.setPlaceholderText("Filter by action, place or key")
        self.filter_field.setAccessibleName("Filter actions")
        add_clear_button(self.filter_field)
        FilterKeys(self.filter_field, self.table)
        self.message.setWordWrap(True)
        self.message.setAccessibleName("What the keys say")
        self.take_button.setProperty("primary", True)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.filter_field, 1)
        top.addWidget(self.all_button)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.message, 1)
        said.addWidget(self.key_field)
        said.addWidget(self.take_button)
        for button in (self.change_button, self.none_button, self.usual_button):
            said.addWidget(button)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.nothing_found)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        column.addLayout(said)

    def _connect(self) -> None:
        self.filter_field.textChanged.connect(self._filter)
        self.nothing_found.activated.connect(self.filter_field.clear)
        self.table.row_opened.connect(self._ask_for_key)
        self.table.selectionModel().currentRowChanged.connect(lambda: self._settle(HOW))
        self.key_field.pressed.connect(self._take_key)
        self.key_field.left.connect(self._leave)
        self.take_button.clicked.connect(self._take_over)
        self.change_button.clicked.connect(self._ask_for_key)
        self.none_button.clicked.connect(lambda: self._choose_for_current(()))
        self.usual_button.clicked.connect(self._choose_usual)
        self.all_button.clicked.connect(self._choose_all_usual)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._refused is not None:
            self._leave()
        else:
            super().keyPressEvent(event)

    @property
    def current(self) -> ActionSpec | None:
        """The action whose row is chosen."""
        spec: ActionSpec | None = self.table.currentIndex().data(SPEC_ROLE)
        return spec

    def _filter(self, text: str) -> None:
        self.model.filter_by(text)
        found = self.model.rowCount() > 0
        self._pages.setCurrentWidget(self.table if found else self.nothing_found)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._settle(HOW)

    def _ask_for_key(self) -> None:
        if spec := self.current:
            self.table.selectRow(self.table.currentIndex().row())
            self._settle(
                f"Press the new key for “{_name(spec)}”. Esc keeps the old one."
            )
            self._show_buttons(is_asking=True)
            self.key_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_key(self, key: str) -> None:
        self._choose_for_current((key,))

    def _choose_for_current(self, keys: Sequence[str]) -> None:
        if spec := self.current:
            self.choose(spec, keys)

    def _choose_usual(self) -> None:
        if spec := self.current:
            self.choose(spec, usual_keys(spec.id))

    def _choose_all_usual(self) -> None:
        self._settings.change(keys={})
        self._settle("Every action has its usual key.")

    def _take_over(self) -> None:
        if self._refused is not None:
            self._accept(self._refused)

    def _accept(self, proposal: Proposal) -> None:
        self._settings.change(keys=accept(proposal, self._settings.now.keys))
        self._go_to(proposal.spec)
        keys = ", ".join(readable(key) for key in proposal.keys)
        fact = f"has the key {keys} now" if keys else "has no key now"
        self._settle(f"“{_name(proposal.spec)}” {fact}.")

    def _refuse(self, proposal: Proposal) -> None:
        can_take = bool(proposal.losing)
        self._settle(proposal.sentence)
        self._refused = proposal if can_take else None
        self._show_buttons(is_asking=not can_take, can_take=can_take)
        wanted = self.take_button if can_take else self.key_field
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, spec: ActionSpec) -> None:
        self.table.setCurrentIndex(self.model.index(self.model.row_of(spec), 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._settle(HOW)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, sentence: str) -> None:
        self._refused = None
        self.message.setText(sentence)
        self._show_buttons()

    def _show_buttons(self, *, is_asking: bool = False, can_take: bool = False) -> None:
        self.key_field.setVisible(is_asking)
        self.take_button.setVisible(can_take)
        for button in (self.change_button, self.none_button, self.usual_button):
            button.setVisible(not is_asking and not can_take)
            button.setEnabled(self.current is not None)


def _name(spec: ActionSpec) -> str:
    return plain(spec.text).rstrip("…")


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    # Enter belongs to the list and to the fields.
    button.setAutoDefault(False)
    return button
