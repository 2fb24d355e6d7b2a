"""How a project differs from what an export of it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DifferenceKind(StrEnum):
    """What differs."""

    EXPORT = "export"
    TABLE = "table"
    ROW = "row"
    COLUMN = "column"
    STATE = "state"
    SUMMARY = "summary"
    SOURCES = "sources"
    ABSENCE = "absence"
    DOCUMENT = "document"
    QUOTE = "quote"
    CURRENT_TEXT = "current text"
    CITATION = "citation"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, in words; row and column are empty where it is in none.

    `number` is that of the quotation in the export.
    """

    kind: DifferenceKind
    words: str
    row: str = ""
    column: str = ""
    number: int | None = None

    @property
    def place(self) -> str:
        """Where it is, in words: `row › column [3]`."""
        cell = " › ".join(it for it in (self.row, self.column) if it)
        return cell if self.number is None else f"{cell} [{self.number}]"

    @property
    def line(self) -> str:
        """All of it as one line."""
        return f"{self.place}: {self.words}" if self.place else self.words


@dataclass(frozen=True, slots=True)
class Verification:
    """How much of an export was checked, and where the project says something else.

    Passages stand in no cells; `cells` is None there.
    """

    quotations: int
    cells: int | None
    differences: tuple[Difference, ...]

    @property
    def words(self) -> str:
        """What came of it: `Checked 17 quotations in 40 cells: no difference`."""
        checked = _counted(self.quotations, "quotation")
        if self.cells is not None:
            checked = f"{checked} in {_counted(self.cells, 'cell')}"
        count = len(self.differences)
        found = _counted(count, "difference") if count else "no difference"
        return f"Checked {checked}: {found}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
