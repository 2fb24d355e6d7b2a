"""The passage panel: quote, tags, note, and the cells that cite it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ui.notices import Notices
from ui.passage.card import CitedCard
from ui.passage.controller import PassageController
from ui.passage.elsewhere import SaidCard
from ui.passage.links import LinkCard
from ui.passage.overlaps import MOST_ROWS, OverlapRow
from ui.passage.panel import PassagePanel
from ui.project_signals import ProjectSignals
from ui.widgets.plain import PlainLabel
from ui.widgets.tag_chip import TagChip
from workbench.model.ids import DocumentId, PassageId
from workbench.model.links import Link, LinkKind, Stretch
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.cells import cite, set_summary
from workbench.operations.links import link_passages
from workbench.operations.passages import mark_passage, tag_passage
from workbench.operations.reuse import update_reuse
from workbench.operations.tables import add_column, add_row, create_table
from workbench.operations.tags import create_tag, rename_tag
from workbench.project import Project

ImportText = Callable[..., DocumentId]
TEXT = "The two sides met in May. " + "They spoke of many things at length. " * 60


class Shown:
    """The passage panel over a project with one passage, wired as in the window."""

    def __init__(self, project: Project, passage_id: PassageId, qtbot: QtBot) -> None:
        self.project = project
        self.passage_id = passage_id
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.panel = PassagePanel()
        qtbot.addWidget(self.panel)
        self.controller = PassageController(
            project, self.signals, self.panel, self.notices
        )
        self.panel.resize(320, 700)
        self.panel.show()
        self.panel.show_passage(passage_id)

    @property
    def chips(self) -> dict[str, TagChip]:
        layout = self.panel.chips
        items = (layout.itemAt(nth) for nth in range(layout.count()))
        widgets = [item.widget() for item in items if item is not None]
        return {one.text(): one for one in widgets if isinstance(one, TagChip)}

    @property
    def note(self) -> str | None:
        note = self.project.notes.on(NoteTarget(NoteOn.PASSAGE, self.passage_id))
        return note.text if note else None


@pytest.fixture
def document_id(import_text: ImportText) -> DocumentId:
    return import_text(TEXT, name="release")


@pytest.fixture
def shown(project: Project, document_id: DocumentId, qtbot: QtBot) -> Shown:
    passage_id = mark_passage(project, document_id, Span(4, 13))
    return Shown(project, passage_id, qtbot)


def test_without_a_passage_it_says_how_to_make_one(shown: Shown) -> None:
    shown.panel.show_passage(None)
    assert shown.panel.empty.isVisible()
    assert not shown.panel.remove_button.isVisible()


def test_the_quote_and_its_place_are_shown(shown: Shown) -> None:
    assert shown.panel.quote.accessibleName() == "“two sides”"
    assert shown.panel.place.text == "Characters 4–13"


def test_a_long_quote_is_folded_until_asked_for(
    shown: Shown, document_id: DocumentId
) -> None:
    long = mark_passage(shown.project, document_id, Span(0, 2000))
    shown.panel.show_passage(long)
    folded = shown.panel.quote.sizeHint().height()
    assert shown.panel.unfold_button.isVisible()
    shown.panel.unfold_button.click()
    assert shown.panel.quote.sizeHint().height() > 2 * folded
    assert not shown.panel.quote.is_cut


def test_chips_follow_the_tags_and_take_them_off(shown: Shown, qtbot: QtBot) -> None:
    tag_id = create_tag(shown.project, "mandate")
    tag_passage(shown.project, shown.passage_id, [tag_id])
    rename_tag(shown.project, tag_id, "task")
    assert list(shown.chips) == ["task"]
    qtbot.keyClick(shown.chips["task"], Qt.Key.Key_Delete)
    assert not shown.chips
    assert shown.project.passages.get(shown.passage_id).tag_ids == ()


def test_a_tag_is_asked_for_with_the_place_to_ask_at(
    shown: Shown, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(shown.panel.tag_requested) as asked:
        qtbot.keyClick(shown.panel.add_tag_button, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0] == shown.passage_id


def test_the_note_is_saved_and_undone(shown: Shown) -> None:
    shown.panel.note_field.setPlainText("Which two?")
    shown.panel.note_field.flush()
    assert shown.note == "Which two?"
    shown.project.undo()
    assert shown.panel.note_field.text == ""


def test_a_note_being_typed_goes_to_its_own_passage(
    shown: Shown, document_id: DocumentId
) -> None:
    shown.panel.note_field.setPlainText("Which two?")
    shown.panel.show_passage(mark_passage(shown.project, document_id, Span(14, 17)))
    assert shown.note == "Which two?"
    assert shown.panel.note_field.text == ""


def test_cells_that_cite_it_are_shown_with_their_state(
    shown: Shown, qtbot: QtBot
) -> None:
    table_id = create_table(shown.project, "Bodies")
    row_id = add_row(shown.project, table_id, "Group")
    column_id = add_column(shown.project, table_id, "Level")
    set_summary(shown.project, row_id, column_id, "deputy")
    cite(shown.project, row_id, column_id, shown.passage_id)
    card = shown.panel.findChild(CitedCard)
    assert card is not None
    assert card.accessibleName() == "Bodies › Group › Level, supported"
    with qtbot.waitSignal(shown.panel.cell_activated) as asked:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert asked.args == [table_id, row_id, column_id]


def test_the_quote_leads_to_the_text(shown: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.panel.passage_activated) as asked:
        qtbot.mouseClick(shown.panel.quote_card, Qt.MouseButton.LeftButton)
    assert asked.args == [shown.passage_id]


def test_a_passage_that_was_undone_leaves_the_panel_empty(shown: Shown) -> None:
    shown.project.undo()
    assert shown.panel.passage_id is None
    assert shown.panel.empty.isVisible()


def test_removing_can_be_undone(shown: Shown) -> None:
    shown.panel.remove_button.click()
    assert shown.panel.empty.isVisible()
    shown.project.undo()
    shown.panel.show_passage(shown.passage_id)
    assert shown.panel.passage_id == shown.passage_id


def offered(shown: Shown) -> list[OverlapRow]:
    rows = shown.panel.overlaps.findChildren(OverlapRow)
    return [row for row in rows if row.isVisible()]


def test_overlapping_passages_are_offered_to_choose_from(
    shown: Shown, document_id: DocumentId, qtbot: QtBot
) -> None:
    overlaps = shown.panel.overlaps
    assert not overlaps.isVisible()
    tag_id = create_tag(shown.project, "met")
    other = mark_passage(shown.project, document_id, Span(8, 24), [tag_id])
    mark_passage(shown.project, document_id, Span(13, 24))  # begins where it ends
    qtbot.wait_until(lambda: len(offered(shown)) == 2)
    assert [row.accessibleName() for row in offered(shown)] == [
        "two sides, no tag, shown now", "sides met in May, met",
    ]  # fmt: skip
    with qtbot.waitSignal(shown.panel.passage_activated) as asked:
        qtbot.keyClick(offered(shown)[1], Qt.Key.Key_Return)
    assert asked.args == [other]
    shown.project.undo()
    shown.project.undo()
    assert not overlaps.isVisible()


def test_of_many_overlapping_passages_those_around_are_listed(
    shown: Shown, document_id: DocumentId, qtbot: QtBot
) -> None:
    for end in range(14, 34):
        mark_passage(shown.project, document_id, Span(3, end))
    qtbot.wait_until(lambda: len(offered(shown)) == MOST_ROWS)
    assert any("shown now" in row.accessibleName() for row in offered(shown))
    texts = [it.text() for it in shown.panel.overlaps.findChildren(PlainLabel)]
    assert "21 passages here" in texts
    assert "and 14 more" in texts


@pytest.fixture
def linked(shown: Shown, import_text: ImportText) -> Link:
    story = import_text("Both sides met, a paper wrote.", name="story")
    other = mark_passage(shown.project, story, Span(0, 10))
    kind = LinkKind.UPDATES
    link_id = link_passages(shown.project, other, shown.passage_id, kind, "Later.")
    return shown.project.links.get(link_id)


def test_a_link_is_seen_from_both_passages(shown: Shown, linked: Link) -> None:
    [card] = shown.panel.findChildren(LinkCard)
    assert card.accessibleName().startswith("updated by: “Both sides” in ")
    assert card.accessibleName().endswith("Later.")
    shown.panel.show_passage(linked.source.passage_id)
    names = [it.accessibleName() for it in shown.panel.findChildren(LinkCard)]
    assert any(it.startswith("updates: “two sides” in ") for it in names)


def test_a_link_leads_to_the_other_passage_and_to_both(
    shown: Shown, linked: Link, qtbot: QtBot
) -> None:
    [card] = shown.panel.findChildren(LinkCard)
    links = shown.panel.depends.links
    with qtbot.wait_signal(links.passage_chosen) as gone:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert gone.args == [linked.source.passage_id]
    [compare] = [
        it for it in card.findChildren(QToolButton) if "side by side" in it.toolTip()
    ]
    with qtbot.wait_signal(links.both_chosen) as both:
        compare.click()
    ends = (linked.source, linked.target)
    assert both.args == [Stretch(it.document_id, it.span) for it in ends]


def test_a_link_is_removed_by_key_and_comes_back(
    shown: Shown, linked: Link, qtbot: QtBot
) -> None:
    [card] = shown.panel.findChildren(LinkCard)
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert shown.project.links.all() == []
    assert not shown.panel.depends.links.isVisible()
    shown.project.undo()
    assert shown.project.links.all() == [linked]
    assert shown.panel.depends.links.isVisible()


STATEMENT = "Officials of both countries agreed on common controls of machine tools."


def test_what_another_document_says_is_shown_until_it_is_linked(
    shown: Shown, import_text: ImportText, qtbot: QtBot
) -> None:
    project = shown.project
    release = import_text(f"{STATEMENT} They met in May.", name="one")
    story = import_text(f"In June. “{STATEMENT}” it said.", name="other")
    passage_id = mark_passage(project, release, Span(0, len(STATEMENT)))
    shown.panel.show_passage(passage_id)
    assert not shown.panel.findChildren(SaidCard)
    update_reuse(project)
    [card] = shown.panel.findChildren(SaidCard)
    assert card.accessibleName().startswith("verbatim: “Officials of both")
    with qtbot.wait_signal(shown.panel.elsewhere.both_chosen) as both:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    here, there = both.args
    assert (here.document_id, there.document_id) == (release, story)
    assert there.span.of(project.documents.text(story)) in STATEMENT
    other = mark_passage(project, story, there.span)
    link_passages(project, passage_id, other, LinkKind.VERBATIM)
    assert shown.panel.findChildren(LinkCard)
    assert not shown.panel.elsewhere.isVisible()
