"""Cites a passage in a cell that is picked by typing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal

from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.tables.cite_picker import CellKey, CitePicker
from workbench.model.cells import Role
from workbench.model.changes import Changes
from workbench.model.ids import ColumnId, PassageId, RowId
from workbench.operations import cells
from workbench.project import Project


class CitingController(QObject):
    """Opens the picker for a passage and cites where it says.

    The cell that was used last is offered first, so that C and Enter cite again.
    """

    cited = Signal(int)

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        picker: CitePicker,
        notices: Notices,
    ) -> None:
        super().__init__(picker)
        self._project = project
        self._picker = picker
        self._notices = notices
        self._passage_id: PassageId | None = None
        self._last: CellKey | None = None
        picker.cite_requested.connect(self._cite)
        signals.changed.connect(self._project_changed)

    def cite(self, passage_id: PassageId, global_point: QPoint) -> None:
        """Ask where to cite a passage, at a point of the screen."""
        with self._notices.guard():
            passage = self._project.passages.get(passage_id)
            self._passage_id = passage_id
            everything = [
                self._project.tables.get(table_id)
                for table_id, _name in self._project.tables.all()
            ]
            self._picker.open_at(global_point, everything, self._last, passage.quote)

    def use_cell(self, row_id: RowId, column_id: ColumnId) -> None:
        """Offer this cell first: the one that is current in a table."""
        self._last = CellKey(row_id, column_id)

    def _cite(self, row_id: int, column_id: int, role: Role) -> None:
        if self._passage_id is None:
            return
        key = CellKey(RowId(row_id), ColumnId(column_id))
        with self._notices.guard():
            cells.cite(self._project, key.row_id, key.column_id, self._passage_id, role)
            self._last = key
            self.cited.emit(self._passage_id)

    def _project_changed(self, changes: Changes) -> None:
        # The picker shows the tables as they were when it opened.
        if self._picker.isVisible() and changes.touches("table_rows", "table_columns"):
            self._picker.close()
