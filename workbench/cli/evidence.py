"""The commands of a table's evidence: what is absent, what to cite, what to check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from workbench.cli.answers import (
    json_option,
    limit_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.cell_places import cell_arguments
from workbench.cli.progress import stoppable_tracker
from workbench.cli.projects import project_argument, reading, writing
from workbench.cli.stretches import quote_json
from workbench.cli.table_answers import answer, cell_json, place_of
from workbench.model.cells import AbsenceScope, Cell, CellKey, Standing
from workbench.model.suggestions import Suggestion
from workbench.model.tables import Column, ComparisonTable, Row
from workbench.operations.absences import drop_absence, rechecked, record_absence
from workbench.operations.conflicts import conflicts
from workbench.operations.suggestions import suggestions
from workbench.views import Stores

_SCOPES: Final = {"all": AbsenceScope.ALL, "row": AbsenceScope.ROW}
_Place = tuple[Row, Column, Cell]


@click.command("absent")
@cell_arguments
@click.argument("query")
@click.option(
    "--scope",
    type=click.Choice(list(_SCOPES)),
    default="row",
    show_default=True,
    help="Search the documents of the row (its document, those of its case or that"
    " mention it, and those its cells cite), or all.",
)
@json_option
def absent_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    query: str,
    scope: str,
    as_json: bool,
) -> None:
    """Note in a cell that QUERY finds nothing: it is not stated.

    Zones are not searched. Where something is found, nothing is noted. The cell tells
    when a document that joins or changes has it.
    """
    with writing(path) as project:
        its_row, its_column = place_of(project.tables.named(table), row, column)
        record_absence(project, its_row.id, its_column.id, query, _SCOPES[scope])
        cell = project.cells.get(its_row.id, its_column.id)
    said = f"{its_row.name} › {its_column.name} is not stated: nothing found."
    answer(cell_json(cell, its_column.name), said, as_json=as_json)


@click.command("drop-absence")
@cell_arguments
@json_option
def drop_absence_command(
    *, path: Path, table: str, row: str, column: str, as_json: bool
) -> None:
    """Take back that something is not stated."""
    with writing(path) as project:
        its_row, its_column = place_of(project.tables.named(table), row, column)
        drop_absence(project, its_row.id, its_column.id)
        cell = project.cells.get(its_row.id, its_column.id)
    said = f"Took back that {its_row.name} › {its_column.name} is not stated."
    answer(cell_json(cell, its_column.name), said, as_json=as_json)


@click.command("suggest")
@cell_arguments
@limit_option("suggestions")
@json_option
def suggest_command(
    *, path: Path, table: str, row: str, column: str, limit: int, as_json: bool
) -> None:
    """List what of the row's documents may answer a cell's question, with reasons.

    Cite one with `table cite` by its passage, or `table cite-place` by its place.
    """
    with reading(path) as view:
        found = view.tables.named(table)
        its_row, its_column = place_of(found, row, column)
        listed = suggestions(view, found.id, its_row.id, its_column.id, limit)
    if as_json:
        show_json([_suggestion_json(it) for it in listed])
        return
    show_columns(
        ("SCORE", "ID", "START", "END", "PASSAGE", "WHY", "TEXT"),
        [(f"{it.score:.2f}", it.document_id, it.span.start, it.span.end,
          it.passage_id or "", "; ".join(it.reasons), it.quote) for it in listed],
    )  # fmt: skip


@click.command("check")
@project_argument
@click.argument("table", metavar="TABLE")
@json_option
def check_command(*, path: Path, table: str, as_json: bool) -> None:
    """List the cells whose evidence changed, with what it said and says now.

    Also what was absent and is found now, and cited values that do not go together.
    """
    with reading(path) as view, stoppable_tracker() as tracker:
        found = rechecked(view, view.tables.named(table))
        clashing = conflicts(view, found, tracker)
        lines = [
            {**_named(place), "what": what, "before": before, "now": now}
            for place in _places(found)
            for what, before, now in _checks(view, place[2])
        ]
        lines += [
            {**_named(place), "what": "conflict", "before": "", "now": it.sentence}
            for place in _places(found)
            for it in [clashing.get(_key(place[2]))]
            if it is not None
        ]
    if as_json:
        show_json(lines)
        return
    for line in lines:
        show(one_line(f"{line['row']} › {line['column']}: {line['what']}", 300))
        for mark, words in (("- ", line["before"]), ("+ ", line["now"])):
            if words:
                show(f"  {mark}{one_line(words, 300)}")
    if not lines:
        show("Nothing to check.")


@click.command("conflicts")
@project_argument
@click.argument("table", metavar="TABLE")
@json_option
def conflicts_command(*, path: Path, table: str, as_json: bool) -> None:
    """List the cells that cite values that do not go together as support.

    Dates, numbers and sums in columns of these types, and people where a question asks
    who.
    """
    with reading(path) as view, stoppable_tracker() as tracker:
        found = view.tables.named(table)
        clashing = conflicts(view, found, tracker)
    listed = [it for it in _places(found) if _key(it[2]) in clashing]
    if as_json:
        show_json(
            [
                {
                    **_named(place),
                    "sentence": clashing[_key(place[2])].sentence,
                    "values": [
                        {"citation": number, "value": words}
                        for own, words in clashing[_key(place[2])].values
                        for number, it in enumerate(place[2].citations, 1)
                        if it.id == own
                    ],
                }
                for place in listed
            ]
        )
        return
    for place in listed:
        sentence = clashing[_key(place[2])].sentence
        show(one_line(f"{place[0].name} › {place[1].name}: {sentence}", 400))
    if not listed:
        show("No conflicts.")


def _places(table: ComparisonTable) -> Iterator[_Place]:
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            yield row, column, cell


def _named(place: _Place) -> dict[str, str]:
    return {"row": place[0].name, "column": place[1].name}


def _key(cell: Cell) -> CellKey:
    return cell.row_id, cell.column_id


def _checks(view: Stores, cell: Cell) -> Iterator[tuple[str, str, str]]:
    """Yield what there is to check in a cell: what, as it was, and as it is."""
    for it in cell.citations:
        if it.wants_look:
            is_gone = it.quote == it.cited.quote and it.standing is Standing.ORPHANED
            yield it.standing.value, it.cited.quote, "" if is_gone else it.quote
    if cell.absence is None:
        return
    for stretch in cell.absence.found:
        text = view.documents.text(stretch.document_id)
        title = view.documents.title(stretch.document_id)
        start = max(0, stretch.span.start - _AROUND)
        around = text[start : stretch.span.end + _AROUND]
        yield "found", f"{cell.absence.query} (absent)", f"{title}: …{around}…"


def _suggestion_json(it: Suggestion) -> dict[str, object]:
    return {
        "document": it.document_id,
        "title": it.title,
        **quote_json(it.span, it.quote),
        "passage": it.passage_id,
        "score": it.score,
        "reasons": list(it.reasons),
    }


_AROUND: Final = 60

EVIDENCE_COMMANDS: Final = (
    absent_command,
    drop_absence_command,
    suggest_command,
    check_command,
    conflicts_command,
)
