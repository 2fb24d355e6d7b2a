"""What an export of a table records of itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from workbench.exporting.provenance_files import signed
from workbench.model.cells import AbsenceScope
from workbench.model.provenance import (
    Provenance,
    RecordedAbsence,
    RecordedCell,
    RecordedQuote,
)
from workbench.model.table_reports import (
    ReportedAbsence,
    ReportedCell,
    TableReport,
)
from workbench.store.search_options import pack_options


def provenance_of(
    report: TableReport, export: str, form: str, sha256: str
) -> Provenance:
    """Return what to record of an export with this name, form and digest."""
    return signed(
        Provenance(
            program=report.program,
            project=report.project,
            analyst=report.analyst,
            made_at=_time(report.made_at),
            table=report.table,
            export=export,
            form=form,
            sha256=sha256,
            record_sha256="",
            documents=tuple(it.sha256 for it in report.documents),
            cells=tuple(recorded_cells(report)),
            quotations=tuple(recorded_quotes(report)),
        )
    )


def recorded_cells(report: TableReport) -> Iterator[RecordedCell]:
    """Yield each cell, row by row."""
    for row, column, cell in report.cells():
        yield RecordedCell(
            row.name,
            column.name,
            cell.summary,
            cell.state.value,
            cell.sources,
            _absence(cell.absence) if cell.absence else None,
        )


def recorded_quotes(report: TableReport) -> Iterator[RecordedQuote]:
    """Yield each quotation with where it stands in the table and in its document."""
    for row, column, cell in report.cells():
        yield from _quotes(row.name, column.name, cell)


def _quotes(row: str, column: str, cell: ReportedCell) -> Iterator[RecordedQuote]:
    for quote in cell.quotes:
        document = quote.document
        yield RecordedQuote(
            number=quote.number,
            row=row,
            column=column,
            role=quote.role.value,
            standing=quote.standing.value,
            state=cell.state.value,
            document=document.name,
            title=document.title,
            date=document.date,
            version=document.version,
            sha256=document.sha256,
            text_sha256=document.text_sha256,
            start=quote.start,
            end=quote.end,
            quote=quote.quote,
            query=cell.absence.query if cell.absence else "",
            cited_by=quote.analyst,
            cited_at=_time(quote.cited_at),
        )


def _absence(absence: ReportedAbsence) -> RecordedAbsence:
    own = () if absence.scope is AbsenceScope.ALL else absence.documents
    return RecordedAbsence(
        query=absence.query,
        options=pack_options(absence.options),
        scope=absence.scope.value,
        searched=absence.searched,
        documents=tuple(it.sha256 for it in own),
        asked_by=absence.analyst,
        asked_at=_time(absence.asked_at),
        found=len(absence.found),
    )


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
