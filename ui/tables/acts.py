"""What somebody does with a table goes to the controller as an act on the project."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.tables.grid.cells_view import CellsView
from ui.tables.model import CellsModel
from workbench.model.ids import ColumnId, RowId
from workbench.model.tables import Column, Row
from workbench.project import Project

Act = Callable[[Project], object]


class Acts(QObject):
    """Knows what is selected in a view; `wanted` carries an act to be done."""

    wanted = Signal(object)  # Act

    def __init__(self, view: CellsView, model: CellsModel) -> None:
        super().__init__(view)
        self.view = view
        # Not the view: what stands on an item view is styled as its editors are.
        self.owner = view.parentWidget()
        self.model = model

    def rows(self) -> list[RowId]:
        """Return the rows of the selected cells, from top to bottom."""
        lines = sorted({index.row() for index in self.view.selectedIndexes()})
        return [self.model.row(it).id for it in lines if not self.model.heading(it)]

    def columns(self) -> list[ColumnId]:
        """Return the columns of the selected cells, from left to right."""
        found = {it.column() for it in self.view.selectedIndexes()
                 if not self.model.heading(it.row())}  # fmt: skip
        return [self.model.column(it).id for it in sorted(found)]

    def current_row(self) -> Row | None:
        """Return the row that somebody stands on."""
        line = self.view.currentIndex().row()
        is_row = line >= 0 and self.model.heading(line) is None
        return self.model.row(line) if is_row else None

    def current_column(self) -> Column | None:
        """Return the column that somebody stands on."""
        number = self.view.currentIndex().column()
        return self.model.column(number) if number >= 0 else None

    def stand_on(self, row: RowId, column: ColumnId) -> None:
        """Go to a cell of what was added: the next keys are meant for it."""
        index = self.model.place_of(row, column)
        if index.isValid():
            self.view.setCurrentIndex(index)
        self.view.setFocus()

    def at_current(self) -> QPoint:
        """Return the place of the current cell on the screen."""
        place = self.view.visualRect(self.view.currentIndex())
        return self.view.viewport().mapToGlobal(place.topLeft())


def below(widget: QWidget) -> QPoint:
    """Return the place below a button on the screen."""
    return widget.mapToGlobal(QPoint(0, widget.height() + 4))
