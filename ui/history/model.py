"""The steps of the project as rows, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from ui.theme import interface_font, tokens
from ui.widgets.indexes import AnyIndex
from ui.widgets.moments import readable_moment
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.changes import Step

STEP_ROLE = Qt.ItemDataRole.UserRole + 200


class Column(IntEnum):
    """What stands in which column."""

    LABEL = 0
    STATE = 1
    TIME = 2
    ANALYST = 3


class HistoryModel(TableModel[Step]):
    """A row for each step; those taken back stand above the newest that is in force."""

    headings = ("Step", "State", "Time", "Analyst")

    def show(self, steps: Sequence[Step]) -> None:
        """Show these steps, which come oldest first."""
        self.beginResetModel()
        self._rows = list(reversed(steps))
        self.endResetModel()

    @property
    def present_row(self) -> int:
        """The row of the newest step in force, -1 when there is none."""
        rows = (row for row, step in enumerate(self._rows) if not step.is_undone)
        return next(rows, -1)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        step, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index.row(), column)
            case Qt.ItemDataRole.ForegroundRole:
                is_muted = step.is_undone or column is not Column.LABEL
                return tokens().muted if is_muted else tokens().text
            case Qt.ItemDataRole.FontRole if step.is_undone:
                return _italic()
            case Qt.ItemDataRole.ToolTipRole:
                moment = f"{step.time.astimezone():%Y-%m-%d %H:%M:%S}"
                return plain_tooltip(f"{step.label}\n{moment} · {_walk(step)}")
        return step if role == STEP_ROLE else None

    def _shown(self, row: int, column: Column) -> str:
        step = self._rows[row]
        match column:
            case Column.LABEL:
                return step.label
            case Column.STATE:
                present = "now" if row == self.present_row else ""
                return "undone" if step.is_undone else present
            case Column.TIME:
                return readable_moment(step.time, with_time=True)
            case Column.ANALYST:
                return step.analyst


def _walk(step: Step) -> str:
    if step.is_undone:
        return "double click to redo up to here"
    return "double click to go back to here"


def _italic() -> QFont:
    font = interface_font()
    font.setItalic(True)
    return font
