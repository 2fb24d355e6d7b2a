import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.reader.controller import ReaderController
from ui.reader.look import ReaderLook
from ui.reader.model import PageHead
from ui.reader.panel import ReaderPanel
from ui.widgets.tag_picker import TagPicker
from workbench.model.links import Stretch
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.documents import edit_document
from workbench.operations.passages import mark_passage
from workbench.operations.tags import create_tag, pin_tag, remove_tags
from workbench.operations.versions import correct_text
from workbench.text.blocks import split_blocks

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
    pin_tag(project, create_tag(project, "alpha"), 1)
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


def test_c_asks_to_cite_the_selection_and_marks_nothing_before(
    reader, project, document, qtbot
):
    reader.select(Span(0, 9))
    with qtbot.waitSignal(reader.cite_requested) as asked:
        press(reader, "c")
    assert asked.args == [Stretch(document, Span(0, 9))]
    assert project.passages.of_document(document) == []


def test_c_on_a_passage_asks_to_cite_that_one(reader, project, document, qtbot):
    passage_id = mark_passage(project, document, Span(0, 9))
    reader.select_passage(passage_id)
    with qtbot.waitSignal(reader.cite_requested) as asked:
        press(reader, "c")
    assert asked.args == [passage_id]


def test_finding_counts_goes_on_and_gives_the_hits_of_the_search_back(reader):
    reader.show_hits([Span(0, 9)])
    reader.finder.open()
    field = reader._find_bar.field
    QTest.keyClicks(field, "WILL")
    assert reader._find_bar._count.text() == "1 of 2"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert reader._find_bar._count.text() == "2 of 2"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert reader._find_bar._count.text() == "1 of 2, again"
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reader._find_bar._count.text() == "2 of 2, again"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert list(reader.pane._marks.hits) == [Span(0, 9)]
    assert reader.finder.next_hit()


def test_escape_comes_back_to_where_finding_began_and_ctrl_enter_stays(reader, qtbot):
    paragraphs = [f"Paragraph {number} of many." for number in range(200)]
    text = "\n\n".join(paragraphs)
    reader.show_document(text, split_blocks(text), PageHead("Many"))
    reader.restore(text.index("Paragraph 30"))
    before = reader.position()
    with qtbot.waitSignal(reader.leaving):
        reader.finder.open()
        QTest.keyClicks(reader._find_bar.field, "paragraph 150")
    assert reader.position() > before
    QTest.keyClick(reader._find_bar.field, Qt.Key.Key_Escape)
    assert reader.position() == before
    assert reader.pane.hasFocus()
    reader.finder.open()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(reader._find_bar.field, Qt.Key.Key_Return, control)
    assert reader.position() > before
    assert reader.pane.text_of_selection == "Paragraph 150"
    assert reader.pane.hasFocus()


def test_a_very_long_text_is_searched_once_typing_pauses_or_at_enter(reader, qtbot):
    text = "No word.\n\n" * 120_000 + "The last line of all.\n"
    reader.show_document(text, split_blocks(text), PageHead("Long"))
    reader.finder.open()
    field, count = reader._find_bar.field, reader._find_bar._count
    QTest.keyClicks(field, "last line")
    assert count.text() == ""
    qtbot.wait_until(lambda: count.text() == "1 of 1")
    field.clear()
    QTest.keyClicks(field, "of all")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert count.text() == "1 of 1"


def test_letters_typed_into_the_find_bar_ask_for_nothing(reader, project, document):
    reader.select(Span(0, 9))
    reader.finder.open()
    QTest.keyClicks(reader._find_bar.field, "nmc1")
    assert project.passages.of_document(document) == []


def test_a_new_title_shows_at_once(reader, project, document):
    edit_document(project, document, title="Another title")
    assert reader.pane._head.title == "Another title"


def test_a_hidden_reader_catches_up_when_it_is_shown(reader, project, document):
    reader.hide()
    pin_tag(project, create_tag(project, "alpha"), 1)
    reader.numbered_tag_requested.emit(Span(0, 9), 1)
    reader.show()
    assert len(reader.pane._marks.index.passages) == 1


def test_the_menu_offers_only_what_makes_sense(reader):
    assert [action.text() for action in reader.menu().actions()] == [
        "&Find in document",
        "Bookmark this &line",
    ]
    reader.select(Span(0, 9))
    offered = [action.text() for action in reader.menu().actions()]
    assert "&Tag…" in offered
    assert "&Delete passage" not in offered


def test_f_shows_only_one_tag_and_counts_along_and_escape_shows_all(
    reader, project, document, picker
):
    alpha = create_tag(project, "alpha")
    below = create_tag(project, "alpha/below")
    for span, tags in (
        (Span(0, 9), [alpha]),
        (Span(10, 14), [below]),
        (Span(15, 19), []),
    ):
        mark_passage(project, document, span, tags)
    press(reader, "f")
    assert picker.accessibleName() == "Find the tag to show alone"
    type_tag(picker, "alpha")
    marks = reader.pane._marks
    assert [marks.steps_back(it) for it in reader.pane.passages] == [False, False, True]
    assert reader.filter_strip.sentence == "Showing “alpha” – 2 of 3 passages"
    mark_passage(project, document, Span(20, 24), [alpha])
    assert reader.filter_strip.sentence == "Showing “alpha” – 3 of 4 passages"
    QTest.keyClick(reader.pane, Qt.Key.Key_Escape)
    assert marks.emphasized is None
    assert not reader.filter_strip.isVisible()


def test_the_tag_that_is_shown_alone_is_removed(reader, project, document):
    alpha = create_tag(project, "alpha")
    mark_passage(project, document, Span(0, 9), [alpha])
    reader.show_only_tag(alpha)
    assert reader.filter_strip.isVisible()
    remove_tags(project, [alpha])
    assert not reader.filter_strip.isVisible()
    assert reader.pane._marks.emphasized is None


def test_a_corrected_text_is_shown_with_its_passages(reader, project, document):
    passage = mark_passage(project, document, Span(32, 41))
    correct_text(project, document, Span(0, 9), "The officials of both sides")
    assert reader.pane.text.startswith("The officials of both sides will lead")
    (shown,) = reader.pane.passages
    assert (shown.id, shown.span.of(reader.pane.text)) == (passage, "The group")
    project.undo()
    assert reader.pane.text == TEXT
    assert reader.pane.passages[0].span == Span(32, 41)


def test_the_key_of_the_setting_opens_its_form_and_the_reader_tells(reader, qtbot):
    with qtbot.waitSignal(reader.look_changed) as told:
        QTest.keyClick(
            reader.pane, Qt.Key.Key_A,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )  # fmt: skip
        assert reader._look_form.popup.isVisible()
        reader._look_form.popup._numbers.click()
    assert told.args == [ReaderLook(numbers=True)]
    assert reader.pane.look.numbers


def test_the_button_of_the_setting_stays_in_the_corner(reader):
    for width in (1200, 700):
        reader.resize(width, 500)
        button, view = reader._look_form.button, reader.pane.viewport().geometry()
        assert button.geometry().right() == view.right()
