"""Where a condition is put together: first its field, then what that should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.described.fields import Condition, Field
from ui.widgets.asking_popup import AskingPopup
from ui.widgets.choice_list import Choice
from workbench.errors import InvalidValue
from workbench.model.attributes import AttributeType
from workbench.model.value_tests import ValueTest
from workbench.operations.values import checked_date, checked_number

CountValues = Callable[[Field], Counter[str]]

CHECKS = {
    AttributeType.NUMBER: checked_number,
    AttributeType.DATE: checked_date,
}
EXPLANATIONS = {
    AttributeType.NUMBER: "Value, or type a number",
    AttributeType.DATE: "Year, or type a date",
    AttributeType.TEXT: "Value, or type a part of it",
    AttributeType.CHOICE: "Value",
}


class FilterPopup(AskingPopup):
    """Offers the fields, then the values that there are; all of it by typing."""

    asked = Signal(object)  # Condition

    def __init__(
        self, count_values: CountValues, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedSize(340, 320)
        self._count_values = count_values
        self._field: Field | None = None
        self.choices.typed.connect(self._offer_typed)
        self.choices.chosen.connect(self._choose)

    def open_at(self, point: QPoint, fields: Sequence[Field]) -> None:
        """Offer these fields."""
        self._field = None
        choices = [
            Choice(it.name, "of passages" if it.separator else it.kind.value, it)
            for it in fields
        ]
        self.ask("Filter by", "Field", choices)
        self.begin_at(point)

    def _choose(self, chosen: Field | Condition) -> None:
        if isinstance(chosen, Condition):
            self.close()
            self.asked.emit(chosen)
            return
        self._field = chosen
        self.ask(chosen.name, EXPLANATIONS[chosen.kind], self._values(chosen))

    def _values(self, field: Field) -> list[Choice]:
        counts = self._count_values(field)
        empty = counts.pop("", 0)
        values = sorted(counts, key=field.sort_key)
        offered = [
            Choice(
                field.shown(it), f"{counts[it]:,}", Condition(field, ValueTest.IS, it)
            )
            for it in values
        ]
        filled = f"{sum(counts.values()):,}" if not field.separator else ""
        return [
            *offered,
            Choice("Empty", f"{empty:,}", Condition(field, ValueTest.EMPTY)),
            Choice("Not empty", filled, Condition(field, ValueTest.FILLED)),
        ]

    def _offer_typed(self, typed: str) -> None:
        field = self._field
        if not typed or field is None or field.separator:
            return
        if field.kind is AttributeType.TEXT:
            contains = Condition(field, ValueTest.CONTAINS, typed)
            self.choices.add_for_typed([Choice(f"Contains “{typed}”", "", contains)])
        elif field.kind in CHECKS:
            self._offer_comparison(field, typed)

    def _offer_comparison(self, field: Field, typed: str) -> None:
        try:
            text = CHECKS[field.kind](typed)
        except InvalidValue:
            return
        tests = {"At least": ValueTest.AT_LEAST, "At most": ValueTest.AT_MOST}
        self.choices.add_for_typed(
            [
                Choice(f"{words} {field.shown(text)}", "", Condition(field, test, text))
                for words, test in tests.items()
            ]
        )
