"""How `table show` is told which part of a table is wanted, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

import click

from workbench.cli.answers import Command
from workbench.cli.table_answers import column_of, row_of
from workbench.model.cells import Cell, CellKey, CellState
from workbench.model.tables import Column, ComparisonTable, Row
from workbench.operations.looks import Look, Order, looked_at

NAME: Final = "name"
"""What rows are sorted by that is no column."""

_Thing = TypeVar("_Thing", Row, Column)

_OPTIONS: Final = (
    click.option("--row", "rows", multiple=True, metavar="ROW",
        help="Only this row; may be repeated."),
    click.option("--column", "columns", multiple=True, metavar="COLUMN",
        help="Only the cells of this column; may be repeated."),
    click.option("--state", "states", multiple=True,
        type=click.Choice([it.value for it in CellState]),
        help="Only cells in this state; may be repeated."),
    click.option("--words", default="",
        help="Only rows in which all these words stand, cited words too."),
    click.option("--sort", metavar="COLUMN",
        help="Sort rows by what a column says, as its type, or by their “name”."),
    click.option("--by-state", is_flag=True,
        help="With --sort: by the state of the column's cells, worst first."),
    click.option("--descending", is_flag=True, help="With --sort: the last first."),
    click.option("--hidden", "shows_hidden", is_flag=True,
        help="With hidden rows and columns."),
)  # fmt: skip


def look_options(command: Command) -> Command:
    """Give a command what a table is looked at by, as arguments for `PartOfTable`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class PartOfTable:
    """A table as it was asked for: its rows, its columns, and of both which cells."""

    table: ComparisonTable
    columns: tuple[Column, ...]
    states: frozenset[CellState]
    hidden_rows: int
    hidden_columns: int

    def cells(self, row: Row) -> list[tuple[Column, Cell]]:
        """Return the cells of a row that were asked for, with their questions."""
        return [
            (column, cell)
            for column, cell in zip(self.table.columns, row.cells, strict=True)
            if column in self.columns and (not self.states or cell.state in self.states)
        ]


def part_of_table(whole: ComparisonTable, asked: dict[str, Any]) -> PartOfTable:
    """Return what the options ask for; what they name is shown even if it is hidden."""
    rows = [row_of(whole, it).id for it in asked["rows"]]
    columns = [column_of(whole, it).id for it in asked["columns"]]
    look = Look(_order(whole, asked), asked["words"], shows_hidden=True)
    table = looked_at(whole, look, _cited_words(whole))
    part = PartOfTable(
        table,
        _kept(table.columns, columns, asked),
        frozenset(map(CellState, asked["states"])),
        hidden_rows=_hidden(table.rows, rows, asked),
        hidden_columns=_hidden(table.columns, columns, asked),
    )
    is_filter = bool(part.states or columns)
    kept = [
        it
        for it in _kept(table.rows, rows, asked)
        if part.cells(it) or not is_filter  # a table may have no columns yet
    ]
    return replace(part, table=replace(table, rows=tuple(kept)))


def _kept(
    things: Sequence[_Thing], named: Sequence[int], asked: dict[str, Any]
) -> tuple[_Thing, ...]:
    """Return the rows or columns that are named; without names, those not hidden."""
    return tuple(
        it
        for it in things
        if it.id in named or (not named and (asked["shows_hidden"] or not it.is_hidden))
    )


def _hidden(
    things: Sequence[Row | Column], named: Sequence[int], asked: dict[str, Any]
) -> int:
    """Return how many are left out for no other reason."""
    leaves_out = not named and not asked["shows_hidden"]
    return sum(it.is_hidden for it in things) if leaves_out else 0


def _order(table: ComparisonTable, asked: dict[str, Any]) -> Order | None:
    by, descending, by_state = asked["sort"], asked["descending"], asked["by_state"]
    if by is None:
        if descending or by_state:
            raise click.UsageError("--descending and --by-state need --sort COLUMN.")
        return None
    if by == NAME and NAME not in [it.name.casefold() for it in table.columns]:
        return Order(None, descending)
    return Order(column_of(table, by).id, descending, by_state)


def _cited_words(table: ComparisonTable) -> Callable[[CellKey], str]:
    """Return what says what is cited in a cell, and what is not stated there."""
    cells = {(it.row_id, it.column_id): it for row in table.rows for it in row.cells}

    def words_of(key: CellKey) -> str:
        cell = cells[key]
        query = cell.absence.query if cell.absence else ""
        return " ".join([query, *(it.quote for it in cell.citations)])

    return words_of
