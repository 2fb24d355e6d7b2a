"""What rows are sorted, filtered and grouped by, and the conditions of a filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ui.widgets.moments import readable_date
from workbench.model.attributes import Attribute, AttributeType
from workbench.model.ids import AttributeId
from workbench.model.value_tests import ValueTest, value_fits
from workbench.operations.values import readable_value

YEAR = len("2022")

SortKey = tuple[int, int | Decimal | str]
"""What is empty comes last: its first number is 1, that of a value 0."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing known about every row; `attribute_id` where it is an attribute.

    `separator` is what a value's parents stand before: `level` holds for `level/vice`.
    """

    key: str
    name: str
    kind: AttributeType = AttributeType.TEXT
    choices: tuple[str, ...] = ()
    attribute_id: AttributeId | None = None
    separator: str = ""

    def sort_key(self, text: str) -> SortKey:
        """Return a value's place: numbers as numbers, choices in their own order."""
        if not text:
            return 1, 0
        if self.kind is AttributeType.NUMBER:
            return 0, Decimal(text)
        if self.kind is AttributeType.CHOICE:
            return 0, self.choices.index(text) if text in self.choices else 0
        return 0, text.casefold()

    def group_of(self, text: str) -> str:
        """Return the group of a value: its year, where it is a date."""
        return text[:YEAR] if self.kind is AttributeType.DATE else text

    @property
    def group_name(self) -> str:
        """Return what rows are gathered by: of a date its year."""
        if self.kind is not AttributeType.DATE:
            return self.name
        return "Year" if self.attribute_id is None else f"Year of {self.name}"

    def shown(self, text: str) -> str:
        """Return a value as it stands in a list, on one line."""
        return readable_value(self.kind, " ".join(text.split()))


def field_of(attribute: Attribute) -> Field:
    """Return an attribute as a field."""
    return Field(
        f"attribute:{attribute.id}",
        attribute.name,
        attribute.type,
        attribute.choices,
        attribute.id,
    )


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row's field has to be for the row to be shown."""

    field: Field
    test: ValueTest
    text: str = ""

    @property
    def label(self) -> str:
        """Say the condition in words."""
        if self.field.kind is AttributeType.DATE and self.text:
            return f"{self.field.name} {self.test.value} {readable_date(self.text)}"
        words = f"{self.field.name} {self.test.value} {self.field.shown(self.text)}"
        return words.strip()

    def holds(self, values: Sequence[str]) -> bool:
        """Tell whether any of the row's values is as it should be."""
        if self.test is ValueTest.EMPTY:
            return not any(values)
        return any(self._fits(value) for value in values if value)

    def _fits(self, value: str) -> bool:
        parents = self.text + self.field.separator
        is_beneath = self.test is ValueTest.IS and bool(self.field.separator)
        if is_beneath and value.casefold().startswith(parents.casefold()):
            return True
        return value_fits(self.field.kind, self.test, self.text, value)
