"""A query as its grammar reads it: words and what joins them, still as typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from workbench.model.search import Unread
from workbench.model.spans import Span
from workbench.search.conditions.asked import Bounds


class Kind(StrEnum):
    """What something between two spaces was written as."""

    WORD = "word"
    PHRASE = "phrase"
    EXPRESSION = "expression"
    VALUE = "value"
    RANGE = "range"


class Operator(StrEnum):
    """How parts are joined; a denied one is alone."""

    AND = "and"
    OR = "or"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, phrase or the like, without its quotation marks.

    `field` is what stood before a colon, in small letters. `tail` is what follows a
    phrase from its `~` on.
    """

    kind: Kind
    text: str
    field: str
    span: Span
    tail: str = ""
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Parts and what joins them."""

    operator: Operator
    parts: tuple[Part, ...]


Part = Piece | Group


@dataclass(frozen=True, slots=True)
class Parsed:
    """All of a query, and what of it has no place in a query."""

    part: Part
    unread: tuple[Unread, ...] = field(default=())
