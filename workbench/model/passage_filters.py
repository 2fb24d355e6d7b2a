"""Which passages a list shows, and what it shows of each."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from workbench.model.ids import AttributeId, DocumentId, PassageId, TagId
from workbench.model.matrices import MatrixCell
from workbench.model.value_tests import ValueTest

NEAR = 200
"""So many characters may lie between two passages that are near each other."""

CONDITIONS_EACH = frozenset({"all_of", "none_of", "overlapping", "near", "attributes"})
"""The fields in which every entry is a condition of its own."""


class AttributeCondition(NamedTuple):
    """What an attribute of a passage's document has to be."""

    attribute_id: AttributeId
    test: ValueTest
    value: str = ""


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """What a passage has to be for a list to show it; what is empty asks for nothing.

    A tag stands for those beneath it too, unless `with_beneath` is off. `overlapping`
    and `near` name tags of another passage: one that shares a character with this
    one, or is at most `NEAR` characters away. Orphans have no place, so neither holds
    for them. `since` and `until` are an ISO 8601 day, month or year, by the clock of
    the machine, and both belong to the time. `words` stand in the quote or the note,
    whatever their case and accents. `cell` is that of a matrix, which counts the
    passage.
    """

    all_of: tuple[TagId, ...] = ()
    any_of: tuple[TagId, ...] = ()
    none_of: tuple[TagId, ...] = ()
    with_beneath: bool = True
    overlapping: tuple[TagId, ...] = ()
    near: tuple[TagId, ...] = ()
    is_untagged: bool = False
    has_note: bool = False
    needs_review: bool = False
    documents: tuple[DocumentId, ...] = ()
    attributes: tuple[AttributeCondition, ...] = ()
    marked_by: str = ""
    tagged_by: str = ""
    since: str = ""
    until: str = ""
    words: str = ""
    cell: MatrixCell | None = None

    @property
    def from_moment(self) -> str:
        """The first moment in which a passage may have been marked, as it is stored."""
        return _stored(_first_day(self.since)) if self.since else ""

    @property
    def before_moment(self) -> str:
        """The first moment in which it may no more have been marked."""
        return _stored(_day_after(self.until)) if self.until else ""

    def given(self) -> dict[str, Any]:
        """Return what was asked for, by the names of the fields."""
        values = {it.name: (getattr(self, it.name), it.default) for it in fields(self)}
        return {name: it for name, (it, default) in values.items() if it != default}

    def parts(self) -> list[PassageFilter]:
        """Return the conditions one by one, each as a filter that has only it."""
        parts = []
        for name, value in self.given().items():
            each = [(it,) for it in value] if name in CONDITIONS_EACH else [value]
            for one in each:
                only: dict[str, Any] = {name: one}
                parts.append(PassageFilter(**only))
        return parts

    def and_also(self, other: PassageFilter) -> PassageFilter:
        """Return the filter with the conditions of another; it has one time or word."""
        values = other.given()
        for name, value in values.items():
            if isinstance(value, tuple):
                values[name] = tuple(dict.fromkeys((*getattr(self, name), *value)))
        return replace(self, **values)

    def without(self, part: PassageFilter) -> PassageFilter:
        """Return the filter without one of its parts."""
        values = {name: getattr(EVERYTHING, name) for name in part.given()}
        for name in CONDITIONS_EACH & values.keys():
            gone = getattr(part, name)
            values[name] = tuple(it for it in getattr(self, name) if it not in gone)
        return replace(self, **values)


EVERYTHING = PassageFilter()
"""The filter that leaves nothing out."""


class PassageOrder(StrEnum):
    """How a list of passages is sorted; documents come by their titles."""

    PLACE = "place"
    NEWEST = "newest first"
    OLDEST = "oldest first"
    TAG = "tag"


class PassageGrouping(StrEnum):
    """What the passages of a list are gathered under."""

    NONE = "nothing"
    DOCUMENT = "document"
    TAG = "tag"


class PassagePlace(NamedTuple):
    """Where a passage stands."""

    id: PassageId
    document_id: DocumentId
    start: int
    end: int


class PassageGroup(NamedTuple):
    """Passages under one heading; `color` is that of the tag they have in common."""

    name: str
    color: int | None
    ids: list[PassageId]


class PassageLine(NamedTuple):
    """A passage as a list shows it.

    `before` and `after` are the text around it; they, the quote and the note are cut
    to what a line can show and otherwise as they stand. Tags are in the tree's order.
    `page` is what the page calls itself, empty without pages.
    """

    id: PassageId
    document_id: DocumentId
    title: str
    start: int
    end: int
    before: str
    quote: str
    after: str
    tag_ids: tuple[TagId, ...]
    note: str
    needs_review: bool
    is_orphan: bool
    analyst: str
    created_at: datetime
    page: str = ""


def _first_day(date: str) -> datetime:
    return datetime.fromisoformat(f"{date}-01-01"[:10])


def _day_after(date: str) -> datetime:
    first = _first_day(date)
    if len(date) == len("2026-11-01"):
        return first + timedelta(days=1)
    if len(date) == len("2026-11"):
        return (first + timedelta(days=31)).replace(day=1)
    return first.replace(year=first.year + 1)


def _stored(local: datetime) -> str:
    return local.astimezone(UTC).isoformat()
