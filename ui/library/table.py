"""All documents as a sortable table whose cells are typed or chosen in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from ui.described.table import ListingTable, TableColumns
from ui.library.listing import DocumentListing
from ui.library.model import DATE, PASSAGES, SOURCE, WORDS, LibraryModel

WIDTHS = {DATE: 110, SOURCE: 180, WORDS: 88, PASSAGES: 104}


class LibraryTable(DocumentListing):
    """The library's model in full width.

    F2 edits a cell, and so does a double click on one that can be; Enter opens.
    """

    def __init__(self, model: LibraryModel, parent: QWidget | None = None) -> None:
        self.table = ListingTable()
        super().__init__("All documents", model, self.table, parent)
        self.columns = TableColumns(self, self.table, model, WIDTHS)
        self.table.doubleClicked.connect(self._open_or_edit)

    def _open_or_edit(self, index: QModelIndex) -> None:
        if self.can_edit(index):
            self.edit_current()
        elif not self.is_heading(index):
            self.activate(index)
