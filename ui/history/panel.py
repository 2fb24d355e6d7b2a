"""What was done in the project, step by step, and the way back and forth."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.history.model import STEP_ROLE, Column, HistoryModel
from ui.keymap import explain
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_table import RowTable, size_columns
from workbench.model.changes import Step

WIDTHS = {Column.STATE: 72, Column.TIME: 140, Column.ANALYST: 140}


class HistoryPanel(QWidget):
    """Steps, newest first; Enter or a double click goes to the state after one."""

    undo_requested = Signal()
    redo_requested = Signal()
    walk_requested = Signal(int)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HistoryModel(self)
        self.undo_button = QPushButton("Undo")
        self.redo_button = QPushButton("Redo")
        self.hint = ElidedLabel(
            "Enter on a step goes to the state after it, back or forth"
        )
        self.hint.setProperty("muted", True)
        self.table = RowTable()
        self.empty = EmptyState(
            "Nothing done yet",
            "Every change of the project stands here and can be undone, also after"
            " closing.",
        )
        self._pages = QStackedWidget()
        self.table.setModel(self.model)
        self.table.setAccessibleName("History")
        size_columns(self.table, Column.LABEL, WIDTHS)
        self._lay_out()
        explain(self.undo_button, "Undo", "edit.undo")
        explain(self.redo_button, "Redo", "edit.redo")
        self.undo_button.clicked.connect(self.undo_requested)
        self.redo_button.clicked.connect(self.redo_requested)
        self.table.row_opened.connect(self._request_walk)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps, which come oldest first."""
        current: Step | None = self.table.currentIndex().data(STEP_ROLE)
        self.model.show(steps)
        ids = [step.id for step in reversed(steps)]
        if current and current.id in ids:
            self.table.setCurrentIndex(self.model.index(ids.index(current.id), 0))
        for part in (self.undo_button, self.redo_button, self.hint):
            part.setVisible(bool(steps))
        self._pages.setCurrentWidget(self.table if steps else self.empty)

    def show_labels(self, undo: str | None, redo: str | None) -> None:
        """Name on the buttons what they would do; None switches one off."""
        for button, verb, label in (
            (self.undo_button, "Undo", undo),
            (self.redo_button, "Redo", redo),
        ):
            button.setEnabled(label is not None)
            button.setText(_short(f"{verb}: {label}") if label else verb)
            button.setAccessibleName(f"{verb} {label or ''}".strip())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(14, 8, 14, 8)
        tools.setSpacing(8)
        tools.addWidget(self.undo_button)
        tools.addWidget(self.redo_button)
        tools.addWidget(self.hint, 1)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self._pages, 1)

    def _request_walk(self, index: QModelIndex) -> None:
        step: Step | None = index.data(STEP_ROLE)
        if step is not None:
            self.walk_requested.emit(step.id)


def _short(text: str, limit: int = 44) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
