"""The table of counts: queries with their totals stay in view at the left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.batch.count_delegate import CountDelegate
from ui.batch.count_table import CountTable
from ui.batch.header import HEIGHT, DocumentHeader
from ui.batch.models import Column, CountsModel, QueriesModel
from ui.widgets.row_table import RowTable
from workbench.model.batches import Batch

QUERIES_WIDTH = 290
TOTAL_WIDTHS = {Column.DOCUMENTS: 62, Column.MATCHES: 80}


class BatchGrid(QWidget):
    """Two tables that scroll together; Enter or a click on a count opens it."""

    query_opened = Signal(int)
    cell_opened = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.queries_model = QueriesModel(self)
        self.counts_model = CountsModel()
        self.counts_model.setParent(self)
        self.queries = RowTable()
        self.counts = CountTable()
        self._below = QWidget()
        self._batch: Batch | None = None
        self._set_up()
        self._lay_out()
        self._connect()
        self._scroll_together()
        self.setFocusProxy(self.counts)

    def show_batch(self, batch: Batch, *, only_found: bool) -> None:
        """Show a batch, with all its documents or only those in which something is."""
        is_other = batch is not self._batch
        self._batch = batch
        if is_other:
            self.queries_model.show(batch.rows)
        self.counts_model.show(batch, only_found=only_found)
        self.counts.setCurrentIndex(self.counts_model.index(0, 0))
        self.counts.scrollToTop()

    def _set_up(self) -> None:
        self.queries.setModel(self.queries_model)
        self.queries.setItemDelegate(CountDelegate({Column.NAME}, self.queries))
        self.queries.setAccessibleName("Queries and their totals")
        self.queries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.queries.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.queries.horizontalHeader()
        header.setFixedHeight(HEIGHT)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in TOTAL_WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self.counts.setModel(self.counts_model)
        self.counts.setHorizontalHeader(DocumentHeader(self.counts))
        self.counts.setAccessibleName("Matches of each query in each document")

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.queries, 1)
        column.addWidget(self._below)
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(self.counts)
        parts.setSizes([QUERIES_WIDTH, 3 * QUERIES_WIDTH])
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)

    def _connect(self) -> None:
        self.queries.row_opened.connect(self._open_query)
        self.counts.cell_opened.connect(self._open_cell)
        self.counts.selectionModel().currentRowChanged.connect(
            lambda index, _before: self.queries.selectRow(index.row())
        )

    def _scroll_together(self) -> None:
        bars = [it.verticalScrollBar() for it in (self.queries, self.counts)]
        for one, other in (bars, bars[::-1]):
            one.valueChanged.connect(other.setValue)
        for table in (self.queries, self.counts):
            table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.counts.horizontalScrollBar().rangeChanged.connect(self._keep_level)

    def _keep_level(self) -> None:
        """Leave the room below the queries that the scroll bar beside them takes."""
        bar = self.counts.horizontalScrollBar()
        self._below.setFixedHeight(bar.sizeHint().height() if bar.maximum() else 0)

    def _open_query(self, index: QModelIndex) -> None:
        if index.isValid():
            self.query_opened.emit(index.row())

    def _open_cell(self, index: QModelIndex) -> None:
        if self.counts_model.count(index.row(), index.column()):
            self.cell_opened.emit(index.row(), index.column())
