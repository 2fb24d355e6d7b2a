"""A matrix of tags with the lines above it, and what the current cell is below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.matrices.bar import Export, MatrixBar
from ui.matrices.model import Shown
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.ground import lay_on_surface
from ui.widgets.heat_view import HeatView
from workbench.errors import WorkbenchError
from workbench.model.ids import SavedMatrixId
from workbench.model.matrices import MatrixDefinition, MatrixKind

__all__ = ["Export", "MatrixPanel"]

NO_TAGS = (
    "No tags yet",
    "Tag passages while you read. Here you then see which tags stand where.",
)
NOTHING_COUNTED = {
    MatrixKind.DOCUMENT: "No passage has one of these tags.",
    MatrixKind.CASE: "No tagged passage belongs to a case. Put documents into cases,"
    " or confirm where a case is mentioned.",
    MatrixKind.ATTRIBUTE: "Describe documents or cases with an attribute first. Each of"
    " its values is a column here.",
    MatrixKind.OVERLAP: "No passage has two of these tags or overlaps another.",
    MatrixKind.NEAR: "No passages with these tags are near each other.",
}


class MatrixPanel(QWidget):
    """Shows and asks; `saved_id` is set where the matrix was saved."""

    definition_changed = Signal()
    cell_chosen = Signal(object)  # MatrixCell
    export_wanted = Signal(object)  # Export
    save_wanted = Signal()
    saved_wanted = Signal()
    title_changed = Signal(str)
    shown = Signal()

    def __init__(self, saved_id: SavedMatrixId | None = None) -> None:
        super().__init__()
        self.saved_id = saved_id
        self.bar = MatrixBar()
        self.matrix = HeatView("Matrix of tags")
        self.empty = EmptyState("", "", is_primary=False)
        self.said = ElidedLabel("")
        self.answer = Shown()
        self._views = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAccessibleName("Matrix of tags")
        self._show_empty("Counting…", "The matrix is shown here soon.")

    @property
    def view(self) -> QWidget:
        """What the panel is there for."""
        is_shown = self._views.currentWidget() is self.matrix
        return self.matrix if is_shown else self.bar.kinds

    @property
    def definition(self) -> MatrixDefinition:
        """What is counted."""
        return self.bar.definition

    def show_matrix(self, answer: Shown) -> None:
        """Show what was counted; the current cell stays where it is still there."""
        self.answer = answer
        self.bar.show_facts(answer)
        self.matrix.show_grid(answer.grid)
        if answer.matrix.rows and answer.matrix.columns:
            self._show(self.matrix)
        elif not answer.has_tags:
            self._show_empty(*NO_TAGS)
        else:
            kind = answer.matrix.definition.kind
            self._show_empty("Nothing to count", NOTHING_COUNTED[kind])
        self._say()

    def show_problem(self, error: WorkbenchError) -> None:
        """Say why there is no matrix."""
        self._show_empty("This cannot be counted", str(error))
        self._say()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _show_empty(self, title: str, text: str) -> None:
        self.empty.set_content(title, text)
        self._show(self.empty)

    def _show(self, view: QWidget) -> None:
        """Show a view; the keyboard stays where it is, or goes to what it was for."""
        had_focus = self._views.isAncestorOf(self.focusWidget() or self)
        self._views.setCurrentWidget(view)
        self.bar.export_button.setEnabled(view is self.matrix)
        if had_focus:
            self.view.setFocus()

    def _say(self) -> None:
        is_shown = self._views.currentWidget() is self.matrix
        self.said.set_text(self.matrix.words if is_shown else "")

    def _choose(self, row: int, column: int) -> None:
        self.cell_chosen.emit(self.answer.grid.cell(row, column))

    def _lay_out(self) -> None:
        for view in (self.matrix, self.empty):
            self._views.addWidget(view)
        self.said.setFont(interface_font(12))
        self.said.setContentsMargins(14, 6, 14, 6)
        lay_on_surface(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._views, 1)
        column.addWidget(self.said)

    def _connect(self) -> None:
        self.bar.changed.connect(self.definition_changed)
        self.bar.export_wanted.connect(self.export_wanted)
        self.bar.save_wanted.connect(self.save_wanted)
        self.bar.saved_wanted.connect(self.saved_wanted)
        self.matrix.cell_opened.connect(self._choose)
        self.matrix.current_changed.connect(self._say)
