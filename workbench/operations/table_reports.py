"""Gather a comparison table with its evidence, for every form it is given away in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Final

from workbench.jobs import Steps, Tracker
from workbench.model.cells import Absence, AbsenceScope, Cell, Citation, Standing
from workbench.model.ids import TableId
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
from workbench.model.tables import ComparisonTable, Row
from workbench.operations.absences import rechecked
from workbench.operations.looks import Look, looked_at
from workbench.operations.reported_places import ReportedPlaces
from workbench.operations.row_documents import scope_documents
from workbench.operations.source_badges import source_badges
from workbench.views import ProjectView

GATHERING: Final = "Gathering the evidence"


def table_report(
    view: ProjectView,
    table_id: TableId,
    tracker: Tracker | None = None,
    *,
    has_hidden: bool = False,
) -> TableReport:
    """Gather a table; hidden rows and columns only where they are asked for.

    May run on any thread; raises `NotFound` without the table.
    """
    whole = rechecked(view, view.tables.get(table_id))
    gathering = _Gathering(view, whole)
    table = looked_at(whole, Look(shows_hidden=has_hidden))
    step = Steps(tracker or Tracker(), len(table.rows), GATHERING)
    rows = tuple(gathering.row(row, step) for row in table.rows)
    return TableReport(
        table=table.name,
        project=view.path.name,
        program=program(),
        analyst=view.analyst,
        made_at=datetime.now(UTC).replace(microsecond=0),
        columns=tuple(ReportedColumn(it.name, it.question) for it in table.columns),
        rows=rows,
        documents=gathering.all_documents,
    )


def program() -> str:
    """Return the name of this program with its version."""
    from importlib.metadata import version  # only exports need it

    return f"Research Workbench {version('research-workbench')}"


class _Gathering:
    """Numbers quotations as it goes through the rows of one table."""

    def __init__(self, view: ProjectView, table: ComparisonTable) -> None:
        self._view = view
        self._places = ReportedPlaces(view)
        self._numbers = count(1)
        self._badges = source_badges(view, table)
        self._rows = {row.id: row for row in table.rows}
        self.all_documents: tuple[ReportedDocument, ...] = ()
        """They are gathered once a query was asked of all of them."""

    def row(self, row: Row, step: Callable[[], None]) -> ReportedRow:
        step()
        cells = tuple(self._cell(row, cell) for cell in row.cells)
        return ReportedRow(row.name, row.group, cells)

    def _cell(self, row: Row, cell: Cell) -> ReportedCell:
        badges = self._badges.get((cell.row_id, cell.column_id))
        return ReportedCell(
            cell.summary,
            cell.state,
            badges.words if badges else "",
            tuple(map(self._quote, cell.citations)),
            None if cell.absence is None else self._absence(row, cell.absence),
        )

    def _quote(self, citation: Citation) -> ReportedQuote:
        cited = citation.cited
        around = self._places.around(citation)
        is_gone = citation.standing is Standing.ORPHANED
        return ReportedQuote(
            number=next(self._numbers),
            role=citation.role,
            standing=citation.standing,
            document=self._places.cited(citation),
            start=cited.start,
            end=cited.end,
            page=self._places.page(citation),
            quote=cited.quote,
            **around._asdict(),
            now="" if citation.quote == cited.quote else citation.quote,
            now_at=None if is_gone else Span(citation.start, citation.end),
            analyst=citation.analyst,
            cited_at=citation.cited_at,
        )

    def _absence(self, row: Row, absence: Absence) -> ReportedAbsence:
        found = dict.fromkeys(it.document_id for it in absence.found)
        return ReportedAbsence(
            absence.query,
            absence.options,
            absence.scope,
            absence.searched,
            self._scope(row, absence.scope),
            tuple(self._places.current(it).label for it in found),
            absence.analyst,
            absence.asked_at,
        )

    def _scope(self, row: Row, scope: AbsenceScope) -> tuple[ReportedDocument, ...]:
        if scope is AbsenceScope.ALL and self.all_documents:
            return self.all_documents
        ids = scope_documents(self._view, scope, self._rows[row.id])
        documents = tuple(map(self._places.current, ids))
        if scope is AbsenceScope.ALL:
            self.all_documents = documents
        return documents
