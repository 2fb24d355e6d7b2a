"""What the cells of a column are: dates, numbers, or words of which some come again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

from workbench.importing.dates import parse_date_part

_SLASHED: Final = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})")
_TIME: Final = re.compile(
    r"[T,\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AaPp]\.?[Mm]\.?)?"
    r"(?:\s*(?:Z|UTC|GMT)?(?:[+-]\d{1,2}(?::?\d{2})?)?)?$"
)
_COMMA: Final = re.compile(r"[-+−]?\d+(?:,\d+)?")
_SURELY_COMMA: Final = re.compile(r"[-+−]?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+)")

ReadCell = Callable[[str], str]


def date_reader(cells: Iterable[str]) -> ReadCell:
    """Return what reads the dates of a column as ISO 8601, and all else as ``""``.

    Whether `8/11/2022` is in November or in August, the other cells have to tell; where
    none does, it is no date. With points the day stands first.
    """
    found = (_SLASHED.match(cell.strip()) for cell in cells if "/" in cell)
    slashed = [it for it in found if it and it[2] == "/"]
    day_first = any(int(it[1]) > 12 for it in slashed)
    month_first = any(int(it[3]) > 12 for it in slashed)
    order = None if day_first == month_first else day_first
    return partial(_read_date, is_day_first=order)


def value_reader(cells: Sequence[str]) -> ReadCell:
    """Return what reads a column's cells as values: dates, numbers, else as they are.

    They are dates or numbers only if all are that are not empty.
    """
    filled = [it for it in cells if it.strip()]
    read_date = date_reader(filled)
    if filled and all(map(read_date, filled)) and not all(map(_is_bare, filled)):
        return read_date
    if _has_decimal_comma(filled):
        return lambda cell: cell.strip().replace(",", ".")
    return str.strip


def _read_date(cell: str, is_day_first: bool | None) -> str:  # noqa: FBT001 - bound
    text = _TIME.sub("", cell.strip())
    if found := _YEAR_FIRST.fullmatch(text):
        return _iso(found[1], found[3], found[4])
    if not (found := _SLASHED.fullmatch(text)):
        return parse_date_part(text)
    if found[2] == "." or is_day_first:
        return _iso(found[4], found[3], found[1])
    return "" if is_day_first is None else _iso(found[4], found[1], found[3])


def _iso(year: str, month: str, day: str) -> str:
    return parse_date_part(f"{year}-{month:>02}-{day:>02}")


def _is_bare(cell: str) -> bool:
    """Tell of four digits, which may be a year or any other number."""
    return cell.strip().isdigit()


def _has_decimal_comma(cells: Sequence[str]) -> bool:
    if not any("," in it for it in cells):
        return False
    return all(_COMMA.fullmatch(it.strip()) for it in cells) and any(
        _SURELY_COMMA.fullmatch(it.strip()) for it in cells
    )
