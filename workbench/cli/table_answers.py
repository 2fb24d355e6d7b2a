"""How tables and cells are told on the command line, and found by their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from workbench.cli.answers import iso, one_line, show, show_json
from workbench.errors import NotFound
from workbench.model.cells import Absence, Cell, CellKey, Citation
from workbench.model.ids import CitationId, DocumentId, TagId
from workbench.model.source_badges import SourceBadges
from workbench.model.tables import Column, ComparisonTable, Row
from workbench.views import Stores


class Named(Protocol):
    """A row or a column."""

    @property
    def name(self) -> str:
        """What the analyst calls it."""


NamedThing = TypeVar("NamedThing", bound=Named)


def answer(value: object, sentence: str, *, as_json: bool) -> None:
    """Tell what was done, to a program or to a person."""
    if as_json:
        show_json(value)
    else:
        show(one_line(sentence, 300))


def named(things: Sequence[NamedThing], name: str, what: str) -> NamedThing:
    """Return the thing of this name, in any case, as the project compares names."""
    wanted = " ".join(name.split()).casefold()
    for thing in things:
        if thing.name.casefold() == wanted:
            return thing
    names = ", ".join(f"“{thing.name}”" for thing in things) or "none yet"
    raise NotFound(f"There is no {what} called “{name}”; it has {names}.")


def row_of(table: ComparisonTable, name: str) -> Row:
    """Return the row of this name; `NotFound` names those there are."""
    return named(table.rows, name, f"row in “{table.name}”")


def column_of(table: ComparisonTable, name: str) -> Column:
    """Return the column of this name; `NotFound` names those there are."""
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


def table_json(
    view: Stores, table: ComparisonTable, badges: Mapping[CellKey, SourceBadges]
) -> dict[str, object]:
    """Return a table with all that stands in it."""
    paths = {tag.id: tag.path for tag in view.tags.all()}
    names = [column.name for column in table.columns]
    return {
        "name": table.name,
        "columns": [column_json(it, paths) for it in table.columns],
        "rows": [
            {
                "name": row.name,
                "document": row.document_id,
                "case": row.case_id,
                "group": row.group,
                "is_hidden": row.is_hidden,
                "cells": [
                    {**cell_json(cell, name), "sources": _badges_json(cell, badges)}
                    for cell, name in zip(row.cells, names, strict=True)
                ],
            }
            for row in table.rows
        ],
    }


def column_json(column: Column, paths: Mapping[TagId, str]) -> dict[str, object]:
    """Return a question and what answers it."""
    tag_id = column.kind.tag_id
    return {
        "name": column.name,
        "question": column.question,
        "type": column.kind.type.value,
        "choices": list(column.kind.choices),
        "tag": None if tag_id is None else paths[tag_id],
        "is_hidden": column.is_hidden,
    }


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


def show_table(
    view: Stores, table: ComparisonTable, badges: Mapping[CellKey, SourceBadges]
) -> None:
    """Write a table for a person: a line a cell, and one for all it rests on."""
    names = {it.id: it.name for it in view.documents.all()}
    show(one_line(table.name, 200))
    for column in table.columns:
        if column.question:
            show(f"  {one_line(column.name)}: {one_line(column.question, 200)}")
    group = ""
    for row in table.rows:
        if row.group != group:
            group = row.group
            show(f"\n== {one_line(group or 'no group', 200)} ==")
        show(f"\n{one_line(row.name, 200)}{' (hidden)' if row.is_hidden else ''}")
        for column, cell in zip(table.columns, row.cells, strict=True):
            _show_cell(column, cell, names)
            if found := badges.get((cell.row_id, cell.column_id)):
                show(f"    {found.words}")


def _show_cell(column: Column, cell: Cell, names: Mapping[DocumentId, str]) -> None:
    summary = one_line(cell.summary, 1000)
    show(f"  {one_line(column.name)} [{cell.state.value}]: {summary}".rstrip())
    for number, citation in enumerate(cell.citations, start=1):
        show(f"    {number}. {evidence_line(citation, names)}")
    if cell.absence:
        show(f"    {_absence_line(cell.absence)}")


def evidence_line(citation: Citation, names: Mapping[DocumentId, str]) -> str:
    """Return what a citation rests on, in one line."""
    document = citation.document_id
    name = "removed document" if document is None else names[document]
    place = one_line(f"{name} {citation.start}-{citation.end}")
    standing = f" [{citation.standing.value}]" if citation.wants_look else ""
    quote = one_line(citation.quote, 100)
    return f"{citation.role.value}{standing}: {place} “{quote}”"


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


def _badges_json(
    cell: Cell, badges: Mapping[CellKey, SourceBadges]
) -> dict[str, object] | None:
    found = badges.get((cell.row_id, cell.column_id))
    if found is None:
        return None
    return {
        "count": found.sources,
        "derived": [{"document": it, "from": other} for it, other in found.derived],
        "flags": sorted(it.value for it in found.flags),
        "words": found.words,
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


def _absence_line(absence: Absence) -> str:
    where = f"{absence.scope.value} ({absence.searched})"
    asked = f"searched {where} for “{one_line(absence.query)}”, {iso(absence.asked_at)}"
    found = f"; now in {len(absence.found)} places" if absence.found else ""
    return f"not stated: {asked}{found}"
