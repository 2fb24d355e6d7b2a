"""A page of counted words: a table to sort, and controls for how to count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QSpinBox, QWidget

from ui.concordance.counts_model import ROW_ROLE, Count, CountsModel
from ui.concordance.page import Page, control_label
from ui.widgets.plain import plain_tooltip
from ui.widgets.row_table import RowTable

NUMBER_WIDTH = 136
QUIET_MS = 300


class CountsPage(Page):
    """Shows rows; `changed` says that counting anew is wanted, after a pause."""

    changed = Signal()
    row_activated = Signal(object)

    def __init__(
        self, columns: Sequence[Count], purpose: tuple[str, str], name: str
    ) -> None:
        self.model = CountsModel(columns)
        self.table = RowTable()
        super().__init__(self.table, *purpose)
        self.model.setParent(self)
        self.table.setAccessibleName(name)
        self.table.setModel(self.model)
        self._set_columns()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.changed)
        self.table.row_opened.connect(self._activate)

    def show_rows(self, rows: Sequence[Any], facts: str) -> None:
        """Show what was counted; the first row becomes the current one."""
        self.model.show(rows)
        self.show_view(facts)
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.scrollToTop()

    def add_number(
        self, text: str, tip: str, least: int, most: int, value: int
    ) -> QSpinBox:
        """Add a number to choose; changing it counts anew."""
        box = QSpinBox()
        box.setRange(least, most)
        box.setValue(value)
        box.setFixedWidth(64)
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.valueChanged.connect(lambda _value: self._quiet.start())
        self._add(text, tip, box)
        return box

    def add_choice(self, text: str, tip: str, names: Sequence[str]) -> QComboBox:
        """Add a list to choose from; choosing counts anew."""
        box = QComboBox()
        box.addItems(list(names))
        box.currentIndexChanged.connect(lambda _number: self._quiet.start())
        self._add(text, tip, box)
        return box

    def _add(self, text: str, tip: str, control: QWidget) -> None:
        control.setToolTip(plain_tooltip(tip))
        control.setAccessibleName(tip)
        self.add_control(control_label(text, control))
        self.add_control(control)
        self.add_space()

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_activated.emit(index.data(ROW_ROLE))

    def _set_columns(self) -> None:
        header = self.table.horizontalHeader()
        for number, column in enumerate(self.model.columns):
            if column.is_number:
                header.resizeSection(number, NUMBER_WIDTH)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.table.setSortingEnabled(True)
