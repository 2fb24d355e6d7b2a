"""Which columns of a sheet become what of the documents that its rows become."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowMapping:
    """Columns by their headings; an empty heading means no column.

    The `text` columns make the text, in their order; more than one stand in it under
    their headings. `values` become attributes of the same names. `sheet` is the name
    of the sheet in a workbook, empty for the first.
    """

    text: tuple[str, ...]
    title: str = ""
    date: str = ""
    source: str = ""
    values: tuple[str, ...] = ()
    sheet: str = ""
