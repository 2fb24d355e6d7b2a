"""Puts conditions behind a query, and takes them out again.

`may` becomes `may source:"BIS"`; what is more than words and phrases is put in
parentheses first, so that the condition holds for all of it.
"""

from __future__ import annotations

import re
from typing import Final

from workbench.search.reading.language import tidied

_FIELD: Final = r"[^\s:()\"'\[\]{}/-][^\s:()\"'\[\]{}/]*"
_CONDITION: Final = rf'(?:NOT )?{_FIELD}:(?:"[^"]*"|[\w.]+)'
_EACH = re.compile(rf"(?:^| )({_CONDITION})(?= |$)")
_NARROWED = re.compile(rf"(?P<wanted>.*?)(?P<conditions>(?:(?:^| ){_CONDITION})*)")
_SIMPLE = re.compile(r"(?:(?:\w[\w.'’]*|\"[^\"]*\")(?: |$))*")
_OPERATORS = re.compile(r"\b(?:AND|OR|NOT)\b")


def narrowed(query: str, condition: str) -> str:
    """Return the query that finds what the query finds and the condition holds for."""
    wanted, conditions = _split(query)
    return _joined(wanted, [*conditions, condition])


def widened(query: str, condition: str) -> str:
    """Return the query without the condition that it was narrowed by, if it was."""
    wanted, conditions = _split(query)
    if condition not in conditions:
        return query
    conditions.reverse()
    conditions.remove(condition)
    return _joined(wanted, conditions[::-1])


def has_condition(query: str, condition: str) -> bool:
    """Tell whether the query is narrowed by the condition."""
    return condition in _split(query)[1]


def _split(query: str) -> tuple[str, list[str]]:
    """Return what is wanted, and the conditions that hold for all of it."""
    tidy = " ".join(tidied(query).tidied.split())
    found = _NARROWED.fullmatch(tidy)
    if found is None or not _is_one(found["wanted"]):
        return tidy, []
    wanted = found["wanted"]
    bare = wanted[1:-1].strip() if wanted.startswith("(") else wanted
    return bare, _EACH.findall(found["conditions"])


def _joined(wanted: str, conditions: list[str]) -> str:
    is_simple = _is_simple(wanted) or not conditions
    return " ".join(filter(None, (wanted if is_simple else f"({wanted})", *conditions)))


def _is_one(wanted: str) -> bool:
    """Tell whether what stands behind it holds for all of it."""
    inner = wanted[1:-1]
    if wanted.startswith("(") and wanted.endswith(")"):
        return tidied(inner).tidied == inner
    return _is_simple(wanted)


def _is_simple(wanted: str) -> bool:
    """Tell whether it is nothing but words and phrases."""
    return bool(_SIMPLE.fullmatch(wanted)) and not _OPERATORS.search(wanted)
