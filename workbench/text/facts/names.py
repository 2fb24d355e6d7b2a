"""Tells whether two names mean the same person, however they are ordered."""

from __future__ import annotations

import re

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
