"""The commands of comparison tables as such; rows, columns and cells stand beside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from workbench.cli.answers import json_option, one_line, show_columns, show_json
from workbench.cli.evidence import EVIDENCE_COMMANDS
from workbench.cli.projects import project_argument, reading, writing
from workbench.cli.table_answers import answer
from workbench.cli.table_cells import CELL_COMMANDS
from workbench.cli.table_citations import CITATION_COMMANDS
from workbench.cli.table_looks import look_options, part_of_table
from workbench.cli.table_showing import show_cells, show_table, table_json
from workbench.cli.table_structure import STRUCTURE_COMMANDS
from workbench.model.table_copies import TableCopy
from workbench.model.tables import TableSize
from workbench.operations.absences import rechecked
from workbench.operations.source_badges import source_badges
from workbench.operations.table_copies import (
    create_from_template,
    duplicate_table,
    template_named,
    templates,
)
from workbench.operations.tables import create_table, remove_table, rename_table

table_argument = click.argument("table", metavar="TABLE")


@click.group("table")
def table_commands() -> None:
    """Make, fill and show comparison tables."""


@table_commands.command("list")
@project_argument
@json_option
def list_command(*, path: Path, as_json: bool) -> None:
    """List the tables with their sizes and how many cells are in which state."""
    with reading(path) as view:
        rows = [_size_json(it) for it in view.table_sizes.all()]
    if as_json:
        show_json(rows)
        return
    header = ("TABLE", "ROWS", "COLUMNS", "CELLS")
    show_columns(
        header,
        [
            (
                it["name"],
                it["rows"],
                it["columns"],
                ", ".join(f"{count} {state}" for state, count in it["states"].items()),
            )
            for it in rows
        ],
    )


@table_commands.command("templates")
@json_option
def templates_command(*, as_json: bool) -> None:
    """List the templates that a table can begin with."""
    known = templates()
    if as_json:
        show_json(
            [
                {
                    "name": it.name,
                    "purpose": it.purpose,
                    "columns": [column.name for column in it.columns],
                }
                for it in known
            ]
        )
        return
    show_columns(("TEMPLATE", "PURPOSE"), [(it.name, it.purpose) for it in known])


@table_commands.command("create")
@project_argument
@table_argument
@click.option("--template", metavar="TEMPLATE", help="Begin with its columns.")
@json_option
def create_command(
    *, path: Path, table: str, template: str | None, as_json: bool
) -> None:
    """Create a table, empty or from a template."""
    chosen = None if template is None else template_named(template)
    with writing(path) as project:
        if chosen is None:
            table_id = create_table(project, table)
        else:
            table_id = create_from_template(project, table, chosen)
    answer({"table": table_id}, f"Created {table}.", as_json=as_json)


@table_commands.command("duplicate")
@project_argument
@table_argument
@click.argument("new_name")
@click.option(
    "--what",
    type=click.Choice([it.value for it in TableCopy]),
    default=TableCopy.ALL.value,
    show_default=True,
    help="How much of it the copy has.",
)
@json_option
def duplicate_command(
    *, path: Path, table: str, new_name: str, what: str, as_json: bool
) -> None:
    """Create a table from another one."""
    with writing(path) as project:
        table_id = project.tables.named(table).id
        copy_id = duplicate_table(project, table_id, new_name, TableCopy(what))
    answer({"table": copy_id}, f"Created {new_name}.", as_json=as_json)


@table_commands.command("rename")
@project_argument
@table_argument
@click.argument("new_name")
@json_option
def rename_command(*, path: Path, table: str, new_name: str, as_json: bool) -> None:
    """Give a table another name."""
    with writing(path) as project:
        table_id = project.tables.named(table).id
        rename_table(project, table_id, new_name)
    said = f"Renamed {table} to {new_name}."
    answer({"table": table_id}, said, as_json=as_json)


@table_commands.command("remove")
@project_argument
@table_argument
@json_option
def remove_command(*, path: Path, table: str, as_json: bool) -> None:
    """Put a table into the bin; the passages it cites stay."""
    with writing(path) as project:
        table_id = project.tables.named(table).id
        remove_table(project, table_id)
    said = f"Removed {table}; it is in the bin."
    answer({"table": table_id}, said, as_json=as_json)


@table_commands.command("show")
@project_argument
@table_argument
@look_options
@click.option("--lines", "is_lines", is_flag=True, help="A line a cell, as for grep.")
@json_option
def show_command(
    *, path: Path, table: str, is_lines: bool, as_json: bool, **asked: Any
) -> None:
    """Show a table with the evidence for every cell, or a part of it.

    Rows of a group stand together. An answer that does not read as its column's type
    has a remark, in JSON `misread`.
    """
    with reading(path) as view:
        found = rechecked(view, view.tables.named(table))
        part = part_of_table(found, asked)
        badges = source_badges(view, found)
        if as_json:
            show_json(table_json(view, part, badges))
        elif is_lines:
            show_cells(part)
        else:
            show_table(view, part, badges)


def _size_json(size: TableSize) -> dict[str, Any]:
    return {
        "id": size.id,
        "name": one_line(size.name),
        "rows": size.rows,
        "columns": size.columns,
        "states": {it.value: size.states[it] for it in sorted(size.states)},
    }


for _command in (
    *STRUCTURE_COMMANDS,
    *CELL_COMMANDS,
    *CITATION_COMMANDS,
    *EVIDENCE_COMMANDS,
):
    table_commands.add_command(_command)
