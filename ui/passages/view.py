"""The rows of passages: chosen many at a time, with their place kept."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui.passages.delegate import PassageDelegate, row_height
from ui.passages.model import LINE_ROLE, PassagesModel
from ui.widgets.row_table import RowTable
from workbench.model.ids import PassageId
from workbench.model.passage_filters import PassageLine

FLAGS = QItemSelectionModel.SelectionFlag


class PassageTable(RowTable):
    """Enter or a plain click opens a passage; Ctrl and Shift choose several."""

    row_clicked = Signal(QModelIndex)

    def __init__(self, model: PassagesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passages = model
        self.setModel(model)
        self.setSelectionMode(RowTable.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(RowTable.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(PassageDelegate(self))
        self.setAccessibleName("Passages")
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            # Headers would ask about every row whenever much is selected.
            header.setSelectionModel(QItemSelectionModel(model, header))

    @property
    def current_line(self) -> PassageLine | None:
        """The passage that has the focus."""
        line: PassageLine | None = self.currentIndex().data(LINE_ROLE)
        return line

    def chosen_ids(self) -> list[PassageId]:
        """Return the selected passages, each once, from top to bottom."""
        ranges = self.selectionModel().selection().toList()
        rows = sorted((it.top(), it.bottom()) for it in ranges)
        chosen = (self.passages.ids_in(*it) for it in rows)
        return list(dict.fromkeys(it for ids in chosen for it in ids))

    def keep_place(self, change: Callable[[], None]) -> None:
        """Change the rows; what is selected, current and in view stays so."""
        chosen = set(self.chosen_ids())
        current = self.current_line
        top = self.rowAt(0)
        first = self.passages.ids_in(top, top) if top >= 0 else []
        shift = self.rowViewportPosition(top) if top >= 0 else 0
        change()
        self._select(chosen)
        if current is not None:
            self._make_current(current.id)
        if rows := self.passages.rows_of(first):
            height = self.verticalHeader().defaultSectionSize()
            self.verticalScrollBar().setValue(rows[0] * height - shift)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalHeader().setDefaultSectionSize(row_height(self.viewport().width()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and is_plain and len(self.chosen_ids()) == 1:
            self.row_clicked.emit(index)

    def _select(self, ids: Collection[PassageId]) -> None:
        runs: list[list[int]] = []
        for row in self.passages.rows_of(ids):
            if runs and runs[-1][1] == row - 1:
                runs[-1][1] = row
            else:
                runs.append([row, row])
        selection = QItemSelection()
        for first, last in runs:
            selection.select(self.passages.index(first), self.passages.index(last))
        self.selectionModel().select(selection, FLAGS.ClearAndSelect)

    def _make_current(self, passage_id: PassageId) -> None:
        for row in self.passages.rows_of({passage_id})[:1]:
            index = self.passages.index(row)
            self.selectionModel().setCurrentIndex(index, FLAGS.NoUpdate)
