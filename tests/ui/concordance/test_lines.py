"""Keyword in context: what is shown, in which order, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.concordance.conftest import Concordances
from ui.concordance.lines_layout import parts_of
from ui.concordance.lines_setting import set_line
from ui.concordance.sorted_words import Side, runs_of
from workbench.model.concordances import Line, SortKey
from workbench.model.ids import DocumentId
from workbench.model.search import Listed
from workbench.model.spans import Span
from workbench.operations.documents import remove_documents
from workbench.operations.tags import create_tag

ImportText = Callable[..., DocumentId]
RIGHT = (SortKey.R1, SortKey.R2, SortKey.R3)


def test_each_hit_is_a_line_in_the_order_of_the_documents(shown: Concordances) -> None:
    shown.show("group")
    assert [it[1] for it in shown.lines()] == ["group"] * 4
    assert shown.lines()[0] == ("The", "group", ("met in May. ¶ A second group spoke of"
                                " steel."))  # fmt: skip
    assert shown.panel.facts.text == "4 lines in 2 documents"


def test_lines_are_sorted_by_the_words_that_stand_out(shown: Concordances) -> None:
    shown.show("group")
    shown.panel.lines.sort_bar.sort_by(RIGHT)
    shown.settle()
    rights = [it[2].split()[:1] for it in shown.lines()]
    assert rights[1:] == [["is"], ["met"], ["spoke"]]
    assert shown.lines()[0][0].endswith("steel"), "no word after it: comes first"
    assert shown.panel.lines.table.painter.keys == RIGHT


def test_sorting_again_keeps_the_current_line_and_the_ticks(
    shown: Concordances,
) -> None:
    shown.show("group")
    page = shown.panel.lines
    page.table.setCurrentIndex(shown.index(2))
    page.table.tick_chosen()
    place = page.model.place(2)
    page.sort_bar.sort_by(RIGHT)
    shown.settle()
    row = page.table.currentIndex().row()
    assert (row, page.model.place(row)) == (1, place)
    assert [page.model.is_ticked(it) for it in range(4)] == [False, True, False, False]
    assert page.tag_button.text() == "Tag 1 ticked"


def test_a_hidden_page_waits_until_it_is_seen(shown: Concordances) -> None:
    shown.ask("group")
    assert not shown.runner.running
    assert shown.panel.lines.model.rowCount() == 0
    shown.panel.show()
    shown.settle()
    assert shown.panel.lines.model.rowCount() == 4


def test_only_the_newest_query_is_shown(shown: Concordances) -> None:
    shown.panel.show()
    shown.ask("group")
    shown.ask("steel")
    shown.settle()
    assert [it[1] for it in shown.lines()] == ["steel", "steel"]


def test_the_same_answer_again_starts_nothing(shown: Concordances) -> None:
    shown.show("group")
    shown.ask("group")
    assert not shown.runner.running


def test_enter_and_a_click_open_the_very_characters(
    shown: Concordances, qtbot: QtBot
) -> None:
    shown.show("steel")
    table = shown.panel.lines.table
    table.setCurrentIndex(shown.index(1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(shown.index(0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(shown.places) == 2
    for document_id, start, end in shown.places:
        text = shown.project.documents.text(DocumentId(document_id))
        assert text[start:end] == "steel"
    assert shown.places[0][0] != shown.places[1][0]


def test_home_end_and_letters_do_not_read_every_line(
    shown: Concordances, qtbot: QtBot
) -> None:
    shown.show("group")
    table = shown.panel.lines.table
    table.setCurrentIndex(shown.index(1))
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == 3
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0
    qtbot.keyClick(table, Qt.Key.Key_N)
    assert table.currentIndex().row() == 0


def test_space_and_a_click_on_the_box_tick(shown: Concordances, qtbot: QtBot) -> None:
    shown.show("group")
    page = shown.panel.lines
    page.table.setCurrentIndex(shown.index(0))
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    box = parts_of(page.table.visualRect(shown.index(3)), 0).tick.center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert [page.model.is_ticked(it) for it in range(4)] == [True, False, False, True]
    assert shown.places == []
    page.untick_button.click()
    assert page.model.ticked == 0


def test_tagging_ticked_lines_is_one_step(shown: Concordances, qtbot: QtBot) -> None:
    shown.show("group")
    page = shown.panel.lines
    tag = create_tag(shown.project, "body")
    page.model.tick([range(1, 3)])
    page.tag_chosen.emit(tag)
    shown.settle()
    assert shown.project.passages.count() == 2
    assert page.model.ticked == 0
    shown.project.undo()
    assert shown.project.passages.count() == 0


def test_without_ticks_all_lines_are_tagged(shown: Concordances) -> None:
    shown.show("group")
    shown.panel.lines.tag_chosen.emit("body/new")
    shown.settle()
    assert shown.project.passages.count() == 4
    assert shown.panel.lines.tag_button.text() == "Tag all"


def test_discarded_lines_are_left_out_until_undone(
    shown: Concordances, qtbot: QtBot
) -> None:
    shown.show("group")
    table = shown.panel.lines.table
    table.setFocus()
    table.setCurrentIndex(shown.index(0))
    action = next(it for it in table.actions() if it.objectName() == "lines.discard")
    action.trigger()
    qtbot.wait_until(lambda: shown.panel.lines.model.rowCount() == 3)
    assert "The" not in [it[0] for it in shown.lines()]
    shown.settle()
    shown.project.undo()
    qtbot.wait_until(lambda: shown.panel.lines.model.rowCount() == 4)


def test_lines_follow_what_becomes_of_the_texts(
    shown: Concordances, qtbot: QtBot, texts: list[DocumentId], import_text: ImportText
) -> None:
    shown.show("group")
    remove_documents(shown.project, [texts[1]])
    qtbot.wait_until(lambda: shown.panel.lines.model.rowCount() == 2)
    import_text("One more group.", name="fourth")
    qtbot.wait_until(lambda: shown.panel.lines.model.rowCount() == 3)


def test_lines_of_a_document_that_is_gone_are_blank_until_found_again(
    shown: Concordances, texts: list[DocumentId]
) -> None:
    shown.show("steel")
    shown.signals.blockSignals(True)
    remove_documents(shown.project, [texts[0]])
    model = shown.panel.lines.model
    model.show(shown.controller.lines, keep_ticks=False)
    assert model.fetch(0, 1, 1.0)
    assert model.known(0) is None
    assert model.known(1) is not None
    shown.panel.grab()


def test_a_frame_reads_no_longer_than_it_may(shown: Concordances) -> None:
    shown.show("group")
    model = shown.panel.lines.model
    model.show(shown.controller.lines, keep_ticks=False)
    assert not model.fetch(0, 3, -1.0)
    assert [model.known(row) for row in range(4)] == [None] * 4
    assert model.fetch(0, 3, 1.0)
    assert None not in [model.known(row) for row in range(4)]


def test_the_table_goes_on_reading_until_its_lines_are_there(
    shown: Concordances, qtbot: QtBot
) -> None:
    shown.show("group")
    table = shown.panel.lines.table
    qtbot.wait_until(lambda: None not in [table.lines.known(row) for row in range(4)])
    qtbot.wait_until(lambda: not table.is_reading)


def test_without_a_query_and_without_hits_the_page_says_what_to_do(
    shown: Concordances,
) -> None:
    shown.panel.show()
    shown.settle()
    assert shown.panel.lines.empty.accessibleName() == "Every match in its line"
    shown.show("nowhere")
    assert shown.panel.lines.empty.accessibleName() == "No hits"
    assert not shown.panel.export_button.isEnabled()
    shown.show("")
    assert shown.panel.lines.empty.accessibleName() == "Every match in its line"


def test_a_stopped_search_says_so_and_begins_again(shown: Concordances) -> None:
    shown.panel.show()
    shown.ask("group")
    for job in shown.runner.running:
        job.cancel()
    shown.settle()
    empty = shown.panel.lines.empty
    assert empty.accessibleName() == "Stopped"
    empty.button.click()
    shown.settle()
    assert shown.panel.lines.model.rowCount() == 4


def test_the_model_keeps_to_the_rules_of_qt(
    shown: Concordances, qtmodeltester: ModelTester
) -> None:
    shown.show("group")
    qtmodeltester.check(shown.panel.lines.model)


def test_what_is_said_of_a_line_names_its_document(shown: Concordances) -> None:
    shown.show("steel")
    shown.panel.lines.model.tick([range(1, 2)])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert shown.index(1).data(role) == (
        "Ticked, No group is like this steel group., second"
    )


def test_sort_keys_are_offered_and_chosen_by_menu(shown: Concordances) -> None:
    bar = shown.panel.lines.sort_bar
    presets = bar.preset_menu()
    presets.actions()[2].trigger()
    assert bar.keys == RIGHT
    assert [it.text() for it in bar.buttons] == [
        "1 word right", "2 words right", "3 words right",
    ]  # fmt: skip
    bar.key_menu(1).actions()[0].trigger()
    assert bar.keys == (SortKey.R1, SortKey.DOCUMENT, SortKey.R3)
    bar.key_menu(1).actions()[-1].trigger()
    assert bar.keys == (SortKey.R1,)
    assert bar.buttons[1].text() == "then…"
    assert not bar.buttons[2].isVisibleTo(bar)


@given(st.integers(300, 4000), st.integers(0, 900))
def test_matches_stand_in_the_exact_middle_and_nothing_overlaps(
    width: int, longest: int
) -> None:
    parts = parts_of(QRect(0, 0, width, 26), longest)
    assert parts.tick.right() < parts.title.left()
    assert parts.title.right() < parts.left.left()
    assert parts.left.right() < parts.match.left()
    assert parts.match.right() < parts.right.left()
    assert abs(parts.left.width() - parts.right.width()) == 0
    before = parts.match.left() - parts.left.left()
    after = parts.right.right() - parts.match.right()
    assert before == after


TEXT = st.text("ab cé'-¶\u0301.", max_size=60)


@given(TEXT, st.sampled_from(Side), st.sets(st.sampled_from(SortKey)))
def test_marking_words_changes_no_character(
    text: str, side: Side, keys: set[SortKey]
) -> None:
    runs = runs_of(text, side, tuple(keys))
    assert "".join(it.text for it in runs) == text
    assert sum(it.is_key for it in runs) <= len(keys & set(side.value))


def test_the_words_sorted_by_are_those_nearest_the_match() -> None:
    right = runs_of(" met in May. ¶ A second", Side.RIGHT, (SortKey.R1, SortKey.R3))
    assert [it.text for it in right if it.is_key] == ["met", "May"]
    left = runs_of("of it. ¶ The old ", Side.LEFT, (SortKey.L1, SortKey.L3))
    assert [it.text for it in left if it.is_key] == ["old"]


def test_words_run_outwards_from_the_match(qtbot: QtBot) -> None:
    document = Listed(DocumentId(1), "memo.txt", "")
    line = Line(document, "left " * 60, "match", " right" * 60, Span(300, 305))
    parts = parts_of(QRect(0, 0, 900, 26), 80)
    shown = set_line(line, parts, (SortKey.R2,))
    assert shown.title.text.text() == "memo.txt"
    ends = [it.at.x() + it.width for it in shown.words]
    starts = [it.at.x() for it in shown.words]
    assert min(starts) >= parts.left.left() - 1
    assert max(ends) <= parts.right.right() + 2
    assert [it.text.text() for it in shown.words if it.is_key] == ["right"]
    middle = shown.match.at.x() + shown.match.width / 2
    assert abs(middle - parts.match.center().x()) <= 1
