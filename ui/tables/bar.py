"""The line above a comparison table: its name, its size, and its buttons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.keymap import explain
from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from workbench.model.cells import CellState
from workbench.model.tables import ComparisonTable

WANTING = (CellState.DISPUTED, CellState.ORPHANED, CellState.DRAFT, CellState.EMPTY)


class TableBar(QWidget):
    """Says what table is shown; its buttons trigger the actions of their names."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.name = ElidedLabel("")
        self.name.setFont(interface_font(15, semibold=True))
        self.facts = ElidedLabel("")
        self.facts.setFont(interface_font(12, tabular=True))
        self.facts.setProperty("muted", True)
        self.add_row = _button(actions["Add row"])
        self.add_column = _button(actions["Add column"])
        self.more = QToolButton()
        self.more.setIcon(icon("ellipsis"))
        self.more.setToolTip("More about this table")
        self.more.setAccessibleName("More about this table")
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.name)
        names.addWidget(self.facts)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.setSpacing(4)
        layout.addLayout(names, 1)
        for button in (self.add_row, self.add_column, self.more):
            layout.addWidget(button)

    def show_table(self, table: ComparisonTable) -> None:
        """Name a table and say how large it is."""
        self.name.set_text(table.name)
        self.facts.set_text(facts_of(table))


def facts_of(table: ComparisonTable) -> str:
    """Say how large a table is and how many cells want another look."""
    size = [count_of(len(table.rows), "row"), count_of(len(table.columns), "column")]
    states = Counter(cell.state for row in table.rows for cell in row.cells)
    return " · ".join(
        [*size, *(f"{states[state]} {state}" for state in WANTING if states[state])]
    )


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setText(action.text())
    button.setIcon(icon("plus"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    explain(button, action.text(), action.objectName())
    button.setAccessibleName(action.text())
    button.clicked.connect(action.trigger)
    return button
