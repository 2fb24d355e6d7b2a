"""The lines as a list in which what shall be filled in is ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QObject, Qt, Signal
from typing_extensions import override

from ui.references.lines import Line, Standing
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.rows import Role
from workbench.model.references import ReferenceChange, ReferenceMatch

BADGES: dict[Standing, list[tuple[str, str]]] = {
    Standing.MATCHED: [],
    Standing.UNSURE: [("not sure", "warn")],
    Standing.MISSING: [("no document", "plain")],
    Standing.BROKEN: [("broken", "bad")],
}


class LineRole(IntEnum):
    """What the list gives beside `Role`: the changes shown, and the tick or None."""

    CHANGES = int(Qt.ItemDataRole.UserRole) + 201
    IS_TICKED = int(Qt.ItemDataRole.UserRole) + 202


class LinesModel(QAbstractListModel):
    """What would change something is ticked until its tick is taken away."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self._overwrites = False
        self._unticked: set[ReferenceMatch] = set()
        self._given: dict[int, Callable[[int], object]] = {
            Role.TITLE: lambda row: self.lines[row].title,
            Role.FACTS: self._facts,
            Role.BADGES: self._badges,
            LineRole.CHANGES: self.changes,
            LineRole.IS_TICKED: self.is_ticked,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: self._tooltip,
        }

    @property
    def overwrites(self) -> bool:
        """Whether what documents say now is to be replaced too."""
        return self._overwrites

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; what was unticked stays so."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()
        self.ticks_changed.emit()

    def set_overwrites(self, overwrites: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Let what documents say now be replaced, or stay."""
        self.beginResetModel()
        self._overwrites = overwrites
        self.endResetModel()
        self.ticks_changed.emit()

    def ticked(self) -> list[ReferenceMatch]:
        """Return what shall be filled in."""
        return [
            line.matched
            for row, line in enumerate(self.lines)
            if line.matched and self.is_ticked(row)
        ]

    def is_ticked(self, row: int) -> bool | None:
        """Tell whether a line is ticked; None where there is nothing to tick."""
        line = self.lines[row]
        if line.matched is None or not self.changes(row):
            return None
        return line.matched not in self._unticked

    def toggle(self, row: int) -> None:
        """Tick a line, or take its tick away."""
        matched = self.lines[row].matched
        if matched is None or self.is_ticked(row) is None:
            return
        self._unticked ^= {matched}
        index = self.index(row)
        self.dataChanged.emit(index, index)
        self.ticks_changed.emit()

    def changes(self, row: int) -> list[ReferenceChange]:
        """Return what a line would change now."""
        return self.lines[row].shown_changes(overwrites=self._overwrites)

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        given = self._given.get(role)
        return given(index.row()) if given else None

    def _badges(self, row: int) -> list[tuple[str, str]]:
        return BADGES[self.lines[row].standing]

    def _tooltip(self, row: int) -> str:
        return plain_tooltip("\n".join([self.lines[row].title, *self._told(row)]))

    def _facts(self, row: int) -> str:
        line = self.lines[row]
        if line.matched is None or self.changes(row):
            return line.facts
        says = "nothing to fill in" if line.changes else "says the same already"
        return f"{line.facts} · {says}"

    def _told(self, row: int) -> list[str]:
        return [self._facts(row), *map(change_words, self.changes(row))]

    def _spoken(self, row: int) -> str:
        line = self.lines[row]
        ticked = {True: ["ticked"], False: ["not ticked"], None: []}
        badges = [text for text, _kind in self._badges(row)]
        return ", ".join(
            [line.title, *badges, *ticked[self.is_ticked(row)], *self._told(row)]
        )


def change_words(change: ReferenceChange) -> str:
    """Return `Date: 2021 → 2022-11-08`."""
    return f"{change.name}: {values_words(change)}"


def values_words(change: ReferenceChange) -> str:
    """Return the old value, if there is one, and the new."""
    return f"{change.old} → {change.new}" if change.old else change.new
