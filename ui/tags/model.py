"""The tag tree as a Qt model; every change is asked for by signal.

Nothing moves or is renamed here: the tree shows what the project says, and is shown
anew when that has changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from typing_extensions import override

from ui.widgets.counting import count_of
from ui.widgets.dragging import TAG_IDS, WORDS, tags_as_mime, tags_in, words_in
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from workbench.model.ids import TagId
from workbench.model.tags import Tag

TAG_ROLE = Qt.ItemDataRole.UserRole + 200
HERE_ROLE = Qt.ItemDataRole.UserRole + 201
"""How many passages of the document being read have the tag; None without one."""
_NOTE_SHOWN = 600


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
    words_dropped = Signal(int, object)  # tag, Stretch

    here_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.count_below: Callable[[TagId], int] | None = None
        self._here: Mapping[TagId, int] | None = None
        self._tags: dict[int, Tag] = {}
        self._beneath: dict[TagId | None, list[TagId]] = {}
        self._rows: dict[int, int] = {}

    def is_same_tree(self, tags: Sequence[Tag]) -> bool:
        """Tell whether these are the tags shown, at the same places."""
        return [(it.id, it.path) for it in tags] == [
            (it.id, it.path) for it in self._tags.values()
        ]

    def show(self, tags: Sequence[Tag]) -> None:
        """Show these tags; only a changed shape of the tree resets the model."""
        beneath: dict[TagId | None, list[TagId]] = defaultdict(list)
        for tag in tags:
            beneath[tag.parent_id].append(tag.id)
        if dict(beneath) == self._beneath:
            changed = [tag for tag in tags if self._tags[tag.id] != tag]
            self._tags = {tag.id: tag for tag in tags}
            for tag in changed:
                index = self.index_of(tag.id)
                self.dataChanged.emit(index, index)
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

    def show_here(self, counts: Mapping[TagId, int] | None) -> None:
        """Show how many passages of one document have each tag; None for none."""
        if counts != self._here:
            self._here = counts
            # Not as changed rows: the filter would look at each of them again.
            self.here_changed.emit()

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
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return tag.name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip("\n".join(self._facts(tag)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join([tag.name, *self._facts(tag)[1:]])
        return self._own_role(tag, role)

    def _own_role(self, tag: Tag, role: int) -> object:
        if role == HERE_ROLE and self._here is not None:
            return self._here.get(tag.id, 0)
        return tag if role == TAG_ROLE else None

    def _facts(self, tag: Tag) -> list[str]:
        """Return all there is to say about a tag, its path first."""
        facts = [tag.path, count_of(tag.passages, "passage")]
        if tag.is_parent and self.count_below is not None:
            facts[1] += f", {self.count_below(tag.id):,} with the tags beneath"
        if self._here is not None:
            facts.append(f"{self._here.get(tag.id, 0):,} in the document being read")
        if tag.pin is not None:
            facts.append(f"Pinned to {tag.pin}")
        if tag.note:
            facts.append(shortened(tag.note))
        return facts

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
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        return [TAG_IDS, WORDS]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return tags_as_mime([self.tag(index).id for index in indexes])

    @override
    def canDropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: AnyIndex,
    ) -> bool:
        if words_in(data) is not None:
            return parent.isValid() and row < 0
        dragged, lineage = self._known(tags_in(data)), self._lineage(parent)
        return bool(dragged) and not any(tag_id in lineage for tag_id in dragged)

    @override
    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: AnyIndex,
    ) -> bool:
        """Ask for what was dropped; refuses itself so that the view removes nothing."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        parent_id = self.tag(parent).id if parent.isValid() else None
        if words := words_in(data):
            self.words_dropped.emit(parent_id, words)
        else:
            dragged = self._topmost(self._known(tags_in(data)))
            self.moves_requested.emit(self._moves(dragged, parent_id, row))
        return False

    def _known(self, tag_ids: Sequence[TagId]) -> list[TagId]:
        return [tag_id for tag_id in tag_ids if tag_id in self._tags]

    def _topmost(self, tag_ids: Sequence[TagId]) -> list[TagId]:
        """Leave out tags that go with one they are beneath."""
        chosen = set(tag_ids)
        return [
            it
            for it in tag_ids
            if not chosen.intersection(self._lineage(self.index_of(it)) - {it})
        ]

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


def shortened(note: str) -> str:
    """Return as much of a note as a tooltip takes."""
    return note if len(note) <= _NOTE_SHOWN else f"{note[:_NOTE_SHOWN].rstrip()}…"
