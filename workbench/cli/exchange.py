"""The command that exports to CSV."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import counted, json_option, show, show_json
from workbench.cli.projects import project_argument, reading
from workbench.operations.exchange import (
    export_notes,
    export_passages,
    export_table,
)
from workbench.operations.tag_trees import export_tags
from workbench.views import ProjectView


@click.command("export")
@project_argument
@click.argument("what", type=click.Choice(["passages", "notes", "tags", "table"]))
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The CSV file to write.",
)
@click.option("--table", metavar="NAME", help="Which table, when a table is exported.")
@click.option(
    "--raw",
    is_flag=True,
    help="Leave out the apostrophe that keeps spreadsheets from reading a formula.",
)
@json_option
def export_command(
    *, path: Path, what: str, target: Path, table: str | None, raw: bool, as_json: bool
) -> None:
    """Write passages, notes, the tag tree or a table to CSV."""
    if (what == "table") != (table is not None):
        raise click.UsageError("Give --table NAME with “table”, and only there.")
    if target.exists() and target.samefile(path):
        raise click.UsageError(f"“{target}” is the project; choose another name.")
    with reading(path) as project:
        count = _export(project, what, target, table, raw=raw)
    if as_json:
        show_json({"path": str(target), "rows": count})
    else:
        show(f"Wrote {counted(count, 'row')} to {target}.")


def _export(
    view: ProjectView, what: str, target: Path, table: str | None, *, raw: bool
) -> int:
    if table is not None:
        return export_table(view, view.tables.named(table).id, target, raw=raw)
    if what == "tags":
        return export_tags(view, target, raw=raw)
    if what == "notes":
        return export_notes(view, target, raw=raw)
    return export_passages(view, target, raw=raw)
