"""Building comparison tables: their rows and columns; writing cells is in `cells`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from workbench.errors import InvalidValue
from workbench.model.ids import CaseId, ColumnId, DocumentId, RowId, TableId
from workbench.model.tables import PLAIN_TEXT, ColumnKind, ColumnType
from workbench.operations.cases import create_case
from workbench.operations.labels import counted, quoted
from workbench.project import Project

_Id = TypeVar("_Id", bound=int)


def create_table(project: Project, name: str) -> TableId:
    """Create an empty table."""
    name = _checked(name, [it for _, it in project.tables.all()], "table")
    with project.operation(f"Create table {quoted(name)}") as edit:
        return edit.tables.add(name)


def rename_table(project: Project, table_id: TableId, name: str) -> None:
    """Give a table another name."""
    others = [it for other, it in project.tables.all() if other != table_id]
    name = _checked(name, others, "table")
    with project.operation(f"Rename table to {quoted(name)}") as edit:
        edit.tables.rename("comparison_tables", table_id, name)


def remove_table(project: Project, table_id: TableId) -> None:
    """Remove a table with all its cells; the passages stay."""
    with project.operation("Remove table") as edit:
        name = edit.tables.outline(table_id).name
        edit.label = f"Remove table {quoted(name)}"
        edit.put_into_bin("comparison_tables", table_id, name)
        edit.tables.remove("comparison_tables", table_id)


def add_row(
    project: Project,
    table_id: TableId,
    name: str,
    document_id: DocumentId | None = None,
    case_id: CaseId | None = None,
    group: str = "",
) -> RowId:
    """Add a row for a document, for a case, for both, or under a free name."""
    with project.operation("Add row") as edit:
        name = _checked(
            name, [it.name for it in edit.tables.outline(table_id).rows], "row"
        )
        edit.label = f"Add row {quoted(name)}"
        group = " ".join(group.split())
        return edit.tables.add_row(table_id, name, document_id, case_id, group)


def add_case_row(project: Project, table_id: TableId, name: str) -> RowId:
    """Add a row for the case of this name, which is created when it is new."""
    with project.operation(f"Add row {quoted(name)}"):
        return add_row(project, table_id, name, case_id=create_case(project, name))


def rename_row(project: Project, row_id: RowId, name: str) -> None:
    """Give a row another name."""
    with project.operation("Rename row") as edit:
        rows = edit.tables.holding("table_rows", row_id).rows
        name = _checked(name, [it.name for it in rows if it.id != row_id], "row")
        edit.tables.rename("table_rows", row_id, name)


def describe_row(
    project: Project,
    row_id: RowId,
    document_id: DocumentId | None,
    case_id: CaseId | None,
) -> None:
    """Say which document and which case a row describes, if any; its name stays."""
    with project.operation("Change what a row describes") as edit:
        edit.tables.describe(row_id, document_id, case_id)


def group_rows(project: Project, ids: Sequence[RowId], group: str) -> None:
    """Put rows under a heading; an empty one takes them from under theirs."""
    group = " ".join(group.split())
    with project.operation("Group rows") as edit:
        edit.label = (
            f"{counted('Group', len(ids), 'row')} as {quoted(group)}"
            if group
            else f"{counted('Take', len(ids), 'row')} from under a heading"
        )
        for row_id in ids:
            edit.tables.set_group(row_id, group)


def hide_rows(project: Project, ids: Sequence[RowId], *, is_hidden: bool) -> None:
    """Hide rows, or show them again; nothing of them is lost."""
    _hide(project, "table_rows", ids, "row", is_hidden=is_hidden)


def arrange_rows(project: Project, table_id: TableId, ids: Sequence[RowId]) -> None:
    """Let these rows stand in this order; rows that are not named follow them."""
    with project.operation("Move rows") as edit:
        there = [it.id for it in edit.tables.outline(table_id).rows]
        edit.tables.arrange("table_rows", _in_order(there, ids))


def remove_rows(project: Project, ids: Sequence[RowId]) -> None:
    """Remove rows with their cells; the passages stay."""
    with project.operation(counted("Remove", len(ids), "row")) as edit:
        for row_id in ids:
            edit.put_into_bin("table_rows", row_id, edit.tables.name_of_row(row_id))
            edit.tables.remove("table_rows", row_id)


def add_column(
    project: Project,
    table_id: TableId,
    name: str,
    question: str = "",
    kind: ColumnKind = PLAIN_TEXT,
) -> ColumnId:
    """Add a column, with the question that each of its cells answers."""
    with project.operation("Add column") as edit:
        columns = edit.tables.columns(table_id)
        name = _checked(name, [it.name for it in columns], "column")
        edit.label = f"Add column {quoted(name)}"
        kind = checked_kind(kind)
        return edit.tables.add_column(table_id, name, question.strip(), kind)


def edit_column(
    project: Project,
    column_id: ColumnId,
    *,
    name: str | None = None,
    question: str | None = None,
    kind: ColumnKind | None = None,
) -> None:
    """Set a column's name, question or kind, whichever is not None."""
    with project.operation("Edit column") as edit:
        columns = edit.tables.holding("table_columns", column_id).columns
        others = [it for it in columns if it.id != column_id]
        if name is not None:
            name = _checked(name, [it.name for it in others], "column")
            edit.tables.rename("table_columns", column_id, name)
        if question is not None:
            edit.tables.rename("table_columns", column_id, question.strip(), "question")
        if kind is not None:
            edit.tables.set_kind(column_id, checked_kind(kind))


def hide_columns(project: Project, ids: Sequence[ColumnId], *, is_hidden: bool) -> None:
    """Hide columns, or show them again; nothing of them is lost."""
    _hide(project, "table_columns", ids, "column", is_hidden=is_hidden)


def arrange_columns(
    project: Project, table_id: TableId, ids: Sequence[ColumnId]
) -> None:
    """Let these columns stand in this order; those that are not named follow them."""
    with project.operation("Move columns") as edit:
        there = [it.id for it in edit.tables.columns(table_id)]
        edit.tables.arrange("table_columns", _in_order(there, ids))


def remove_columns(project: Project, ids: Sequence[ColumnId]) -> None:
    """Remove columns with their cells; the passages stay."""
    with project.operation(counted("Remove", len(ids), "column")) as edit:
        for column_id in ids:
            name = edit.tables.name_of_column(column_id)
            edit.put_into_bin("table_columns", column_id, name)
            edit.tables.remove("table_columns", column_id)


def checked_kind(kind: ColumnKind) -> ColumnKind:
    """Return a kind with its choices tidied; a choice needs some to choose from."""
    choices = tuple(dict.fromkeys(" ".join(it.split()) for it in kind.choices))
    choices = tuple(filter(None, choices))
    if kind.type is not ColumnType.CHOICE:
        choices = ()
    elif not choices:
        raise InvalidValue("A choice needs answers to choose from; type some.")
    return ColumnKind(kind.type, choices, kind.tag_id)


def _hide(
    project: Project, kind: str, ids: Sequence[int], noun: str, *, is_hidden: bool
) -> None:
    with project.operation(
        counted("Hide" if is_hidden else "Show", len(ids), noun)
    ) as edit:
        for row_id in ids:
            edit.tables.hide(kind, row_id, is_hidden=is_hidden)


def _in_order(there: Sequence[_Id], wanted: Sequence[_Id]) -> list[_Id]:
    """Return what is there: first what is wanted, then the rest as it was."""
    known = set(there)
    first = [it for it in dict.fromkeys(wanted) if it in known]
    return [*first, *(it for it in there if it not in first)]


def _checked(name: str, taken: Sequence[str], noun: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidValue(f"A {noun} needs a name; type one.")
    if name.casefold() in {it.casefold() for it in taken}:
        raise InvalidValue(f"There is already a {noun} “{name}”; choose another name.")
    return name
