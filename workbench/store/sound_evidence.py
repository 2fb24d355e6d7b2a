"""Whether what a cell once rested on could be brought back into it.

Another hand may keep in a history what no citation and no absence may be: brought
back, it would be damage of the file.
"""

from __future__ import annotations

from workbench.model.spans import Span
from workbench.store.absences import unpack_states
from workbench.store.evidence import Evidence, Row, unpack_evidence
from workbench.store.moments import moment_of
from workbench.store.search_options import unpack_options


def sound_evidence(packed: str) -> Evidence:
    """Return the evidence; `TypeError` or `ValueError` for what no cell rests on."""
    evidence = unpack_evidence(packed)
    for citation in evidence.citations:
        _check_citation(citation)
    passages = [it[0] for it in evidence.citations if it[0] is not None]
    if len(passages) > len({*passages}):
        raise ValueError(packed)
    if evidence.absence:
        _check_absence(evidence.absence)
    return evidence


def _check_citation(citation: Row) -> None:
    *_, start, end, _quote, _prefix, _suffix, _analyst, created_at = citation
    Span(start, end)
    moment_of(created_at)


def _check_absence(absence: Row) -> None:
    query, options, _scope, searched, _analyst, asked_at = absence
    if not query:
        raise ValueError(absence)
    unpack_options(options)
    unpack_states(searched)
    moment_of(asked_at)
