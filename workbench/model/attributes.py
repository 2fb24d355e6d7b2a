"""Attributes: what documents or cases are described by, each with a typed value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.ids import AttributeId


class Subject(StrEnum):
    """What an attribute describes."""

    DOCUMENT = "document"
    CASE = "case"


class AttributeType(StrEnum):
    """What its values are; each is kept as text in one form, so that equal is equal.

    A number is decimal digits, perhaps with a minus and a point; a date an ISO 8601
    day, month or year; a choice one of the attribute's choices, letter for letter.
    """

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property that documents or cases can have; only a choice has `choices`."""

    id: AttributeId
    subject: Subject
    name: str
    type: AttributeType
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """What one attribute is for one document or case; `id` is the row's."""

    id: int
    attribute_id: AttributeId
    subject_id: int
    text: str


@dataclass(frozen=True, slots=True)
class ImportedValues:
    """What came of a file of values.

    `values` counts those set, `created` names the attributes that were not there,
    and each of the `problems` is a sentence about a line that was left out.
    """

    values: int
    created: tuple[str, ...]
    problems: tuple[str, ...]
