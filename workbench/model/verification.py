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
