"""Where to cite a passage: type a row, a column or a table, Enter cites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from ui.keymap import explain, new_action
from ui.tables.states import ROLE_BADGES
from ui.theme import interface_font
from ui.widgets.choice_list import Choice, ChoiceList
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel
from ui.widgets.popup import Popup
from workbench.model.cells import Cell, Role
from workbench.model.ids import ColumnId, RowId
from workbench.model.tables import ComparisonTable


@dataclass(frozen=True, slots=True)
class CellKey:
    """Names a cell."""

    row_id: RowId
    column_id: ColumnId


class CitePicker(Popup):
    """Offers every cell, the one cited in last first; non-modal.

    `table_requested` says that there is no cell yet and somebody wants a table.
    """

    cite_requested = Signal(int, int, object)
    table_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Cite in a cell", parent)
        self.setFixedSize(520, 340)
        self.choices = ChoiceList("Row, column or table")
        self.choices.chosen.connect(self._choose)
        self.empty = EmptyState(
            "No cell to cite in yet",
            "A comparison table needs a row and a column before it can cite.",
            "New table",
        )
        self.empty.activated.connect(self._want_table)
        self._buttons = {role: self._role_button(role) for role in Role}
        roles = QHBoxLayout()
        roles.setSpacing(2)
        group = QButtonGroup(self)
        for button in self._buttons.values():
            group.addButton(button)
            roles.addWidget(button)
        keys_hint = PlainLabel("Enter cites")
        keys_hint.setFont(interface_font(12))
        keys_hint.setProperty("muted", True)
        roles.addStretch()
        roles.addWidget(keys_hint)
        self.body.addWidget(self.choices, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(roles)
        for role, button in self._buttons.items():
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            chosen = new_action(f"citing.{role}", self, context).triggered
            chosen.connect(button.click)

    @property
    def role(self) -> Role:
        """Return the role that is pressed."""
        return next(r for r, button in self._buttons.items() if button.isChecked())

    def open_at(
        self,
        global_point: QPoint,
        tables: Sequence[ComparisonTable],
        last: CellKey | None = None,
        quote: str = "",
    ) -> None:
        """Open with the cells of these tables; Enter cites in `last`."""
        cells = cell_choices(tables)
        recent = [choice for choice in cells if choice.value == last]
        self.title.setText(_title(quote))
        self._buttons[Role.SUPPORTS].setChecked(True)
        self.choices.offer(recent + [it for it in cells if it.value != last])
        self.choices.setVisible(bool(cells))
        self.empty.setVisible(not cells)
        self.show_at(global_point)
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, key: CellKey) -> None:
        self.close()
        self.cite_requested.emit(key.row_id, key.column_id, self.role)

    def _want_table(self) -> None:
        self.close()
        self.table_requested.emit()

    def _role_button(self, role: Role) -> QToolButton:
        button = QToolButton()
        button.setText(ROLE_BADGES[role][0].capitalize())
        button.setCheckable(True)
        # The field keeps the keys; roles have their own.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        explain(button, f"Cite as {role}", f"citing.{role}")
        button.setAccessibleName(f"Cite as {role}")
        return button


def cell_choices(tables: Sequence[ComparisonTable]) -> list[Choice]:
    """List every cell by row and column; the fact says what it holds."""
    return [
        Choice(
            f"{row.name} › {column.name}",
            _fact(cell, table, names_table=len(tables) > 1),
            CellKey(row.id, column.id),
        )
        for table in tables
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]


def _fact(cell: Cell, table: ComparisonTable, *, names_table: bool) -> str:
    summary = " ".join(cell.summary.split()) or "empty"
    return f"{table.name} · {summary}" if names_table else summary


def _title(quote: str) -> str:
    folded = " ".join(quote.split())
    if not folded:
        return "Cite in a cell"
    return f"Cite “{folded if len(folded) <= 60 else folded[:59] + '…'}”"
