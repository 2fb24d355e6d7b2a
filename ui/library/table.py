"""All documents as a sortable table whose title, date and source are typed in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui.library.listing import DocumentListing
from ui.library.model import EDITABLE, Column, LibraryModel
from ui.widgets.indexes import AnyIndex
from ui.widgets.row_table import show_whole_rows, size_columns

ROW_HEIGHT = 28
WIDTHS = {Column.DATE: 110, Column.SOURCE: 180, Column.WORDS: 88, Column.PASSAGES: 104}


class LibraryTable(DocumentListing):
    """The library's model in full width.

    F2 edits, and so does a double click on a title, date or source; Enter opens.
    """

    def __init__(self, model: LibraryModel, parent: QWidget | None = None) -> None:
        view = QTableView()
        super().__init__("All documents", model, view, parent)
        self._table = view
        view.setItemDelegate(_CellDelegate(view))
        show_whole_rows(view, ROW_HEIGHT)
        view.setEditTriggers(
            QTableView.EditTrigger.EditKeyPressed | QTableView.EditTrigger.DoubleClicked
        )
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setSortingEnabled(True)
        view.horizontalHeader().setMinimumSectionSize(60)
        size_columns(view, Column.TITLE, WIDTHS)
        view.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
        view.doubleClicked.connect(self._open_or_edit)

    def edit(self, document_id: int, column: Column) -> None:
        """Start typing in one field of a document."""
        row = self._model.row_of(document_id)
        index = self.filtered.mapFromSource(self._model.index(row, column))
        if index.isValid():
            self._table.setCurrentIndex(index)
            self._table.edit(index)

    def _open_or_edit(self, index: QModelIndex) -> None:
        if index.column() not in EDITABLE:
            self.activate(index)


class _CellDelegate(QStyledItemDelegate):
    """Leaves out the frame around the current cell: the row shows it."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
