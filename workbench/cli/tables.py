"""The commands of comparison tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import click

from workbench.cli.answers import json_option, one_line, show, show_json
from workbench.cli.projects import project_argument, reading, writing
from workbench.errors import NotFound
from workbench.model.cells import Cell, Citation, Role
from workbench.model.ids import DocumentId, PassageId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.tables import Column, ComparisonTable, Row
from workbench.operations.cases import create_case
from workbench.operations.cells import cite, set_summary
from workbench.operations.notes import write_note
from workbench.operations.tables import add_column, add_row, create_table
from workbench.project import Project


class Named(Protocol):
    """A row or a column."""

    @property
    def name(self) -> str:
        """What the analyst calls it."""


NamedThing = TypeVar("NamedThing", bound=Named)

table_argument = click.argument("table", metavar="NAME")


@click.group("table")
def table_commands() -> None:
    """Make, fill and show comparison tables."""


@table_commands.command("create")
@project_argument
@table_argument
@json_option
def create_command(*, path: Path, table: str, as_json: bool) -> None:
    """Create a table."""
    with writing(path) as project:
        table_id = create_table(project, table)
    _answer({"table": table_id}, f"Created {table}.", as_json=as_json)


@table_commands.command("add-row")
@project_argument
@table_argument
@click.argument("row")
@click.option("--document", metavar="DOCUMENT", help="The document it describes.")
@click.option("--case", metavar="CASE", help="The case it describes; created if new.")
@json_option
def add_row_command(
    *,
    path: Path,
    table: str,
    row: str,
    document: str | None,
    case: str | None,
    as_json: bool,
) -> None:
    """Add a row for a document, for a case, or for neither."""
    if document is not None and case is not None:
        raise click.UsageError("A row describes a document or a case, not both.")
    with writing(path) as project, project.operation("Add row") as edit:
        row_id = add_row(
            project,
            edit.tables.named(table).id,
            row,
            document_id=edit.documents.find(document).id
            if document is not None
            else None,
            case_id=create_case(project, case) if case is not None else None,
        )
    _answer({"row": row_id}, f"Added {row}.", as_json=as_json)


@table_commands.command("add-column")
@project_argument
@table_argument
@click.argument("column")
@click.option("--question", default="", metavar="TEXT", help="What the cells answer.")
@json_option
def add_column_command(
    *, path: Path, table: str, column: str, question: str, as_json: bool
) -> None:
    """Add a column."""
    with writing(path) as project:
        table_id = project.tables.named(table).id
        column_id = add_column(project, table_id, column, question=question)
    _answer({"column": column_id}, f"Added {column}.", as_json=as_json)


@table_commands.command("set")
@project_argument
@table_argument
@click.argument("row")
@click.argument("column")
@click.argument("summary")
@json_option
def set_command(
    *, path: Path, table: str, row: str, column: str, summary: str, as_json: bool
) -> None:
    """Write the summary of a cell; an empty SUMMARY clears it."""
    with writing(path) as project:
        place = _place(project.tables.named(table), row, column)
        set_summary(project, place[0].id, place[1].id, summary)
        cell_json = _cell_of(project, table, place)
    _answer(cell_json, f"Set {row} / {column}.", as_json=as_json)


@table_commands.command("note")
@project_argument
@table_argument
@click.argument("row")
@click.argument("column")
@click.argument("text")
@json_option
def note_command(
    *, path: Path, table: str, row: str, column: str, text: str, as_json: bool
) -> None:
    """Write the note on a cell; an empty TEXT removes it."""
    with writing(path) as project:
        place = _place(project.tables.named(table), row, column)
        write_note(project, NoteTarget(NoteOn.CELL, place[0].id, place[1].id), text)
    said = f"Noted on {row} / {column}."
    _answer({"row": row, "column": column, "note": text}, said, as_json=as_json)


@table_commands.command("cite")
@project_argument
@table_argument
@click.argument("row")
@click.argument("column")
@click.argument("passage", type=click.IntRange(min=1))
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.SUPPORTS.value,
    show_default=True,
    help="What the passage does for the cell.",
)
@json_option
def cite_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    passage: int,
    role: str,
    as_json: bool,
) -> None:
    """Cite a passage, by its id, in a cell."""
    with writing(path) as project:
        place = _place(project.tables.named(table), row, column)
        passage_id = PassageId(passage)
        cite(project, place[0].id, place[1].id, passage_id, role=Role(role))
        cell_json = _cell_of(project, table, place)
    said = f"Cited passage {passage} in {row} / {column}."
    _answer(cell_json, said, as_json=as_json)


@table_commands.command("show")
@project_argument
@table_argument
@json_option
def show_command(*, path: Path, table: str, as_json: bool) -> None:
    """Show a table with the evidence for every cell."""
    with reading(path) as project:
        found = project.tables.named(table)
        names = {document.id: document.name for document in project.documents.all()}
    if as_json:
        show_json(_table_json(found))
    else:
        _show_table(found, names)


def _answer(value: object, sentence: str, *, as_json: bool) -> None:
    if as_json:
        show_json(value)
    else:
        show(one_line(sentence, 300))


def _place(table: ComparisonTable, row: str, column: str) -> tuple[Row, Column]:
    return (
        _named(table.rows, row, f"row in “{table.name}”"),
        _named(table.columns, column, f"column in “{table.name}”"),
    )


def _named(things: Sequence[NamedThing], name: str, what: str) -> NamedThing:
    """Return the thing of this name, in any case, as the project compares names."""
    wanted = " ".join(name.split()).casefold()
    for thing in things:
        if thing.name.casefold() == wanted:
            return thing
    names = ", ".join(f"“{thing.name}”" for thing in things) or "none yet"
    raise NotFound(f"There is no {what} called “{name}”; it has {names}.")


def _cell_of(
    project: Project, table: str, place: tuple[Row, Column]
) -> dict[str, object]:
    """Return a cell as it now stands."""
    found = project.tables.named(table)
    names = {column.id: column.name for column in found.columns}
    cells = {
        (cell.row_id, cell.column_id): cell for row in found.rows for cell in row.cells
    }
    return _cell_json(cells[place[0].id, place[1].id], names[place[1].id])


def _table_json(table: ComparisonTable) -> dict[str, object]:
    columns = [column.name for column in table.columns]
    return {
        "name": table.name,
        "columns": columns,
        "rows": [
            {
                "name": row.name,
                "cells": list(map(_cell_json, row.cells, columns)),
            }
            for row in table.rows
        ],
    }


def _cell_json(cell: Cell, column: str) -> dict[str, object]:
    return {
        "column": column,
        "summary": cell.summary,
        "state": cell.state.value,
        "citations": [_citation_json(citation) for citation in cell.citations],
    }


def _citation_json(citation: Citation) -> dict[str, object]:
    return {
        "passage": citation.passage_id,
        "role": citation.role.value,
        "document": citation.document_id,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
    }


def _show_table(table: ComparisonTable, names: dict[DocumentId, str]) -> None:
    show(one_line(table.name, 200))
    for column in table.columns:
        if column.question:
            show(f"  {one_line(column.name)}: {one_line(column.question, 200)}")
    for row in table.rows:
        show(f"\n{one_line(row.name, 200)}")
        for column, cell in zip(table.columns, row.cells, strict=True):
            summary = one_line(cell.summary, 1000)
            show(f"  {one_line(column.name)} [{cell.state.value}]: {summary}".rstrip())
            for citation in cell.citations:
                show(f"    {_evidence(citation, names)}")


def _evidence(citation: Citation, names: dict[DocumentId, str]) -> str:
    name = names[citation.document_id] if citation.document_id else "removed document"
    place = f"{name} {citation.start}-{citation.end}"
    return f"{citation.role.value}: {one_line(place)} “{one_line(citation.quote, 100)}”"
