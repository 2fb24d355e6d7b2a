"""Comparison tables: cells, citations, and the states that follow from them."""

from pathlib import Path

import pytest

from tests.conftest import ImportText
from workbench.errors import InvalidValue
from workbench.model.cells import CellState, Role, Standing
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.operations import cells, tables
from workbench.operations.cases import create_case
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.versions import replace_document
from workbench.project import Project


def test_a_cell_says_what_its_evidence_says(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("They met twice. They did not meet.")
    pro = mark_passage(project, document_id, Span(0, 15))
    con = mark_passage(project, document_id, Span(16, 34))
    table_id = tables.create_table(project, "Bodies")
    row = tables.add_row(project, table_id, "Group", document_id)
    column = tables.add_column(project, table_id, "Meetings", "How often?")

    def state() -> CellState:
        return project.tables.get(table_id).rows[0].cells[0].state

    assert state() is CellState.EMPTY
    cells.set_summary(project, row, column, "twice")
    assert state() is CellState.DRAFT
    citation = cells.cite(project, row, column, pro)
    assert state() is CellState.SUPPORTED
    cells.cite(project, row, column, con, Role.CONTRADICTS)
    assert state() is CellState.DISPUTED
    places = project.dependents.cells([pro])
    assert [(it.table, it.row, it.column) for it in places] == [
        ("Bodies", "Group", "Meetings")
    ]
    cells.change_roles(project, [citation], Role.CONTEXT)
    remove_passages(project, [con])
    assert state() is CellState.ORPHANED
    project.undo()
    assert state() is CellState.DISPUTED


BEFORE = "The council of ministers came together in Oslo.\r\n\r\n"
AFTER = " Then they rested for the whole of the summer.\r\n\r\nLast."


@pytest.mark.parametrize(
    ("changed", "standing"),
    [
        ((BEFORE + "They met twice." + AFTER).replace("\r", ""), Standing.HOLDS),
        ("New.\r\n\r\n" + BEFORE + "They met twice." + AFTER, Standing.HOLDS),
        (BEFORE + "They met twice." + AFTER + " Not quite last.", Standing.HOLDS),
        (BEFORE + "They met  twice." + AFTER, Standing.STALE),
        (BEFORE + "They met once." + AFTER, Standing.STALE),
        (BEFORE + "They met twice. Never again.", Standing.CONTEXT_CHANGED),
        (BEFORE + "They met twice. 那里", Standing.CONTEXT_CHANGED),
        ("Quite others met.\n\nThey met twice." + AFTER, Standing.CONTEXT_CHANGED),
        ("They met twice." + AFTER, Standing.CONTEXT_CHANGED),
        ("Quite another text.", Standing.ORPHANED),
    ],
)
def test_a_citation_stands_or_falls_with_its_own_words(
    project: Project, import_text: ImportText, tmp_path: Path, changed: str,
    standing: Standing,
) -> None:  # fmt: skip
    text = BEFORE + "They met twice." + AFTER
    document_id = import_text(text)
    table_id = tables.create_table(project, "T")
    row = tables.add_row(project, table_id, "r")
    column = tables.add_column(project, table_id, "c")
    start = text.index("They")
    cells.cite_place(
        project, row, column, Stretch(document_id, Span(start, start + 15))
    )
    path = tmp_path / "changed.txt"
    path.write_bytes(changed.encode())
    replace_document(project, document_id, path)
    [citation] = project.cells.get(row, column).citations
    assert citation.standing is standing
    assert citation.cited.quote == "They met twice."
    project.undo()
    [citation] = project.cells.get(row, column).citations
    assert citation.standing is Standing.HOLDS


@pytest.mark.parametrize(
    ("changed", "standing"),
    [
        ("Some say: They met twice. Rain fell.", Standing.CONTEXT_CHANGED),
        ("New.\n\nThey met twice. Rain fell.", Standing.CONTEXT_CHANGED),
        ("They met twice. Rain fell. Snow too.", Standing.CONTEXT_CHANGED),
        ("\n\nThey met twice. Rain fell.\n", Standing.HOLDS),
    ],
)
def test_what_is_put_around_a_whole_text_is_context(
    project: Project, import_text: ImportText, tmp_path: Path, changed: str,
    standing: Standing,
) -> None:  # fmt: skip
    document_id = import_text("They met twice. Rain fell.")
    table_id = tables.create_table(project, "T")
    row = tables.add_row(project, table_id, "r")
    column = tables.add_column(project, table_id, "c")
    cells.cite_place(project, row, column, Stretch(document_id, Span(0, 15)))
    path = tmp_path / "changed.txt"
    path.write_text(changed)
    replace_document(project, document_id, path)
    [citation] = project.cells.get(row, column).citations
    assert citation.cited.quote == "They met twice."
    assert citation.standing is standing


def test_the_same_passage_is_cited_once(
    project: Project, import_text: ImportText
) -> None:
    passage_id = mark_passage(project, import_text("They met."), Span(0, 4))
    table_id = tables.create_table(project, "T")
    row = tables.add_row(project, table_id, "r")
    column = tables.add_column(project, table_id, "c")
    cells.cite(project, row, column, passage_id)
    cells.cite(project, row, column, passage_id, Role.CONTEXT)
    (citation,) = project.tables.get(table_id).rows[0].cells[0].citations
    assert citation.role is Role.CONTEXT


def test_names_are_there_once(project: Project) -> None:
    table_id = tables.create_table(project, "T")
    tables.add_row(project, table_id, "r")
    tables.add_column(project, table_id, "c")
    with pytest.raises(InvalidValue, match="already a table"):
        tables.create_table(project, "t")
    with pytest.raises(InvalidValue, match="already a row"):
        tables.add_row(project, table_id, "R")
    with pytest.raises(InvalidValue, match="already a column"):
        tables.add_column(project, table_id, "C")


def test_columns_and_rows_can_be_renamed_and_removed(project: Project) -> None:
    table_id = tables.create_table(project, "T")
    row = tables.add_row(project, table_id, "r", case_id=create_case(project, "x"))
    column = tables.add_column(project, table_id, "c")
    cells.set_summary(project, row, column, "text")
    tables.rename_row(project, row, "row")
    tables.edit_column(project, column, name="column", question="Why?")
    tables.rename_table(project, table_id, "Table")
    table = project.tables.named("table")
    assert (table.rows[0].name, table.columns[0].question) == ("row", "Why?")
    tables.remove_columns(project, [column])
    tables.remove_rows(project, [row])
    table = project.tables.get(table_id)
    assert (table.rows, table.columns) == ((), ())
    tables.remove_table(project, table_id)
    assert project.tables.all() == []
