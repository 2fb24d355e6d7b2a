"""Finds the date of a document in its text, where nobody has given it one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.model.facts import Fact

_HEAD = 1500
_BEFORE = re.compile(
    r"(?:(?:[Pp]ublished|[Pp]osted|[Ii]ssued|[Rr]eleased|[Ff]irst published|[Dd]ate)"
    r"(?: on|:)? {0,2}|[A-Z][A-Z .]{2,30},? {0,2}[(-]? ?)?"
)
_AFTER = re.compile(r" {0,3}(?:$|[;)-]|\. *$)")


def dateline(text: str, dates: Sequence[Fact]) -> Fact | None:
    """Return the first full date in the head of a leveled text that is its own.

    It stands alone on its line, after “Published” or the like, or behind a place name
    in capitals and before a dash; a date within a sentence is one of an event.
    """
    for fact in dates:
        if fact.span.start > _HEAD:
            return None
        start = text.rfind("\n", 0, fact.span.start) + 1
        end = text.find("\n", fact.span.end)
        after = text[fact.span.end : end if end >= 0 else len(text)]
        before = text[start : fact.span.start].strip(" ")
        is_day = fact.interval and fact.interval.first == fact.interval.last
        if is_day and _BEFORE.fullmatch(before) and _AFTER.match(after):
            return fact
    return None
