"""Asks again what an export says that nobody states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.errors import InvalidValue
from workbench.jobs import Tracker
from workbench.model.cells import AbsenceScope
from workbench.model.ids import DocumentId
from workbench.model.provenance import Provenance, RecordedAbsence
from workbench.model.search import SearchOptions
from workbench.model.verification import Difference, DifferenceKind
from workbench.operations.finding_places import places_in
from workbench.operations.verified_texts import VerifiedTexts
from workbench.store.search_options import unpack_options
from workbench.views import ProjectView


def absence_differences(
    view: ProjectView,
    texts: VerifiedTexts,
    record: Provenance,
    tracker: Tracker,
) -> Iterator[Difference]:
    """Yield which of the queries that found nothing find something now."""
    everything = [texts.document(it) for it in record.documents]
    absent = [(cell, cell.absence) for cell in record.cells if cell.absence]
    for done, (cell, absence) in enumerate(absent):
        tracker.advance(done, len(absent), "Searching again for what was absent")
        is_of_all = absence.scope == AbsenceScope.ALL.value
        scope = everything if is_of_all else map(texts.document, absence.documents)
        for words in _differences(view, absence, list(scope)):
            yield Difference(DifferenceKind.ABSENCE, words, cell.row, cell.column)


def _differences(
    view: ProjectView, absence: RecordedAbsence, scope: Sequence[DocumentId | None]
) -> Iterator[str]:
    missing = scope.count(None)
    if missing:
        yield (
            f"{missing:,} of the {len(scope):,} documents that “{absence.query}” was"
            " asked of are not in the project"
        )
    if absence.found:
        return  # the export says itself that it does not hold
    documents = _asked(view, absence, scope)
    places = places_in(view, absence.query, _options(absence), documents)
    found = dict.fromkeys(it.document_id for it in places)
    if found:
        names = ", ".join(f"“{view.documents.title(it)}”" for it in found)
        yield f"“{absence.query}” was not found, and is now in {names}"


def _options(absence: RecordedAbsence) -> SearchOptions:
    try:
        return unpack_options(absence.options)
    except (TypeError, ValueError) as error:
        raise InvalidValue(
            f"The provenance is damaged: it does not say how “{absence.query}” was"
            " searched for; export the table again."
        ) from error


def _asked(
    view: ProjectView, absence: RecordedAbsence, scope: Sequence[DocumentId | None]
) -> list[DocumentId]:
    """Return what to ask again: of all documents, those that joined since as well."""
    if absence.scope == AbsenceScope.ALL.value:
        return view.documents.ids()
    return [it for it in scope if it is not None]
