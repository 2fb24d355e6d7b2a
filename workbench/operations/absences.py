"""That something is stated nowhere: noted with what was searched, and checked again.

A check searches only what was not searched when the absence was noted, or was another
then: in all else the query still finds nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from workbench.errors import InvalidValue, ReadOnlyProject
from workbench.jobs import Tracker
from workbench.model.cells import Absence, AbsenceScope, CellKey
from workbench.model.ids import ColumnId, DocumentId, RowId
from workbench.model.links import Stretch
from workbench.model.search import Asked, SearchOptions
from workbench.model.tables import ComparisonTable, Row
from workbench.operations.absence_checking import AbsenceChecks
from workbench.operations.cells import keep_change
from workbench.operations.finding_places import places_in
from workbench.operations.labels import quoted, quoted_place
from workbench.operations.row_documents import row_with_cells, scope_documents
from workbench.project import Project
from workbench.store.absences import DocumentStates, pack_states
from workbench.store.search_options import pack_options
from workbench.views import ProjectView

TABLE: Final = "absence_checks"
"""What the notice of a check names."""
USUAL: Final = SearchOptions()

__all__ = [
    "drop_absence",
    "recheck_absences",
    "rechecked",
    "record_absence",
    "scope_documents",
]


def record_absence(
    project: Project,
    row_id: RowId,
    column_id: ColumnId,
    query: str,
    scope: AbsenceScope,
    options: SearchOptions = USUAL,
) -> None:
    """Note in a cell that a query finds nothing; zones are never searched.

    `InvalidValue` where it finds something, where it cannot be read as a whole, and
    where there is nothing to search. It searches: call it in a job for many documents.
    """
    asked = Asked(query.strip(), replace(options, sort=USUAL.sort, zones=False))
    with project.operation("Note as not stated") as edit:
        edit.label = f"Not stated: {quoted_place(edit.tables.place(row_id, column_id))}"
        with project.reader() as view:
            states = _searched(view, row_id, asked, scope)
        absence = Absence(
            asked.query,
            asked.options,
            scope,
            len(states),
            edit.analyst,
            datetime.now(UTC),
        )
        place = (row_id, column_id)
        packed = pack_options(asked.options), pack_states(states)
        edit.cells.set_absence(place, absence, *packed)
        keep_change(edit, [place], "Searched for, and not stated")


def drop_absence(project: Project, row_id: RowId, column_id: ColumnId) -> None:
    """Take back that something is absent."""
    with project.operation("Take back “not stated”") as edit:
        if edit.cells.get(row_id, column_id).absence is not None:
            edit.cells.drop_absence(row_id, column_id)
            keep_change(edit, [(row_id, column_id)], "“Not stated” taken back")


def rechecked(view: ProjectView, table: ComparisonTable) -> ComparisonTable:
    """Return a table whose absences say what they find now; nothing is written."""
    checks = AbsenceChecks(view, Tracker()).of(view.absences.kept(table.id))
    found = {kept.cell: check.found for kept, check in checks}
    return replace(table, rows=tuple(_with(row, found) for row in table.rows))


def recheck_absences(project: Project, tracker: Tracker | None = None) -> int:
    """Search again for what was absent, where documents joined or changed.

    Returns how many absences find something else than before. No step: call it in a
    job after each change of what is searched.
    """
    if project.is_read_only:
        raise ReadOnlyProject(project.read_only_reason)
    with project.reader() as view:
        checks = AbsenceChecks(view, tracker or Tracker()).of(view.absences.kept())
    news = [
        (kept, check) for kept, check in checks
        if (kept.checked, kept.found) != (check.state, check.found)
    ]  # fmt: skip
    if news:
        with project.aside(TABLE) as edit:
            edit.absences.keep_checks([it for _, it in news], datetime.now(UTC))
    return sum(kept.found != check.found for kept, check in news)


def _searched(
    view: ProjectView, row_id: RowId, asked: Asked, scope: AbsenceScope
) -> DocumentStates:
    """Return the documents in which nothing was found, as they are."""
    _check_readable(view, asked)
    documents = scope_documents(view, scope, row_with_cells(view, row_id))
    if not documents:
        raise InvalidValue(_EMPTY[scope])
    if ":" in asked.query:
        _check_conditions(view, asked, documents)
    found = list(places_in(view, asked.query, asked.options, documents))
    if found:
        raise InvalidValue(_stated(asked.query, found))
    states = view.absences.states()
    return {it: states[it] for it in documents}


def _check_readable(view: ProjectView, asked: Asked) -> None:
    answer = view.search(asked.query, asked.options, limit=0)
    if answer.understood.ignored:
        raise InvalidValue(
            f"The search cannot be read as a whole ({answer.understood.ignored[0]}),"
            " so it would prove nothing; correct it."
        )
    if not answer.words:
        raise InvalidValue("Type the words that are to be searched for.")


def _check_conditions(
    view: ProjectView, asked: Asked, documents: Collection[DocumentId]
) -> None:
    """Refuse where only a condition is true, or may be true, of a document."""
    answer = view.search(asked.query, asked.options, limit=0)
    undated = [it for it in answer.undated if it.document_id in documents]
    if undated:
        raise InvalidValue(
            f"{quoted(undated[0].title or undated[0].name)} has no date, so nobody can"
            " tell whether the search holds for it; give it one, or search without a"
            " date."
        )
    listing = view.listing(asked.query, asked.options)
    found = (
        [it for it in listing.documents if it.document_id in documents]
        if listing
        else []
    )
    if found:
        raise InvalidValue(
            f"The search finds {quoted(found[0].title or found[0].name)}; read what it"
            " says there, or search for something else."
        )


def _stated(query: str, found: Sequence[Stretch]) -> str:
    documents = len({it.document_id for it in found})
    places = f"{len(found):,} time{'s' * (len(found) != 1)}"
    where = "one document" if documents == 1 else f"{documents:,} documents"
    return (
        f"{quoted(query)} is found {places} in {where}; read what it says there, or"
        " search for something else."
    )


def _with(row: Row, found: Mapping[CellKey, tuple[Stretch, ...]]) -> Row:
    cells = tuple(
        replace(it, absence=replace(it.absence, found=found[it.row_id, it.column_id]))
        if it.absence is not None and (it.row_id, it.column_id) in found
        else it
        for it in row.cells
    )
    return replace(row, cells=cells)


_EMPTY: Final = {
    AbsenceScope.ALL: "There is no document to search; import some first.",
    AbsenceScope.ROW: (
        "The row has no documents to search; say which document or case it describes,"
        " or search all documents."
    ),
}
