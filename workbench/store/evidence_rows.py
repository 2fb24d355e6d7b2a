"""What cells rest on, as rows of the file and as nouns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from workbench.model.cells import (
    Absence,
    AbsenceScope,
    Citation,
    CitedPlace,
    Role,
    Standing,
)
from workbench.store.evidence import unpack_stretches
from workbench.store.search_options import unpack_options
from workbench.text.selectors import CONTEXT

CITATIONS: Final = """
select cells.row_id, cells.column_id, citations.id, citations.passage_id,
    citations.document_id, role,
    case when passages.id is null or anchor = 'orphaned' then 'orphaned'
        when passages.quote <> citations.quote then 'stale'
        when passages.prefix <> citations.prefix
            or passages.suffix <> citations.suffix then json_array(
                citations.prefix, passages.prefix, citations.suffix, passages.suffix)
        else 'holds' end,
    coalesce(passages.quote, citations.quote),
    coalesce(passages."start", citations."start"),
    coalesce(passages."end", citations."end"),
    citations.version, citations."start", citations."end", citations.quote,
    citations.analyst, citations.created_at
from citations
join cells on cells.id = citations.cell_id
left join passages on passages.id = citations.passage_id
"""
ABSENCES: Final = """
select cells.row_id, cells.column_id, query, options, scope,
    json_array_length(searched), analyst, asked_at, coalesce(found, '[]')
from absences
join cells on cells.id = absences.cell_id
left join absence_checks on absence_checks.id = absences.id
"""


def citation_of(row: Sequence[Any]) -> Citation:
    """Return the citation of a row of `CITATIONS`, without the cell's place."""
    (citation_id, passage_id, document_id, role, standing, quote, start, end,
     version, cited_start, cited_end, cited_quote, analyst, cited_at) = row  # fmt: skip
    return Citation(
        citation_id,
        passage_id,
        document_id,
        Role(role),
        _standing(standing),
        quote,
        start,
        end,
        CitedPlace(version, cited_start, cited_end, cited_quote),
        analyst,
        datetime.fromisoformat(cited_at),
    )


def _standing(said: str) -> Standing:
    """Return what became of a citation; a list is what surrounded it, and does now."""
    if not said.startswith("["):
        return Standing(said)
    before, before_now, after, after_now = json.loads(said)
    is_same = _are_same(before[::-1], before_now[::-1]) and _are_same(after, after_now)
    return Standing.HOLDS if is_same else Standing.CONTEXT_CHANGED


def _are_same(context: str, now: str) -> bool:
    """Tell whether a text goes on alike, as far as both contexts know it.

    White space does not count: with other line ends, less fits into what is kept. A
    context that is not full ends where the text does.
    """
    one, other = ("".join(it.split()) for it in (context, now))
    known = min(len(one), len(other))
    goes_on = (len(one) <= known or len(now) >= CONTEXT) and (
        len(other) <= known or len(context) >= CONTEXT
    )
    return one[:known] == other[:known] and goes_on


def absence_of(row: Sequence[Any]) -> Absence:
    """Return the absence of a row of `ABSENCES`, without the cell's place."""
    query, options, scope, searched, analyst, asked_at, found = row
    return Absence(
        query,
        unpack_options(options),
        AbsenceScope(scope),
        searched,
        analyst,
        datetime.fromisoformat(asked_at),
        unpack_stretches(found),
    )
