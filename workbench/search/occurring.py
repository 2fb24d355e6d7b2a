"""Every match of a query, document by document: what concordances and marks rest on."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator
from itertools import groupby

from workbench.model.ids import DocumentId
from workbench.model.search import DocumentMatches
from workbench.search.marking import matches
from workbench.search.planning import Plan, Planner
from workbench.search.ranking import placed
from workbench.search.rows import document_of


def occurrences(
    connection: sqlite3.Connection,
    planner: Planner,
    plan: Plan,
    document_id: DocumentId | None = None,
) -> Iterator[DocumentMatches]:
    """Yield the matches of each document that matches, or of one of them."""
    select = placed(plan, document_id)
    rows = [row for (row,) in connection.execute(select.sql, select.parameters)]
    for found_in, own in groupby(rows, document_of):
        found = DocumentMatches(DocumentId(found_in), array("q"), array("q"))
        for row in own:
            for match in matches(plan.marked, found_in, planner.paragraph(row)):
                found.starts.append(match.start)
                found.ends.append(match.end)
        yield found
