"""The tab of a comparison table: writing, evidence, rows, columns, and citing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.common import Common
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.tables.cell.editor import SummaryEditor
from ui.tables.cell.wrapped_text import WrappedTexts, shortened
from ui.tables.citing.controller import CitingController
from ui.tables.citing.picker import CitePicker
from ui.tables.controller import TableController
from ui.tables.evidence_acts import EvidenceActs
from ui.tables.following import FollowedTable
from ui.tables.forms.new_table import NewTableForm
from ui.tables.model import CellRole
from ui.tables.panel import TablePanel
from ui.theme import interface_font
from workbench.model.cells import Cell, CellState, Role
from workbench.model.ids import DocumentId, PassageId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.model.tables import ComparisonTable
from workbench.operations import cells, tables
from workbench.operations.notes import write_note
from workbench.operations.passages import mark_passage
from workbench.project import Project

ImportText = Callable[..., DocumentId]
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "The group met in May.\n\nOfficials will lead the talks."


class Table:
    """A table with two rows and two columns in its tab, wired as in the window."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project, self.qtbot = project, qtbot
        self.id = tables.create_table(project, "Bodies")
        self.signals, self.notices = ProjectSignals(project), Notices()
        self.problems: list[str] = []
        self.notices.trouble.connect(self.problems.append)
        followed = FollowedTable(project, self.id)
        self.panel = TablePanel(followed.table)
        qtbot.addWidget(self.panel)
        self.runner = JobRunner()
        common = Common(project, self.signals, self.notices, self.runner)
        self.controller = TableController(common, self.panel, followed)
        EvidenceActs(project, self.notices, self.panel)
        self.panel.resize(900, 600)
        self.panel.show()

    @property
    def now(self) -> ComparisonTable:
        return self.project.tables.get(self.id)

    def fill(self) -> None:
        for name in ("Korea", "China"):
            tables.add_row(self.project, self.id, name)
        for name in ("Level", "Mandate"):
            tables.add_column(self.project, self.id, name, f"Which {name}?")

    def cell(self, row: int = 0, column: int = 0) -> Cell:
        return self.now.rows[row].cells[column]

    def go_to(self, row: int, column: int) -> None:
        self.panel.view.setCurrentIndex(self.panel.model.index(row, column))
        self.panel.view.setFocus()

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.panel.view, key)

    def editor(self) -> SummaryEditor:
        return self.panel.view.findChild(SummaryEditor)

    def cite(self, passage_id: PassageId, row: int = 0, column: int = 0) -> None:
        cell = self.cell(row, column)
        cells.cite(self.project, cell.row_id, cell.column_id, passage_id)


@pytest.fixture
def empty_table(project: Project, qtbot: QtBot) -> Iterator[Table]:
    table = Table(project, qtbot)
    yield table
    table.runner.cancel_all()
    table.runner.wait_all()


@pytest.fixture
def table(empty_table: Table) -> Table:
    empty_table.fill()
    return empty_table


@pytest.fixture
def passage(project: Project, import_text: ImportText) -> PassageId:
    return mark_passage(project, import_text(TEXT, name="release"), Span(4, 9))


def test_enter_writes_and_enter_keeps(table: Table) -> None:
    table.go_to(0, 1)
    table.press(Qt.Key.Key_Return)
    editor = table.editor()
    table.qtbot.keyClicks(editor, "Two")
    table.qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    table.qtbot.keyClicks(editor, "lines")
    table.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert table.cell(0, 1).summary == "Two\nlines"
    assert table.panel.model.index(0, 1).data() == "Two\nlines"
    assert table.panel.view.currentIndex() == table.panel.model.index(0, 1)


def test_typing_starts_writing_in_the_cell(table: Table) -> None:
    table.go_to(1, 0)
    table.qtbot.keyClicks(table.panel.view, "v")
    table.qtbot.keyClicks(table.editor(), "ice")
    table.qtbot.keyClick(table.editor(), Qt.Key.Key_Return)
    assert table.cell(1, 0).summary == "vice"


def test_escape_forgets_what_was_typed(table: Table) -> None:
    table.go_to(0, 0)
    table.press(Qt.Key.Key_F2)
    table.qtbot.keyClicks(table.editor(), "never mind")
    table.qtbot.keyClick(table.editor(), Qt.Key.Key_Escape)
    assert table.cell().summary == ""


def test_leaving_the_editor_keeps_the_text(table: Table) -> None:
    table.go_to(0, 0)
    table.press(Qt.Key.Key_F2)
    table.qtbot.waitUntil(lambda: table.editor().hasFocus())
    table.qtbot.keyClicks(table.editor(), "kept")
    table.panel.view.finish_editing()
    assert table.cell().summary == "kept"


def test_a_change_elsewhere_leaves_the_open_editor_alone(table: Table) -> None:
    table.go_to(0, 0)
    table.press(Qt.Key.Key_F2)
    table.qtbot.keyClicks(table.editor(), "half a sen")
    other = table.cell(1, 1)
    cells.set_summary(table.project, other.row_id, other.column_id, "done")
    assert table.editor().toPlainText() == "half a sen"


def test_delete_clears_and_undo_brings_back(table: Table) -> None:
    cell = table.cell()
    cells.set_summary(table.project, cell.row_id, cell.column_id, "said")
    tables.add_row(table.project, table.id, "Another")  # so that saves do not merge
    table.go_to(0, 0)
    table.press(Qt.Key.Key_Delete)
    assert table.cell().summary == ""
    table.project.undo()
    assert table.panel.model.index(0, 0).data() == "said"


def test_evidence_of_the_current_cell_is_listed(
    table: Table, passage: PassageId
) -> None:
    table.cite(passage)
    table.go_to(0, 0)
    view = table.panel.evidence.view
    assert view.model().rowCount() == 1
    assert view.model().index(0, 0).data() == "group"
    table.go_to(0, 1)
    assert view.model().rowCount() == 0
    assert "press C" in table.panel.evidence.hint


def test_enter_or_a_click_on_a_citation_shows_the_passage(
    table: Table, passage: PassageId
) -> None:
    table.cite(passage)
    table.go_to(0, 0)
    shown: list[int] = []
    table.panel.passage_activated.connect(shown.append)
    view = table.panel.evidence.view
    table.qtbot.keyClick(view, Qt.Key.Key_Return)
    place = view.visualRect(view.currentIndex()).center()
    table.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown == [passage, passage]


def test_keys_change_the_role_of_a_citation(table: Table, passage: PassageId) -> None:
    table.cite(passage)
    table.go_to(0, 0)
    table.panel.activateWindow()
    table.panel.evidence.view.setFocus()
    table.qtbot.keyClick(table.panel.evidence.view, Qt.Key.Key_D)
    assert table.cell().citations[0].role is Role.CONTRADICTS
    assert table.cell().state is CellState.DISPUTED
    assert "1 disputed" in table.panel.facts


def test_delete_removes_a_citation_but_not_its_passage(
    table: Table, passage: PassageId
) -> None:
    table.cite(passage)
    table.go_to(0, 0)
    table.panel.activateWindow()
    table.panel.evidence.view.setFocus()
    table.qtbot.keyClick(table.panel.evidence.view, Qt.Key.Key_Delete)
    assert table.cell().citations == ()
    assert table.project.passages.get(passage).quote == "group"


def test_empty_table_asks_for_a_column_then_for_a_row(empty_table: Table) -> None:
    table, qtbot = empty_table, empty_table.qtbot
    table.panel.empty.activated.emit()
    form = table.panel.column_acts.add_form
    form.name_field.setText("Level")
    form.question_field.setPlainText("At what rank?")
    qtbot.keyClick(form.question_field, Qt.Key.Key_Return, CONTROL)
    assert table.now.columns[0].question == "At what rank?"
    table.panel.empty.activated.emit()
    choices = table.panel.row_acts.add_form.choices
    qtbot.keyClicks(choices.field, "Korea")
    qtbot.keyClick(choices.field, Qt.Key.Key_Down)
    qtbot.keyClick(choices.field, Qt.Key.Key_Return)
    assert [row.name for row in table.now.rows] == ["Korea"]
    assert table.panel.view.isVisible()


def test_rows_are_offered_for_documents_not_yet_in_the_table(
    table: Table, import_text: ImportText
) -> None:
    used = import_text("One.", name="used")
    free = import_text("Two.", name="free")
    tables.add_row(table.project, table.id, "used", document_id=used)
    table.panel.row_acts.open_add()
    choices = table.panel.row_acts.add_form.choices
    assert [choice.name for choice in choices.shown] == ["free"]
    table.qtbot.keyClick(choices.field, Qt.Key.Key_Return)
    assert table.now.rows[-1].document_id == free


def test_a_typed_name_can_become_a_case(table: Table) -> None:
    table.panel.row_acts.open_add()
    choices = table.panel.row_acts.add_form.choices
    table.qtbot.keyClicks(choices.field, "Steel pact")
    choices.choose_current()
    row = table.now.rows[-1]
    assert row.name == "Steel pact"
    assert [case.id for case in table.project.cases.all()] == [row.case_id]


def test_row_and_column_are_renamed_and_removed(table: Table) -> None:
    rows, columns = table.panel.row_acts, table.panel.column_acts
    table.go_to(0, 0)
    rows.open_rename()
    rows.name_form.name_field.setText("Seoul")
    rows.name_form.button.click()
    columns.open_edit()
    columns.edit_form.name_field.setText("Rank")
    columns.edit_form.button.click()
    assert table.now.rows[0].name == "Seoul"
    assert (table.now.columns[0].name, table.now.columns[0].question) == (
        "Rank",
        "Which Level?",
    )
    rows.remove()
    table.go_to(0, 0)
    columns.remove()
    assert [row.name for row in table.now.rows] == ["China"]
    assert [column.name for column in table.now.columns] == ["Mandate"]


def test_a_taken_name_is_refused_with_a_sentence(table: Table) -> None:
    form = table.panel.column_acts.add_form
    table.panel.column_acts.open_add()
    form.name_field.setText("Level")
    form.button.click()
    assert "already a column" in table.problems[0]


def test_removing_the_table_is_told(table: Table) -> None:
    with table.qtbot.waitSignal(table.controller.removed):
        table.panel.table_acts.remove()


def test_rows_in_view_are_as_high_as_their_text(table: Table) -> None:
    cell = table.cell()
    cells.set_summary(
        table.project, cell.row_id, cell.column_id, "many words here " * 40
    )
    table.panel.view.measure_visible_rows()
    assert table.panel.view.rowHeight(0) > 200 > table.panel.view.rowHeight(1)


def test_the_table_model_is_proper(table: Table, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table.panel.model)


def test_long_names_are_cut_to_so_many_lines(qtbot: QtBot) -> None:
    texts = WrappedTexts()
    assert texts.get("word " * 90, interface_font(), 150, lines=2).lines == 2
    assert texts.get("word " * 90, interface_font(), 150).lines > 5


def test_of_a_word_without_end_the_beginning_is_shown(qtbot: QtBot) -> None:
    shown = shortened("Donaudampfschifffahrtsgesellschaft", interface_font(), 120, 1)
    assert shown.lines == 1
    assert shown.text.startswith("Donau")
    assert shown.text.endswith("…")


def test_citing_again_takes_the_cell_used_last(
    table: Table, passage: PassageId, import_text: ImportText
) -> None:
    picker = CitePicker()
    table.qtbot.addWidget(picker)
    citing = CitingController(table.project, table.signals, picker, table.notices)
    citing.cite(passage, QPoint(10, 10))
    table.qtbot.keyClicks(picker.choices.field, "china mand")
    table.qtbot.keyClick(picker.choices.field, Qt.Key.Key_Return)
    assert [it.passage_id for it in table.cell(1, 1).citations] == [passage]
    second = mark_passage(
        table.project, import_text("Other words.", name="other"), Span(0, 5)
    )
    citing.cite(second, QPoint(10, 10))
    table.qtbot.keyClick(picker, Qt.Key.Key_2, ALT)
    table.qtbot.keyClick(picker.choices.field, Qt.Key.Key_Return)
    assert [it.role for it in table.cell(1, 1).citations] == [
        Role.SUPPORTS,
        Role.CONTRADICTS,
    ]


def test_citing_without_any_cell_offers_a_table(
    project: Project, qtbot: QtBot, passage: PassageId
) -> None:
    picker = CitePicker()
    qtbot.addWidget(picker)
    signals = ProjectSignals(project)
    citing = CitingController(project, signals, picker, Notices())
    citing.cite(passage, QPoint(10, 10))
    with qtbot.waitSignal(picker.table_requested):
        picker.empty.activated.emit()


def test_a_new_table_is_named_in_its_form(qtbot: QtBot) -> None:
    form = NewTableForm()
    qtbot.addWidget(form)
    form.open_at(QPoint(5, 5))
    qtbot.keyClicks(form.name_field, " Bodies ")
    with qtbot.waitSignal(form.created) as created:
        qtbot.keyClick(form.name_field, Qt.Key.Key_Return)
    assert created.args == ["Bodies"]


def test_table_paints_in_every_state(table: Table, passage: PassageId) -> None:
    table.cite(passage)
    table.go_to(0, 0)
    assert not table.panel.grab().isNull()


def test_a_cell_with_a_note_is_marked(table: Table) -> None:
    cell, model = table.cell(0, 1), table.panel.model
    marked, other = model.index(0, 1), model.index(0, 0)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    target = NoteTarget(NoteOn.CELL, cell.row_id, cell.column_id)
    write_note(table.project, target, "Ask again.")
    assert marked.data(CellRole.HAS_NOTE)
    assert not other.data(CellRole.HAS_NOTE)
    assert marked.data(spoken).endswith("has a note")
    assert "note" in marked.data(Qt.ItemDataRole.ToolTipRole)
    table.project.undo()
    assert not marked.data(CellRole.HAS_NOTE)
    assert marked.data(Qt.ItemDataRole.ToolTipRole) is None
