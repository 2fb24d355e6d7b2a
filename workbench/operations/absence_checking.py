"""Asks again for what was absent, as seldom as can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from workbench.jobs import Tracker
from workbench.model.cells import AbsenceScope
from workbench.model.ids import DocumentId, RowId, TableId
from workbench.model.links import Stretch
from workbench.model.search import Asked
from workbench.model.tables import Row
from workbench.operations.finding_places import places_in
from workbench.operations.row_documents import documents_of_row
from workbench.store.absences import (
    Check,
    DocumentStates,
    KeptAbsence,
    digest_of,
    unpack_states,
)
from workbench.views import ProjectView

MOST_FOUND: Final = 20
"""So many places are kept of what turned up: enough to see that it did."""
_ALL: Final = (None, None)


class AbsenceChecks:
    """Checks absences against the documents of one view."""

    def __init__(self, view: ProjectView, tracker: Tracker) -> None:
        self._view = view
        self._tracker = tracker
        self._states = view.absences.states()
        # The same documents and the same question come up in row after row.
        self._rows = cache(self._rows_of)
        self._scope = cache(self._scope_of)
        self._digest = cache(self._digest_of)
        self._ask = cache(self._asked)

    def of(self, kept: Sequence[KeptAbsence]) -> list[tuple[KeptAbsence, Check]]:
        """Return what each of these absences finds now."""
        due = [it for it in kept if self._is_due(it)]
        searched = self._changed(due)
        found = {}
        for number, it in enumerate(due):
            self._tracker.advance(number, len(due), "Checking what is not stated")
            found[it.id] = self._ask(Asked(it.query, it.options), searched[it.id])
        return [
            (
                it,
                Check(it.id, self._digest(*_scope_key(it)), found.get(it.id, it.found)),
            )
            for it in kept
        ]

    def _is_due(self, kept: KeptAbsence) -> bool:
        """Tell whether anything can have changed; conditions rest on many things."""
        return ":" in kept.query or kept.checked != self._digest(*_scope_key(kept))

    def _changed(self, due: Sequence[KeptAbsence]) -> dict[int, tuple[DocumentId, ...]]:
        """Return for each absence the documents that must be searched again."""
        by_id = {it.id: it for it in due}
        found: dict[int, tuple[DocumentId, ...]] = {}
        for packed, ids in self._view.absences.searched(by_id).items():
            rests_on = unpack_states(packed)
            known: dict[object, tuple[DocumentId, ...]] = {}
            for own in ids:
                kept = by_id[own]
                key = (*_scope_key(kept), ":" in kept.query)
                if key not in known:
                    known[key] = self._others(kept, rests_on)
                found[own] = known[key]
        return found

    def _others(
        self, kept: KeptAbsence, rests_on: DocumentStates
    ) -> tuple[DocumentId, ...]:
        scope = self._scope(*_scope_key(kept))
        if ":" in kept.query:
            return tuple(scope)
        return tuple(it for it in scope if rests_on.get(it) != self._states[it])

    def _scope_of(
        self, table_id: TableId | None, row_id: RowId | None
    ) -> tuple[DocumentId, ...]:
        if table_id is None or row_id is None:
            return tuple(self._states)
        return tuple(documents_of_row(self._view, self._rows(table_id)[row_id]))

    def _digest_of(self, table_id: TableId | None, row_id: RowId | None) -> str:
        return digest_of({it: self._states[it] for it in self._scope(table_id, row_id)})

    def _rows_of(self, table_id: TableId) -> dict[RowId, Row]:
        return {it.id: it for it in self._view.tables.get(table_id).rows}

    def _asked(
        self, asked: Asked, documents: tuple[DocumentId, ...]
    ) -> tuple[Stretch, ...]:
        places: Iterator[Stretch] = places_in(
            self._view, asked.query, asked.options, documents
        )
        return tuple(islice(places, MOST_FOUND))


def _scope_key(kept: KeptAbsence) -> tuple[TableId | None, RowId | None]:
    """Name the documents that an absence is about: those of a row, or all."""
    return (kept.table_id, kept.cell[0]) if kept.scope is AbsenceScope.ROW else _ALL
