"""Cites passages and places in a cell that is picked by typing or dropped on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal

from ui.keymap import undo_hint
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.tables.citing.choices import CellChoices
from ui.tables.citing.picker import CitePicker
from workbench.errors import ReadOnlyProject
from workbench.model.cells import CellKey, Role
from workbench.model.changes import Changes
from workbench.model.ids import ColumnId, PassageId, RowId
from workbench.model.links import Stretch
from workbench.operations.cells import cite_all
from workbench.operations.labels import first_words
from workbench.project import Project

Source = Stretch | PassageId
MOST = 50
"""More than these at once is a mistake: nobody has weighed them one by one."""
TOO_MANY = f"No more than {MOST} passages are cited at once; choose those that count."
OPPOSED = (Role.SUPPORTS, Role.CONTRADICTS)


class CitingController(QObject):
    """Opens the picker for passages and places, and cites where it says; one step.

    The cell that was used last is offered first, so that C and Enter cite again.
    `cited` carries the passages.
    """

    cited = Signal(object)  # list[PassageId]

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
        self._sources: Sequence[Source] = ()
        self._roles: Sequence[Role] = ()
        self._last: CellKey | None = None
        picker.cite_requested.connect(self._cite_where_picked)
        signals.changed.connect(self._project_changed)

    def cite(self, source: Source, global_point: QPoint) -> None:
        """Ask where to cite a passage or a place, at a point of the screen."""
        self.cite_all([source], global_point)

    def cite_all(self, sources: Sequence[Source], global_point: QPoint) -> None:
        """Ask where to cite all of these, in a role that is asked for as well."""
        self._ask(sources, (), global_point)

    def cite_opposed(self, sources: Sequence[Source], global_point: QPoint) -> None:
        """Ask where the first of two shall support and the second contradict."""
        self._ask(sources, OPPOSED, global_point)

    def cite_in(
        self, cell: CellKey, sources: Sequence[Source], role: Role = Role.SUPPORTS
    ) -> None:
        """Cite in this cell, as where something was dropped."""
        self._cite(cell, sources, [role] * len(sources))

    def use_cell(self, row_id: RowId, column_id: ColumnId) -> None:
        """Offer this cell first: the one that is current in a table."""
        self._last = row_id, column_id

    def _ask(
        self, sources: Sequence[Source], roles: Sequence[Role], point: QPoint
    ) -> None:
        with self._notices.guard():
            if self._project.is_read_only:
                raise ReadOnlyProject(self._project.read_only_reason)
            if len(sources) > MOST:
                self._notices.problem(TOO_MANY)
            elif sources:
                self._sources, self._roles = sources, roles
                cells = CellChoices(self._project, self._last)
                title = self._title(sources, roles)
                self._picker.open_at(point, cells, title, asks_role=not roles)

    def _cite_where_picked(self, cell: CellKey, role: Role) -> None:
        sources, self._sources = self._sources, ()
        self._cite(cell, sources, self._roles or [role] * len(sources))

    def _cite(
        self, cell: CellKey, sources: Sequence[Source], roles: Sequence[Role]
    ) -> None:
        with self._notices.guard():
            evidence = list(zip(sources, roles, strict=True))
            done = cite_all(self._project, cell, evidence)
            self._last = cell
            place = self._project.tables.place(*cell)
            self._notices.done(f"Cited in {place} · {undo_hint()}")
            made = {it.id: it for it in self._project.cells.get(*cell).citations}
            self.cited.emit([made[it].passage_id for it in done if it in made])

    def _title(self, sources: Sequence[Source], roles: Sequence[Role]) -> str:
        if roles:
            return "The first supports the cell, the second contradicts it"
        if len(sources) > 1:
            return f"Cite {len(sources)} passages"
        words = first_words(self._quote(sources[0]))
        return f"Cite “{words}”" if words else "Cite in a cell"

    def _quote(self, source: Source) -> str:
        if isinstance(source, Stretch):
            return source.span.of(self._project.documents.text(source.document_id))
        return self._project.passages.get(source).quote

    def _project_changed(self, changes: Changes) -> None:
        # The picker shows the tables as they were when it opened.
        if self._picker.isVisible() and changes.touches("table_rows", "table_columns"):
            self._picker.close()
