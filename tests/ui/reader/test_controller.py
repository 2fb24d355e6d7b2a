import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.reader.controller import ReaderController
from ui.reader.panel import ReaderPanel
from ui.widgets.tag_picker import TagPicker
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.documents import edit_document
from workbench.operations.tags import create_tag

TEXT = "Officials will lead the talks.\n\nThe group will report twice a year.\n"


@pytest.fixture
def document(import_text):
    return import_text(TEXT)


@pytest.fixture
def picker(qtbot):
    picker = TagPicker()
    qtbot.addWidget(picker)
    return picker


@pytest.fixture
def reader(qtbot, project, document, picker):
    panel = ReaderPanel()
    qtbot.addWidget(panel)
    signals = ProjectSignals(project, panel)
    panel.notices = Notices(panel)
    ReaderController(project, signals, panel, panel.notices, document, picker)
    panel.resize(800, 500)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    panel.pane.setFocus()
    yield panel
    signals.close()


def press(panel, text: str) -> None:
    QTest.keyClicks(panel.pane, text)


def type_tag(picker, name: str) -> None:
    QTest.keyClicks(picker._field, name)
    QTest.keyClick(picker._field, Qt.Key.Key_Return)


def tags_of(project, document):
    return [
        [project.tags.get(tag_id).name for tag_id in passage.tag_ids]
        for passage in project.passages.of_document(document)
    ]


def test_a_new_name_in_the_picker_creates_the_tag_and_tags(
    reader, project, document, picker
):
    reader.select(Span(0, 9))
    press(reader, "t")
    type_tag(picker, "level")
    passage = project.passages.of_document(document)[0]
    assert passage.quote == "Officials"
    assert tags_of(project, document) == [["level"]]
    assert reader.selected_passage == passage.id
    assert reader.selection is None


def test_q_tags_with_the_last_tag_and_a_digit_with_one_of_the_tree(
    reader, project, document, picker
):
    create_tag(project, "alpha")
    create_tag(project, "beta")
    reader.select(Span(0, 9))
    press(reader, "2")
    reader.select(Span(15, 19))
    press(reader, "q")
    assert tags_of(project, document) == [["beta"], ["beta"]]


def test_a_choice_made_for_someone_else_tags_nothing(reader, project, document, picker):
    tag = create_tag(project, "alpha")
    reader.select(Span(0, 9))
    picker.open_at(QPoint(), project.tags.all())
    picker.chosen.emit(tag)
    assert project.passages.of_document(document) == []


def test_leaving_the_picker_forgets_the_question(
    reader, project, document, picker, qtbot
):
    tag = create_tag(project, "alpha")
    reader.select(Span(0, 9))
    press(reader, "t")
    QTest.keyClick(picker._field, Qt.Key.Key_Escape)
    qtbot.wait(1)
    picker.chosen.emit(tag)
    assert project.passages.of_document(document) == []


def test_u_removes_the_only_tag_and_del_the_passage_and_undo_brings_it_back(
    reader, project, document
):
    create_tag(project, "alpha")
    reader.select(Span(0, 9))
    press(reader, "1")
    press(reader, "u")
    assert tags_of(project, document) == [[]]
    QTest.keyClick(reader.pane, Qt.Key.Key_Delete)
    assert tags_of(project, document) == []
    assert reader.selected_passage is None
    project.undo()
    assert tags_of(project, document) == [[]]


def test_n_marks_the_selection_and_asks_for_its_note(reader, project, document, qtbot):
    reader.select(Span(0, 9))
    with qtbot.waitSignal(reader.note_requested) as asked:
        press(reader, "n")
    passage = project.passages.of_document(document)[0]
    assert asked.args == [NoteTarget(NoteOn.PASSAGE, passage.id)]


def test_c_on_a_selection_marks_it_once_and_asks_to_cite_it(
    reader, project, document, qtbot
):
    reader.select(Span(0, 9))
    for _ in range(2):
        with qtbot.waitSignal(reader.cite_requested) as asked:
            press(reader, "c")
    passages = project.passages.of_document(document)
    assert len(passages) == 1
    assert asked.args == [passages[0].id]


def test_finding_counts_goes_on_and_gives_the_hits_of_the_search_back(reader):
    reader.show_hits([Span(0, 9)])
    reader.open_find()
    QTest.keyClicks(reader._find_bar.field, "WILL")
    assert reader._find_bar._count.text() == "1 of 2"
    assert reader.next_hit()
    assert reader._find_bar._count.text() == "2 of 2"
    assert not reader.next_hit()
    QTest.keyClick(reader._find_bar.field, Qt.Key.Key_Escape)
    assert list(reader.pane._marks.hits) == [Span(0, 9)]
    assert reader.next_hit()


def test_letters_typed_into_the_find_bar_ask_for_nothing(reader, project, document):
    reader.select(Span(0, 9))
    reader.open_find()
    QTest.keyClicks(reader._find_bar.field, "nmc1")
    assert project.passages.of_document(document) == []


def test_a_new_title_shows_at_once(reader, project, document):
    edit_document(project, document, title="Another title")
    assert reader.pane._head.title == "Another title"


def test_a_hidden_reader_catches_up_when_it_is_shown(reader, project, document):
    reader.hide()
    create_tag(project, "alpha")
    reader.numbered_tag_requested.emit(Span(0, 9), 1)
    reader.show()
    assert len(reader.pane._marks.index.passages) == 1


def test_the_menu_offers_only_what_makes_sense(reader):
    assert [action.text() for action in reader.menu().actions()] == [
        "&Find in document"
    ]
    reader.select(Span(0, 9))
    offered = [action.text() for action in reader.menu().actions()]
    assert "&Tag…" in offered
    assert "&Delete passage" not in offered
