"""What the commands of a table's cells have in common."""

from __future__ import annotations

import click

from workbench.cli.answers import Command
from workbench.cli.projects import project_argument
from workbench.cli.table_answers import answer, cell_json, place_of
from workbench.model.cells import Cell
from workbench.project import Project
from workbench.views import Stores


def cell_arguments(command: Command) -> Command:
    """Give a command the project, and the names of a table, a row and a column."""
    for name in ("column", "row"):
        command = click.argument(name)(command)
    return project_argument(click.argument("table", metavar="TABLE")(command))


def cell_of(view: Stores, table: str, row: str, column: str) -> Cell:
    """Return the cell that these names mean."""
    found, question = place_of(view.tables.named(table), row, column)
    return next(it for it in found.cells if it.column_id == question.id)


def place_in_words(view: Stores, cell: Cell) -> str:
    """Return a cell's place, as `row › column`."""
    return view.tables.place(cell.row_id, cell.column_id)


def tell_cell(project: Project, cell: Cell, sentence: str, *, as_json: bool) -> None:
    """Answer with a cell as it now stands."""
    now = project.cells.get(cell.row_id, cell.column_id)
    name = project.tables.column(cell.column_id).name
    answer(cell_json(now, name), sentence, as_json=as_json)
