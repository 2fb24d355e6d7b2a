"""What the rows of an exported table say, whatever kind of file they go into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from workbench.exporting.evidence_words import absence_words, digest_words
from workbench.model.table_reports import (
    ReportedAbsence,
    ReportedCell,
    ReportedQuote,
    TableReport,
)

Row = Sequence[object]

_CELL_COLUMNS: Final = (
    "table",
    "row",
    "group",
    "column",
    "summary",
    "state",
    "sources",
)
_QUOTE_COLUMNS: Final = (
    "number",
    "role",
    "standing",
    "document",
    "title",
    "date",
    "version",
    "sha256",
    "page",
    "start",
    "end",
    "quote",
    "before",
    "after",
    "cited_by",
    "cited_at",
)
_QUERY_COLUMNS: Final = (
    "query",
    "scope",
    "searched",
    "searched_documents",
    "asked_by",
    "asked_at",
)
_MADE_COLUMNS: Final = ("project", "program", "exported_by", "exported_at")
QUOTATION_COLUMNS: Final = (
    *_CELL_COLUMNS,
    *_QUOTE_COLUMNS,
    *_QUERY_COLUMNS,
    *_MADE_COLUMNS,
)
"""Those of a quotation are empty where a cell cites none, those of a query without."""


def quotation_rows(report: TableReport) -> Iterator[Row]:
    """Yield a row for each quotation, and one for each cell that cites none."""
    made = (report.project, report.program, report.analyst, _time(report.made_at))
    for row, column, cell in report.cells():
        place = (report.table, row.name, row.group, column.name)
        own = (*place, cell.summary, cell.state.value, cell.sources)
        asked = _absence_cells(cell.absence)
        for quote in cell.quotes or (None,):
            yield *own, *_quote_cells(quote), *asked, *made


def wide_columns(report: TableReport) -> list[str]:
    """Name the columns of the rows that `wide_rows` yields."""
    named = ["row", "group"] if report.has_groups else ["row"]
    for column in report.columns:
        named += [column.name, f"{column.name} state", f"{column.name} evidence"]
    return named


def wide_rows(report: TableReport) -> Iterator[Row]:
    """Yield a row for each of the table's, three cells for each question.

    They hold the summary, the state, and the evidence, one a line: citations as
    `[role] document, version 1, start-end “quote” SHA-256 …`, and what is not stated.
    """
    for row in report.rows:
        named = [row.name, row.group] if report.has_groups else [row.name]
        yield named + [part for cell in row.cells for part in _cell_parts(cell)]


def _cell_parts(cell: ReportedCell) -> tuple[str, str, str]:
    evidence = [_evidence(it) for it in cell.quotes]
    if cell.absence:
        evidence.append(absence_words(cell.absence))
    return cell.summary, cell.state.value, "\n".join(evidence)


def _evidence(quote: ReportedQuote) -> str:
    document = quote.document
    version = f", version {document.version}," if document.version else ""
    place = f"{document.name}{version} {quote.start}-{quote.end}"
    digest = digest_words(quote)
    return f"[{quote.role.value}] {place} “{quote.quote}” {digest}".rstrip()


def _quote_cells(quote: ReportedQuote | None) -> Row:
    if quote is None:
        return ("",) * len(_QUOTE_COLUMNS)
    document = quote.document
    return (
        quote.number,
        quote.role.value,
        quote.standing.value,
        document.name,
        document.title,
        document.date,
        document.version or "",
        document.sha256,
        quote.page,
        quote.start,
        quote.end,
        quote.quote,
        quote.before,
        quote.after,
        quote.analyst,
        _time(quote.cited_at),
    )


def _absence_cells(absence: ReportedAbsence | None) -> Row:
    if absence is None:
        return ("",) * len(_QUERY_COLUMNS)
    return (
        absence.query,
        absence.scope.value,
        absence.searched,
        "\n".join(it.name for it in absence.documents),
        absence.analyst,
        _time(absence.asked_at),
    )


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
