"""Every hit of a search, gathered by document: what long lists of results rest on."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Mapping

from workbench.model.ids import DocumentId
from workbench.model.search import HitList, Listed
from workbench.search.indexing.rows import ZONE_BIT, document_of
from workbench.search.planning import Plan
from workbench.search.ranking import ranked

Names = Callable[[set[int]], Mapping[int, tuple[str, str]]]


def listing(connection: sqlite3.Connection, plan: Plan, names: Names) -> HitList:
    """Return all hits: the document of the first hit first, each in order of place."""
    select = ranked(plan)
    rows = connection.execute(select.sql, select.parameters)
    gathered = _gathered(row[0] for row in rows)
    known = names(set(gathered))
    return HitList(
        tuple(Listed(DocumentId(it), *known[it]) for it in gathered),
        array("q", map(len, gathered.values())),
        array("q", (row for own in gathered.values() for row in own)),
    )


def _gathered(rows: Iterable[int]) -> dict[int, list[int]]:
    gathered: dict[int, list[int]] = {}
    for row in rows:
        gathered.setdefault(document_of(row), []).append(row)
    for own in gathered.values():
        own.sort(key=lambda row: row & ~ZONE_BIT)
    return gathered
