"""Opens the tabs of matrices of tags."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.common import Common
from ui.matrices.controller import MatrixController
from ui.matrices.panel import MatrixPanel
from ui.matrices.saving import MatrixSaving
from ui.places.place import Tab, TabKind
from ui.places.travel import Travel
from ui.strips import Strips
from workbench.errors import WorkbenchError
from workbench.model.changes import Changes
from workbench.model.ids import SavedMatrixId
from workbench.operations.saved_matrices import definition_of

TITLE = "Matrix of tags"


class MatrixTabs(QObject):
    """Knows the matrices in the strips of a center: one that is new, and saved ones."""

    cell_chosen = Signal(object)  # MatrixCell

    def __init__(self, common: Common, strips: Strips, travel: Travel) -> None:
        super().__init__(strips)
        self._common = common
        self._project = common.project
        self._strips = strips
        self._travel = travel
        common.signals.changed.connect(self._follow)

    def open(self, saved_id: int | None = None) -> MatrixPanel:
        """Show a saved matrix, or the one that is not saved; it opens only once."""
        with self._travel.jump():
            for panel in self._strips.of_kind(MatrixPanel):
                if panel.saved_id == saved_id:
                    self._strips.bring_to_front(panel)
                    return panel
            return self._make(saved_id)

    def tab_of(self, widget: QWidget) -> Tab | None:
        """Name a tab, if it is one of these."""
        if not isinstance(widget, MatrixPanel):
            return None
        return Tab(TabKind.MATRIX, (widget.saved_id,) if widget.saved_id else ())

    def has(self, tab: Tab) -> bool:
        """Tell whether the project has what one of these tabs shows."""
        readable = {it.id for it in self._project.matrices.saved() if it.definition}
        return all(it in readable for it in tab.ids)

    def _make(self, saved_id: int | None) -> MatrixPanel:
        panel, title = MatrixPanel(), TITLE
        if saved_id is not None:
            saved = self._project.matrices.get(SavedMatrixId(saved_id))
            panel.bar.show_definition(definition_of(saved))
            panel.saved_id, title = saved.id, saved.name
        MatrixController(self._common, panel)
        saving = MatrixSaving(self._common, panel)
        saving.chosen.connect(self._open_chosen)
        panel.cell_chosen.connect(self.cell_chosen)
        panel.title_changed.connect(lambda it: self._strips.name_tab(panel, it))
        self._strips.add(panel, title)
        return panel

    def _open_chosen(self, saved_id: int) -> None:
        try:
            self.open(saved_id)
        except WorkbenchError as error:
            self._common.notices.problem(error)

    def _follow(self, changes: Changes) -> None:
        """Let a matrix that was removed go on as one that is not saved."""
        if not changes.touches("saved_matrices"):
            return
        there = {it.id for it in self._project.matrices.saved()}
        for panel in self._strips.of_kind(MatrixPanel):
            if panel.saved_id is not None and panel.saved_id not in there:
                panel.saved_id = None
                self._strips.name_tab(panel, TITLE)
