"""The lines of facts: from value to value by keys, a row of facts marked as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui.facts.delegate import ONE_ROW, FactsDelegate, height_of
from ui.facts.entries import Value
from ui.facts.lines import AnyLine, Fold, Line, Title
from ui.facts.model import Column, FactsModel
from ui.widgets.indexes import AnyIndex
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.row_table import show_whole_rows

NARROW = 560
"""Below this width what it is about stands above, not in a column."""
WHOLE_LINE = {False: (Column.SUBJECT, 1, 4), True: (Column.A, 1, 2)}
"""The first column of what has a line for itself, and its rows and columns."""
SUBJECT_SHARE, STATE_SHARE = 0.2, 0.22
LINES_AT_ONCE = 100
"""So many lines are measured before other events get their turn."""
NARROWEST_STATE, WIDEST_STATE = 110, 240


class FactsTable(QTableView):
    """Enter or a click shows a value, unfolds, or asks for a verdict at the end."""

    value_opened = Signal(object, bool)  # Value, whether it is the left document's
    verdict_wanted = Signal()
    line_changed = Signal()

    def __init__(self, model: FactsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = model
        self._remembered: tuple[object, int, int] = (None, 0, Column.A)
        self._unsized: Iterator[tuple[int, AnyLine]] = iter(())
        self._slices = QTimer(self, singleShot=True, interval=0)
        self._slices.timeout.connect(self._size_some)
        self._prepare()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        self.clicked.connect(self._click)

    @property
    def line(self) -> Line | None:
        """The line that is stood on, if it shows values."""
        line = self.facts.line_at(self.currentIndex())
        if isinstance(line, Title):
            return Line(line.entry, 0)
        return line if isinstance(line, Line) else None

    @property
    def value(self) -> Value | None:
        """The value that is stood on."""
        return self.facts.value_at(self.currentIndex())

    def go_to_first(self) -> None:
        """Stand on the first value."""
        numbers = (n for n, it in enumerate(self.facts.lines) if isinstance(it, Line))
        first = next(numbers, None)
        if first is not None:
            self._stand_on(first, Column.A)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTER_KEYS, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def selectionCommand(
        self, index: AnyIndex, event: object = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave selecting to `currentChanged`, which marks the whole row of facts."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self._mark_row(current)
        self.line_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The width of all, not of the viewport: a scroll bar must not decide this.
        is_narrow, before = self.width() < NARROW, self._widths()
        if is_narrow != self.facts.is_narrow:
            self.facts.show_narrow(is_narrow=is_narrow)
        self._share_width()
        if self._widths() != before:
            self._size_lines()

    def _prepare(self) -> None:
        show_whole_rows(self, ONE_ROW)
        self.setModel(self.facts)
        self.setItemDelegate(FactsDelegate(self))
        self.setAccessibleName("Facts of both documents")
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for it in (self.horizontalHeader(), self.verticalHeader()):
            # Headers would ask about every line whenever one is selected.
            it.setSelectionModel(QItemSelectionModel(self.facts, it))

    def _share_width(self) -> None:
        header, width = self.horizontalHeader(), self.viewport().width()
        is_narrow = self.facts.is_narrow
        for column in (Column.SUBJECT, Column.STATE):
            self.setColumnHidden(column, is_narrow)
        if is_narrow:
            header.resizeSection(Column.A, width // 2)
            header.resizeSection(Column.B, width - width // 2)
            return
        state = min(max(int(width * STATE_SHARE), NARROWEST_STATE), WIDEST_STATE)
        subject = int(width * SUBJECT_SHARE)
        side = (width - state - subject) // 2
        for column, size in zip(
            Column, (subject, side, width - state - subject - side, state), strict=True
        ):
            header.resizeSection(column, size)

    def _mark_row(self, current: AnyIndex) -> None:
        lines, first = self.facts.lines, current.row()
        last = first
        while first > 0 and _are_of_one(lines[first - 1], lines[first]):
            first -= 1
        while last + 1 < len(lines) and _are_of_one(lines[last], lines[last + 1]):
            last += 1
        marked = QItemSelection(
            self.facts.index(first, 0), self.facts.index(last, Column.STATE)
        )
        command = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(marked, command)

    def _click(self, index: QModelIndex) -> None:
        line = self.facts.line_at(index)
        is_about = isinstance(line, Title) or index.column() == Column.SUBJECT
        if isinstance(line, Fold) or not is_about:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        line = self.facts.line_at(index)
        if isinstance(line, Fold):
            self.facts.toggle_fold(line.kind)
        elif isinstance(line, Title) or index.column() == Column.STATE:
            self.verdict_wanted.emit()
        elif value := self.facts.value_at(index):
            is_left = isinstance(line, Line) and value is line.a
            self.value_opened.emit(value, is_left)

    def _remember(self) -> None:
        """Remember what is stood on: a fold by its kind, a line by its subject."""
        index = self.currentIndex()
        known = _name_of(self.facts.line_at(index))
        self._remembered = (known, index.row(), max(index.column(), 0))

    def _return(self) -> None:
        """Stand on the same line again or, if it is gone, on the one in its place."""
        self._span_lines()
        self._size_lines()
        known, row, column = self._remembered
        names = [_name_of(line) for line in self.facts.lines]
        if known is not None and known in names:
            self._stand_on(names.index(known), column)
        elif known is not None and names:
            self._stand_on(min(row, len(names) - 1), column)
        else:
            self.go_to_first()

    def _stand_on(self, row: int, column: int) -> None:
        self.setCurrentIndex(self.facts.index(row, column))

    def _widths(self) -> Mapping[Column, int]:
        """Return the widths of the columns that are shown."""
        shown = [it for it in Column if not self.isColumnHidden(it)]
        return {it: self.columnWidth(it) for it in shown}

    def _span_lines(self) -> None:
        self.clearSpans()
        for row, line in enumerate(self.facts.lines):
            if not isinstance(line, Line):
                self.setSpan(row, *WHOLE_LINE[self.facts.is_narrow])

    def _size_lines(self) -> None:
        """Give each line its height: first the first ones, the others in slices."""
        self._unsized = enumerate(self.facts.lines)
        self._size_some()

    def _size_some(self) -> None:
        header, widths = self.verticalHeader(), self._widths()
        top = max(self.rowAt(0), 0)
        before = self.rowViewportPosition(top)
        sized = [*islice(self._unsized, LINES_AT_ONCE)]
        for row, line in sized:
            height = height_of(line, widths)
            if height != header.sectionSize(row):
                header.resizeSection(row, height)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(top) - before)
        if sized:
            self._slices.start()


def _are_of_one(above: AnyLine, below: AnyLine) -> bool:
    """Tell whether two lines show the same row of facts."""
    if not isinstance(above, Line | Title) or not isinstance(below, Line):
        return False
    return above.entry is below.entry


def _name_of(line: AnyLine | None) -> object:
    """Return what is the same of a line after the facts were read again."""
    if isinstance(line, Fold):
        return line.kind
    if isinstance(line, Line | Title):
        row = line.entry.row
        number = line.number if isinstance(line, Line) else 0
        return row.kind, row.subject, row.a, row.b, number, isinstance(line, Title)
    return None
