"""Shows a comparison table, or a part of it: its cells and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.cli.answers import counted, iso, one_line, show, show_columns
from workbench.cli.table_answers import cell_json
from workbench.cli.table_looks import PartOfTable
from workbench.model.cells import Absence, Cell, CellKey, Citation
from workbench.model.ids import DocumentId, TagId
from workbench.model.source_badges import SourceBadges
from workbench.model.tables import Column
from workbench.text.typed_values import misread_words
from workbench.views import Stores

Badges = Mapping[CellKey, SourceBadges]


def table_json(view: Stores, part: PartOfTable, badges: Badges) -> dict[str, object]:
    """Return a table with all that stands in it."""
    paths = {tag.id: tag.path for tag in view.tags.all()}
    return {
        "name": part.table.name,
        "columns": [_column_json(it, paths) for it in part.columns],
        "rows": [
            {
                "name": row.name,
                "document": row.document_id,
                "case": row.case_id,
                "group": row.group,
                "is_hidden": row.is_hidden,
                "cells": [
                    {
                        **cell_json(cell, column.name),
                        "misread": _misread(column, cell) or None,
                        "sources": _badges_json(cell, badges),
                    }
                    for column, cell in part.cells(row)
                ],
            }
            for row in part.table.rows
        ],
    }


def show_table(view: Stores, part: PartOfTable, badges: Badges) -> None:
    """Write a table for a person: a line a cell, and one for all it rests on."""
    names = {it.id: it.name for it in view.documents.all()}
    show(one_line(part.table.name, 200))
    for column in part.columns:
        if column.question:
            show(f"  {one_line(column.name)}: {one_line(column.question, 200)}")
    group = ""
    for row in part.table.rows:
        if row.group != group:
            group = row.group
            show(f"\n== {one_line(group or 'no group', 200)} ==")
        show(f"\n{one_line(row.name, 200)}{' (hidden)' if row.is_hidden else ''}")
        for column, cell in part.cells(row):
            _show_cell(column, cell, names)
            if found := badges.get((cell.row_id, cell.column_id)):
                show(f"    {found.words}")
    _tell_hidden(part)


def show_cells(part: PartOfTable) -> None:
    """Write a line a cell, for `grep` and the like."""
    show_columns(
        ("ROW", "COLUMN", "STATE", "CITED", "SUMMARY"),
        [
            (row.name, column.name, cell.state.value, len(cell.citations), cell.summary)
            for row in part.table.rows
            for column, cell in part.cells(row)
        ],
    )


def _tell_hidden(part: PartOfTable) -> None:
    if not (part.hidden_rows or part.hidden_columns):
        return
    rows = counted(part.hidden_rows, "row")
    columns = counted(part.hidden_columns, "column")
    show(f"\nHidden: {rows} and {columns}; --hidden shows them.")


def _show_cell(column: Column, cell: Cell, names: Mapping[DocumentId, str]) -> None:
    summary = one_line(cell.summary, 1000)
    misread = _misread(column, cell)
    note = f" ({misread})" if misread else ""
    show(f"  {one_line(column.name)} [{cell.state.value}]: {summary}{note}".rstrip())
    for number, citation in enumerate(cell.citations, start=1):
        show(f"    {number}. {_evidence_line(citation, names)}")
    if cell.absence:
        show(f"    {_absence_line(cell.absence)}")


def _misread(column: Column, cell: Cell) -> str:
    return misread_words(cell.summary, column.kind)


def _evidence_line(citation: Citation, names: Mapping[DocumentId, str]) -> str:
    document = citation.document_id
    name = "removed document" if document is None else names[document]
    place = one_line(f"{name} {citation.start}-{citation.end}")
    standing = f" [{citation.standing.value}]" if citation.wants_look else ""
    quote = one_line(citation.quote, 100)
    return f"{citation.role.value}{standing}: {place} “{quote}”"


def _absence_line(absence: Absence) -> str:
    where = f"{absence.scope.value} ({absence.searched})"
    asked = f"searched {where} for “{one_line(absence.query)}”, {iso(absence.asked_at)}"
    found = f"; now in {counted(len(absence.found), 'place')}" if absence.found else ""
    return f"not stated: {asked}{found}"


def _column_json(column: Column, paths: Mapping[TagId, str]) -> dict[str, object]:
    tag_id = column.kind.tag_id
    return {
        "name": column.name,
        "question": column.question,
        "type": column.kind.type.value,
        "choices": list(column.kind.choices),
        "tag": None if tag_id is None else paths[tag_id],
        "is_hidden": column.is_hidden,
    }


def _badges_json(cell: Cell, badges: Badges) -> dict[str, object] | None:
    found = badges.get((cell.row_id, cell.column_id))
    if found is None:
        return None
    return {
        "count": found.sources,
        "derived": [{"document": it, "from": other} for it, other in found.derived],
        "related": [list(it) for it in found.related],
        "flags": sorted(it.value for it in found.flags),
        "words": found.words,
    }
