"""Facts as lines of a table: what it is about, what each document says, and whether."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, Qt
from typing_extensions import override

from ui.facts.entries import Entry, Value
from ui.facts.lines import (
    EVERYTHING,
    AnyLine,
    Fold,
    Heading,
    Line,
    Title,
    Wanted,
    lines_of,
    with_titles,
)
from ui.facts.wording import (
    KIND_NAMES,
    LETTERS,
    fold_words,
    heading_fact,
    lettered,
    verdict_in_words,
)
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from workbench.model.facts import FactKind

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SHOWN = Qt.ItemDataRole.DisplayRole
NOTHING_SAID = "nothing found"


class Column(IntEnum):
    """What stands in which column."""

    SUBJECT = 0
    A = 1
    B = 2
    STATE = 3


class FactsModel(QAbstractTableModel):
    """Shows those of its entries that are wanted, unfolded or not."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._unfolded: frozenset[FactKind] = frozenset()
        self._lines: list[AnyLine] = []
        self._titles = ("", "")
        self._wanted = EVERYTHING
        self._is_narrow = False

    @property
    def entries(self) -> Sequence[Entry]:
        """All rows of facts, whatever is shown of them."""
        return self._entries

    @property
    def wanted(self) -> Wanted:
        """Which of them are shown."""
        return self._wanted

    @property
    def is_narrow(self) -> bool:
        """Whether titles above the lines stand for the outer columns."""
        return self._is_narrow

    @property
    def lines(self) -> Sequence[AnyLine]:
        """What is shown, from top to bottom."""
        return self._lines

    @property
    def shown(self) -> int:
        """How many entries are wanted, folded away or not."""
        return sum(map(self._wanted.takes, self._entries))

    def show_entries(self, entries: Sequence[Entry], titles: tuple[str, str]) -> None:
        """Show other rows; what is wanted and unfolded stays so."""
        self.beginResetModel()
        self._entries, self._titles = entries, titles
        self._arrange()
        self.endResetModel()

    def show_wanted(self, wanted: Wanted) -> None:
        """Show only these."""
        self.beginResetModel()
        self._wanted = wanted
        self._arrange()
        self.endResetModel()

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Set titles above the lines, or leave what they say to the outer columns."""
        self.beginResetModel()
        self._is_narrow = is_narrow
        self._arrange()
        self.endResetModel()

    def toggle_fold(self, kind: FactKind) -> None:
        """Unfold what both documents say alike of a kind, or fold it away."""
        self.beginResetModel()
        self._unfolded ^= {kind}
        self._arrange()
        self.endResetModel()

    def line_at(self, index: AnyIndex) -> AnyLine | None:
        """Return what a line shows."""
        is_there = 0 <= index.row() < len(self._lines)
        return self._lines[index.row()] if is_there else None

    def value_at(self, index: AnyIndex) -> Value | None:
        """Return the value in a cell: in both outer columns the left one, if any."""
        line = self.line_at(index)
        if not isinstance(line, Line):
            return None
        if index.column() == Column.B:
            return line.b
        return line.a if index.column() == Column.A else line.a or line.b

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = 0
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        names = ("About", *map(lettered, LETTERS, self._titles), "Relation")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(names[section])
        return names[section] if role == SHOWN else None

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if isinstance(self.line_at(index), Heading):
            return Qt.ItemFlag.NoItemFlags  # keys pass it by
        return super().flags(index)

    @override
    def data(self, index: AnyIndex, role: int = SHOWN) -> object:
        line = self.line_at(index)
        if role == LINE_ROLE or line is None:
            return line
        if role in {SHOWN, Qt.ItemDataRole.AccessibleTextRole}:
            return " · ".join(_words(line, index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, Line | Title):
            return plain_tooltip("\n".join(_words(line, index.column())))
        return None

    def _arrange(self) -> None:
        lines = lines_of(self._entries, self._wanted, self._unfolded)
        self._lines = with_titles(lines) if self._is_narrow else lines


def _words(line: AnyLine, column: int) -> list[str]:
    """Return all that a cell says."""
    if isinstance(line, Heading):
        return [KIND_NAMES[line.kind], heading_fact(line)]
    if isinstance(line, Fold):
        return [fold_words(line)]
    if isinstance(line, Title):
        return [*_subject(line.entry), *_state(line.entry, 0)]
    if column in {Column.A, Column.B}:
        value = line.a if column == Column.A else line.b
        return _said(value) if value or line.number else [NOTHING_SAID]
    if column == Column.SUBJECT:
        return _subject(line.entry)
    return _state(line.entry, line.number)


def _subject(entry: Entry) -> list[str]:
    return [it for it in (entry.row.subject, entry.explained) if it]


def _state(entry: Entry, number: int) -> list[str]:
    verdict = entry.verdict_on(number)
    return [verdict_in_words(verdict) if verdict else entry.state.value]


def _said(value: Value | None) -> list[str]:
    said = [value.words, value.meaning] if value else []
    return [it for it in said if it]
