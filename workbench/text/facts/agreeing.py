"""Says whether two values of one kind can be compared, and whether they agree."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from workbench.model.facts import Fact, FactKind
from workbench.text.facts import calendar
from workbench.text.facts.sides import stems

_TELLING_SUM = 1000
_CLOSE = 0.2
_BORDERS = ("since ", "until ", "before ", "after ", "by ")
"""How dates begin that say when something ends or begins, not when it happened."""
_FAR = 183


def are_comparable(one: Fact, other: Fact, score: float) -> bool:
    """Tell whether two facts of one kind can be set against each other at all."""
    if one.kind is FactKind.NUMBER:
        return _same_thing(one.role, other.role, score)
    if one.kind is FactKind.MONEY:
        return one.value.split()[0] == other.value.split()[0]
    if one.kind is FactKind.PERCENT:
        senses = _sense(one), _sense(other)
        is_like = not all(senses) or senses[0] == senses[1]
        return is_like and one.value.endswith("%") == other.value.endswith("%")
    if any(it.text.lower().startswith(_BORDERS) for it in (one, other)):
        return agree(one, other)
    return not (_is_open_beside_year(one, other) or _is_open_beside_year(other, one))


def _sense(percentage: Fact) -> str:
    """Return growth, fall or share: a share is never set against a growth."""
    return percentage.role.rpartition(": ")[2] if ": " in percentage.role else ""


def _same_thing(one: str, other: str, score: float) -> bool:
    """Tell whether two counted things have the same head, and more in common."""
    heads = [stems(it.split()[-1]) for it in (one, other)]
    if not heads[0] or heads[0] != heads[1]:
        return one == other and score > 0
    return len(stems(one) & stems(other)) > 1 or score > _CLOSE


def _is_open_beside_year(one: Fact, other: Fact) -> bool:
    """Tell whether an unresolved date stands against a year: they say too little."""
    if one.interval is not None or other.interval is None or other.rule:
        return False
    return other.interval == calendar.year_of(other.interval.first)


def agree(one: Fact, other: Fact) -> bool:
    """Tell whether both can be true: equal values, or one interval in the other."""
    if one.kind is not FactKind.DATE:
        return one.value == other.value
    if one.interval is None or other.interval is None:
        return False
    return one.interval.overlaps(other.interval)


def are_far(one: Fact, other: Fact) -> bool:
    """Tell whether two dates are so far apart that they are hardly of one event."""
    if one.interval is None or other.interval is None:
        return False
    gap = max(
        other.interval.first - one.interval.last,
        one.interval.first - other.interval.last,
    )
    return gap.days > _FAR


def telling_key(fact: Fact) -> str:
    """Return by what a fact agrees with others whatever the words, empty for nothing.

    Days and months that the text states in full do, large sums, and what is counted
    if two words or more say what.
    """
    if fact.kind is FactKind.NUMBER:
        counted = sorted(stems(fact.role))
        return " ".join(counted) if len(counted) > 1 else ""
    if fact.kind is FactKind.DATE and fact.interval and not fact.rule:
        first, last = fact.interval.first, fact.interval.last
        is_short = (first.year, first.month) == (last.year, last.month)
        return first.isoformat()[:7] if is_short else ""
    if fact.kind is FactKind.MONEY and _size(fact) >= _TELLING_SUM:
        return fact.value
    return ""


def _size(fact: Fact) -> Decimal:
    try:
        return Decimal(fact.value.split()[-1])
    except InvalidOperation:
        return Decimal(0)


def why(one: Fact, other: Fact, *, is_aligned: bool) -> str:
    """Return the reason for a row, in a sentence or two."""
    place = "The two statements are aligned. " if is_aligned else ""
    return place + (
        _of_dates(one, other) if one.kind is FactKind.DATE else _of_values(one, other)
    )


def _of_values(one: Fact, other: Fact) -> str:
    if one.value != other.value:
        return f"{one.value} and {other.value} in sentences that share words."
    return f"Both state {one.value}."


def _of_dates(one: Fact, other: Fact) -> str:
    if one.interval is None or other.interval is None:
        open_one = one if one.interval is None else other
        return f"Not comparable: “{open_one.text}” is {open_one.rule}."
    mine, theirs = calendar.in_words(one.interval), calendar.in_words(other.interval)
    if one.interval == other.interval:
        return f"Both mean {mine}."
    if one.interval.overlaps(other.interval):
        return f"{mine} and {theirs} overlap, so both can be true."
    return f"{mine} and {theirs} have no day in common."
