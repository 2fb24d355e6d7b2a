"""The commands of a table's cells: what they say and what they rest on."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import (
    Command,
    iso,
    json_option,
    show_columns,
    show_json,
)
from workbench.cli.projects import project_argument, reading, writing
from workbench.cli.table_answers import answer, cell_json, citation_of, place_of
from workbench.model.cells import Cell, CellChange, Role
from workbench.model.ids import CellChangeId, PassageId
from workbench.model.links import Stretch
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.cells import (
    change_roles,
    cite,
    cite_place,
    remove_citations,
    rest_on,
    restore_cell,
    set_summary,
    still_hold,
)
from workbench.operations.notes import write_note
from workbench.project import Project
from workbench.views import Stores

role_option = click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.SUPPORTS.value,
    show_default=True,
    help="What the passage does for the cell.",
)
number_argument = click.argument("number", type=click.IntRange(min=1))


def cell_arguments(command: Command) -> Command:
    """Give a command the project, and the names of a table, a row and a column."""
    for name in ("column", "row"):
        command = click.argument(name)(command)
    return project_argument(click.argument("table", metavar="NAME")(command))


@click.command("set")
@cell_arguments
@click.argument("summary")
@json_option
def set_command(
    *, path: Path, table: str, row: str, column: str, summary: str, as_json: bool
) -> None:
    """Write the summary of a cell; an empty SUMMARY clears it."""
    told = f"Set {row} / {column}."
    with writing(path) as project:
        cell = _cell(project, table, row, column)
        set_summary(project, cell.row_id, cell.column_id, summary)
        _tell(project, cell, told, as_json=as_json)


@click.command("note")
@cell_arguments
@click.argument("text")
@json_option
def note_command(
    *, path: Path, table: str, row: str, column: str, text: str, as_json: bool
) -> None:
    """Write the note on a cell; an empty TEXT removes it."""
    with writing(path) as project:
        cell = _cell(project, table, row, column)
        target = NoteTarget(NoteOn.CELL, cell.row_id, cell.column_id)
        write_note(project, target, text)
    said = f"Noted on {row} / {column}."
    answer({"row": row, "column": column, "note": text}, said, as_json=as_json)


@click.command("cite")
@cell_arguments
@click.argument("passage", type=click.IntRange(min=1))
@role_option
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
    told = f"Cited passage {passage} in {row} / {column}."
    with writing(path) as project:
        cell = _cell(project, table, row, column)
        passage_id = PassageId(passage)
        cite(project, cell.row_id, cell.column_id, passage_id, role=Role(role))
        _tell(project, cell, told, as_json=as_json)


@click.command("cite-place")
@cell_arguments
@click.argument("place", nargs=3, metavar="DOCUMENT START END")
@role_option
@json_option
def cite_place_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    place: tuple[str, str, str],
    role: str,
    as_json: bool,
) -> None:
    """Cite the characters START to END of a document, which become a passage."""
    told = f"Cited {place[0]} {place[1]}-{place[2]} in {row} / {column}."
    with writing(path) as project:
        cell = _cell(project, table, row, column)
        stretch = _stretch(project, *place)
        cite_place(project, cell.row_id, cell.column_id, stretch, Role(role))
        _tell(project, cell, told, as_json=as_json)


@click.command("uncite")
@cell_arguments
@number_argument
@json_option
def uncite_command(
    *, path: Path, table: str, row: str, column: str, number: int, as_json: bool
) -> None:
    """Take citation NUMBER, as `table show` counts, out of a cell."""
    told = f"Took citation {number} out of {row} / {column}."
    with writing(path) as project:
        cell = _cell(project, table, row, column)
        remove_citations(project, [citation_of(cell, number)])
        _tell(project, cell, told, as_json=as_json)


@click.command("role")
@cell_arguments
@number_argument
@click.argument("role", type=click.Choice([role.value for role in Role]))
@json_option
def role_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    number: int,
    role: str,
    as_json: bool,
) -> None:
    """Say what citation NUMBER does for a cell."""
    told = f"Citation {number} of {row} / {column} is {role}."
    with writing(path) as project:
        cell = _cell(project, table, row, column)
        change_roles(project, [citation_of(cell, number)], Role(role))
        _tell(project, cell, told, as_json=as_json)


@click.command("holds")
@cell_arguments
@click.argument("numbers", nargs=-1, type=click.IntRange(min=1))
@json_option
def holds_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    numbers: tuple[int, ...],
    as_json: bool,
) -> None:
    """Say that citations still hold: NUMBERS, or all that are not certain."""
    told = f"The evidence of {row} / {column} still holds."
    with writing(path) as project:
        cell = _cell(project, table, row, column)
        chosen = [citation_of(cell, it) for it in numbers]
        waiting = [it.id for it in cell.citations if it.wants_look]
        still_hold(project, chosen or waiting)
        _tell(project, cell, told, as_json=as_json)


@click.command("rest-on")
@cell_arguments
@number_argument
@click.argument("passage", type=click.IntRange(min=1))
@json_option
def rest_on_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    number: int,
    passage: int,
    as_json: bool,
) -> None:
    """Let citation NUMBER rest on another passage, as where its own is gone."""
    told = f"Citation {number} of {row} / {column} rests on passage {passage}."
    with writing(path) as project:
        cell = _cell(project, table, row, column)
        rest_on(project, citation_of(cell, number), PassageId(passage))
        _tell(project, cell, told, as_json=as_json)


@click.command("history")
@cell_arguments
@json_option
def history_command(
    *, path: Path, table: str, row: str, column: str, as_json: bool
) -> None:
    """List who changed a cell and when, the last change first."""
    with reading(path) as view:
        cell = _cell(view, table, row, column)
        changes = view.cells.changes(cell.row_id, cell.column_id)
    if as_json:
        show_json([_change_json(it) for it in changes])
        return
    header = ("ID", "WHEN", "WHO", "WHAT", "TEXT", "CITED")
    show_columns(
        header,
        [
            (it.id, iso(it.changed_at), it.analyst, it.label, it.summary,
             len(it.quotes))
            for it in changes
        ],
    )  # fmt: skip


@click.command("restore")
@project_argument
@click.argument("change", type=click.IntRange(min=1))
def restore_command(*, path: Path, change: int) -> None:
    """Let a cell say and rest on what it did after a CHANGE of its history."""
    with writing(path) as project:
        change_id = CellChangeId(change)
        place = project.tables.place(*project.cells.place_of_change(change_id))
        restore_cell(project, change_id)
    answer(None, f"Restored {place}.", as_json=False)


CELL_COMMANDS = (
    set_command,
    note_command,
    cite_command,
    cite_place_command,
    uncite_command,
    role_command,
    holds_command,
    rest_on_command,
    history_command,
    restore_command,
)


def _cell(view: Stores, table: str, row: str, column: str) -> Cell:
    found, question = place_of(view.tables.named(table), row, column)
    return next(it for it in found.cells if it.column_id == question.id)


def _stretch(project: Project, document: str, start: str, end: str) -> Stretch:
    try:
        span = Span(int(start), int(end))
    except ValueError:
        raise click.UsageError(f"{start} {end} is no place of a text.") from None
    return Stretch(project.documents.find(document).id, span)


def _tell(project: Project, cell: Cell, sentence: str, *, as_json: bool) -> None:
    """Answer with a cell as it now stands."""
    now = project.cells.get(cell.row_id, cell.column_id)
    name = project.tables.column(cell.column_id).name
    answer(cell_json(now, name), sentence, as_json=as_json)


def _change_json(change: CellChange) -> dict[str, object]:
    return {
        "id": change.id,
        "label": change.label,
        "summary": change.summary,
        "citations": [
            {"role": role.value, "quote": quote} for role, quote in change.quotes
        ],
        "absent": change.absent,
        "analyst": change.analyst,
        "at": iso(change.changed_at),
    }
