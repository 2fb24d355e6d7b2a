"""The row above a listing: words to filter by, conditions, and what clears them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMargins, QPoint
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.described.fields import Condition, Field
from ui.described.filter_popup import FilterPopup
from ui.described.model import DescribedModel
from ui.described.rows import ArrangedRows
from ui.resources import icon
from ui.widgets.condition_chips import ConditionChips
from ui.widgets.keys import FilterKeys

LONGEST_CHIP = 210


class FilterBar(QWidget):
    """Sets which rows are shown."""

    def __init__(
        self,
        model: DescribedModel[Any],
        rows: ArrangedRows,
        view: QAbstractItemView,
        noun: str,
    ) -> None:
        super().__init__()
        self._rows = rows
        self.field = QLineEdit()
        self.button = QToolButton()
        self.clear_button = QToolButton()
        self.strip = ConditionChips(LONGEST_CHIP, QMargins(14, 0, 14, 8))
        self.popup = FilterPopup(self._count_values, self)
        self._model = model
        self._line = QWidget()
        self._prepare(noun)
        FilterKeys(self.field, view)
        self._lay_out()
        self.field.textChanged.connect(self._filter)
        self.button.clicked.connect(self.open_popup)
        self.popup.asked.connect(self.add)
        self.strip.removed.connect(self._remove)
        self.clear_button.clicked.connect(self.clear)
        model.fields_changed.connect(self._follow_fields)

    def add(self, condition: Condition) -> None:
        """Show only what meets this condition as well."""
        others = [it for it in self._rows.conditions if it != condition]
        self._set([*others, condition])

    def clear(self) -> None:
        """Show everything."""
        self.field.clear()
        self._set([])

    def open_popup(self) -> None:
        """Offer the fields that a condition can be on."""
        below = QPoint(0, self.button.height())
        self.popup.open_at(self.button.mapToGlobal(below), self._model.filter_fields)

    def set_shown(self, *, is_shown: bool) -> None:
        """Show the row, or nothing while there is nothing to filter."""
        self._line.setVisible(is_shown)

    def _prepare(self, noun: str) -> None:
        self.field.setPlaceholderText(f"Filter {noun}")
        self.field.setAccessibleName(f"Filter {noun}")
        self.button.setIcon(icon("funnel"))
        self.button.setToolTip("Filter by a value, a date, a tag…")
        self.button.setAccessibleName("Add a condition to the filter")
        self.clear_button.setText("Clear")
        self.clear_button.setToolTip(f"Show all {noun}")
        self.clear_button.setAccessibleName("Clear the filter")
        self.clear_button.setProperty("link", True)
        self.clear_button.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._line)
        row.setContentsMargins(14, 0, 8, 8)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        row.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self.strip)

    def _filter(self, text: str) -> None:
        self._rows.set_words(text)
        self._show_whether_filtering()

    def _set(self, conditions: Sequence[Condition]) -> None:
        self._rows.set_conditions(conditions)
        self.strip.show_labels({it: it.label for it in conditions})
        self._show_whether_filtering()

    def _show_whether_filtering(self) -> None:
        self.clear_button.setVisible(self._rows.is_filtering)

    def _remove(self, condition: Condition) -> None:
        self._set([it for it in self._rows.conditions if it != condition])
        self.button.setFocus()

    def _follow_fields(self) -> None:
        """Keep conditions on the fields as they are now called and typed."""
        fields = {it.key: it for it in self._model.filter_fields}
        kept = [
            Condition(fields[it.field.key], it.test, it.text)
            for it in self._rows.conditions
            if it.field.key in fields and it.field.kind is fields[it.field.key].kind
        ]
        if kept != self._rows.conditions:
            self._set(kept)

    def _count_values(self, field: Field) -> Counter[str]:
        """Return how many of all rows have each value; of dates, each year."""
        rows = range(self._model.rowCount())
        texts = (it for row in rows for it in self._model.texts(row, field) or ("",))
        return Counter(field.group_of(text) for text in texts)
