"""Facts: what a text states that can be laid beside what another states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.model.spans import Span


class FactKind(StrEnum):
    """What a fact is."""

    DATE = "date"
    MONEY = "money"
    PERCENT = "percentage"
    NUMBER = "number"
    PERSON = "person"
    ORGANIZATION = "organization"


class Relation(StrEnum):
    """How what two documents state goes together, as far as rules can tell."""

    DIFFERENT = "different"
    SAME = "same"
    ONLY_A = "only in A"
    ONLY_B = "only in B"


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"{self.first}..{self.last} is no interval")

    def overlaps(self, other: Interval) -> bool:
        """Tell whether the two have at least one day in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Fact:
    """A date, value, person or organization that stands at a place of a text.

    `text` is what stands at `span`; `value` says it in one way for all: an ISO 8601
    date, month or year, a currency with its amount, a person's full name. `role` is
    what the value is about, a person's office, or what is counted. `rule` says how
    `value` and `interval` were found where the text alone does not tell, or why they
    were not; only dates have an interval, and those that were not resolved have none.
    """

    kind: FactKind
    span: Span
    text: str
    value: str
    role: str = ""
    interval: Interval | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """Facts of two documents about one subject, beside each other.

    `reason` says why they stand in one row and what differs: a suggestion, never a
    verdict. Either side is empty when only the other document states something.
    """

    kind: FactKind
    subject: str
    a: tuple[Fact, ...]
    b: tuple[Fact, ...]
    relation: Relation
    reason: str
