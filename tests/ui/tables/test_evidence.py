"""The strip below a table in the real window: evidence, checking, suggestions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.windows import window_over
from ui.main_window import MainWindow
from ui.tables.cell.editor import SummaryEditor
from ui.tables.panel import TablePanel
from ui.tables.strip.absence_form import AbsenceForm
from ui.tables.strip.evidence import Part
from ui.workspace import Workspace
from workbench.model.cells import AbsenceScope, Cell, CellKey, CellState, Role
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.model.tables import ColumnKind, ColumnType
from workbench.operations import cells, tables
from workbench.operations.importing import import_paths
from workbench.operations.passages import remove_passages
from workbench.operations.versions import replace_document
from workbench.project import Project

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
RELEASE = (
    "The group was opened on 8 November 2022 in Seoul.\n\n"
    + "Nothing of note was said in between. " * 40
    + "\n\nA Deputy Assistant Secretary leads the talks on export licences.\n\n"
    + "What was said later is of no concern here. " * 40
    + "\n"
)
STORY = (
    "The group was opened on 27 April 2023, officials said.\n\nIt meets every year.\n"
)
RANK = "Deputy Assistant Secretary"


class Desk:
    """A window over a table of one row, two documents and three columns."""

    def __init__(self, window: MainWindow, qtbot: QtBot, folder: Path) -> None:
        assert window.workspace is not None
        self.window, self.qtbot, self.folder = window, qtbot, folder
        self.workspace: Workspace = window.workspace
        self.project: Project = window.workspace.project
        paths = [folder / "release.txt", folder / "story.txt"]
        for path, text in zip(paths, (RELEASE, STORY), strict=True):
            path.write_bytes(text.encode())
        found = [it.document_id for it in import_paths(self.project, paths)]
        self.release, self.story = [DocumentId(it or 0) for it in found]
        self.id = tables.create_table(self.project, "Bodies")
        row = tables.add_row(self.project, self.id, "WG", document_id=self.release)
        start = tables.add_column(
            self.project,
            self.id,
            "Start",
            "When was it opened?",
            ColumnKind(ColumnType.DATE),
        )
        level = tables.add_column(self.project, self.id, "Level", "Who leads it?")
        private = tables.add_column(self.project, self.id, "Private sector")
        self.start: CellKey = (row, start)
        self.level: CellKey = (row, level)
        self.private: CellKey = (row, private)
        self.panel: TablePanel = self.workspace.center.open_table(self.id)
        self.strip = self.panel.evidence
        self.go_to(self.start)

    def cell(self, key: CellKey) -> Cell:
        return self.project.cells.get(*key)

    def place(self, words: str, document_id: DocumentId | None = None) -> Stretch:
        document_id = document_id or self.release
        at = self.project.documents.text(document_id).index(words)
        return Stretch(document_id, Span(at, at + len(words)))

    def cite(self, key: CellKey, words: str, of: DocumentId | None = None) -> None:
        cells.cite_place(self.project, *key, self.place(words, of))

    def replace(self, old: str, new: str) -> None:
        text = self.project.documents.text(self.release)
        path = self.folder / "later.txt"
        path.write_bytes(text.replace(old, new).encode())
        replace_document(self.project, self.release, path)

    def go_to(self, key: CellKey) -> None:
        self.window.activateWindow()
        self.panel.select_cell(*key)
        self.qtbot.wait_until(self.panel.view.hasFocus)

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key, modifier)

    def wait_for_focus(self, widget: QWidget) -> None:
        self.qtbot.wait_until(widget.hasFocus)

    def to_evidence(self) -> None:
        self.press(Qt.Key.Key_Down, CTRL)
        self.wait_for_focus(self.strip.view)

    @property
    def said(self) -> str:
        return self.window.status.said

    @property
    def shown(self) -> list[str]:
        return [it.spoken for it in self.strip.view.entries.entries]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "study.workbench"
    Project.create(path, analyst="Ada").close()
    with window_over(path, qtbot) as window:
        yield Desk(window, qtbot, tmp_path)


# Going to the source and back


def test_from_the_cell_to_its_evidence_to_the_source_and_back(desk: Desk) -> None:
    desk.cite(desk.level, RANK)
    desk.go_to(desk.level)
    desk.to_evidence()
    desk.press(Qt.Key.Key_Return)
    reader = desk.workspace.center.current_reader()
    assert reader is not None
    desk.wait_for_focus(reader.pane)
    place = reader.pane.point_of(desk.place(RANK).span)
    top = reader.pane.mapToGlobal(reader.pane.rect().topLeft()).y()
    assert 0.2 < (place.y() - top) / reader.pane.height() < 0.8
    desk.press(Qt.Key.Key_Backspace)
    desk.wait_for_focus(desk.panel.view)
    cell = desk.panel.model.cell(desk.panel.view.currentIndex())
    assert cell is not None
    assert (cell.row_id, cell.column_id) == desk.level
    desk.press(Qt.Key.Key_Left, ALT)
    assert desk.workspace.center.current_reader() is reader


@pytest.mark.parametrize("is_escape", [True, False])
def test_the_evidence_is_left_for_the_cells(desk: Desk, is_escape: bool) -> None:
    desk.cite(desk.level, RANK)
    desk.go_to(desk.level)
    desk.to_evidence()
    if is_escape:
        desk.press(Qt.Key.Key_Escape)
    else:
        desk.press(Qt.Key.Key_Up, CTRL)
    assert desk.panel.view.hasFocus()


def test_backspace_without_a_cell_goes_back(desk: Desk) -> None:
    reader = desk.workspace.center.open_document(desk.release)
    reader.setFocus()
    desk.wait_for_focus(reader.pane)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.workspace.center.current_table() is desk.panel


def test_a_citation_says_where_it_stands(desk: Desk) -> None:
    desk.cite(desk.level, RANK)
    desk.go_to(desk.level)
    (said,) = desk.shown
    span = desk.place(RANK).span
    assert said.startswith(f"supports: {RANK}")
    assert f"release. characters {span.start:,}–{span.end:,}" in said
    assert "version 1" in said


def test_an_empty_cell_says_the_next_step_with_its_keys(desk: Desk) -> None:
    desk.go_to(desk.private)
    said = desk.strip.hint.casefold()
    assert all(key in said for key in ("press c", "press alt+2", "press alt+n"))
    desk.press(Qt.Key.Key_Down, CTRL)
    desk.wait_for_focus(desk.strip.evidence.empty.button)


# Checking


def test_f8_shows_then_and_now_and_y_still_holds(desk: Desk) -> None:
    desk.cite(desk.level, "leads the talks on export licences")
    desk.replace("export licences", "export permits")
    desk.go_to(desk.start)
    desk.press(Qt.Key.Key_F8)
    desk.wait_for_focus(desk.strip.view)
    assert desk.said == "Cell 1 of 1 to check"
    (said,) = desk.shown
    assert "then leads the talks on export licences" in said
    assert "now leads the talks on export permits" in said
    (entry,) = desk.strip.view.entries.entries
    then, now = entry.lines
    assert [it.of(then.text) for it in then.marked] == ["licences"]
    assert [it.of(now.text) for it in now.marked] == ["permits"]
    desk.press(Qt.Key.Key_Y)
    assert not desk.cell(desk.level).wants_check
    assert desk.said.startswith("All cells are checked")
    desk.project.undo()
    assert desk.cell(desk.level).state is CellState.STALE


def test_the_walk_goes_on_from_cell_to_cell(desk: Desk) -> None:
    desk.cite(desk.start, "8 November 2022")
    desk.cite(desk.level, "leads the talks")
    desk.replace("8 November", "9 November")
    desk.replace("leads the talks", "guides the talks")
    desk.go_to(desk.private)
    desk.press(Qt.Key.Key_F8)
    assert desk.said == "Cell 1 of 2 to check"
    desk.press(Qt.Key.Key_F8)
    assert desk.said == "Cell 2 of 2 to check"
    desk.press(Qt.Key.Key_F8, SHIFT)
    assert desk.said == "Cell 1 of 2 to check"
    desk.press(Qt.Key.Key_X)
    assert desk.cell(desk.start).citations == ()
    assert desk.said == "Cell 1 of 1 to check"
    assert desk.strip.shown is not None
    assert desk.strip.shown.key == desk.level


def test_other_tables_come_after_the_one_in_front(desk: Desk) -> None:
    other = tables.create_table(desk.project, "Another")
    row = tables.add_row(desk.project, other, "WG")
    column = tables.add_column(desk.project, other, "Level")
    for key in (desk.level, (row, column)):
        desk.cite(key, "leads the talks")
    desk.replace("leads the talks", "guides the talks")
    desk.go_to(desk.start)
    desk.press(Qt.Key.Key_F8)
    assert desk.strip.shown is not None
    assert desk.strip.shown.key == desk.level
    desk.press(Qt.Key.Key_F8)
    front = desk.workspace.center.current_table()
    assert front is not None
    assert front.table.id == other


def test_e_rewrites_and_what_is_cited_holds_in_one_step(desk: Desk) -> None:
    cells.set_summary(desk.project, *desk.level, "licences")
    desk.cite(desk.level, "export licences")
    desk.replace("export licences", "export permits")
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_E)
    editor = desk.panel.view.findChild(SummaryEditor)
    assert editor is not None
    editor.selectAll()
    desk.qtbot.keyClicks(editor, "permits")
    desk.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert desk.cell(desk.level).summary == "permits"
    assert desk.cell(desk.level).state is CellState.SUPPORTED
    desk.project.undo()
    assert desk.cell(desk.level).summary == "licences"
    assert desk.cell(desk.level).state is CellState.STALE


def test_a_rewriting_that_is_dropped_leaves_the_next_edit_alone(desk: Desk) -> None:
    desk.cite(desk.level, "export licences")
    desk.replace("export licences", "export permits")
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_E)
    editor = desk.panel.view.findChild(SummaryEditor)
    assert editor is not None
    desk.qtbot.keyClick(editor, Qt.Key.Key_Escape)
    desk.panel.model.setData(desk.panel.view.currentIndex(), "permits")
    assert desk.cell(desk.level).summary == "permits"
    assert desk.cell(desk.level).state is CellState.STALE


def test_a_removed_passage_is_cited_again_where_its_words_stand(desk: Desk) -> None:
    desk.cite(desk.level, RANK)
    (citation,) = desk.cell(desk.level).citations
    remove_passages(desk.project, [citation.passage_id or 0])
    desk.press(Qt.Key.Key_F8)
    assert "the passage was removed" in desk.shown[0]
    assert "still stand" in desk.strip.evidence.check.sentence
    assert "evidence.replace" in desk.strip.evidence.check.answers
    desk.press(Qt.Key.Key_Plus)
    (again,) = desk.cell(desk.level).citations
    assert (again.id, again.quote) == (citation.id, RANK)
    assert again.passage_id is not None
    assert not again.wants_look


def test_another_passage_stands_in_the_place_of_a_lost_one(desk: Desk) -> None:
    desk.cite(desk.level, RANK)
    desk.replace(f"A {RANK} leads the talks", "The level is low; others lead the talks")
    (lost,) = desk.cell(desk.level).citations
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_R)
    assert desk.strip.part is Part.SUGGESTIONS
    suggested = desk.strip.suggestions
    assert RANK in suggested.replaced.sentence
    desk.qtbot.wait_until(lambda: bool(suggested.list.entries.entries))
    desk.wait_for_focus(suggested.list)
    desk.press(Qt.Key.Key_C)
    (now,) = desk.cell(desk.level).citations
    assert now.id == lost.id
    assert now.quote != lost.quote
    assert not now.wants_look


# Roles and values that differ


def test_values_that_differ_are_said_and_d_marks_the_other(desk: Desk) -> None:
    desk.cite(desk.start, "8 November 2022")
    desk.cite(desk.start, "27 April 2023", desk.story)
    desk.go_to(desk.start)
    line = desk.strip.evidence.conflict
    desk.qtbot.wait_until(lambda: bool(line.sentence))
    assert "2022" in line.sentence
    assert "2023" in line.sentence
    desk.to_evidence()
    desk.press(Qt.Key.Key_D)
    roles = [it.role for it in desk.cell(desk.start).citations]
    assert roles == [Role.SUPPORTS, Role.CONTRADICTS]
    desk.qtbot.wait_until(lambda: not line.sentence)


# Not stated


def form_of(desk: Desk) -> AbsenceForm:
    (form,) = desk.panel.findChildren(AbsenceForm)
    return form


def test_what_no_document_says_is_recorded_with_enter(desk: Desk) -> None:
    desk.go_to(desk.private)
    desk.press(Qt.Key.Key_N, ALT)
    form = form_of(desk)
    assert form.query_field.text() == '"Private sector"'
    desk.qtbot.wait_until(lambda: form.status == "Nothing found in 1 document.")
    desk.qtbot.keyClick(form.query_field, Qt.Key.Key_Return)
    desk.qtbot.wait_until(lambda: desk.cell(desk.private).absence is not None)
    assert desk.cell(desk.private).state is CellState.NOT_STATED
    desk.qtbot.wait_until(lambda: bool(desk.shown))
    assert desk.shown[0].startswith('not stated: "Private sector"')
    assert "nothing found in 1 document of the row" in desk.shown[0]
    assert desk.project.analyst in desk.shown[0]


def test_what_a_document_says_is_refused_and_can_be_cited(desk: Desk) -> None:
    desk.go_to(desk.private)
    desk.press(Qt.Key.Key_N, ALT)
    form = form_of(desk)
    form.query_field.clear()
    desk.qtbot.keyClicks(form.query_field, "licences")
    desk.qtbot.wait_until(lambda: form.status.startswith("Found at 1 place"))
    desk.qtbot.keyClick(form.query_field, Qt.Key.Key_Return)
    assert form.isVisible()
    assert desk.cell(desk.private).absence is None
    desk.qtbot.keyClick(form.found, Qt.Key.Key_Plus)
    (citation,) = desk.cell(desk.private).citations
    assert citation.quote.endswith("leads the talks on export licences.")


def test_what_was_absent_and_turns_up_is_to_be_checked(desk: Desk) -> None:
    desk.go_to(desk.private)
    desk.press(Qt.Key.Key_N, ALT)
    form = form_of(desk)
    desk.qtbot.wait_until(lambda: form.trial is not None)
    desk.qtbot.keyClick(form.query_field, Qt.Key.Key_Return)
    desk.qtbot.wait_until(lambda: desk.cell(desk.private).absence is not None)
    desk.replace("export licences.", "export licences. The private sector is heard.")
    desk.qtbot.wait_until(
        lambda: desk.cell(desk.private).state is CellState.STALE, timeout=20_000
    )
    desk.qtbot.wait_until(lambda: len(desk.shown) == 2)
    desk.press(Qt.Key.Key_F8)
    assert desk.shown[1].startswith("found: The private sector is heard.")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Plus)
    cell = desk.cell(desk.private)
    assert cell.absence is None
    assert [it.quote for it in cell.citations] == ["The private sector is heard."]


def test_all_documents_ask_for_the_row_as_well(desk: Desk) -> None:
    desk.go_to(desk.private)
    desk.press(Qt.Key.Key_N, ALT)
    form = form_of(desk)
    form.scopes.choose(AbsenceScope.ALL)
    assert form.query_field.text() == '("Private sector") AND WG'
    desk.qtbot.wait_until(lambda: form.status == "Nothing found in 2 documents.")


# Suggestions


def test_a_suggestion_is_cited_by_one_key_in_one_step(desk: Desk) -> None:
    desk.go_to(desk.level)
    desk.press(Qt.Key.Key_2, ALT)
    suggested = desk.strip.suggestions.list
    desk.qtbot.wait_until(lambda: bool(suggested.entries.entries))
    desk.wait_for_focus(suggested)
    best = suggested.entries.entries[0].lines[0].text
    desk.press(Qt.Key.Key_C)
    (citation,) = desk.cell(desk.level).citations
    assert citation.quote == best
    desk.project.undo()
    assert desk.cell(desk.level).citations == ()
    assert desk.project.passages.count() == 0


def test_enter_on_a_suggestion_shows_it_and_backspace_returns(desk: Desk) -> None:
    desk.go_to(desk.level)
    desk.press(Qt.Key.Key_2, ALT)
    suggested = desk.strip.suggestions.list
    desk.qtbot.wait_until(lambda: bool(suggested.entries.entries))
    desk.wait_for_focus(suggested)
    desk.press(Qt.Key.Key_Return)
    reader = desk.workspace.center.current_reader()
    assert reader is not None
    desk.wait_for_focus(reader.pane)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.panel.view.hasFocus()
    assert desk.strip.part is Part.SUGGESTIONS


# History


def test_a_cell_is_restored_from_its_history(desk: Desk) -> None:
    desk.cite(desk.level, RANK)
    cells.set_summary(desk.project, *desk.level, "a deputy")
    (citation,) = desk.cell(desk.level).citations
    cells.remove_citations(desk.project, [citation.id])
    cells.set_summary(desk.project, *desk.level, "nobody")
    desk.go_to(desk.level)
    desk.press(Qt.Key.Key_3, ALT)
    page = desk.strip.history
    desk.wait_for_focus(page.list)
    newest, _, written, _ = page.list.entries.entries
    assert newest.badges == (("now", "ok"),)
    assert desk.project.analyst in written.facts
    assert [it.of(written.lines[0].text) for it in written.lines[0].marked] == [
        "a deputy"
    ]
    page.list.go_to_row(2)
    desk.press(Qt.Key.Key_R)
    cell = desk.cell(desk.level)
    assert cell.summary == "a deputy"
    assert [it.quote for it in cell.citations] == [RANK]
    desk.project.undo()
    assert desk.cell(desk.level).summary == "nobody"


def test_the_page_stays_from_cell_to_cell(desk: Desk) -> None:
    desk.press(Qt.Key.Key_3, ALT)
    desk.go_to(desk.private)
    assert desk.strip.part is Part.HISTORY
