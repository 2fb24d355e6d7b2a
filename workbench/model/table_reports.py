"""A comparison table to give out of the project, with all that its cells rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from workbench.model.cells import AbsenceScope, CellState, Role, Standing
from workbench.model.search import SearchOptions
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class ReportedDocument:
    """A version of a document; all is empty but the name where it was removed.

    `sha256` is that of the file it rests on, `text_sha256` that of its text in UTF-8.
    """

    name: str
    title: str = ""
    date: str = ""
    version: int = 0
    sha256: str = ""
    text_sha256: str = ""

    @property
    def label(self) -> str:
        """What to call it in a sentence."""
        return self.title or self.name


@dataclass(frozen=True, slots=True)
class ReportedQuote:
    """What a cell cites: the place in the version that was cited, and what it is now.

    `before` and `after` are what surrounds it there; `opening` and `ending` the rest
    of its paragraphs. `page` is what the page there calls itself. `now` is what the
    passage says now, where that is something else, and `now_at` where, in the current
    text; None where it is gone.
    """

    number: int
    role: Role
    standing: Standing
    document: ReportedDocument
    start: int
    end: int
    page: str
    quote: str
    before: str
    after: str
    opening: str
    ending: str
    now: str
    now_at: Span | None
    analyst: str
    cited_at: datetime


@dataclass(frozen=True, slots=True)
class ReportedAbsence:
    """That a query found nothing; `documents` are those of its scope as they are now.

    `searched` counts those that were searched then, and `found` names what has turned
    up in since.
    """

    query: str
    options: SearchOptions
    scope: AbsenceScope
    searched: int
    documents: tuple[ReportedDocument, ...]
    found: tuple[str, ...]
    analyst: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class ReportedCell:
    """A cell as it is given away; `sources` says how many there are, and of what kind.

    `summary` is Markdown of the small kind that `text.rich_text` reads.
    """

    summary: str
    state: CellState
    sources: str
    quotes: tuple[ReportedQuote, ...]
    absence: ReportedAbsence | None

    @property
    def numbers(self) -> str:
        """The numbers of its quotations, in words: `1, 2`."""
        return ", ".join(str(it.number) for it in self.quotes)


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """A row; its cells are in the order of the report's columns."""

    name: str
    group: str
    cells: tuple[ReportedCell, ...]


@dataclass(frozen=True, slots=True)
class ReportedColumn:
    """A column: the question that each row answers."""

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class TableReport:
    """A table as it was at a time, by whom, in which project, by which program.

    Quotations are numbered through the table, row by row. `documents` are all of the
    project, where a query was asked of all of them.
    """

    table: str
    project: str
    program: str
    analyst: str
    made_at: datetime
    columns: tuple[ReportedColumn, ...]
    rows: tuple[ReportedRow, ...]
    documents: tuple[ReportedDocument, ...] = ()

    @property
    def has_groups(self) -> bool:
        """Tell whether any row stands under a heading."""
        return any(row.group for row in self.rows)

    @property
    def facts(self) -> str:
        """The line below the heading: from where, by whom, when."""
        made = f"{self.made_at:%Y-%m-%d %H:%M} UTC"
        return f"{self.project} · {self.analyst} · {made} · {self.program}"

    def cells(self) -> Iterator[tuple[ReportedRow, ReportedColumn, ReportedCell]]:
        """Yield each cell with its row and column, row by row."""
        for row in self.rows:
            for column, cell in zip(self.columns, row.cells, strict=True):
                yield row, column, cell

    def quotes(self) -> Iterator[ReportedQuote]:
        """Yield every quotation, in order of number."""
        for _, _, cell in self.cells():
            yield from cell.quotes
