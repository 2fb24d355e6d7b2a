"""Making tables from templates and from other tables."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from workbench.errors import NotFound
from workbench.model.cells import CellKey
from workbench.model.ids import ColumnId, RowId, TableId
from workbench.model.table_copies import TableCopy, TableTemplate, TemplateColumn
from workbench.model.tables import ColumnKind, ColumnType, ComparisonTable
from workbench.operations.cells import keep_change
from workbench.operations.labels import quoted
from workbench.operations.tables import add_column, create_table
from workbench.project import Project
from workbench.views import Edit

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "templates"


def templates() -> tuple[TableTemplate, ...]:
    """Return the templates that come with the program, by name."""
    found = map(_template, FOLDER.glob("*.toml"))
    return tuple(sorted(found, key=lambda it: it.name.casefold()))


def template_named(name: str) -> TableTemplate:
    """Return the template of this name, in any case; `NotFound` otherwise."""
    known = templates()
    for template in known:
        if template.name.casefold() == " ".join(name.split()).casefold():
            return template
    names = ", ".join(quoted(it.name) for it in known)
    raise NotFound(f"There is no template {quoted(name)}; there are {names}.")


def create_from_template(
    project: Project, name: str, template: TableTemplate
) -> TableId:
    """Create a table with a template's columns, in one step."""
    with project.operation("Create table") as edit:
        table_id = create_table(project, name)
        for it in template.columns:
            add_column(project, table_id, it.name, it.question, it.kind)
        edit.label = f"Create table {quoted(name)} from {quoted(template.name)}"
        return table_id


def duplicate_table(
    project: Project, table_id: TableId, name: str, what: TableCopy = TableCopy.ALL
) -> TableId:
    """Create a table with the columns of another, with its rows, or with all it holds.

    Cells cite the same passages, as they were when they were cited first.
    """
    with project.operation("Duplicate table") as edit:
        table = edit.tables.get(table_id)
        copy_id = create_table(project, name)
        edit.label = f"Duplicate table {quoted(table.name)} as {quoted(name)}"
        columns = _copy_columns(edit, table, copy_id)
        if what is not TableCopy.COLUMNS:
            rows = _copy_rows(edit, table, copy_id)
            if what is TableCopy.ALL:
                _copy_cells(edit, table, lambda it: (rows[it[0]], columns[it[1]]))
        return copy_id


def _copy_columns(
    edit: Edit, table: ComparisonTable, copy_id: TableId
) -> Mapping[ColumnId, ColumnId]:
    copies = {}
    for it in table.columns:
        copy = edit.tables.add_column(copy_id, it.name, it.question, it.kind)
        edit.tables.hide("table_columns", copy, is_hidden=it.is_hidden)
        copies[it.id] = copy
    return copies


def _copy_rows(
    edit: Edit, table: ComparisonTable, copy_id: TableId
) -> Mapping[RowId, RowId]:
    copies = {}
    for it in table.rows:
        copy = edit.tables.add_row(
            copy_id, it.name, it.document_id, it.case_id, it.group
        )
        edit.tables.hide("table_rows", copy, is_hidden=it.is_hidden)
        copies[it.id] = copy
    return copies


def _copy_cells(
    edit: Edit, table: ComparisonTable, copy_of: Callable[[CellKey], CellKey]
) -> None:
    for row in table.rows:
        for cell in row.cells:
            if cell.summary or cell.citations or cell.absence:
                own = (cell.row_id, cell.column_id)
                edit.cells.copy(own, copy_of(own))
                keep_change(edit, [copy_of(own)], f"Copied from {quoted(table.name)}")


def _template(path: Path) -> TableTemplate:
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    columns = tuple(_template_column(it) for it in read["columns"])
    return TableTemplate(read["name"], read["purpose"], columns)


def _template_column(read: Mapping[str, Any]) -> TemplateColumn:
    kind = ColumnKind(
        ColumnType(read.get("type", "text")), tuple(read.get("choices", ()))
    )
    return TemplateColumn(read["name"], read["question"], kind)
