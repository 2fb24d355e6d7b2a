"""How dates and moments read to a person; storing and checking is the engine's."""

from __future__ import annotations

from datetime import date, datetime

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SHORT = 3
_YEAR = len("2022")
_MONTH = len("2022-11")
UNDATED = "undated"


def readable_date(stored: str, *, in_full: bool = False) -> str:
    """Return `2022-11-08` as `8 Nov 2022`, `in_full` as `8 November 2022`.

    A date may be only a year or a month; what is not a date comes back as it stands.
    """
    if not stored:
        return UNDATED
    if len(stored) == _YEAR:
        return stored
    has_day = len(stored) > _MONTH
    try:
        first = date.fromisoformat(stored if has_day else f"{stored}-01")
    except ValueError:
        return stored
    month = f"{_month(first, in_full=in_full)} {first.year}"
    return f"{first.day} {month}" if has_day else month


def readable_moment(moment: datetime, *, with_time: bool = False) -> str:
    """Return the local time of today, the day of before; `with_time` both of before."""
    local = moment.astimezone()
    time = f"{local:%H:%M}"
    if local.date() == datetime.now().astimezone().date():
        return time
    day = readable_date(local.date().isoformat())
    return f"{day}, {time}" if with_time else day


def _month(day: date, *, in_full: bool) -> str:
    name = _MONTHS[day.month - 1]
    return name if in_full else name[:_SHORT]
