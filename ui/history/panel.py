"""What was done in the project, step by step, and the way back and forth."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.history.model import STEP_ROLE, Column, HistoryModel
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from workbench.model.changes import Step

ROW_HEIGHT = 26
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WIDTHS = {Column.STATE: 72, Column.TIME: 140, Column.ANALYST: 140}


class HistoryPanel(QWidget):
    """Steps, newest first; Enter or a double click goes to the state after one."""

    undo_requested = Signal()
    redo_requested = Signal()
    walk_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HistoryModel(self)
        self.undo_button = QPushButton("Undo")
        self.redo_button = QPushButton("Redo")
        self.hint = ElidedLabel("Double click a step to go to the state after it")
        self.hint.setProperty("muted", True)
        self.table = QTableView()
        self.empty = EmptyState(
            "Nothing done yet",
            "Every change of the project stands here and can be undone, also after"
            " closing.",
        )
        self._pages = QStackedWidget()
        self._prepare_table()
        self._lay_out()
        self.undo_button.clicked.connect(self.undo_requested)
        self.redo_button.clicked.connect(self.redo_requested)
        self.table.doubleClicked.connect(self._request_walk)

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
        for button, verb, key, label in (
            (self.undo_button, "Undo", "Ctrl+Z", undo),
            (self.redo_button, "Redo", "Ctrl+Shift+Z", redo),
        ):
            button.setEnabled(label is not None)
            button.setText(_short(f"{verb}: {label}") if label else verb)
            button.setToolTip(f"{verb} ({key})")
            button.setAccessibleName(f"{verb} {label or ''}".strip())

    def _prepare_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName("History")
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(Column.LABEL, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)
        table.installEventFilter(self)

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

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and is_press and event.key() in ENTER_KEYS:
            self._request_walk(self.table.currentIndex())
            return True
        return super().eventFilter(watched, event)


def _short(text: str, limit: int = 44) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
