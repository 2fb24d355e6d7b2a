"""What belongs to a case: found in a job, decided on by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.conftest import ImportText
from ui.cases.contents import DocumentLine, Page
from ui.cases.controller import CasesController
from ui.cases.pages_controller import CasePagesController
from ui.cases.view import CasesView
from ui.common import Common
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.widgets.choice_popup import ChoicePopup
from workbench.model.ids import CaseId
from workbench.operations.cases import create_case, set_aliases
from workbench.operations.mentions import possible_mentions
from workbench.operations.tables import add_case_row, create_table
from workbench.project import Project

TEXT = "The Trade Group (TG) met.\n\nA TG of another kind. The TG again.\n"
CONTROL = Qt.KeyboardModifier.ControlModifier


class Pages:
    """The cases over one project, wired as the window wires them."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.signals, self.notices = ProjectSignals(project), Notices()
        self.runner, self.view = JobRunner(), CasesView()
        self._qtbot = qtbot
        common = Common(project, self.signals, self.notices, self.runner)
        qtbot.addWidget(self.view, before_close_func=lambda _: self._end())
        self.done: list[str] = []
        self.problems: list[str] = []
        self.notices.message.connect(self.done.append)
        self.notices.trouble.connect(self.problems.append)
        CasesController(project, self.signals, self.view, self.notices)
        self.controller = CasePagesController(common, self.view)
        self.pages = self.view.pages
        self.view.resize(1200, 300)
        self.view.show()

    def counts(self) -> list[int]:
        contents = self.pages.contents
        return [len(contents.lines[it]) for it in Page] if contents else []

    def wait_for(self, *counts: int) -> None:
        self._qtbot.wait_until(lambda: self.counts() == list(counts))

    def press(self, key: Qt.Key) -> None:
        # Keys of the list are heard while it has the focus.
        self.view.activateWindow()
        self.pages.list.setFocus()
        self._qtbot.keyClick(self.pages.list, key)

    def _end(self) -> None:
        self.runner.cancel_all()
        self.runner.wait_all()
        self.signals.close()


@pytest.fixture
def case(project: Project, import_text: ImportText) -> CaseId:
    import_text(TEXT)
    made = create_case(project, "Trade Group")
    set_aliases(project, made, ["TG!"])
    return made


@pytest.fixture
def shown(project: Project, case: CaseId, qtbot: QtBot) -> Pages:
    pages = Pages(project, qtbot)
    pages.view.listing.select([case])
    pages.wait_for(4, 0, 0, 0, 0)
    return pages


def test_places_are_confirmed_and_refused_one_key_each(
    shown: Pages, project: Project
) -> None:
    shown.press(Qt.Key.Key_Y)
    shown.wait_for(3, 1, 0, 1, 0)
    assert shown.done[-1] == "Confirmed 1 mention · Ctrl+Z to undo"
    shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_X)
    shown.wait_for(2, 1, 1, 1, 0)
    assert [it.words for it in shown.pages.model.lines] == ["TG", "TG"]
    assert shown.pages.list.currentIndex().row() == 1
    project.undo()
    project.undo()
    shown.wait_for(4, 0, 0, 0, 0)


def test_all_are_confirmed_by_two_keys_in_one_step(
    shown: Pages, project: Project, qtbot: QtBot
) -> None:
    shown.pages.list.setFocus()
    qtbot.keyClick(shown.pages.list, Qt.Key.Key_A, CONTROL)
    shown.press(Qt.Key.Key_Y)
    shown.wait_for(0, 4, 0, 1, 0)
    assert shown.pages.empty.isVisible()
    assert project.undo().label == "Confirm 4 mentions of “Trade Group”"
    shown.wait_for(4, 0, 0, 0, 0)


def test_what_was_decided_is_taken_back(shown: Pages, project: Project) -> None:
    shown.press(Qt.Key.Key_Y)
    shown.wait_for(3, 1, 0, 1, 0)
    shown.press(Qt.Key.Key_X)
    shown.wait_for(2, 1, 1, 1, 0)
    shown.pages.segments.choose(Page.CONFIRMED)
    shown.press(Qt.Key.Key_Y)
    shown.press(Qt.Key.Key_X)
    shown.wait_for(3, 0, 1, 0, 0)
    assert len(project.passages.all()) == 1
    shown.pages.segments.choose(Page.REFUSED)
    shown.press(Qt.Key.Key_X)
    shown.wait_for(4, 0, 0, 0, 0)


def test_enter_leads_to_a_place_a_passage_a_document_and_a_row(
    shown: Pages, project: Project, case: CaseId, qtbot: QtBot
) -> None:
    document = project.documents.ids()[0]
    with qtbot.wait_signal(shown.controller.place_activated) as asked:
        shown.press(Qt.Key.Key_Return)
    assert asked.args == [document, 4, 15]
    shown.press(Qt.Key.Key_Y)
    row = add_case_row(project, create_table(project, "Bodies"), "Trade Group")
    shown.wait_for(3, 1, 0, 1, 1)
    expected = {
        Page.CONFIRMED: (shown.controller.passage_activated, 1),
        Page.DOCUMENTS: (shown.controller.document_activated, document),
    }
    for page, (signal, number) in expected.items():
        shown.pages.segments.choose(page)
        with qtbot.wait_signal(signal) as asked:
            shown.press(Qt.Key.Key_Return)
        assert asked.args == [number]
    shown.pages.segments.choose(Page.ROWS)
    with qtbot.wait_signal(shown.controller.row_activated) as asked:
        shown.press(Qt.Key.Key_Return)
    assert asked.args == [project.tables.all()[0][0], row]


def test_documents_are_put_in_by_typing_and_taken_out(
    shown: Pages, project: Project, import_text: ImportText, qtbot: QtBot
) -> None:
    import_text("Nothing of it.", name="other")
    shown.pages.segments.choose(Page.DOCUMENTS)
    shown.pages.add_button.setFocus()
    qtbot.keyClick(shown.pages.add_button, Qt.Key.Key_Insert)
    popup = next(it for it in shown.view.findChildren(ChoicePopup) if it.isVisible())
    qtbot.keyClicks(popup.choices.field, "other")
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    shown.wait_for(4, 0, 0, 1, 0)
    (line,) = shown.pages.model.lines
    assert isinstance(line, DocumentLine)
    assert line.facts == "undated · put in"
    shown.pages.refuse_button.click()
    shown.wait_for(4, 0, 0, 0, 0)


def test_a_document_that_only_mentions_the_case_is_not_taken_out(
    shown: Pages,
) -> None:
    shown.press(Qt.Key.Key_Y)
    shown.wait_for(3, 1, 0, 1, 0)
    shown.pages.segments.choose(Page.DOCUMENTS)
    shown.press(Qt.Key.Key_Delete)
    assert "take back their mentions" in shown.problems[0]


def test_new_names_and_texts_are_followed_while_shown(
    shown: Pages, project: Project, case: CaseId, import_text: ImportText
) -> None:
    set_aliases(project, case, ["TG!", "another kind"])
    shown.wait_for(5, 0, 0, 0, 0)
    import_text("The Trade Group again.", name="other")
    shown.wait_for(6, 0, 0, 0, 0)
    shown.view.hide()
    import_text("And a Trade Group.", name="third")
    shown.view.show()
    shown.wait_for(7, 0, 0, 0, 0)


def test_another_case_shows_its_own(
    shown: Pages, project: Project, case: CaseId
) -> None:
    other = create_case(project, "Kind")
    shown.view.listing.select([other])
    shown.wait_for(1, 0, 0, 0, 0)
    shown.press(Qt.Key.Key_Y)
    shown.wait_for(0, 1, 0, 1, 0)
    assert len(possible_mentions(project, case)) == 4


def test_hostile_words_are_shown_as_they_are(
    project: Project, import_text: ImportText, qtbot: QtBot
) -> None:
    import_text("The <b>Group</b>\u202e &amp; co met.", name="<i>memo")
    case = create_case(project, "<b>Group</b>")
    pages = Pages(project, qtbot)
    pages.view.listing.select([case])
    pages.wait_for(1, 0, 0, 0, 0)
    tip = pages.pages.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;i&gt;memo" in tip
    assert pages.view.description.name.text == "<b>Group</b>"
    assert pages.view.grab().width() > 0
