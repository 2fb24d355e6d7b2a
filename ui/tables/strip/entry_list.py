"""A list of entries below a comparison table; Enter or a click opens one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView
from typing_extensions import override

from ui.tables.strip.entries import Entry
from ui.tables.strip.entry_delegate import ENTRY_ROLE, HEAD_WIDTH, MARGIN, EntryDelegate
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import plain_tooltip


class EntriesModel(QAbstractListModel):
    """Entries in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    @property
    def entries(self) -> Sequence[Entry]:
        """Return what is shown."""
        return self._entries

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these entries; rows are only made anew where their number changed."""
        if list(entries) == self._entries:
            return
        is_as_long = len(entries) == len(self._entries)
        if not is_as_long:
            self.beginResetModel()
        self._entries = list(entries)
        if is_as_long:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            self.layoutChanged.emit()
        else:
            self.endResetModel()

    def entry(self, index: AnyIndex) -> Entry | None:
        """Return the entry at an index."""
        return self._entries[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.lines[0].text if entry.lines else entry.head
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(f"{entry.title}\n{entry.facts}".strip())
            case _ if role == ENTRY_ROLE:
                return entry
        return None


class EntryList(QListView):
    """Shows entries; the current one stays the current one as far as it can.

    `opened` carries an entry's thing; `head_clicked` says that its badge was asked.
    """

    opened = Signal(object)
    head_clicked = Signal(QPoint)
    current_changed = Signal(object)  # the thing, or None

    def __init__(self, name: str, *, opens_on_click: bool = True) -> None:
        super().__init__()
        self.entries = EntriesModel(self)
        self._opens_on_click = opens_on_click
        self.setModel(self.entries)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(EntryDelegate(self))
        if not opens_on_click:
            self.doubleClicked.connect(lambda _index: self._open())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these, the current row staying where it is."""
        row = self.currentIndex().row()
        self.entries.show(entries)
        if entries:
            self.go_to_row(min(max(row, 0), len(entries) - 1))
        self.current_changed.emit(self.current)

    def go_to_row(self, row: int) -> None:
        """Make a row the current and only selected one, unless it is current."""
        if self.currentIndex().row() != row:
            self.setCurrentIndex(self.entries.index(row))

    @property
    def current(self) -> object:
        """Return what the current entry is about; None without one."""
        entry = self.entries.entry(self.currentIndex())
        return entry.thing if entry else None

    @property
    def selected(self) -> list[object]:
        """Return what the selected entries are about, from top to bottom."""
        indexes = sorted(self.selectedIndexes(), key=QModelIndex.row)
        return [self.entries.entries[it.row()].thing for it in indexes]

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_left = event.button() == Qt.MouseButton.LeftButton
        if not (is_plain and is_left and self.indexAt(point).isValid()):
            return
        if point.x() < MARGIN + HEAD_WIDTH:
            self.head_clicked.emit(point)
        elif self._opens_on_click:
            self._open()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._open()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)
