"""The commands of a table's cells: what they say, and what they said before."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import iso, json_option, show_columns, show_json
from workbench.cli.cell_places import cell_arguments, cell_of, place_in_words, tell_cell
from workbench.cli.projects import project_argument, reading, writing
from workbench.cli.table_answers import answer
from workbench.model.cells import CellChange
from workbench.model.ids import CellChangeId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations.cells import restore_cell, set_summary
from workbench.operations.notes import write_note
from workbench.text.typed_values import misread_words


@click.command("set")
@cell_arguments
@click.argument("summary")
@json_option
def set_command(
    *, path: Path, table: str, row: str, column: str, summary: str, as_json: bool
) -> None:
    """Write the summary of a cell; an empty SUMMARY clears it."""
    with writing(path) as project:
        cell = cell_of(project, table, row, column)
        set_summary(project, cell.row_id, cell.column_id, summary)
        kind = project.tables.column(cell.column_id).kind
        remark = misread_words(summary, kind)
        place = place_in_words(project, cell)
        told = f"Set {place}; that is {remark}." if remark else f"Set {place}."
        tell_cell(project, cell, told, as_json=as_json)


@click.command("note")
@cell_arguments
@click.argument("text")
@json_option
def note_command(
    *, path: Path, table: str, row: str, column: str, text: str, as_json: bool
) -> None:
    """Write the note on a cell; an empty TEXT removes it."""
    with writing(path) as project:
        cell = cell_of(project, table, row, column)
        target = NoteTarget(NoteOn.CELL, cell.row_id, cell.column_id)
        write_note(project, target, text)
        said = f"Noted on {place_in_words(project, cell)}."
        noted = {
            "row": project.tables.name_of_row(cell.row_id),
            "column": project.tables.column(cell.column_id).name,
            "note": text,
        }
    answer(noted, said, as_json=as_json)


@click.command("history")
@cell_arguments
@json_option
def history_command(
    *, path: Path, table: str, row: str, column: str, as_json: bool
) -> None:
    """List who changed a cell and when, the last change first."""
    with reading(path) as view:
        cell = cell_of(view, table, row, column)
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
@json_option
def restore_command(*, path: Path, change: int, as_json: bool) -> None:
    """Let a cell say and rest on what it did after a CHANGE of its history."""
    with writing(path) as project:
        change_id = CellChangeId(change)
        cell = project.cells.get(*project.cells.place_of_change(change_id))
        restore_cell(project, change_id)
        told = f"Restored {place_in_words(project, cell)}."
        tell_cell(project, cell, told, as_json=as_json)


CELL_COMMANDS = (set_command, note_command, history_command, restore_command)


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
