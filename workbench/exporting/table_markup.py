"""A table as HTML: its head, its rows, and what a cell says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from workbench.exporting.evidence_words import absence_words
from workbench.exporting.nested_marks import escaped_html
from workbench.model.cells import CellState
from workbench.model.table_reports import ReportedCell, ReportedRow, TableReport
from workbench.text.rich_text import RichBlock, RichKind, parse

CellMarkup = Callable[[int, int, ReportedCell], Iterator[str]]
"""Given the numbers of row and column, counted from one, and the cell."""

_LISTS = {RichKind.BULLET: "ul", RichKind.NUMBERED: "ol"}


def heading(report: TableReport) -> Iterator[str]:
    """Yield the name of the table and where it comes from."""
    yield f"<h1 dir='auto'>{escaped_html(report.table)}</h1>\n"
    yield f"<p class='facts' dir='auto'>{escaped_html(report.facts)}</p>\n"


def table_markup(report: TableReport, cell_markup: CellMarkup) -> Iterator[str]:
    """Yield the table; what is inside of a cell is told by `cell_markup`."""
    yield "<table>\n<thead><tr><td></td>"
    for column in report.columns:
        yield f"<th scope='col' dir='auto'>{escaped_html(column.name)}"
        if column.question:
            yield f"<p class='question'>{escaped_html(column.question)}</p>"
        yield "</th>"
    yield "</tr></thead>\n<tbody>\n"
    group = ""
    for number, row in enumerate(report.rows, 1):
        if row.group != group:
            group = row.group
            yield f"<tr><th class='group' colspan='{len(report.columns) + 1}'"
            name = escaped_html(group or "—")
            yield f" scope='rowgroup' dir='auto'>{name}</th></tr>\n"
        yield from _row(number, row, cell_markup)
    yield "</tbody>\n</table>\n"


def said(cell: ReportedCell, notes: str = "") -> Iterator[str]:
    """Yield the summary with `notes` at its end, the state, and what is absent."""
    yield "<div class='said' dir='auto'>"
    yield from _blocks(cell.summary, notes)
    yield "</div>"
    yield state_markup(cell)
    if cell.sources:
        yield f" <span class='small'>{escaped_html(cell.sources)}</span>"
    if cell.absence:
        words = escaped_html(absence_words(cell.absence))
        yield f"<p class='small' dir='auto'>{words}</p>"


def state_markup(cell: ReportedCell) -> str:
    """Return the state of a cell; nothing for an empty one."""
    if cell.state is CellState.EMPTY:
        return ""
    name = cell.state.value
    return f"<span class='state {name.replace(' ', '-')}'>{name}</span>"


def _row(number: int, row: ReportedRow, cell_markup: CellMarkup) -> Iterator[str]:
    yield f"<tr><th scope='row' dir='auto'>{escaped_html(row.name)}</th>"
    for place, cell in enumerate(row.cells, 1):
        yield f"<td id='c{number}-{place}'>"
        yield from cell_markup(number, place, cell)
        yield "</td>"
    yield "</tr>\n"


def _blocks(summary: str, notes: str) -> Iterator[str]:
    blocks = parse(summary)
    for kind, alike in groupby(blocks, key=lambda it: it.kind):
        if kind is RichKind.PARAGRAPH:
            yield from (f"<p>{_runs(it)}{_end(it, blocks, notes)}</p>" for it in alike)
        else:
            items = (f"<li>{_runs(it)}{_end(it, blocks, notes)}</li>" for it in alike)
            yield f"<{_LISTS[kind]}>{''.join(items)}</{_LISTS[kind]}>"
    yield "" if blocks else notes


def _end(block: RichBlock, blocks: tuple[RichBlock, ...], notes: str) -> str:
    return notes if block is blocks[-1] else ""


def _runs(block: RichBlock) -> str:
    return "".join(
        f"<b>{escaped_html(run.text)}</b>" if run.is_bold else escaped_html(run.text)
        for run in block.runs
    )
