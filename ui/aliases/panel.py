"""The alias register as a tab: add, change, switch, remove, import and export."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.aliases.delegate import ROW_HEIGHT, AliasDelegate
from ui.aliases.entry import AliasEntry
from ui.aliases.model import GROUP_ROLE, AliasModel, Column
from ui.keymap import explain, new_action
from ui.widgets.counting import count_of
from ui.widgets.empty_state import EmptyState
from ui.widgets.ground import lay_on_surface
from ui.widgets.indexes import AnyIndex
from ui.widgets.row_table import RowTable, size_columns
from ui.widgets.section_header import SectionHeader
from workbench.model.aliases import AliasGroup
from workbench.model.ids import AliasGroupId
from workbench.operations.aliases import EXAMPLE

WIDTHS = {Column.USED: 180}
EMPTY = "No aliases yet"
EMPTY_EXPLAINED = (
    "One country, firm or person has many names. Put them in a group, and a search for"
    f" one finds all of them: {EXAMPLE}. Every search says which names it added."
)


class AliasPanel(QWidget):
    """Shows groups and asks; F2 or Enter changes a group, Del removes it."""

    submitted = Signal(object, str)  # AliasGroupId or None, the line
    remove_requested = Signal(object)  # AliasGroup
    automatic_requested = Signal(object, bool)  # AliasGroup, whether it is now
    search_requested = Signal(object)  # AliasGroup
    suggestions_requested = Signal(QPoint)
    import_requested = Signal()
    export_requested = Signal()
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = AliasModel()
        self.model.setParent(self)
        self.header = SectionHeader("Aliases")
        self.entry = AliasEntry()
        self.table = RowTable()
        self.empty = EmptyState(EMPTY, EMPTY_EXPLAINED, "Add a group", is_primary=False)
        self._pages = QStackedWidget()
        self.suggest_button = self.header.add_button(
            "file-search", "Find names that the texts abbreviate"
        )
        self.import_button = self.header.add_button("file-down", "Import aliases…")
        self.export_button = self.header.add_button("file-up", "Export aliases…")
        self._prepare()
        self._lay_out()
        self._connect()
        self._add_keys()
        self.show_groups(())

    @property
    def view(self) -> QWidget:
        """Where the keyboard begins: the groups or, without any, the line to type."""
        return self.table if self.model.groups else self.entry

    @property
    def chosen(self) -> AliasGroup | None:
        """The group that the table stands on."""
        group: AliasGroup | None = self.table.currentIndex().data(GROUP_ROLE)
        return group

    def show_groups(self, groups: Sequence[AliasGroup]) -> None:
        """Show the register; the same group stays chosen, or the one in its place."""
        chosen, row = self.chosen, self.table.currentIndex().row()
        self.model.show(groups)
        self._pages.setCurrentWidget(self.table if groups else self.empty)
        self.export_button.setEnabled(bool(groups))
        self.header.set_fact(count_of(len(groups), "group") if groups else "")
        if groups:
            same = self.model.row_of(chosen.id if chosen else None)
            self._go_to(same if same >= 0 else min(max(row, 0), len(groups) - 1))
        if self.entry.group_id and self.model.row_of(self.entry.group_id) < 0:
            self.entry.accept()

    def choose(self, group_id: AliasGroupId) -> None:
        """Stand on a group, with the keyboard."""
        row = self.model.row_of(group_id)
        if row >= 0:
            self._go_to(row)
            self.table.setFocus()

    def edit(self, group: AliasGroup) -> None:
        """Change a group in the line above."""
        self._go_to(self.model.row_of(group.id))
        self.entry.edit(group)

    def show_read_only(self) -> None:
        """Switch off what would change the project."""
        self.entry.setEnabled(False)
        self.empty.button.setEnabled(False)
        self.import_button.setEnabled(False)
        for action in self.table.actions():
            action.setEnabled(action is self._search)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _prepare(self) -> None:
        self.setAccessibleName("Aliases")
        lay_on_surface(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(AliasDelegate(self.table))
        self.table.setAccessibleName("Groups of aliases")
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        size_columns(self.table, Column.NAMES, WIDTHS)
        explain(
            self.suggest_button,
            "Find names that the texts abbreviate",
            "aliases.suggest",
        )

    def _lay_out(self) -> None:
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.entry)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.table.row_opened.connect(self._open)
        self.table.clicked.connect(self._click)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.entry.submitted.connect(self.submitted)
        self.entry.left.connect(lambda: self.view.setFocus())
        self.empty.activated.connect(lambda: self.entry.start())
        self.suggest_button.clicked.connect(self._ask_for_suggestions)
        self.import_button.clicked.connect(self.import_requested)
        self.export_button.clicked.connect(self.export_requested)

    def _add_keys(self) -> None:
        anywhere = Qt.ShortcutContext.WidgetWithChildrenShortcut
        add = new_action("aliases.add", self, anywhere)
        add.triggered.connect(lambda: self.entry.start())
        suggest = new_action("aliases.suggest", self, anywhere)
        suggest.triggered.connect(self._ask_for_suggestions)
        self._edit = self._key("aliases.edit", self.edit)
        self._switch = self._key("aliases.switch", self._switch_use)
        self._search = self._key("aliases.search", self.search_requested.emit)
        self._remove = self._key("aliases.remove", self.remove_requested.emit)

    def _key(self, action_id: str, act: Callable[[AliasGroup], object]) -> QAction:
        """Make an action for the group that the table stands on."""
        action = new_action(action_id, self.table)
        action.triggered.connect(lambda: self._with_chosen(act))
        return action

    def _with_chosen(self, act: Callable[[AliasGroup], object]) -> None:
        if self.chosen is not None:
            act(self.chosen)

    def _switch_use(self, group: AliasGroup) -> None:
        self.automatic_requested.emit(group, not group.is_automatic)

    def _open(self, index: AnyIndex) -> None:
        if self._edit.isEnabled() and index.column() == Column.NAMES:
            self._with_chosen(self.edit)

    def _click(self, index: AnyIndex) -> None:
        if self._switch.isEnabled() and index.column() == Column.USED:
            self._with_chosen(self._switch_use)
            self._go_to(index.row())  # Enter changes the group again

    def _go_to(self, row: int) -> None:
        self.table.setCurrentIndex(self.model.index(row, Column.NAMES))

    def _ask_for_suggestions(self) -> None:
        below = QPoint(0, self.suggest_button.height())
        self.suggestions_requested.emit(self.suggest_button.mapToGlobal(below))

    def _open_menu(self, point: QPoint) -> None:
        if not self.table.indexAt(point).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._search, self._edit, self._switch])
        menu.addSeparator()
        menu.addAction(self._remove)
        menu.popup(self.table.viewport().mapToGlobal(point))
