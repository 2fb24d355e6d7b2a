"""The alias register: names that mean the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model.ids import AliasGroupId

LONGEST_NAME = 200
MOST_NAMES = 50
"""How many names a group may have: each costs every search that uses it."""


@dataclass(frozen=True, slots=True)
class AliasName:
    """One name; a case-sensitive one is found only as it is written here."""

    text: str
    is_case_sensitive: bool = False


@dataclass(frozen=True, slots=True)
class AliasGroup:
    """Names that mean the same, in the order they were given.

    An automatic group is used in every search, another only when it is asked for.
    """

    id: AliasGroupId
    is_automatic: bool
    names: tuple[AliasName, ...]


@dataclass(frozen=True, slots=True)
class AliasLine:
    """A group as a person types it or a file holds it."""

    names: tuple[AliasName, ...]
    is_automatic: bool = True


@dataclass(frozen=True, slots=True)
class AliasesImported:
    """How many groups a file added, and how many that were there it changed."""

    added: int
    changed: int


def some_names(names: Iterable[AliasName], most: int = 3) -> str:
    """Return the first names of a group, to call it by."""
    texts = [name.text for name in names]
    more = " = …" if len(texts) > most else ""
    return " = ".join(texts[:most]) + more
