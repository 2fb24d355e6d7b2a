"""The commands that cite in a table's cells, and judge what is cited."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import counted, json_option
from workbench.cli.cell_places import cell_arguments, cell_of, place_in_words, tell_cell
from workbench.cli.projects import writing
from workbench.cli.table_answers import citation_of
from workbench.errors import InvalidValue, NotFound
from workbench.model.cells import Role
from workbench.model.ids import PassageId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.operations.cells import (
    change_roles,
    cite,
    cite_place,
    remove_citations,
    rest_on,
    still_hold,
)
from workbench.project import Project
from workbench.text.quote_places import places_of_quote

role_option = click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.SUPPORTS.value,
    show_default=True,
    help="What the passage does for the cell.",
)
_LISTED = 5

number_argument = click.argument("number", type=click.IntRange(min=1))


@click.command("cite")
@cell_arguments
@click.argument("passage", type=click.IntRange(min=1))
@role_option
@json_option
def cite_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    passage: int,
    role: str,
    as_json: bool,
) -> None:
    """Cite a passage, by its id, in a cell."""
    with writing(path) as project:
        cell = cell_of(project, table, row, column)
        passage_id = PassageId(passage)
        cite(project, cell.row_id, cell.column_id, passage_id, role=Role(role))
        told = f"Cited passage {passage} in {place_in_words(project, cell)}."
        tell_cell(project, cell, told, as_json=as_json)


@click.command("cite-place")
@cell_arguments
@click.argument("place", nargs=3, metavar="DOCUMENT START END")
@role_option
@json_option
def cite_place_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    place: tuple[str, str, str],
    role: str,
    as_json: bool,
) -> None:
    """Cite the characters START to END of a document, which become a passage."""
    with writing(path) as project:
        cell = cell_of(project, table, row, column)
        stretch = _stretch(project, *place)
        cite_place(project, cell.row_id, cell.column_id, stretch, Role(role))
        cited = f"{place[0]} {place[1]}-{place[2]}"
        told = f"Cited {cited} in {place_in_words(project, cell)}."
        tell_cell(project, cell, told, as_json=as_json)


@click.command("cite-quote")
@cell_arguments
@click.argument("quote", nargs=2, metavar="DOCUMENT QUOTE")
@role_option
@json_option
def cite_quote_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    quote: tuple[str, str],
    role: str,
    as_json: bool,
) -> None:
    """Cite QUOTE, which stands once in a document; line breaks may differ."""
    with writing(path) as project:
        cell = cell_of(project, table, row, column)
        stretch = _quoted(project, *quote)
        cite_place(project, cell.row_id, cell.column_id, stretch, Role(role))
        cited = f"{quote[0]} {stretch.span.start}-{stretch.span.end}"
        told = f"Cited {cited} in {place_in_words(project, cell)}."
        tell_cell(project, cell, told, as_json=as_json)


@click.command("uncite")
@cell_arguments
@number_argument
@json_option
def uncite_command(
    *, path: Path, table: str, row: str, column: str, number: int, as_json: bool
) -> None:
    """Take citation NUMBER, as `table show` counts, out of a cell."""
    with writing(path) as project:
        cell = cell_of(project, table, row, column)
        remove_citations(project, [citation_of(cell, number)])
        told = f"Took citation {number} out of {place_in_words(project, cell)}."
        tell_cell(project, cell, told, as_json=as_json)


@click.command("role")
@cell_arguments
@number_argument
@click.argument("role", type=click.Choice([role.value for role in Role]))
@json_option
def role_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    number: int,
    role: str,
    as_json: bool,
) -> None:
    """Say what citation NUMBER does for a cell."""
    with writing(path) as project:
        cell = cell_of(project, table, row, column)
        change_roles(project, [citation_of(cell, number)], Role(role))
        told = f"Citation {number} of {place_in_words(project, cell)} is {role}."
        tell_cell(project, cell, told, as_json=as_json)


@click.command("holds")
@cell_arguments
@click.argument("numbers", nargs=-1, type=click.IntRange(min=1))
@json_option
def holds_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    numbers: tuple[int, ...],
    as_json: bool,
) -> None:
    """Say that citations still hold: NUMBERS, or all that are not certain."""
    with writing(path) as project:
        cell = cell_of(project, table, row, column)
        chosen = [citation_of(cell, it) for it in numbers]
        waiting = [it.id for it in cell.citations if it.wants_look]
        still_hold(project, chosen or waiting)
        place = place_in_words(project, cell)
        held = counted(len(chosen or waiting), "citation")
        told = f"Kept {held} of {place} as the text is now."
        if not (chosen or waiting):
            told = f"No evidence of {place} has changed."
        tell_cell(project, cell, told, as_json=as_json)


@click.command("rest-on")
@cell_arguments
@number_argument
@click.argument("passage", type=click.IntRange(min=1))
@json_option
def rest_on_command(
    *,
    path: Path,
    table: str,
    row: str,
    column: str,
    number: int,
    passage: int,
    as_json: bool,
) -> None:
    """Let citation NUMBER rest on another passage, as where its own is gone."""
    with writing(path) as project:
        cell = cell_of(project, table, row, column)
        rest_on(project, citation_of(cell, number), PassageId(passage))
        cited = f"Citation {number} of {place_in_words(project, cell)}"
        told = f"{cited} rests on passage {passage}."
        tell_cell(project, cell, told, as_json=as_json)


CITATION_COMMANDS = (
    cite_command,
    cite_place_command,
    cite_quote_command,
    uncite_command,
    role_command,
    holds_command,
    rest_on_command,
)


def _stretch(project: Project, document: str, start: str, end: str) -> Stretch:
    try:
        span = Span(int(start), int(end))
    except ValueError:
        raise click.UsageError(f"{start} {end} is no place of a text.") from None
    return Stretch(project.documents.find(document).id, span)


def _quoted(project: Project, document: str, quote: str) -> Stretch:
    """Return where a document has these words; `InvalidValue` where that is not one."""
    found = project.documents.find(document)
    places = places_of_quote(project.documents.text(found.id), quote)
    if len(places) == 1:
        return Stretch(found.id, places[0])
    if not places:
        raise NotFound(
            f"“{found.name}” does not say that, letter for letter; “workbench search”"
            " shows what it says."
        )
    starts = ", ".join(str(it.start) for it in places[:_LISTED])
    raise InvalidValue(
        f"“{found.name}” says that {len(places)} times, at {starts}; give more words,"
        " or the place with “table cite-place”."
    )
