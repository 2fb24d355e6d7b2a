"""The command that exports: to CSV, and tables to other forms as well."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from workbench.cli.answers import json_option
from workbench.cli.progress import stoppable_tracker
from workbench.cli.projects import project_argument, reading
from workbench.cli.targets import (
    check_target,
    output_option,
    raw_option,
    show_written,
)
from workbench.operations.exchange import export_notes, export_passages
from workbench.operations.table_files import TableForm, export_table, form_of
from workbench.operations.tag_trees import export_tags
from workbench.operations.vouching import provenance_path
from workbench.views import ProjectView

_VOUCHED: Final = ("passages", "table")
"""Beside these lies their provenance."""


@click.command("export")
@project_argument
@click.argument("what", type=click.Choice(["passages", "notes", "tags", "table"]))
@output_option("The file to write: CSV, but for tables.")
@click.option("--table", metavar="NAME", help="Which table, when a table is exported.")
@click.option(
    "--format",
    "form",
    type=click.Choice([it.value for it in TableForm]),
    callback=lambda _context, _parameter, value: value and TableForm(value),
    help="What a table is written as; without it the suffix decides.",
)
@click.option(
    "--hidden", "has_hidden", is_flag=True, help="With a table's hidden rows, columns."
)
@raw_option
@json_option
def export_command(
    *, path: Path, what: str, target: Path, raw: bool, as_json: bool, **of_table: Any
) -> None:
    """Write passages, notes, the tag tree or a table to a file.

    A table becomes CSV (one row a row of it; “quotations”: one row a quotation), XLSX,
    Markdown, HTML, DOCX, or an evidence book: one page in which each cell opens what
    it rests on. Beside a table, and beside passages, is written what “workbench
    verify” checks.
    """
    if (what == "table") != (of_table["table"] is not None):
        raise click.UsageError("Give --table NAME with “table”, and only there.")
    if what != "table" and any(of_table.values()):
        raise click.UsageError("Only a table has a --format, or --hidden rows.")
    check_target(target, path)
    if what in _VOUCHED:
        check_target(provenance_path(target), path)
    if what == "table":
        count = _export_table(path, target, raw=raw, **of_table)
    else:
        with reading(path) as view:
            count = _export(view, what, target, raw=raw)
    show_written(count, target, as_json=as_json)


def _export_table(
    path: Path,
    target: Path,
    table: str,
    form: TableForm | None,
    *,
    has_hidden: bool,
    raw: bool,
) -> int:
    form = form or form_of(target)
    with reading(path) as view, stoppable_tracker() as tracker:
        table_id = view.tables.named(table).id
        return export_table(
            view, table_id, target, form, tracker, raw=raw, has_hidden=has_hidden
        )


def _export(view: ProjectView, what: str, target: Path, *, raw: bool) -> int:
    if what == "tags":
        return export_tags(view, target, raw=raw)
    if what == "notes":
        return export_notes(view, target, raw=raw)
    return export_passages(view, target, raw=raw)
