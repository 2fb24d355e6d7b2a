"""The tag tree as a Qt model; every change is asked for by signal.

Nothing moves or is renamed here: the tree shows what the project says, and is shown
anew when that has changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from typing_extensions import override

from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from workbench.model.ids import TagId
from workbench.model.tags import Tag

TAG_ROLE = Qt.ItemDataRole.UserRole + 200
TAG_IDS = "application/x-workbench-tag-ids"


class Rename(NamedTuple):
    """A new name that was typed for a tag."""

    tag_id: TagId
    name: str


class Move(NamedTuple):
    """Where a tag should go: a new parent, and its place among that one's tags."""

    tag_id: TagId
    parent_id: TagId | None
    position: int | None


class TagModel(QAbstractItemModel):
    """All tags, each beneath its parent."""

    rename_requested = Signal(object)  # Rename
    moves_requested = Signal(object)  # list[Move]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tags: dict[int, Tag] = {}
        self._beneath: dict[TagId | None, list[TagId]] = {}
        self._rows: dict[int, int] = {}

    def show(self, tags: Sequence[Tag]) -> None:
        """Show these tags; only a changed shape of the tree resets the model."""
        beneath: dict[TagId | None, list[TagId]] = defaultdict(list)
        for tag in tags:
            beneath[tag.parent_id].append(tag.id)
        if dict(beneath) == self._beneath:
            self._tags = {tag.id: tag for tag in tags}
            self._announce_all()
            return
        self.beginResetModel()
        self._tags = {tag.id: tag for tag in tags}
        self._beneath = dict(beneath)
        self._rows = {
            tag_id: row
            for siblings in beneath.values()
            for row, tag_id in enumerate(siblings)
        }
        self.endResetModel()

    @property
    def tags(self) -> list[Tag]:
        """Return all tags in the order of the tree."""
        return list(self._tags.values())

    def tag(self, index: AnyIndex) -> Tag:
        """Return the tag at an index of this model."""
        return self._tags[index.internalId()]

    def index_of(self, tag_id: int) -> QModelIndex:
        """Return where a tag stands; an invalid index when it is not there."""
        if tag_id not in self._tags:
            return QModelIndex()
        return self.createIndex(self._rows[tag_id], 0, tag_id)

    def siblings(self, tag: Tag) -> list[TagId]:
        """Return the tags of the same parent, this one among them, in order."""
        return self._beneath[tag.parent_id]

    @override
    def index(self, row: int, column: int, parent: AnyIndex = NO_PARENT) -> QModelIndex:
        children = self._children(parent)
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    @override
    def parent(self, child: AnyIndex) -> QModelIndex:  # type: ignore[override]
        if not child.isValid() or child.internalId() not in self._tags:
            return QModelIndex()
        parent_id = self.tag(child).parent_id
        return QModelIndex() if parent_id is None else self.index_of(parent_id)

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return len(self._children(parent))

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 1

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        tag = self.tag(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return tag.name
        if role == TAG_ROLE:
            return tag
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{tag.path}\n{counted(tag)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tag.name}, {counted(tag)}"
        return None

    @override
    def setData(
        self,
        index: AnyIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Ask for the rename; the old name stands until the project says otherwise."""
        name = str(value).strip()
        if role == Qt.ItemDataRole.EditRole and name != self.tag(index).name:
            self.rename_requested.emit(Rename(self.tag(index).id, name))
        return False

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        drop = Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return drop
        editable = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return super().flags(index) | editable | drop

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [TAG_IDS]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = " ".join(str(self.tag(index).id) for index in indexes)
        dragged = QMimeData()
        dragged.setData(TAG_IDS, ids.encode())
        return dragged

    @override
    def canDropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: AnyIndex,
    ) -> bool:
        if not data.hasFormat(TAG_IDS):
            return False
        lineage = self._lineage(parent)
        return not any(tag_id in lineage for tag_id in _dragged_ids(data))

    @override
    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: AnyIndex,
    ) -> bool:
        """Ask for the moves; refuses itself so that the view removes nothing."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        parent_id = self.tag(parent).id if parent.isValid() else None
        self.moves_requested.emit(self._moves(_dragged_ids(data), parent_id, row))
        return False

    def _moves(
        self, tag_ids: Sequence[TagId], parent_id: TagId | None, row: int
    ) -> list[Move]:
        """Return one move a tag; a position counts without the tag that moves."""
        if row < 0:
            return [Move(tag_id, parent_id, None) for tag_id in tag_ids]
        siblings = list(self._beneath.get(parent_id, []))
        ahead = [one for one in siblings[:row] if one not in tag_ids]
        return [
            Move(tag_id, parent_id, len(ahead) + nth)
            for nth, tag_id in enumerate(tag_ids)
        ]

    def _children(self, parent: AnyIndex) -> list[TagId]:
        key = self.tag(parent).id if parent.isValid() else None
        return self._beneath.get(key, [])

    def _lineage(self, index: AnyIndex) -> set[int]:
        lineage: set[int] = set()
        tag_id = self.tag(index).id if index.isValid() else None
        while tag_id is not None:
            lineage.add(tag_id)
            tag_id = self._tags[tag_id].parent_id
        return lineage

    def _announce_all(self) -> None:
        for parent_id, children in self._beneath.items():
            if children and (parent_id is None or parent_id in self._tags):
                first, last = self.index_of(children[0]), self.index_of(children[-1])
                self.dataChanged.emit(first, last)


class TagFilter(QSortFilterProxyModel):
    """Tags with the typed text in their name, and the parents that lead to them."""

    def __init__(self, model: TagModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(model)

    @property
    def is_filtering(self) -> bool:
        """Tell whether something was typed."""
        return bool(self._text)

    def set_text(self, text: str) -> None:
        """Show only tags with this in their name; nothing shows all."""
        self.beginFilterChange()
        self._text = text.strip().casefold()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        if not self._text:
            return True
        index = self.sourceModel().index(source_row, 0, source_parent)
        tag: Tag = index.data(TAG_ROLE)
        return self._text in tag.name.casefold() or (
            "/" in self._text and self._text in tag.path.casefold()
        )


def counted(tag: Tag) -> str:
    """Return how many passages a tag has, alone and with the tags beneath it."""
    noun = "passage" if tag.passages == 1 else "passages"
    if tag.passages_below == tag.passages:
        return f"{tag.passages} {noun}"
    return f"{tag.passages} {noun}, {tag.passages_below} with the tags beneath"


def _dragged_ids(data: QMimeData) -> list[TagId]:
    ids = bytes(data.data(TAG_IDS).data()).decode().split()
    return [TagId(int(tag_id)) for tag_id in ids]
