"""Commands for sheets: what is in one, and a document for each of its rows."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import Any

import click

from workbench.cli.answers import (
    Command,
    counted,
    json_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.import_reports import show_report
from workbench.cli.paths import NAMED_PATH
from workbench.cli.progress import stoppable_tracker
from workbench.cli.projects import project_argument, writing
from workbench.model.sheets import SheetPreview, roles_of
from workbench.operations.encodings import chosen_encoding
from workbench.operations.row_imports import chosen_mapping, import_rows, look_at

_SHOWN_ROWS = 3
_WIDEST_EXAMPLE = 24

file_argument = click.argument("file", metavar="FILE", type=NAMED_PATH)
sheet_option = click.option("--sheet", metavar="NAME", default="", help="Which sheet.")
encoding_option = click.option(
    "--encoding",
    metavar="NAME",
    default="",
    callback=lambda _context, _option, name: name and chosen_encoding(name),
    help="How a CSV file is read as letters; “workbench encoding” knows the names.",
)


_SINGLES = {
    "title": "The column of titles.",
    "date": "The column of dates.",
    "source": "The column of sources.",
}
_SEVERAL = {
    "text": "The column of the text; of several each stands under its heading.",
    "values": "A column, or several with commas between, that becomes attributes.",
}


def _columns_options(command: Command) -> Command:
    """Give a command what each column becomes, as its argument `said`."""

    @wraps(command)
    def saying(**given: Any) -> Any:
        said: dict[str, Any] = {name: given.pop(name) for name in _SINGLES}
        said |= {name: given.pop(name) or None for name in _SEVERAL}
        return command(said=said, **given)

    decorated: Command = saying
    for name, words in reversed([*_SEVERAL.items(), *_SINGLES.items()]):
        option = click.option(
            f"--{name}", metavar="COLUMN", multiple=name in _SEVERAL, help=words
        )
        decorated = option(decorated)
    return decorated


@click.command("sheet")
@file_argument
@sheet_option
@encoding_option
@json_option
def sheet_command(*, file: Path, sheet: str, encoding: str, as_json: bool) -> None:
    """Show the columns of a CSV file or workbook, and what would become of them."""
    preview = look_at(file, sheet, encoding)
    if as_json:
        show_json(_preview_json(preview))
        return
    if preview.sheets:
        show(f"Sheets: {', '.join(map(one_line, preview.sheets))}")
    show(counted(preview.count, "row"))
    rows = preview.rows[:_SHOWN_ROWS]
    roles = roles_of(preview.mapping, preview.header)
    show_columns(
        ("COLUMN", "BECOMES", *(f"ROW {it.number}" for it in rows)),
        [
            (name, role, *(one_line(it.cells[at], _WIDEST_EXAMPLE) for it in rows))
            for at, (name, role) in enumerate(zip(preview.header, roles, strict=True))
        ],
    )
    for warning in preview.warnings:
        show(one_line(warning, 300))


@click.command("import-rows")
@project_argument
@file_argument
@_columns_options
@sheet_option
@encoding_option
@json_option
def import_rows_command(
    *,
    path: Path,
    file: Path,
    said: dict[str, Any],
    sheet: str,
    encoding: str,
    as_json: bool,
) -> int:
    """Import a CSV file or workbook: each row that has a text becomes a document.

    What is not said of the columns is guessed, as “workbench sheet” shows; --title ""
    is no column. Equal rows come in once. Exit code 1 if any row did not come in.
    """
    mapping = chosen_mapping(look_at(file, sheet, encoding), file.name, **said)
    with writing(path) as project, stoppable_tracker() as tracker:
        outcomes = import_rows(project, file, mapping, tracker, encoding)
    return show_report(outcomes, as_json=as_json)


def _preview_json(preview: SheetPreview) -> dict[str, object]:
    roles = roles_of(preview.mapping, preview.header)
    return {
        "sheets": list(preview.sheets),
        "sheet": preview.mapping.sheet,
        "rows": preview.count,
        "encoding": preview.encoding,
        "columns": [
            {"name": name, "becomes": role.value}
            for name, role in zip(preview.header, roles, strict=True)
        ],
        "first_rows": [
            {"row": it.number, "cells": list(it.cells)} for it in preview.rows
        ],
        "warnings": list(preview.warnings),
    }
