"""Tells whether two names mean the same person, however they are ordered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from workbench.model.aliases import AliasGroup

T = TypeVar("T")

_MOST_NAMESAKES = 50
_HYPHENS = re.compile(r"['.-]")


def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name without hyphens, capitals and initials."""
    parts = (_HYPHENS.sub("", it).casefold() for it in name.split())
    return tuple(it for it in parts if len(it) > 1)


def is_same_person(one: str, other: str) -> bool:
    """Tell whether two names can be one person's.

    Family name first or last, given names joined or hyphenated, middle names left out;
    one part alone must be the first or last of the other.
    """
    a, b = sorted((name_parts(one), name_parts(other)), key=len)
    if not a:
        return False
    if len(a) == 1:
        return a[0] in (b[0], b[-1])
    return bool(_turned(a) & _turned(b)) or (a[0], a[-1]) == (b[0], b[-1])


def _turned(parts: tuple[str, ...]) -> set[str]:
    """Return the parts written together, beginning with each."""
    return {"".join(parts[at:] + parts[:at]) for at in range(len(parts))}


class Namesakes:
    """The groups of the alias register, asked whether two names are in one."""

    def __init__(self, groups: Iterable[AliasGroup]) -> None:
        self._groups = {
            (name.text if name.is_case_sensitive else name.text.casefold()): group.id
            for group in groups
            for name in group.names
        }

    def are_same(self, one: str, other: str) -> bool:
        """Tell whether the register says that two names mean the same."""
        found = self.group(one)
        return found is not None and found == self.group(other)

    def group(self, name: str) -> int | None:
        """Return which group a name is in, if any."""
        exactly = self._groups.get(name)
        return self._groups.get(name.casefold()) if exactly is None else exactly


class People(Generic[T]):
    """What belongs to people, found again under whatever order of their names."""

    def __init__(self, namesakes: Namesakes | None = None) -> None:
        self._namesakes = namesakes or Namesakes(())
        self._by_key: dict[str, list[tuple[str, T]]] = defaultdict(list)

    def add(self, name: str, own: T) -> None:
        """Keep something under a name."""
        for key in self._keys(name):
            self._by_key[key].append((name, own))

    def find(self, name: str) -> Iterator[T]:
        """Yield what belongs to people who can be meant by a name, oldest first."""
        seen: set[int] = set()
        for key in self._keys(name):
            for other, own in self._by_key.get(key, ())[:_MOST_NAMESAKES]:
                if id(own) not in seen and self._are_same(name, other):
                    seen.add(id(own))
                    yield own

    def _are_same(self, one: str, other: str) -> bool:
        return is_same_person(one, other) or self._namesakes.are_same(one, other)

    def _keys(self, name: str) -> list[str]:
        parts, group = name_parts(name), self._namesakes.group(name)
        keys = _turned(parts) | {*parts[:1], *parts[-1:]}
        return sorted(keys) + ([f"group {group}"] if group is not None else [])
