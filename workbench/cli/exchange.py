"""The command that exports to CSV."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import json_option
from workbench.cli.projects import project_argument, reading
from workbench.cli.targets import (
    check_target,
    output_option,
    raw_option,
    show_written,
)
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
@output_option("The CSV file to write.")
@click.option("--table", metavar="NAME", help="Which table, when a table is exported.")
@raw_option
@json_option
def export_command(
    *, path: Path, what: str, target: Path, table: str | None, raw: bool, as_json: bool
) -> None:
    """Write passages, notes, the tag tree or a table to CSV."""
    if (what == "table") != (table is not None):
        raise click.UsageError("Give --table NAME with “table”, and only there.")
    check_target(target, path)
    with reading(path) as project:
        count = _export(project, what, target, table, raw=raw)
    show_written(count, target, as_json=as_json)


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
