"""The counts of a batch: a table of its queries, and one of queries and documents."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from ui.resources import icon
from ui.theme import tokens
from ui.widgets.counting import count_of
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.batches import Batch, BatchRow
from workbench.model.search import Listed

TOTAL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NONE = "·"
PARTLY = "Partly read:"
"""Spoken before a query of which something was left out; a sign says it to the eye."""


class Column(IntEnum):
    """What stands in which column of the table of queries."""

    NAME = 0
    DOCUMENTS = 1
    MATCHES = 2


class QueriesModel(TableModel[BatchRow]):
    """A row for each query with its totals; how it was read is in the tooltip."""

    headings = ("Query", "Docs", "Matches")
    number_columns = (Column.DOCUMENTS, Column.MATCHES)

    def show(self, rows: Sequence[BatchRow]) -> None:
        """Show these queries."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(row, column)
            case Qt.ItemDataRole.ForegroundRole:
                return _color(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(_in_words(row))
        return _partly_read(row, role) if column is Column.NAME else None


class CountsModel(QAbstractTableModel):
    """A row for each query, a column for each document, or for those with a match."""

    def __init__(self) -> None:
        super().__init__()
        self._batch: Batch | None = None
        self._places: Sequence[int] = ()
        self._totals: Sequence[int] = ()

    def show(self, batch: Batch, *, only_found: bool) -> None:
        """Show a batch, with all its documents or only those in which something is."""
        self.beginResetModel()
        self._batch = batch
        self._places = batch.found() if only_found else range(len(batch.documents))
        counts = [row.counts for row in batch.rows]
        self._totals = [sum(own[place] for own in counts) for place in self._places]
        self.endResetModel()

    def document(self, column: int) -> Listed:
        """Return the document of a column."""
        assert self._batch is not None
        return self._batch.documents[self._places[column]]

    def count(self, row: int, column: int) -> int:
        """Return the matches of a query in a document."""
        assert self._batch is not None
        return self._batch.rows[row].counts[self._places[column]]

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() or not self._batch else len(self._batch.rows)

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._places)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = 0
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._places):
            return None
        document = self.document(section)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return document.title or document.name
            case Qt.ItemDataRole.ToolTipRole:
                found = count_of(self._totals[section], "match", "matches")
                names = dict.fromkeys((document.title, document.name))
                return plain_tooltip("\n".join([*filter(None, names), found]))
            case _ if role == TOTAL_ROLE:
                return f"{self._totals[section]:,}"
        return None

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        count = self.count(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{count:,}" if count else NONE
            case Qt.ItemDataRole.ForegroundRole:
                return tokens().text if count else tokens().muted
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._told(index)
        return None

    def _told(self, index: AnyIndex) -> str:
        assert self._batch is not None
        document = self.document(index.column())
        found = count_of(self.count(index.row(), index.column()), "match", "matches")
        name = self._batch.rows[index.row()].asked.name
        return plain_tooltip(f"{name}\n{document.title or document.name}\n{found}")


def _color(row: BatchRow, column: Column) -> QColor:
    if column is Column.NAME:
        return tokens().warn if row.understood.ignored else tokens().text
    return tokens().text if row.documents else tokens().muted


def _partly_read(row: BatchRow, role: int) -> object:
    """Return what tells a query of which something was left out from the others."""
    if row.understood.ignored and role == Qt.ItemDataRole.DecorationRole:
        return icon("triangle-alert", "warn")
    if row.understood.ignored and role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{PARTLY} {row.asked.name}"
    return None


def _shown(row: BatchRow, column: Column) -> str:
    match column:
        case Column.NAME:
            return row.asked.name
        case Column.DOCUMENTS:
            return f"{row.documents:,}"
        case Column.MATCHES:
            return f"{row.matches:,}"


def _in_words(row: BatchRow) -> str:
    said = f"Understood as: {row.understood.sentence}"
    own = [] if row.asked.name == row.asked.query else [row.asked.query]
    return "\n".join([row.asked.name, *own, said, *row.understood.ignored])
