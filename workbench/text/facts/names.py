"""Tells whether two names mean the same person, however they are ordered."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.model.aliases import AliasGroup

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
        found = self._group(one)
        return found is not None and found == self._group(other)

    def _group(self, name: str) -> int | None:
        exactly = self._groups.get(name)
        return self._groups.get(name.casefold()) if exactly is None else exactly
