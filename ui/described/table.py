"""A listing as a table: a column for each thing that is known about the rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QTableView

from ui.described.columns import ColumnLayout
from ui.described.delegates import CellDelegate
from ui.described.listing import Listing
from ui.described.model import DescribedModel
from ui.widgets.row_table import show_whole_rows

ROW_HEIGHT = 28


class ListingTable(QTableView):
    """The view of such a listing; give it to the listing that it is made for."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(CellDelegate(self))
        show_whole_rows(self, ROW_HEIGHT)
        # F2 and double clicks are the listing's, since choices are not typed here.
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSortingEnabled(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        # Headings stay where they are, so what was scrolled is painted anew.
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)


class TableColumns:
    """Gives the table of a listing its columns, and the button that chooses them."""

    def __init__(
        self,
        listing: Listing,
        table: ListingTable,
        model: DescribedModel[Any],
        widths: Mapping[str, int],
    ) -> None:
        self._table = table
        self.layout = ColumnLayout(table, model, widths)
        self.button = listing.header.add_button("columns-2", "Columns…")
        self.button.clicked.connect(self._open_menu)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        listing.rows.modelReset.connect(self.layout.arrange)
        self.layout.arrange()

    def menu(self) -> QMenu:
        """Return the menu of the column that is current."""
        return self.layout.menu(max(self._table.currentIndex().column(), 0))

    def _open_menu(self) -> None:
        below = QPoint(0, self.button.height())
        self.menu().popup(self.button.mapToGlobal(below))
