"""Tables are measured without being read, and the states come out the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ImportText
from tests.operations.test_table_files import TEXT, Table
from workbench.model.cells import AbsenceScope, CellState, Role
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.model.tables import TableSize
from workbench.operations import cells, tables
from workbench.operations.absences import recheck_absences, record_absence
from workbench.operations.passages import remove_passages
from workbench.operations.versions import replace_document
from workbench.project import Project

QUOTES = ("First it begins", "Exports grew by 32 %", "A last paragraph")
EVIDENCE = st.tuples(st.sampled_from(QUOTES), st.sampled_from(Role))


def read(project: Project) -> list[TableSize]:
    """Measure each table by reading all of it."""
    return [
        TableSize(
            it.id,
            it.name,
            len(it.rows),
            len(it.columns),
            Counter(cell.state for row in it.rows for cell in row.cells),
        )
        for it in (project.tables.get(own) for own, _ in project.tables.all())
    ]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["", "32 %"]), st.booleans(), st.lists(EVIDENCE, max_size=3))
def test_a_state_is_counted_as_it_is_read(
    project: Project,
    import_text: ImportText,
    summary: str,
    is_absent: bool,
    evidence: list[tuple[str, Role]],
) -> None:
    if not project.tables.all():
        Table(project, import_text)
    table_id = tables.create_table(project, f"Table {len(project.tables.all())}")
    (document,) = project.documents.ids()
    column = tables.add_column(project, table_id, "How much", "")
    tables.add_column(project, table_id, "Nothing yet", "")
    row = tables.add_row(project, table_id, "Launch", document, None)
    cells.set_summary(project, row, column, summary)
    if is_absent:
        record_absence(project, row, column, "reactor", AbsenceScope.ROW)
    for words, role in evidence:
        start = TEXT.index(words)
        stretch = Stretch(document, Span(start, start + len(words)))
        cells.cite_place(project, row, column, stretch, role)
    assert project.table_sizes.all() == read(project)


def test_stale_found_and_orphaned_cells_are_counted(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    table = Table(project, import_text)
    table.cite("Exports grew by 32 %")
    column = tables.add_column(project, table.id, "Reactors", "")
    record_absence(project, table.row, column, "reactor", AbsenceScope.ALL)
    path = tmp_path / "new.txt"
    path.write_text(TEXT.replace("32", "33") + "\n\nA reactor, at last.", "utf-8")
    replace_document(project, table.document, path)
    recheck_absences(project)
    (size,) = project.table_sizes.all()
    assert dict(size.states) == {CellState.STALE: 2}
    remove_passages(project, [it.id for it in project.passages.all()])
    assert project.table_sizes.all() == read(project)
    (size,) = project.table_sizes.all()
    assert dict(size.states) == {CellState.STALE: 1, CellState.ORPHANED: 1}
