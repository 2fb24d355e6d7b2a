"""What a cell rested on, and where words were found, packed as JSON.

A file from another hand may hold anything here: unpacking raises `ValueError`.
"""

from __future__ import annotations

import json
from collections.abc import Container, Sequence
from typing import Any, Final

from workbench.model.cells import AbsenceScope, Role
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.spans import Span

CITATION: Final = (
    'passage_id, document_id, role, version, "start", "end", quote, prefix, suffix,'
    " analyst, created_at"
)
"""The columns of a citation that are kept."""
ABSENCE: Final = "query, options, scope, searched, analyst, asked_at"
"""The columns of an absence that are kept."""

_LARGEST: Final = 2**63 - 1
"""A number larger than this does not fit into a file."""
_ID: Final = (int, type(None))
_CITATION_TYPES: Final = (_ID, _ID, str, int, int, int, str, str, str, str, str)
_ABSENCE_TYPES: Final = (str, str, str, str, str, str)
_ROLE: Final = 2
_QUOTE: Final = 6

Row = Sequence[Any]


class Evidence:
    """The citations of a cell and its absence, as rows of the columns above."""

    def __init__(self, citations: Sequence[Row], absence: Row | None) -> None:
        self.citations = citations
        self.absence = absence

    @property
    def quotes(self) -> tuple[tuple[Role, str], ...]:
        """What was cited, with its role."""
        return tuple((Role(it[_ROLE]), it[_QUOTE]) for it in self.citations)

    @property
    def query(self) -> str:
        """What was searched for and absent, or empty."""
        return str(self.absence[0]) if self.absence else ""

    def quotes_beside(self, passages: Container[int]) -> bool:
        """Tell whether anything is quoted that is none of these passages."""
        return any(it[_QUOTE] and it[0] not in passages for it in self.citations)


def pack_evidence(evidence: Evidence) -> str:
    """Return evidence as JSON."""
    return json.dumps({"citations": evidence.citations, "absence": evidence.absence})


def unpack_evidence(packed: str) -> Evidence:
    """Return the evidence that `pack_evidence`, or an upgrade, wrote."""
    found = _object(packed)
    citations, absence = found.get("citations"), found.get("absence")
    if not isinstance(citations, list):
        raise ValueError(packed)
    for row in citations:
        _check_row(row, _CITATION_TYPES)
        Role(row[_ROLE])
    if absence is not None:
        _check_row(absence, _ABSENCE_TYPES)
        AbsenceScope(absence[2])
    return Evidence(citations, absence)


def pack_stretches(stretches: Sequence[Stretch]) -> str:
    """Return places in documents as JSON."""
    places = [[it.document_id, it.span.start, it.span.end] for it in stretches]
    return json.dumps(places)


def unpack_stretches(packed: str) -> tuple[Stretch, ...]:
    """Return the places that `pack_stretches` wrote."""
    rows = _loaded(packed)
    if not isinstance(rows, list):
        raise ValueError(packed)
    for row in rows:
        _check_row(row, (int, int, int))
    return tuple(Stretch(DocumentId(it), Span(a, b)) for it, a, b in rows)


def _object(packed: str) -> dict[str, Any]:
    found = _loaded(packed)
    if not isinstance(found, dict):
        raise ValueError(packed)
    return found


def _loaded(packed: str) -> Any:
    try:
        return json.loads(packed)
    except RecursionError as error:
        raise ValueError(packed) from error


def _check_row(row: object, types: Sequence[Any]) -> None:
    if not isinstance(row, list) or len(row) != len(types):
        raise ValueError(row)
    if not all(isinstance(it, type_) for it, type_ in zip(row, types, strict=True)):
        raise ValueError(row)
    if any(isinstance(it, int) and abs(it) > _LARGEST for it in row):
        raise ValueError(row)
