"""The rows of a sheet as a CSV file has them, whatever file they come from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_UNFIT: Final = re.compile("[\0\ud800-\udfff\ufffe\uffff]")
_MOST_NAMED: Final = 8
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class SheetLines:
    """All rows from the first on, empty ones too, so that a row's place is its number.

    `sheets` are all of the workbook, of which this is `name`. A cell that would be
    taken for a formula has an apostrophe in front (`workbench.text.formulas`).
    """

    rows: list[list[str]]
    encoding: str = "utf-8"
    sheets: tuple[str, ...] = ()
    name: str = ""
    warnings: tuple[str, ...] = ()


def fit_cell(text: str) -> str:
    """Return a cell's text with a replacement mark for what no text can have."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def listed(names: Sequence[str]) -> str:
    """Return names in quotation marks; of many the first, and how many more.

    >>> listed(["Codes"])
    '“Codes”'
    """
    shown = [f"“{_shortened(it)}”" for it in names[:_MOST_NAMED]]
    more = len(names) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more:,} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if shown[1:] else shown[0]


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
