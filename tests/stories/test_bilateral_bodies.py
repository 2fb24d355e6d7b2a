"""The table “Bilateral bodies” on the sample corpus: it knows its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.windows import window_over
from ui.main_window import MainWindow
from ui.tables.panel import TablePanel
from ui.workspace import Workspace
from workbench.model.cells import AbsenceScope, CellKey, CellState, Role
from workbench.model.ids import DocumentId, RowId, TableId
from workbench.model.links import Stretch
from workbench.operations.absences import recheck_absences, record_absence
from workbench.operations.cases import add_documents
from workbench.operations.cells import cite_place, set_summary
from workbench.operations.checking import check
from workbench.operations.importing import import_paths
from workbench.operations.sample import corpus_folder, find_quote
from workbench.operations.table_copies import create_from_template, template_named
from workbench.operations.tables import add_case_row
from workbench.operations.versions import replace_document
from workbench.project import Project

CONTROLS = "U.S.-Morvand Dual-Use Controls WG"
STRATEGIC = "U.S.-Karseth STWG"
EXCHANGE = "U.S.-Karseth export control information exchange"
COMMERCIAL = "U.S.-Karseth commercial issues WG"
DIGITAL = "TSSD Digital Trade WG"

RELEASE = "release-2022-controls-group"
STORY = "story-controls-group"
STATEMENT = "statement-2023-dialogue"
GUIDELINES = "release-2007-guidelines"
CHANNELS = "story-two-channels"

ROWS = {
    CONTROLS: (RELEASE, STORY, STATEMENT),
    STRATEGIC: (GUIDELINES,),
    EXCHANGE: (CHANNELS,),
    COMMERCIAL: (CHANNELS,),
    DIGITAL: (STATEMENT,),
}
LEVEL = "chaired by deputy assistant secretaries for the United Shires"
FILLED = (
    (CONTROLS, "Parent", "TSSD", STATEMENT, "The Dual-Use Controls WG of the TSSD"),
    (CONTROLS, "Level", "Deputy assistant secretaries", STATEMENT, LEVEL),
    (CONTROLS, "Meetings", "October 2022, February 2023", STATEMENT,
     "convened in October 2022 and February 2023"),
    (CONTROLS, "Private sector", "A regular hearing", RELEASE,
     "To give exporters, universities and other interested parties a regular hearing"),
    (STRATEGIC, "Parent", "JTC", GUIDELINES, "The STWG was created by the JTC in 2005"),
    (STRATEGIC, "Start", "2005", GUIDELINES, "created by the JTC in 2005"),
    (STRATEGIC, "Leads named", "Ferrow and Rovik signed", GUIDELINES,
     "Under Secretary of Trade Daniel Ferrow and MOFT Vice Minister Rovik Ansel"),
    (EXCHANGE, "Leads named", "Calloway and Marant", CHANNELS,
     "Ruth Calloway had spent the day in Veyl with Karsethi Minister of Foreign Trade"),
    (EXCHANGE, "Level", "Assistant secretaries", CHANNELS,
     "a meeting in person of assistant secretaries"),
    (COMMERCIAL, "Level", "Vice ministers", CHANNELS, "Vice ministers will lead"),
    (COMMERCIAL, "Private sector", "A seat beside officials", CHANNELS,
     "will sit in it together with business representatives"),
    (DIGITAL, "Start", "9 March 2023", STATEMENT, "On March 9, 2023"),
)  # fmt: skip


@dataclass(frozen=True)
class Study:
    """The project with its table; documents and rows are known by their names."""

    project: Project
    table_id: TableId
    documents: dict[str, DocumentId]
    rows: dict[str, RowId]

    def states(self) -> dict[tuple[str, str], CellState]:
        """Return the state of every cell that is not empty."""
        table = self.project.tables.get(self.table_id)
        return {
            (row.name, column.name): cell.state
            for row in table.rows
            for column, cell in zip(table.columns, row.cells, strict=True)
            if cell.state is not CellState.EMPTY
        }

    def at(self, row: str, column: str) -> CellKey:
        """Return where a row and a column meet."""
        columns = {it.name: it.id for it in self.project.tables.columns(self.table_id)}
        return self.rows[row], columns[column]

    def cite(self, cell: CellKey, document: str, quote: str, role: Role) -> None:
        text = self.project.documents.text(self.documents[document])
        place = Stretch(self.documents[document], find_quote(text, quote))
        cite_place(self.project, *cell, place, role)

    def replace(self, document: str, old: str, new: str, folder: Path) -> None:
        content = (corpus_folder() / f"{document}.txt").read_bytes()
        assert content.count(old.encode()) == 1
        changed = folder / f"{document}.txt"
        changed.write_bytes(content.replace(old.encode(), new.encode()))
        replace_document(self.project, self.documents[document], changed)
        recheck_absences(self.project)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Project.create(tmp_path / "bodies.workbench", analyst="ana") as project:
        yield _filled(project)


def _filled(project: Project) -> Study:
    outcomes = import_paths(project, sorted(corpus_folder().glob("*.txt")))
    documents = {Path(it.path).stem: it.document_id for it in outcomes}
    template = template_named("Bilateral bodies")
    table_id = create_from_template(project, "Bilateral bodies", template)
    known = {name: it for name, it in documents.items() if it is not None}
    rows = {row: add_case_row(project, table_id, row) for row in ROWS}
    study = Study(project, table_id, known, rows)
    for row, names in ROWS.items():
        case = project.cases.named(row)
        assert case is not None
        add_documents(project, case.id, [known[name] for name in names])
    for row, column, summary, document, quote in FILLED:
        set_summary(project, *study.at(row, column), summary)
        study.cite(study.at(row, column), document, quote, Role.SUPPORTS)
    leads = study.at(CONTROLS, "Leads named")
    set_summary(project, *leads, "Calloway and Tavesh; a story names Dronin")
    minister = "Morvandi Minister of Trade, Ports and Industry Oren Tavesh"
    study.cite(leads, RELEASE, minister, Role.SUPPORTS)
    minister = "Morvandi Foreign Minister Sela Dronin"
    study.cite(leads, STORY, minister, Role.CONTRADICTS)
    query = '"private sector" OR stakeholder* OR representatives'
    own = AbsenceScope.ROW
    record_absence(project, *study.at(STRATEGIC, "Private sector"), query, own)
    record_absence(project, *study.at(DIGITAL, "Enforcement"), "enforc*", own)
    return study


def test_two_sources_that_name_other_leads_dispute_their_cell(study: Study) -> None:
    states = study.states()
    assert states.pop((CONTROLS, "Leads named")) is CellState.DISPUTED
    assert states.pop((STRATEGIC, "Private sector")) is CellState.NOT_STATED
    assert states.pop((DIGITAL, "Enforcement")) is CellState.NOT_STATED
    assert set(states.values()) == {CellState.SUPPORTED}
    assert len(states) == len(FILLED)
    table = study.project.tables.get(study.table_id)
    leads = next(
        cell
        for row in table.rows
        for cell in row.cells
        if cell.state is CellState.DISPUTED
    )
    cited = {study.project.documents.get(it.document_id).name for it in leads.citations}
    assert cited == {RELEASE, STORY}


def test_another_rank_in_the_statement_turns_exactly_its_cell_stale(
    study: Study, tmp_path: Path
) -> None:
    before = study.states()
    study.replace(STATEMENT, "deputy assistant", "assistant", tmp_path)
    after = study.states()
    changed = {it: state for it, state in after.items() if before[it] is not state}
    assert changed == {(CONTROLS, "Level"): CellState.STALE}
    assert before.keys() == after.keys()
    study.project.undo()
    recheck_absences(study.project)
    assert study.states() == before
    assert check(study.project) == []


def test_a_paragraph_elsewhere_turns_nothing_stale(
    study: Study, tmp_path: Path
) -> None:
    before = study.states()
    paragraph = "A paragraph about nothing that any cell rests on.\nSection 3:"
    study.replace(STATEMENT, "Section 3:", paragraph, tmp_path)
    assert study.states() == before
    table = study.project.tables.get(study.table_id)
    assert not any(cell.wants_check for row in table.rows for cell in row.cells)


def test_what_was_not_stated_is_found_once_a_new_version_says_it(
    study: Study, tmp_path: Path
) -> None:
    said = "They add that stakeholders will be heard.\n\nAbout OSTC"
    study.replace(GUIDELINES, "About OSTC", said, tmp_path)
    states = study.states()
    assert states[STRATEGIC, "Private sector"] is CellState.STALE
    assert states[DIGITAL, "Enforcement"] is CellState.NOT_STATED


@pytest.fixture
def window(study: Study, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    study.replace(STATEMENT, "deputy assistant", "assistant", tmp_path)
    study.project.close()
    with window_over(study.project.path, qtbot) as window:
        yield window


def test_f8_finds_the_stale_cell_and_y_says_that_it_still_holds(
    qtbot: QtBot, window: MainWindow, study: Study
) -> None:
    workspace = window.workspace
    assert workspace is not None
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    panel = _table_panel(qtbot, workspace, study.table_id)
    cell = panel.model.cell(panel.view.currentIndex())
    assert cell is not None
    assert cell.row_id == study.rows[CONTROLS]
    assert cell.state is CellState.STALE
    focused = window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Y)
    renewed = workspace.project.cells.get(cell.row_id, cell.column_id)
    assert renewed.state is CellState.SUPPORTED
    assert renewed.citations[0].cited.quote == LEVEL.replace("deputy ", "")
    workspace.project.undo()
    again = workspace.project.cells.get(cell.row_id, cell.column_id)
    assert again.state is CellState.STALE


def _table_panel(qtbot: QtBot, workspace: Workspace, table_id: TableId) -> TablePanel:
    def panels() -> list[TablePanel]:
        return [
            it
            for it in workspace.findChildren(TablePanel)
            if it.table.id == table_id and it.isVisible()
        ]

    qtbot.wait_until(lambda: bool(panels()))
    return panels()[0]
