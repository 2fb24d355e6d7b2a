"""Building comparison tables whose cells rest on cited passages."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import InvalidValue
from workbench.model.ids import (
    CaseId,
    CitationId,
    ColumnId,
    DocumentId,
    PassageId,
    RowId,
    TableId,
)
from workbench.model.tables import Role
from workbench.operations.cases import create_case
from workbench.operations.labels import counted, quoted
from workbench.project import Project


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
        name = edit.tables.get(table_id).name
        edit.label = f"Remove table {quoted(name)}"
        edit.put_into_bin("comparison_tables", table_id, name)
        edit.tables.remove("comparison_tables", table_id)


def add_row(
    project: Project,
    table_id: TableId,
    name: str,
    document_id: DocumentId | None = None,
    case_id: CaseId | None = None,
) -> RowId:
    """Add a row for a document, for a case, or under a free name."""
    with project.operation("Add row") as edit:
        name = _checked(name, [it.name for it in edit.tables.get(table_id).rows], "row")
        edit.label = f"Add row {quoted(name)}"
        return edit.tables.add_row(table_id, name, document_id, case_id)


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


def remove_rows(project: Project, ids: Sequence[RowId]) -> None:
    """Remove rows with their cells; the passages stay."""
    with project.operation(counted("Remove", len(ids), "row")) as edit:
        for row_id in ids:
            edit.put_into_bin("table_rows", row_id, edit.tables.name_of_row(row_id))
            edit.tables.remove("table_rows", row_id)


def add_column(
    project: Project, table_id: TableId, name: str, question: str = ""
) -> ColumnId:
    """Add a column, with the question that each of its cells answers."""
    with project.operation("Add column") as edit:
        columns = edit.tables.get(table_id).columns
        name = _checked(name, [it.name for it in columns], "column")
        edit.label = f"Add column {quoted(name)}"
        return edit.tables.add_column(table_id, name, question.strip())


def edit_column(
    project: Project,
    column_id: ColumnId,
    *,
    name: str | None = None,
    question: str | None = None,
) -> None:
    """Set a column's name or question, whichever is not None."""
    with project.operation("Edit column") as edit:
        columns = edit.tables.holding("table_columns", column_id).columns
        others = [it for it in columns if it.id != column_id]
        if name is not None:
            name = _checked(name, [it.name for it in others], "column")
            edit.tables.rename("table_columns", column_id, name)
        if question is not None:
            edit.tables.rename("table_columns", column_id, question.strip(), "question")


def remove_columns(project: Project, ids: Sequence[ColumnId]) -> None:
    """Remove columns with their cells; the passages stay."""
    with project.operation(counted("Remove", len(ids), "column")) as edit:
        for column_id in ids:
            name = edit.tables.name_of_column(column_id)
            edit.put_into_bin("table_columns", column_id, name)
            edit.tables.remove("table_columns", column_id)


def set_summary(
    project: Project, row_id: RowId, column_id: ColumnId, summary: str
) -> None:
    """Set a cell's text."""
    with project.operation("Write cell") as edit:
        edit.label = f"Write cell {quoted(edit.tables.place(row_id, column_id))}"
        edit.tables.set_summary(row_id, column_id, summary.strip())


def cite(
    project: Project,
    row_id: RowId,
    column_id: ColumnId,
    passage_id: PassageId,
    role: Role = Role.SUPPORTS,
) -> CitationId:
    """Cite a passage in a cell; citing it there again changes only its role."""
    with project.operation("Cite passage") as edit:
        edit.label = f"Cite passage in {quoted(edit.tables.place(row_id, column_id))}"
        edit.passages.get(passage_id)
        return edit.tables.cite(row_id, column_id, passage_id, role)


def change_roles(project: Project, ids: Sequence[CitationId], role: Role) -> None:
    """Change what cited passages do for their cell."""
    with project.operation(f"Let citation be: {role.value}") as edit:
        for citation_id in ids:
            edit.tables.change_role(citation_id, role)


def remove_citations(project: Project, ids: Sequence[CitationId]) -> None:
    """Take citations out of their cells; the passages stay."""
    with project.operation(counted("Remove", len(ids), "citation")) as edit:
        for citation_id in ids:
            edit.tables.remove("citations", citation_id)


def _checked(name: str, taken: Sequence[str], noun: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidValue(f"A {noun} needs a name; type one.")
    if name.casefold() in {it.casefold() for it in taken}:
        raise InvalidValue(f"There is already a {noun} “{name}”; choose another name.")
    return name
