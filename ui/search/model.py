"""An answer as a tree: documents, each with its hits in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    Qt,
)
from typing_extensions import override

from ui.widgets.counting import count_of
from ui.widgets.indexes import NO_PARENT, AnyIndex
from workbench.model.ids import DocumentId
from workbench.model.search import Hit

DOCUMENT_LEVEL = 0


class ResultRole(IntEnum):
    """What a row gives beside its text."""

    HIT = Qt.ItemDataRole.UserRole + 1
    GROUP = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one document."""

    document_id: DocumentId
    title: str
    name: str
    hits: tuple[Hit, ...]


def grouped(hits: tuple[Hit, ...]) -> list[Group]:
    """Gather hits by document: the document of the best hit first."""
    by_document: dict[DocumentId, list[Hit]] = {}
    for hit in hits:
        by_document.setdefault(hit.document_id, []).append(hit)
    return [
        Group(
            document_id,
            found[0].title or found[0].name,
            found[0].name,
            tuple(sorted(found, key=lambda hit: hit.span)),
        )
        for document_id, found in by_document.items()
    ]


class ResultsModel(QAbstractItemModel):
    """Documents at the top level, their hits below."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[Group] = []

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Replace everything by the hits of another answer."""
        self.beginResetModel()
        self._groups = grouped(hits)
        self.endResetModel()

    def hit_indexes(self) -> list[QModelIndex]:
        """Return the indexes of all hits, from top to bottom."""
        return [
            self.index(row, 0, self.index(group, 0))
            for group in range(len(self._groups))
            for row in range(len(self._groups[group].hits))
        ]

    @override
    def index(self, row: int, column: int, parent: AnyIndex = NO_PARENT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        level = parent.row() + 1 if parent.isValid() else DOCUMENT_LEVEL
        return self.createIndex(row, column, level)

    @override
    def parent(self, child: AnyIndex = NO_PARENT) -> QModelIndex:  # type: ignore[override]
        if not child.isValid() or child.internalId() == DOCUMENT_LEVEL:
            return QModelIndex()
        return self.createIndex(int(child.internalId()) - 1, 0, DOCUMENT_LEVEL)

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() != DOCUMENT_LEVEL:
            return 0
        return len(self._groups[parent.row()].hits)

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 1

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if index.internalId() == DOCUMENT_LEVEL:
            return _group_value(self._groups[index.row()], role)
        group = self._groups[int(index.internalId()) - 1]
        return _hit_value(group.hits[index.row()], role)


def _group_value(group: Group, role: int) -> object:
    count = len(group.hits)
    if role == ResultRole.GROUP:
        return group
    if role == Qt.ItemDataRole.DisplayRole:
        return group.title
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{group.title}, {count_of(count, 'hit')}"
    return None


def _hit_value(hit: Hit, role: int) -> object:
    if role == ResultRole.HIT:
        return hit
    if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
        return " ".join(hit.text.split())
    return None
