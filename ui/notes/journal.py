"""The journal: entries under the day they were begun, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui import theme
from ui.notes.lines import NoteLine, one_line
from ui.notes.model import LINE_ROLE, SNIPPET
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.moments import readable_date
from ui.widgets.row_text import paint_line
from ui.widgets.rows import MARGIN, Role, TwoLineDelegate
from workbench.model.notes import NoteTarget

DAY_TOP = 20
RIGHT_END = Qt.TextElideMode.ElideRight


class JournalModel(QAbstractListModel):
    """A row for each day, and below it one for each entry of that day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[date | NoteLine] = []

    def show(self, lines: Iterable[NoteLine]) -> None:
        """Show these entries."""
        self.beginResetModel()
        newest_first = sorted(lines, key=_begun, reverse=True)
        self._rows = []
        for day, entries in groupby(newest_first, key=lambda it: _begun(it).date()):
            self._rows += [day, *entries]
        self.endResetModel()

    def row_of(self, target: NoteTarget | None) -> int:
        """Return the row of an entry, -1 when it is not there."""
        places = (
            row
            for row, it in enumerate(self._rows)
            if isinstance(it, NoteLine) and it.target == target
        )
        return next(places, -1)

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], date):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, date):
            return _day_in_words(row) if role == Role.TITLE else None
        match role:
            case Role.TITLE:
                return one_line(row.placed.note.text[:SNIPPET])
            case Role.FACTS:
                return f"{_begun(row):%H:%M} · {row.placed.note.analyst}"
            case _ if role == LINE_ROLE:
                return row
        return None


class JournalDelegate(TwoLineDelegate):
    """Paints a day as a heading over its entries."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        if index.data(LINE_ROLE) is not None:
            super().paint(painter, option, index)
            return
        room = option.rect.adjusted(MARGIN, DAY_TOP, -MARGIN, 0)
        font = theme.interface_font(12, semibold=True)
        painter.save()
        painter.setPen(theme.tokens().muted)
        line = QRect(room.x(), room.y(), room.width(), 20)
        paint_line(painter, line, index.data(Role.TITLE), font, RIGHT_END)
        painter.restore()


class JournalView(QListView):
    """The entries by day; Enter or a double click goes on writing in one."""

    row_opened = Signal(QModelIndex)
    current_changed = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = JournalModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(JournalDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Journal")
        self.doubleClicked.connect(self.row_opened)

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.row_opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def _begun(line: NoteLine) -> datetime:
    return line.placed.note.created_at.astimezone()


def _day_in_words(day: date) -> str:
    words = readable_date(day.isoformat(), in_full=True)
    today = datetime.now().astimezone().date()
    if day == today:
        return f"Today, {words}"
    return f"Yesterday, {words}" if day == today - timedelta(days=1) else words
