"""The lines of a concordance as rows, read when they come into view."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from typing_extensions import override

from ui.concordance.finding import Place, key_of, keys_of
from ui.concordance.ticks import Ticks
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from workbench.errors import WorkbenchError
from workbench.model.concordances import Concordance, Line
from workbench.model.ids import DocumentId

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
TICK_ROLE = int(Qt.ItemDataRole.UserRole) + 2
KEPT = 2_000
"""So many lines are kept when more have been read."""

ReadLine = Callable[[Concordance, int], Line]


class LinesModel(QAbstractListModel):
    """A row for each line; `read` gets one, which can cost the reading of a text."""

    def __init__(self, read: ReadLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.read = read
        self.concordance: Concordance | None = None
        self._lines: dict[int, Line | None] = {}
        self.ticks = Ticks()

    @property
    def ticked(self) -> int:
        """How many lines are ticked."""
        return self.ticks.count(self.rowCount())

    def show(self, concordance: Concordance, *, keep_ticks: bool) -> None:
        """Show these lines, with the ticks or without."""
        self.beginResetModel()
        self.concordance = concordance
        self._lines = {}
        if not keep_ticks:
            self.ticks = Ticks()
        self.endResetModel()

    def fetch(self, first: int, last: int, seconds: float) -> bool:
        """Read these rows until the time is up; tell whether all are there.

        Texts not read lately come from the file: 5 MB take some milliseconds.
        """
        if len(self._lines) > KEPT:
            self._lines = {}
        until = time.perf_counter() + seconds
        for row in range(first, last + 1):
            if row not in self._lines:
                if time.perf_counter() > until:
                    return False
                self._read(row)
        return True

    def known(self, row: int) -> Line | None:
        """Return a line if it was read and is still there."""
        return self._lines.get(row)

    def line(self, row: int) -> Line | None:
        """Return a line; None for one whose document has just gone."""
        if row not in self._lines:
            self._read(row)
        return self._lines[row]

    def place(self, row: int) -> Place:
        """Return where the match of a row stands."""
        lines = self.concordance
        assert lines is not None
        return DocumentId(lines.documents[row]), lines.span(row)

    def row_of(self, place: Place) -> int:
        """Return the row of a place, -1 when it is not listed."""
        lines = self.concordance
        if lines is None:
            return -1
        document_id, span = place
        row = _next(lines.starts, span.start, 0)
        while row >= 0 and lines.documents[row] != document_id:
            row = _next(lines.starts, span.start, row + 1)
        return row

    def tick(self, runs: Sequence[range]) -> None:
        """Tick these rows, or take their ticks away if all of them have one."""
        if sum(map(len, runs)) == self.rowCount():
            self._set_ticks(self.ticks.all_turned())
        else:
            keys = set[int]().union(*map(self._keys, runs))
            self._set_ticks(self.ticks.turned(keys))

    def untick_all(self) -> None:
        """Take every tick away."""
        self._set_ticks(Ticks())

    def is_ticked(self, row: int) -> bool:
        """Tell whether a row has a tick."""
        lines = self.concordance
        assert lines is not None
        return key_of(lines.documents[row], lines.starts[row]) in self.ticks

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        if parent.isValid() or self.concordance is None:
            return 0
        return len(self.concordance)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        # So that a press on several that are selected leaves them so.
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = index.row()
        match role:
            case _ if role == LINE_ROLE:
                return self.known(row)
            case _ if role == TICK_ROLE:
                return self.is_ticked(row)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _said(self.line(row), is_ticked=self.is_ticked(row))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(_explained(self.line(row)))
        return None

    def _read(self, row: int) -> None:
        assert self.concordance is not None
        try:
            self._lines[row] = self.read(self.concordance, row)
        except WorkbenchError:
            # Its document went away; the lines are about to be found again.
            self._lines[row] = None

    def _keys(self, run: range) -> set[int]:
        lines, rows = self.concordance, slice(run.start, run.stop)
        assert lines is not None
        return keys_of(lines.documents[rows], lines.starts[rows])

    def _set_ticks(self, ticks: Ticks) -> None:
        self.ticks = ticks
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(count - 1), [TICK_ROLE])


def _next(numbers: array[int], wanted: int, start: int) -> int:
    try:
        return numbers.index(wanted, start)
    except ValueError:
        return -1


def _said(line: Line | None, *, is_ticked: bool) -> str:
    if line is None:
        return ""
    words = f"{line.left}{line.match}{line.right}".strip()
    return f"{'Ticked, ' if is_ticked else ''}{words}, {title_of(line)}"


def _explained(line: Line | None) -> str:
    if line is None:
        return ""
    return f"{title_of(line)}\n…{line.left}{line.match}{line.right}…"


def title_of(line: Line) -> str:
    """Return what the document of a line is called."""
    return line.document.title or line.document.name
