"""A table made up to be exported: rich, disputed, absent, removed, and hostile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from workbench.model.cells import AbsenceScope, CellState, Role, Standing
from workbench.model.search import SearchOptions
from workbench.model.spans import Span
from workbench.model.table_reports import (
    ReportedAbsence,
    ReportedCell,
    ReportedColumn,
    ReportedDocument,
    ReportedQuote,
    ReportedRow,
    TableReport,
)

AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
HOSTILE = "</script><script>alert(1)</script>|`*_[x](y)\r\n=1+1 \u202eimex\u0001 ]]>"
MEMO = ReportedDocument("memo", "A <b>memo</b>", "2022-10", 2, "ab" * 32, "cd" * 32)
REMOVED = ReportedDocument("removed document")


def quote(number: int, words: str, **others: object) -> ReportedQuote:
    """Return a quotation of the memo that holds."""
    made = ReportedQuote(
        number=number,
        role=Role.SUPPORTS,
        standing=Standing.HOLDS,
        document=MEMO,
        start=10,
        end=10 + len(words),
        page="12",
        quote=words,
        before="before ",
        after=" after",
        opening="The paragraph begins before ",
        ending=" after, and ends.",
        now="",
        now_at=Span(10, 10 + len(words)),
        analyst="ana",
        cited_at=AT,
    )
    return replace(made, **others)  # type: ignore[arg-type]


def cell(summary: str, state: CellState, *quotes: ReportedQuote) -> ReportedCell:
    """Return a cell without absences."""
    sources = "1 source" if quotes else ""
    return ReportedCell(summary, state, sources, quotes, None)


def made_up_report(words: str = HOSTILE) -> TableReport:
    """Return a table of two columns and three rows, one in a group."""
    stale = {"standing": Standing.STALE, "now": "the new words"}
    gone = {
        "standing": Standing.ORPHANED,
        "document": REMOVED,
        "now_at": None,
        "role": Role.CONTRADICTS,
    }
    absence = ReportedAbsence(
        '"private sector"',
        SearchOptions(),
        AbsenceScope.ROW,
        1,
        (MEMO,),
        ("A later paper",),
        "ana",
        AT,
    )
    first = cell(
        "Two **bold\\*** words\n- one\n- two\n1. first\n2. second | <i>",
        CellState.SUPPORTED,
        quote(1, "the aim"),
        quote(2, words),
    )
    rows = (
        ReportedRow("=row", "", (first, cell("", CellState.EMPTY))),
        ReportedRow(
            "שורה",
            "A group",
            (
                cell("**All bold**", CellState.STALE, quote(3, "the old", **stale)),
                ReportedCell("", CellState.NOT_STATED, "", (), absence),
            ),
        ),
        ReportedRow(
            "Last",
            "A group",
            (
                cell("Only this", CellState.ORPHANED, quote(4, "lost", **gone)),
                cell("No evidence", CellState.DRAFT),
            ),
        ),
    )
    return TableReport(
        table="Bodies & more",
        project="trade.workbench",
        program="Research Workbench 0.1.0",
        analyst="ana",
        made_at=AT,
        columns=(ReportedColumn("Aim", "What is it for?"), ReportedColumn("Level", "")),
        rows=rows,
    )
