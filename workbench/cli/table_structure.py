"""The commands of a table's rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import click

from workbench.cli.answers import counted, json_option
from workbench.cli.projects import project_argument, writing
from workbench.cli.table_answers import answer, column_of, row_of
from workbench.model.ids import CaseId, DocumentId
from workbench.model.tables import ColumnKind, ColumnType
from workbench.operations import tables
from workbench.operations.cases import create_case
from workbench.operations.table_rows import add_document_rows
from workbench.project import Project

_Id = TypeVar("_Id", bound=int)

table_argument = click.argument("table", metavar="TABLE")
document_option = click.option(
    "--document", metavar="DOCUMENT", help="The document it describes."
)
case_option = click.option(
    "--case", metavar="CASE", help="The case it describes; created if new."
)
group_option = click.option(
    "--group", metavar="HEADING", help="The heading it stands under; empty for none."
)
name_option = click.option("--name", metavar="NEW", help="Another name.")
question_option = click.option(
    "--question", metavar="TEXT", help="What the cells answer, and how."
)
type_option = click.option(
    "--type",
    "type_",
    type=click.Choice([it.value for it in ColumnType]),
    help="What an answer is.",
)
choices_option = click.option(
    "--choice", "choices", multiple=True, metavar="ANSWER", help="An answer to choose."
)
tag_option = click.option(
    "--tag", metavar="TAG", help="The tag whose passages feed it; empty for none."
)
hide_option = click.option(
    "--hide/--show", "is_hidden", default=None, help="Hide it, or show it again."
)
before_option = click.option(
    "--before", metavar="OTHER", help="Let it stand before another one."
)
last_option = click.option("--last", is_flag=True, help="Let it stand last.")


@click.command("add-row")
@project_argument
@table_argument
@click.argument("row")
@document_option
@case_option
@group_option
@json_option
def add_row_command(
    *,
    path: Path,
    table: str,
    row: str,
    document: str | None,
    case: str | None,
    group: str | None,
    as_json: bool,
) -> None:
    """Add a row for a document, for a case, for both, or for neither."""
    with writing(path) as project, project.operation("Add row") as edit:
        row_id = tables.add_row(
            project,
            edit.tables.named(table).id,
            row,
            _document(project, document),
            _case(project, case),
            group or "",
        )
    answer({"row": row_id}, f"Added {row}.", as_json=as_json)


@click.command("add-rows")
@project_argument
@table_argument
@click.argument("documents", nargs=-1)
@click.option("--all", "is_all", is_flag=True, help="Every document.")
@group_option
@json_option
def add_rows_command(
    *,
    path: Path,
    table: str,
    documents: tuple[str, ...],
    is_all: bool,
    group: str | None,
    as_json: bool,
) -> None:
    """Add a row for each of these DOCUMENTS that has none yet."""
    if is_all == bool(documents):
        raise click.UsageError("Name DOCUMENTS, or give --all.")
    with writing(path) as project:
        known = project.documents
        found = known.all() if is_all else [known.find(it) for it in documents]
        table_id = project.tables.named(table).id
        ids = [it.id for it in found]
        rows = add_document_rows(project, table_id, ids, group or "")
    answer({"rows": rows}, f"Added {counted(len(rows), 'row')}.", as_json=as_json)


@click.command("edit-row")
@project_argument
@table_argument
@click.argument("row")
@name_option
@document_option
@case_option
@click.option("--free", is_flag=True, help="It describes no document and no case.")
@group_option
@hide_option
@before_option
@last_option
@json_option
def edit_row_command(  # noqa: PLR0913 - an option each
    *,
    path: Path,
    table: str,
    row: str,
    name: str | None,
    document: str | None,
    case: str | None,
    free: bool,
    group: str | None,
    is_hidden: bool | None,
    before: str | None,
    last: bool,
    as_json: bool,
) -> None:
    """Rename, move, group or hide a row, or say what it describes."""
    with writing(path) as project, project.operation(f"Edit row “{row}”") as edit:
        found = edit.tables.named(table)
        chosen = row_of(found, row)
        if free or document is not None or case is not None:
            described = _document(project, document), _case(project, case)
            tables.describe_row(project, chosen.id, *described)
        if group is not None:
            tables.group_rows(project, [chosen.id], group)
        if is_hidden is not None:
            tables.hide_rows(project, [chosen.id], is_hidden=is_hidden)
        if before is not None or last:
            other = None if before is None else row_of(found, before).id
            order = moved([it.id for it in found.rows], chosen.id, other)
            tables.arrange_rows(project, found.id, order)
        if name is not None:
            tables.rename_row(project, chosen.id, name)
        edit.label = f"Edit row “{row}”"
    answer({"row": chosen.id}, f"Changed {chosen.name}.", as_json=as_json)


@click.command("remove-row")
@project_argument
@table_argument
@click.argument("row")
@json_option
def remove_row_command(*, path: Path, table: str, row: str, as_json: bool) -> None:
    """Put a row into the bin; the passages it cites stay."""
    with writing(path) as project:
        chosen = row_of(project.tables.named(table), row)
        tables.remove_rows(project, [chosen.id])
    said = f"Removed {chosen.name}; it is in the bin."
    answer({"row": chosen.id}, said, as_json=as_json)


@click.command("add-column")
@project_argument
@table_argument
@click.argument("column")
@question_option
@type_option
@choices_option
@tag_option
@json_option
def add_column_command(  # noqa: PLR0913 - an option each
    *,
    path: Path,
    table: str,
    column: str,
    question: str | None,
    type_: str | None,
    choices: tuple[str, ...],
    tag: str | None,
    as_json: bool,
) -> None:
    """Add a column: a question that each row answers."""
    with writing(path) as project:
        table_id = project.tables.named(table).id
        kind = _kind(project, ColumnKind(), type_, choices, tag)
        column_id = tables.add_column(project, table_id, column, question or "", kind)
    answer({"column": column_id}, f"Added {column}.", as_json=as_json)


@click.command("edit-column")
@project_argument
@table_argument
@click.argument("column")
@name_option
@question_option
@type_option
@choices_option
@tag_option
@hide_option
@before_option
@last_option
@json_option
def edit_column_command(  # noqa: PLR0913 - an option each
    *,
    path: Path,
    table: str,
    column: str,
    name: str | None,
    question: str | None,
    type_: str | None,
    choices: tuple[str, ...],
    tag: str | None,
    is_hidden: bool | None,
    before: str | None,
    last: bool,
    as_json: bool,
) -> None:
    """Change a column's name, question or type, move or hide it."""
    label = f"Edit column “{column}”"
    with writing(path) as project, project.operation(label) as edit:
        found = edit.tables.named(table)
        chosen = column_of(found, column)
        kind = _kind(project, chosen.kind, type_, choices, tag)
        if is_hidden is not None:
            tables.hide_columns(project, [chosen.id], is_hidden=is_hidden)
        if before is not None or last:
            other = None if before is None else column_of(found, before).id
            order = moved([it.id for it in found.columns], chosen.id, other)
            tables.arrange_columns(project, found.id, order)
        tables.edit_column(project, chosen.id, name=name, question=question, kind=kind)
        edit.label = label
    answer({"column": chosen.id}, f"Changed {chosen.name}.", as_json=as_json)


@click.command("remove-column")
@project_argument
@table_argument
@click.argument("column")
@json_option
def remove_column_command(
    *, path: Path, table: str, column: str, as_json: bool
) -> None:
    """Put a column into the bin; the passages it cites stay."""
    with writing(path) as project:
        chosen = column_of(project.tables.named(table), column)
        tables.remove_columns(project, [chosen.id])
    said = f"Removed {chosen.name}; it is in the bin."
    answer({"column": chosen.id}, said, as_json=as_json)


STRUCTURE_COMMANDS = (
    add_row_command,
    add_rows_command,
    edit_row_command,
    remove_row_command,
    add_column_command,
    edit_column_command,
    remove_column_command,
)


def _document(project: Project, wanted: str | None) -> DocumentId | None:
    return None if wanted is None else project.documents.find(wanted).id


def _case(project: Project, wanted: str | None) -> CaseId | None:
    return None if wanted is None else create_case(project, wanted)


def _kind(
    project: Project,
    kind: ColumnKind,
    type_: str | None,
    choices: tuple[str, ...],
    tag: str | None,
) -> ColumnKind:
    """Return a kind with what was asked for; the rest stays as it was."""
    tag_id = kind.tag_id
    if tag is not None:
        tag_id = project.tags.at_path(tag).id if tag else None
    wanted = ColumnType(type_) if type_ else kind.type
    if choices and not type_:
        wanted = ColumnType.CHOICE
    return ColumnKind(wanted, choices or kind.choices, tag_id)


def moved(order: Sequence[_Id], chosen: _Id, before: _Id | None) -> list[_Id]:
    """Return an order in which one stands before another, or last."""
    others = [it for it in order if it != chosen]
    at = len(others) if before is None or before == chosen else others.index(before)
    return [*others[:at], chosen, *others[at:]]
