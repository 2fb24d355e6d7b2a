"""Opens the tabs of comparison tables."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.common import Common
from ui.parts import focus_into
from ui.places.place import Tab, TabKind
from ui.places.travel import Travel
from ui.strips import Strips
from ui.tables.absence_controller import AbsenceController
from ui.tables.controller import TableController
from ui.tables.evidence_acts import EvidenceActs
from ui.tables.evidence_controller import EvidenceController
from ui.tables.following import FollowedTable
from ui.tables.grid.cell_drops import CellDrops
from ui.tables.kept_look import KeptLook, look_of, read, use_look, written
from ui.tables.panel import TablePanel
from ui.tables.strip.evidence import Part
from workbench.model.ids import ColumnId, DocumentId, RowId, TableId


class TableTabs(QObject):
    """Knows the tables that are open in the strips of a center."""

    passage_activated = Signal(int)
    place_activated = Signal(object)  # Stretch
    note_requested = Signal(object)  # NoteTarget
    settled = Signal()  # the cell to check is checked
    dropped = Signal(object, object, object)  # CellKey, list[Source], Role
    cell_used = Signal(int, int)  # row, column: somebody stands on it

    def __init__(self, common: Common, strips: Strips, travel: Travel) -> None:
        super().__init__(strips)
        self._common = common
        self._project = common.project
        self._strips = strips
        self._travel = travel
        self._part = Part.EVIDENCE
        self._left: tuple[TableId, RowId, ColumnId] | None = None
        self.documents_selected: Callable[[], Sequence[DocumentId]] = list
        self._looks: dict[int, KeptLook] = {}
        strips.closing.connect(_keep)
        strips.closing.connect(self._keep_look)

    def open_table(self, table_id: int) -> TablePanel:
        """Show a table; one that is open already only comes to the front."""
        with self._travel.jump():
            for panel in self._strips.of_kind(TablePanel):
                if panel.table.id == table_id:
                    self._strips.bring_to_front(panel)
                    return panel
            panel = self._make(table_id)
            self._strips.add(panel, panel.table.name)
            focus_into(panel, is_new=True)
            return panel

    def tab_of(self, widget: QWidget) -> Tab | None:
        """Name a tab, if it is one of these."""
        if isinstance(widget, TablePanel):
            return Tab(TabKind.TABLE, (widget.table.id,))
        return None

    def has(self, tab: Tab) -> bool:
        """Tell whether the project has what one of these tabs shows."""
        return any(table_id in tab.ids for table_id, _ in self._project.tables.all())

    def looks(self) -> dict[str, Any]:
        """Return how each table was looked at last, to be written down."""
        for panel in self._strips.of_kind(TablePanel):
            self._keep_look(panel)
        return {str(table_id): written(it) for table_id, it in self._looks.items()}

    def use_looks(self, known: Mapping[str, Any]) -> None:
        """Show tables as they were looked at before the program was closed."""
        with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError):
            self._looks = {int(it): read(look) for it, look in known.items()}

    def finish_editing(self) -> None:
        """Save the cells that are being typed."""
        for panel in self._strips.of_kind(TablePanel):
            _keep(panel)

    def _make(self, table_id: int) -> TablePanel:
        common, strips = self._common, self._strips
        followed = FollowedTable(self._project, TableId(table_id))
        panel = TablePanel(followed.table)
        controller = TableController(common, panel, followed)
        controller.removed.connect(lambda: strips.close_tab(panel))
        controller.copied.connect(self.open_table)
        panel.row_acts.documents_selected = self.documents_selected
        panel.note_requested.connect(self.note_requested)
        self._serve_evidence(panel)
        if table_id in self._looks:
            use_look(panel, self._looks[table_id])
        if not self._project.is_read_only:
            CellDrops(panel.view, panel.model.cell).dropped.connect(self.dropped)
        panel.view.current_changed.connect(lambda it: self._tell_cell(panel, it))
        panel.title_changed.connect(lambda title: strips.name_tab(panel, title))
        return panel

    def return_to_cell(self) -> bool:
        """Show the cell whose evidence was opened last; tells whether there is one."""
        if self._left is None or not self.has(Tab(TabKind.TABLE, self._left[:1])):
            return False
        table_id, row_id, column_id = self._left
        with self._travel.jump():
            self.open_table(table_id).select_cell(row_id, column_id)
        return True

    def _serve_evidence(self, panel: TablePanel) -> None:
        common, strip = self._common, panel.evidence
        strip.parts.choose(self._part)
        strip.part_chosen.connect(self._remember_part)
        acts = EvidenceActs(self._project, common.notices, panel)
        acts.settled.connect(self.settled)
        EvidenceController(common, panel)
        AbsenceController(common, panel, acts).place_activated.connect(
            strip.place_activated
        )
        for opened in (panel.passage_activated, strip.place_activated):
            opened.connect(lambda _place: self._leave(panel))
        panel.passage_activated.connect(self.passage_activated)
        strip.place_activated.connect(self.place_activated)

    def _keep_look(self, widget: QWidget) -> None:
        if isinstance(widget, TablePanel):
            self._looks[widget.table.id] = look_of(widget)

    def _remember_part(self, part: Part) -> None:
        self._part = part

    def _leave(self, panel: TablePanel) -> None:
        """Remember the cell whose evidence is opened."""
        cell = panel.model.cell(panel.view.currentIndex())
        if cell is not None:
            self._left = panel.table.id, cell.row_id, cell.column_id

    def _tell_cell(self, panel: TablePanel, index: QModelIndex) -> None:
        cell = panel.model.cell(index)
        if cell is not None and panel.view.hasFocus():
            self.cell_used.emit(cell.row_id, cell.column_id)


def _keep(widget: QWidget) -> None:
    """Keep the cell that is being typed in a tab that closes."""
    if isinstance(widget, TablePanel):
        widget.view.finish_editing()
