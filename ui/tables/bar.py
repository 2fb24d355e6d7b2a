"""The line above a comparison table: its name, its size, what to look at, and a filter.

What is left out of view is said below, with the way back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.keymap import explain
from ui.resources import icon
from ui.tables.model import CellsModel
from ui.tables.words import SAID_STATES, order_in_words
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain import PlainLabel, plain_tooltip
from workbench.model.cells import CellState
from workbench.operations.looks import Look

FILTER_WIDTH = 176
TYPING_PAUSE_MS = 120


class TableBar(QWidget):
    """Says what is shown; its buttons trigger the actions of their ids."""

    filtered = Signal(object)  # Look
    shown_again = Signal()
    order_dropped = Signal()

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.name = ElidedLabel("")
        self.name.setFont(interface_font(15, semibold=True))
        self.filter_field = QLineEdit()
        self.filter_field.setPlaceholderText("Filter rows and cells")
        self.filter_field.setAccessibleName("Filter rows and cells")
        self.filter_field.setFixedWidth(FILTER_WIDTH)
        self.add_row = _button(actions["table.add_row"])
        self.add_column = _button(actions["table.add_column"])
        self.more = QToolButton()
        self.more.setIcon(icon("ellipsis"))
        self.more.setToolTip("More about this table")
        self.more.setAccessibleName("More about this table")
        self.facts = _Facts()
        self.left_out = _LeftOut()
        self._look = Look()
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._lay_out()
        self._connect()

    def show_model(self, model: CellsModel) -> None:
        """Say what a model shows, and what its look leaves out."""
        self._look = model.look
        self.name.set_text(model.table.name)
        self.filter_field.setVisible(bool(model.table.rows))
        self.facts.show_model(model)
        self.left_out.show_model(model)
        # Who is still typing shall not lose the letters that nothing was filtered by.
        if not self._typing.isActive() and self.filter_field.text() != self._look.words:
            with QSignalBlocker(self.filter_field):
                self.filter_field.setText(self._look.words)

    def filter_now(self) -> None:
        """Filter by what was typed, without waiting for more."""
        self._typing.stop()
        words = self.filter_field.text()
        if words != self._look.words:
            self.filtered.emit(replace(self._look, words=words))

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(4)
        upper.addWidget(self.name, 1)
        upper.addWidget(self.filter_field)
        for button in (self.add_row, self.add_column, self.more):
            upper.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 6)
        layout.setSpacing(2)
        layout.addLayout(upper)
        layout.addWidget(self.facts)
        layout.addWidget(self.left_out)

    def _connect(self) -> None:
        self.filter_field.textChanged.connect(lambda _text: self._typing.start())
        self._typing.timeout.connect(self.filter_now)
        self.facts.state_chosen.connect(self._toggle_state)
        self.left_out.cleared.connect(self._clear)
        self.left_out.shown_again.connect(self.shown_again)
        self.left_out.order_dropped.connect(self.order_dropped)

    def _toggle_state(self, state: CellState) -> None:
        states = self._look.states ^ {state}
        self.filtered.emit(replace(self._look, states=states))

    def _clear(self) -> None:
        self._typing.stop()
        self.filtered.emit(replace(self._look, words="", states=frozenset()))


class _Facts(QWidget):
    """How large a table is; each state that wants a look is a button that filters."""

    state_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, spacing=4)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._size = _said("")
        self._flow.addWidget(self._size)
        self.buttons = {state: self._add_button(state) for state in SAID_STATES}
        # In one line with the words on the buttons.
        self._size.setFixedHeight(self.buttons[CellState.STALE].sizeHint().height())

    @property
    def text(self) -> str:
        """Return all of it as one line."""
        shown = [it.text() for it in self.buttons.values() if not it.isHidden()]
        return " · ".join([self._size.text(), *shown])

    def show_model(self, model: CellsModel) -> None:
        """Count what a model's table has, and press the states it is filtered by."""
        table, states = model.table, model.states
        self._size.setText(
            f"{count_of(len(table.rows), 'row')} · "
            f"{count_of(len(table.columns), 'column')}"
        )
        for state, button in self.buttons.items():
            is_chosen = state in model.look.states
            button.setText(f"{states[state]:,} {state}")
            button.setVisible(bool(states[state]) or is_chosen)
            button.setChecked(is_chosen)
            button.setAccessibleName(f"Show rows with {states[state]} cells {state}")

    def _add_button(self, state: CellState) -> QToolButton:
        button = _link("")
        button.setCheckable(True)
        button.setToolTip(plain_tooltip(f"Show only rows with a cell that is {state}"))
        button.clicked.connect(lambda _=False: self.state_chosen.emit(state))
        self._flow.addWidget(button)
        return button


class _LeftOut(QWidget):
    """What is not in view, each with the way back; nothing where all is shown."""

    cleared = Signal()
    shown_again = Signal()
    order_dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self.filtered, self.clear = self._pair("Clear", self.cleared)
        self.hidden, self.show_hidden = self._pair("Show", self.shown_again)
        self.order, self.own_order = self._pair("Own order", self.order_dropped)
        self._row.addStretch(1)

    def show_model(self, model: CellsModel) -> None:
        """Say what a model's look leaves out and how it sorts."""
        look, shown = model.look, model.shown
        hidden = shown.hidden_rows + shown.hidden_columns
        total = len(model.table.rows) - (0 if look.shows_hidden else shown.hidden_rows)
        filtered = f"Showing {shown.matching:,} of {count_of(total, 'row')}"
        said = f"{hidden:,} hidden" + (" shown for now" if look.shows_hidden else "")
        _say(self.filtered, self.clear, filtered if look.leaves_out else "")
        _say(self.hidden, self.show_hidden, said if hidden else "")
        _say(self.order, self.own_order, order_in_words(look.order, model.table))
        parts = (self.filtered, self.hidden, self.order)
        self.setVisible(any(it.text() for it in parts))

    def _pair(
        self, word: str, signal: SignalInstance
    ) -> tuple[PlainLabel, QToolButton]:
        label, button = _said(""), _link(word)
        button.clicked.connect(lambda _=False: signal.emit())
        self._row.addWidget(label)
        self._row.addWidget(button)
        return label, button


def _say(label: PlainLabel, button: QToolButton, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
    button.setVisible(bool(text))
    button.setAccessibleName(f"{button.text()}: {text}")


def _said(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setFont(interface_font(12, tabular=True))
    label.setProperty("muted", True)
    return label


def _link(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setFont(interface_font(12, tabular=True))
    button.setProperty("link", True)
    return button


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setText(action.text())
    button.setIcon(icon("plus"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    explain(button, action.text(), action.objectName())
    button.setAccessibleName(action.text())
    button.clicked.connect(action.trigger)
    return button
