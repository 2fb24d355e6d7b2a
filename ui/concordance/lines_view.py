"""The table of a concordance: a million rows, of which those in view are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHeaderView
from typing_extensions import override

from ui.concordance.lines_delegate import LineDelegate
from ui.concordance.lines_layout import GAP, MARGIN, TICK
from ui.concordance.lines_model import LinesModel
from ui.concordance.lines_setting import match_font
from ui.widgets.row_table import RowTable
from workbench.model.concordances import SortKey

READING_SECONDS = 0.005
"""So long one frame may read texts; what is missing then comes with the next."""
LONGEST_MATCH = 40
FLAGS = QItemSelectionModel.SelectionFlag


class LinesTable(RowTable):
    """Enter or a plain click opens a place; Space or a click on the box ticks."""

    row_clicked = Signal(QModelIndex)
    ticked = Signal()

    def __init__(self, model: LinesModel) -> None:
        super().__init__()
        self.lines = model
        self.painter = LineDelegate(model)
        self._next_frame = QTimer(self, singleShot=True, interval=0)
        self._next_frame.timeout.connect(self.viewport().update)
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setSelectionMode(RowTable.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(RowTable.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Concordance lines")
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        # A view asks for the size of each row otherwise.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            # Headers would ask about every row whenever much is selected.
            header.setSelectionModel(QItemSelectionModel(model, header))

    @property
    def is_reading(self) -> bool:
        """Tell whether lines in view have still to be read."""
        return self._next_frame.isActive()

    def keep_place(self, change: Callable[[], None]) -> None:
        """Change the rows; the current one stays current, and where it was in view."""
        current = self.currentIndex()
        place = self.lines.place(current.row()) if current.isValid() else None
        top = self.visualRect(current).y()
        change()
        row = self.lines.row_of(place) if place else -1
        if row < 0:
            self.verticalScrollBar().setValue(0)
            return
        self.setCurrentIndex(self.lines.index(row))
        height = self.verticalHeader().defaultSectionSize()
        self.verticalScrollBar().setValue(row * height - top)

    def arrange(self, longest: int, keys: Sequence[SortKey]) -> None:
        """Give the middle room for matches of so many characters, mark the keys."""
        metrics = QFontMetrics(match_font())
        shown = min(longest, LONGEST_MATCH)
        self.painter.arrange(metrics.averageCharWidth() * shown + 2 * GAP, keys)
        self.viewport().update()

    def chosen_runs(self) -> list[range]:
        """Return the selected rows, as runs."""
        ranges = self.selectionModel().selection().toList()
        return [range(it.top(), it.bottom() + 1) for it in ranges]

    def tick_chosen(self) -> None:
        """Tick what is selected, or take those ticks away."""
        self.lines.tick(self.chosen_runs())
        self.ticked.emit()

    @override
    def sizeHintForRow(self, row: int) -> int:
        return self.verticalHeader().defaultSectionSize()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 160)

    @override
    def keyboardSearch(self, search: str) -> None:
        # Qt would read all lines to find one that begins so.
        pass

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        rows = self.model().rowCount()
        if rows:
            first = max(self.rowAt(event.rect().top()), 0)
            last = self.rowAt(event.rect().bottom())
            last = rows - 1 if last < 0 else last
            if self.lines.fetch(first, last, READING_SECONDS):
                self._next_frame.stop()
            else:
                self._next_frame.start()
        super().paintEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.model().rowCount() - 1}
        if event.key() == Qt.Key.Key_Space:
            self.tick_chosen()
        elif event.key() in ends and not event.modifiers():
            self.setCurrentIndex(self.lines.index(ends[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if _is_on_tick(point):
            self.lines.tick([range(index.row(), index.row() + 1)])
            self.ticked.emit()
        elif is_plain and sum(map(len, self.chosen_runs())) == 1:
            self.row_clicked.emit(index)


def _is_on_tick(point: QPoint) -> bool:
    return point.x() < MARGIN + TICK + GAP // 2
