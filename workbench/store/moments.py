"""Times as the file keeps them."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, datetime


def moment_of(written: str) -> datetime:
    """Return a time with its zone; `ValueError` for what is none.

    The first and the last year have hours that other zones do not know.
    """
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None or not MINYEAR < moment.year < MAXYEAR:
        raise ValueError(written)
    return moment
