"""The tree of tags as a view: it keeps what was open, current and selected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from typing_extensions import override

from ui.tags.delegate import ROW_HEIGHT, TagDelegate
from ui.tags.filter import TagFilter
from ui.tags.model import TAG_ROLE, TagModel
from ui.widgets.keys import ENTER_KEYS
from workbench.model.ids import TagId
from workbench.model.tags import Tag

INDENT = 18


class TagTree(QTreeView):
    """Tags to choose, rename in place, and drag among and beneath each other."""

    tag_activated = Signal(int)

    def __init__(self, model: TagModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filtered = TagFilter(model, self)
        self._folded: set[int] = set()
        self._is_restoring = False
        self.setModel(self.filtered)
        model.here_changed.connect(self.viewport().update)
        self.setItemDelegate(TagDelegate(self))
        self._prepare()
        self.expanded.connect(self._remember_open)
        self.collapsed.connect(self._remember_folded)

    def current_tag(self) -> Tag | None:
        """Return the tag the keyboard is on."""
        tag: Tag | None = self.currentIndex().data(TAG_ROLE)
        return tag

    def selected_tags(self) -> list[Tag]:
        """Return the selected tags, or the current one."""
        chosen: list[Tag] = [index.data(TAG_ROLE) for index in self.selectedIndexes()]
        current = self.current_tag()
        return chosen or ([current] if current else [])

    def go_to(self, tag_id: int) -> None:
        """Make a tag the current one, with the way to it open."""
        index = self._shown(tag_id)
        if index.isValid():
            self.scrollTo(index)
            self.setCurrentIndex(index)

    def filter_by(self, text: str) -> None:
        """Show only tags with this in their name; what was folded stays known."""
        with self.kept_in_place():
            self.filtered.set_text(text)

    @contextmanager
    def kept_in_place(self) -> Iterator[None]:
        """Keep current, selected and folded tags through a change of the model."""
        current = self.current_tag()
        chosen = [tag.id for tag in self.selected_tags()]
        place = self.verticalScrollBar().value()
        self._is_restoring = True
        try:
            yield
            self._restore_folds()
        finally:
            self._is_restoring = False
        self._select(chosen)
        if current:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._shown(current.id), flag)
        self.verticalScrollBar().setValue(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current_tag()
        is_typing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in ENTER_KEYS and current and not is_typing:
            self.tag_activated.emit(current.id)
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        was_dragging = self.state() == QAbstractItemView.State.DraggingState
        on_tag = self.visualRect(index).contains(event.position().toPoint())
        super().mouseReleaseEvent(event)
        is_plain_click = (
            event.button() == Qt.MouseButton.LeftButton
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        )
        if is_plain_click and on_tag and not was_dragging:
            self.tag_activated.emit(index.data(TAG_ROLE).id)

    def _prepare(self) -> None:
        self.setHeaderHidden(True)
        self.setMinimumHeight(2 * ROW_HEIGHT)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        # The key for it can be changed, so it is not the view's own.
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Tags")

    def _shown(self, tag_id: int) -> QModelIndex:
        return self.filtered.index_of(tag_id)

    def _select(self, tag_ids: list[TagId]) -> None:
        flag = QItemSelectionModel.SelectionFlag.Select
        self.selectionModel().clearSelection()
        for tag_id in tag_ids:
            index = self._shown(tag_id)
            if index.isValid():
                self.selectionModel().select(index, flag)

    def _restore_folds(self) -> None:
        self.expandAll()
        if self.filtered.is_filtering:
            return
        for tag_id in self._folded:
            self.collapse(self._shown(tag_id))

    def _remember_open(self, index: QModelIndex) -> None:
        if not self._is_restoring:
            self._folded.discard(index.data(TAG_ROLE).id)

    def _remember_folded(self, index: QModelIndex) -> None:
        if not self._is_restoring and not self.filtered.is_filtering:
            self._folded.add(index.data(TAG_ROLE).id)
