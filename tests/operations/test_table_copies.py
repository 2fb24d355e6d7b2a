"""Tables made from templates and from other tables."""

from __future__ import annotations

import pytest

from tests.conftest import ImportText
from workbench.errors import InvalidValue, NotFound
from workbench.model.cells import CellState, Role
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.model.table_copies import TableCopy, TableTemplate
from workbench.model.tables import ColumnKind, ColumnType, ComparisonTable
from workbench.operations import cells, tables
from workbench.operations.table_copies import (
    create_from_template,
    duplicate_table,
    template_named,
    templates,
)
from workbench.project import Project


@pytest.fixture
def table(project: Project, import_text: ImportText) -> ComparisonTable:
    """A table with a cited cell, a hidden column and a grouped row."""
    document_id = import_text("They met twice.")
    table_id = tables.create_table(project, "Bodies")
    row = tables.add_row(project, table_id, "Group", document_id, group="Asia")
    kind = ColumnKind(ColumnType.CHOICE, ("once", "twice"))
    column = tables.add_column(project, table_id, "Meetings", "How often?", kind)
    hidden = tables.add_column(project, table_id, "Level")
    tables.hide_columns(project, [hidden], is_hidden=True)
    cells.set_summary(project, row, column, "twice")
    place = Stretch(document_id, Span(5, 14))
    cells.cite_place(project, row, column, place, Role.SUPPORTS)
    return project.tables.get(table_id)


@pytest.mark.parametrize("template", templates(), ids=lambda it: it.name)
def test_every_template_makes_its_table(
    project: Project, template: TableTemplate
) -> None:
    table_id = create_from_template(project, "New", template)
    made = project.tables.get(table_id)
    assert [(it.name, it.question, it.kind) for it in made.columns] == [
        (it.name, it.question, it.kind) for it in template.columns
    ]
    project.undo()
    assert project.tables.all() == []


def test_an_unknown_template_is_answered_with_those_there_are() -> None:
    with pytest.raises(NotFound, match="“Agreements”"):
        template_named("agreement")
    assert template_named("  trade   MEASURES").name == "Trade measures"


def test_a_copy_has_as_much_as_was_asked_for(
    project: Project, table: ComparisonTable
) -> None:
    kinds = {
        what: project.tables.get(duplicate_table(project, table.id, what.value, what))
        for what in TableCopy
    }
    for copy in kinds.values():
        assert [(it.name, it.kind, it.is_hidden) for it in copy.columns] == [
            (it.name, it.kind, it.is_hidden) for it in table.columns
        ]
    assert kinds[TableCopy.COLUMNS].rows == ()
    [row] = kinds[TableCopy.ROWS].rows
    assert (row.name, row.group, row.cells[0].state) == (
        "Group",
        "Asia",
        CellState.EMPTY,
    )
    [row] = kinds[TableCopy.ALL].rows
    assert row.cells[0].summary == "twice"
    assert row.cells[0].state is CellState.SUPPORTED
    assert [it.cited for it in row.cells[0].citations] == [
        it.cited for it in table.rows[0].cells[0].citations
    ]
    [line] = project.cells.changes(row.id, row.cells[0].column_id)
    assert line.label == "Copied from “Bodies”"


def test_a_copy_stands_on_its_own(project: Project, table: ComparisonTable) -> None:
    copy_id = duplicate_table(project, table.id, "Copy")
    copied = project.tables.get(copy_id).rows[0].cells[0]
    cells.remove_citations(project, [it.id for it in copied.citations])
    assert project.tables.get(table.id) == table
    with pytest.raises(InvalidValue, match="already a table"):
        duplicate_table(project, table.id, "bodies")
