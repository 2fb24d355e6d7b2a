"""Where to cite a passage: type a row, a column or a table, Enter cites."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from ui.keymap import explain, new_action
from ui.tables.citing.choices import MOST, CellChoices
from ui.tables.states import ROLE_BADGES
from ui.theme import interface_font
from ui.widgets.choice_list import ChoiceList
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel
from ui.widgets.popup import Popup
from workbench.model.cells import CellKey, Role

HINT = "Enter cites"


class CitePicker(Popup):
    """Offers every cell, the one cited in last first; non-modal.

    `table_requested` says that there is no cell yet and somebody wants a table.
    """

    cite_requested = Signal(object, object)  # CellKey, Role
    table_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Cite in a cell", parent)
        self.setFixedSize(520, 340)
        self.choices = ChoiceList("Row, column or table")
        self.choices.typed.connect(self._offer)
        self.choices.chosen.connect(self._choose)
        self._cells: CellChoices | None = None
        self.empty = EmptyState(
            "No cell to cite in yet",
            "A comparison table needs a row and a column before it can cite.",
            "New table",
        )
        self.empty.activated.connect(self._want_table)
        self._buttons = {role: self._role_button(role) for role in Role}
        self.hint = PlainLabel(HINT)
        self.hint.setFont(interface_font(12))
        self.hint.setProperty("muted", True)
        self.body.addWidget(self.choices, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(self._roles())
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
        cells: CellChoices,
        title: str,
        *,
        asks_role: bool = True,
    ) -> None:
        """Open with these cells; without asking, roles are known already."""
        self._cells = cells
        self.title.setText(title)
        self._buttons[Role.SUPPORTS].setChecked(True)
        for button in self._buttons.values():
            button.setVisible(asks_role)
        self.choices.offer([])
        self.choices.setVisible(cells.total > 0)
        self.empty.setVisible(not cells.total)
        self.show_at(global_point)
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _offer(self, typed: str) -> None:
        if self._cells is None:
            return
        found = self._cells.matching(typed)
        self.choices.add_for_typed(found)
        is_cut = len(found) == MOST < self._cells.total
        more = f"The first {MOST} of {self._cells.total:,} · " if is_cut else ""
        self.hint.setText(f"{more}{HINT}")

    def _choose(self, key: CellKey) -> None:
        self.close()
        self.cite_requested.emit(key, self.role)

    def _want_table(self) -> None:
        self.close()
        self.table_requested.emit()

    def _roles(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        group = QButtonGroup(self)
        for button in self._buttons.values():
            group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.hint)
        return row

    def _role_button(self, role: Role) -> QToolButton:
        button = QToolButton()
        button.setText(ROLE_BADGES[role][0].capitalize())
        button.setCheckable(True)
        # The field keeps the keys; roles have their own.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        explain(button, f"Cite as {role}", f"citing.{role}")
        button.setAccessibleName(f"Cite as {role}")
        return button
