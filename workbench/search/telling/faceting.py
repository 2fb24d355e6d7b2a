"""What the documents of an answer have in common, and what narrows it to some."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from workbench.model.search import Facet, FacetKind, FacetValue
from workbench.search.conditions.asked import plain, written
from workbench.search.conditions.filters import Filters

UNDATED: Final = "undated"

Valued = Iterable[tuple[int, str]]


class Facets:
    """Counts values among documents.

    A count is how many documents are left by the value's condition.
    """

    def __init__(self, filters: Filters) -> None:
        self._fields = filters.fields
        self._places = filters.places

    def of(self, found: AbstractSet[int]) -> tuple[Facet, ...]:
        """Return what can narrow these documents, most frequent values first."""
        sources, dates = self._fields.column("source"), self._fields.column("date")
        return (
            Facet(FacetKind.SOURCE, _values("source", sources, found)),
            Facet(FacetKind.YEAR, _years(dates, found)),
            Facet(FacetKind.TYPE, _values("type", self._fields.types(), found)),
            Facet(FacetKind.TAG, _values("tag", self._places.tags(), found)),
            Facet(FacetKind.CASE, _values("case", self._places.cases(), found)),
        )


def _years(dates: Valued, found: AbstractSet[int]) -> tuple[FacetValue, ...]:
    documents = _gathered(((it, date[:4]) for it, date in dates), found)
    return _frequent(
        FacetValue(year, f"date:{year}", len(ids))
        if year
        else FacetValue(UNDATED, "NOT has:date", len(ids))
        for year, ids in documents.items()
    )


def _values(
    field: str, rows: Valued, found: AbstractSet[int]
) -> tuple[FacetValue, ...]:
    """Count values; those that a condition cannot tell apart are one."""
    labels: dict[str, str] = {}
    named = ((it, labels.setdefault(plain(value), value)) for it, value in rows)
    documents = _gathered(named, found)
    return _frequent(
        FacetValue(label, written(field, label), len(ids))
        for label, ids in documents.items()
        if plain(label)
    )


def _gathered(rows: Valued, found: AbstractSet[int]) -> dict[str, set[int]]:
    documents: defaultdict[str, set[int]] = defaultdict(set)
    for document_id, value in rows:
        if document_id in found:
            documents[value].add(document_id)
    return documents


def _frequent(values: Iterable[FacetValue]) -> tuple[FacetValue, ...]:
    return tuple(sorted(values, key=lambda it: (-it.documents, it.label.casefold())))
