"""All documents as a sortable table whose title, date and source are typed in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui.library.listing import DocumentListing
from ui.library.model import EDITABLE, AnyIndex, Column, LibraryModel

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
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setEditTriggers(
            QTableView.EditTrigger.EditKeyPressed | QTableView.EditTrigger.DoubleClicked
        )
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        view.setSortingEnabled(True)
        self._size_columns(view.horizontalHeader())
        view.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
        view.doubleClicked.connect(self._open_or_edit)

    def edit(self, document_id: int, column: Column) -> None:
        """Start typing in one field of a document."""
        row = self._model.row_of(document_id)
        index = self.filtered.mapFromSource(self._model.index(row, column))
        if index.isValid():
            self._table.setCurrentIndex(index)
            self._table.edit(index)

    def _size_columns(self, header: QHeaderView) -> None:
        header.setHighlightSections(False)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)

    def _open_or_edit(self, index: QModelIndex) -> None:
        if index.column() not in EDITABLE:
            self.activate(index)


class _CellDelegate(QStyledItemDelegate):
    """Leaves out the frame around the current cell: the row shows it."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
