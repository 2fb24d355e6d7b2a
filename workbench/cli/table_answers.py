"""How tables and cells are told on the command line, and found by their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from workbench.cli.answers import iso, one_line, show, show_json
from workbench.errors import NotFound
from workbench.model.cells import Absence, Cell, Citation
from workbench.model.ids import CitationId
from workbench.model.tables import Column, ComparisonTable, Row


class Named(Protocol):
    """A row or a column."""

    @property
    def name(self) -> str:
        """What the analyst calls it."""


_LISTED = 12
"""The names that a sentence has at most."""

NamedThing = TypeVar("NamedThing", bound=Named)


def answer(value: object, sentence: str, *, as_json: bool) -> None:
    """Tell what was done, to a program or to a person."""
    if as_json:
        show_json(value)
    else:
        show(one_line(sentence, 300))


def named(things: Sequence[NamedThing], name: str, what: str) -> NamedThing:
    """Return the thing of this name, or whose name alone has this part, in any case."""
    wanted = " ".join(name.split()).casefold()
    found = [it for it in things if it.name.casefold() == wanted]
    found = found or [it for it in things if wanted and wanted in it.name.casefold()]
    if len(found) == 1:
        return found[0]
    names = _listed(found or things)
    if found:
        raise NotFound(f"“{name}” could be {names}; give more of the name.")
    raise NotFound(f"There is no {what} called “{name}”; it has {names}.")


def _listed(things: Sequence[Named]) -> str:
    names = ", ".join(f"“{it.name}”" for it in things[:_LISTED]) or "none yet"
    more = len(things) - _LISTED
    return f"{names} and {more:,} more" if more > 0 else names


def row_of(table: ComparisonTable, name: str) -> Row:
    """Return the row of this name or part of it; `NotFound` names those there are."""
    return named(table.rows, name, f"row in “{table.name}”")


def column_of(table: ComparisonTable, name: str) -> Column:
    """Return the column of this name or part; `NotFound` names those there are."""
    return named(table.columns, name, f"column in “{table.name}”")


def place_of(table: ComparisonTable, row: str, column: str) -> tuple[Row, Column]:
    """Return the row and the column of these names."""
    return row_of(table, row), column_of(table, column)


def citation_of(cell: Cell, number: int) -> CitationId:
    """Return the citation of a cell with this number, which counts from 1."""
    if not 1 <= number <= len(cell.citations):
        there = f"has {len(cell.citations)}" if cell.citations else "has none"
        raise NotFound(f"The cell has no citation {number}; it {there}.")
    return cell.citations[number - 1].id


def cell_json(cell: Cell, column: str) -> dict[str, object]:
    """Return a cell with what it rests on."""
    return {
        "column": column,
        "summary": cell.summary,
        "state": cell.state.value,
        "context_changed": cell.has_other_context,
        "citations": [_citation_json(citation) for citation in cell.citations],
        "absence": _absence_json(cell.absence) if cell.absence else None,
    }


def _citation_json(citation: Citation) -> dict[str, object]:
    cited = citation.cited
    return {
        "passage": citation.passage_id,
        "role": citation.role.value,
        "standing": citation.standing.value,
        "document": citation.document_id,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "cited": {
            "version": cited.version,
            "start": cited.start,
            "end": cited.end,
            "quote": cited.quote,
            "analyst": citation.analyst,
            "at": iso(citation.cited_at),
        },
    }


def _absence_json(absence: Absence) -> dict[str, object]:
    return {
        "query": absence.query,
        "scope": absence.scope.value,
        "searched": absence.searched,
        "analyst": absence.analyst,
        "asked": iso(absence.asked_at),
        "found": [
            {"document": it.document_id, "start": it.span.start, "end": it.span.end}
            for it in absence.found
        ],
    }
