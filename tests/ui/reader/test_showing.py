import random
from datetime import UTC, datetime

import pytest

from ui.painted import painted
from ui.project_signals import ProjectSignals
from ui.reader.pane import ReadingPane
from ui.reader.showing import SLICE, PassageShowing
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.notes import write_note
from workbench.operations.passages import (
    mark_passage,
    remove_passages,
    tag_passage,
    untag_passage,
)
from workbench.operations.tags import create_tag, remove_tags, rename_tag
from workbench.text.selectors import describe

TEXT = "\n\n".join(f"Paragraph {n} is here with words enough." for n in range(2000))
MANY = SLICE * 6


@pytest.fixture
def document(import_text):
    return import_text(TEXT)


@pytest.fixture
def tags(project):
    return [create_tag(project, f"tag {n}") for n in range(5)]


@pytest.fixture
def many(project, document, tags):
    """Passages all over the text, each with a tag."""
    step, now = len(TEXT) // MANY, datetime.now(UTC)
    with project.operation("Mark") as edit:
        ids = []
        for n in range(MANY):
            selector = describe(TEXT, Span(n * step, n * step + 3 * step))
            ids.append(edit.passages.add(document, 1, selector, "ana", now))
            edit.tags.tag(ids[-1], tags[n % 5], "ana", now)
    return ids


@pytest.fixture
def pane(qtbot):
    pane = ReadingPane()
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def start(project, document, pane):
    """Show the document's text and begin to show its passages."""
    signals = ProjectSignals(project, pane)

    def start_it() -> PassageShowing:
        pane.set_document(TEXT, project.documents.blocks(document))
        showing = PassageShowing(project, pane, document)
        signals.changed.connect(showing.follow)
        showing.begin(project.documents.get(document).passages)
        return showing

    yield start_it
    signals.close()


def in_project(project, document):
    outlines = project.passages.outlines
    there = outlines.some(document, outlines.ids(document))
    looks = outlines.tag_looks()
    return sorted((painted(it, looks) for it in there), key=lambda it: it.id)


def on_page(pane):
    return sorted(pane.passages, key=lambda it: it.id)


def test_a_few_passages_are_there_at_once(start, pane, project, document, tags):
    mark_passage(project, document, Span(0, 9), [tags[1], tags[0]])
    assert start().is_complete
    (only,) = pane.passages
    assert (only.label, only.tag_ids) == ("tag 0, tag 1", (tags[0], tags[1]))


def test_of_many_those_in_view_come_first_and_then_all(
    start, pane, project, document, many, qtbot
):
    showing = start()
    assert not showing.is_complete
    seen = pane.span_in_view()
    shown = {passage.id for passage in pane.passages}
    assert set(project.passages.outlines.ids_in(document, seen)) <= shown
    assert len(shown) < MANY
    qtbot.wait_until(lambda: showing.is_complete)
    assert on_page(pane) == in_project(project, document)


def test_after_a_jump_what_is_in_view_comes_next(
    start, pane, project, document, many, qtbot
):
    showing = start()
    pane.set_relative_position(1)
    last = project.passages.outlines.ids(document)[-1]
    qtbot.wait_until(lambda: any(it.id == last for it in pane.passages))
    assert not showing.is_complete


def test_a_passage_that_is_not_read_yet_can_be_selected(start, pane, many):
    start()
    pane.select_passage(many[-1])
    assert pane.selected_passage == many[-1]


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_lost_when_passages_change_while_they_are_read(
    start, pane, project, document, many, tags, qtbot, seed
):
    showing = start()
    chance = random.Random(seed)
    changes = [
        lambda: remove_passages(project, chance.sample(many, 3)),
        lambda: tag_passage(project, chance.choice(there()), tags[:2]),
        lambda: untag_passage(project, chance.choice(there()), tags),
        lambda: mark_passage(
            project,
            document,
            Span(start := chance.randrange(len(TEXT) - 50), start + 9),
        ),
        lambda: rename_tag(project, tags[2], f"name {chance.random()}"),
        project.undo,
    ]

    def there():
        return project.passages.outlines.ids(document)

    for _ in range(8):
        chance.choice(changes)()
        many = there()
        showing._go_on()
    qtbot.wait_until(lambda: showing.is_complete)
    assert on_page(pane) == in_project(project, document)


def test_deleting_a_tag_and_undoing_it_shows(
    start, pane, project, document, many, tags, qtbot
):
    showing = start()
    qtbot.wait_until(lambda: showing.is_complete)
    remove_tags(project, [tags[0]])
    qtbot.wait_until(lambda: showing.is_complete)
    assert on_page(pane) == in_project(project, document)
    project.undo()
    qtbot.wait_until(lambda: showing.is_complete)
    assert on_page(pane) == in_project(project, document)


def test_a_note_written_and_taken_away_shows_on_its_bar(
    start, pane, project, document, tags
):
    passage = mark_passage(project, document, Span(0, 9))
    start()
    target = NoteTarget(NoteOn.PASSAGE, passage)
    for text in ("Compare with the treaty.", ""):
        write_note(project, target, text)
        assert [it.has_note for it in pane.passages] == [bool(text)]


def test_a_hidden_pane_catches_up_with_all_it_missed(
    start, pane, project, document, tags
):
    showing = start()
    pane.hide()
    passage = mark_passage(project, document, Span(0, 9), [tags[0]])
    rename_tag(project, tags[0], "other")
    mark_passage(project, document, Span(20, 29))
    remove_passages(project, [passage])
    assert pane.passages == []
    pane.show()
    showing.catch_up()
    assert on_page(pane) == in_project(project, document)


def test_a_project_closed_while_passages_are_read_is_let_alone(
    start, pane, project, many, qtbot
):
    showing = start()
    pane.hide()
    project.close()
    qtbot.wait_until(lambda: not showing._between.isActive())
    assert not showing.is_complete
