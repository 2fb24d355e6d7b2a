"""How a stored ISO date reads to a person; storing and checking it is the engine's."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
UNDATED = "undated"


def readable_date(stored: str) -> str:
    """Return `2022-11-08` as `8 Nov 2022`, and what is not a date as it stands."""
    if not stored:
        return UNDATED
    if len(stored) == 4:
        return stored
    try:
        first = date.fromisoformat(stored if len(stored) > 7 else f"{stored}-01")
    except ValueError:
        return stored
    month = f"{MONTHS[first.month - 1]} {first.year}"
    return f"{first.day} {month}" if len(stored) > 7 else month
