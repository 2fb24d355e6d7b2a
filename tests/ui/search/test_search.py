"""Searching in the window: typing, results, and walking through the hits."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.modeltest import ModelTester

from tests.ui.search.conftest import Search
from ui.jobs import AT_ONCE, Lane
from ui.search.controller import _Answered
from ui.search.model import ResultsModel, gathered
from ui.search.snippet import Run, fit, runs_of
from workbench.model.ids import DocumentId
from workbench.model.search import Asked, Hit, Scope, SearchOptions
from workbench.model.spans import Span
from workbench.project import Project

ImportText = Callable[..., DocumentId]


def test_typing_shows_hits_by_document(search: Search) -> None:
    search.type_and_wait("group")
    assert search.panel.counts == "3 hits in 2 documents"
    assert search.panel.understood.startswith("Understood as")
    titles = [it.title for it in search.panel.model.found.documents]
    assert sorted(titles) == ["first", "second"]
    assert search.panel.model.rowCount() == 5


def test_only_the_latest_query_is_answered(search: Search) -> None:
    search.controller.run("group")
    search.controller.run("steel")
    with search.qtbot.waitSignal(search.controller.answered):
        pass
    search.runner.wait_all()
    assert [answer.query for answer in search.answers] == ["steel"]


def test_clicking_a_hit_opens_its_first_match(search: Search) -> None:
    answer = search.run("steel")
    index = search.panel.model.index_of(0)
    place = search.panel.view.visualRect(index).center()
    search.qtbot.mouseClick(
        search.panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place
    )
    document_id, start, end = search.places[0]
    hit = next(hit for hit in answer.hits if hit.document_id == document_id)
    assert hit.text[start - hit.span.start : end - hit.span.start] == "steel"


def test_hits_are_walked_across_documents_and_around(search: Search) -> None:
    search.run("group")
    for _ in range(4):
        search.panel.next_hit()
    assert len({document for document, _, _ in search.places}) == 2
    assert search.places[3] == search.places[0]
    search.panel.previous_hit()
    assert search.places[4] == search.places[2]


def test_enter_in_the_list_opens_a_hit(search: Search) -> None:
    search.run("steel")
    search.panel.focus_results()
    search.qtbot.keyClick(search.panel.view, Qt.Key.Key_Return)
    assert len(search.places) == 1


def test_nothing_found_offers_queries_that_run(search: Search) -> None:
    answer = search.run("steeel")
    assert answer.suggestions
    links = search.panel.nothing_found.findChildren(QToolButton)
    with search.qtbot.waitSignal(search.controller.answered):
        links[0].click()
    assert search.field.text() == answer.suggestions[0]
    assert search.answers[-1].hits


def test_escape_leaves_the_field_and_keeps_query_and_hits(search: Search) -> None:
    search.run("group")
    with search.qtbot.waitSignal(search.field.left):
        search.qtbot.keyClick(search.field, Qt.Key.Key_Escape)
    assert search.field.text() == "group"
    assert search.answers[-1].hits


def test_clearing_the_field_clears_the_results(search: Search) -> None:
    search.run("group")
    search.field.clear_query()
    assert search.field.text() == ""
    assert search.panel.counts == ""
    assert search.panel.examples.isVisible()
    assert search.answers[-1].hits == ()


def test_scope_is_part_of_the_question(search: Search) -> None:
    search.run("met steel")
    assert search.answers[-1].documents == 1
    with search.qtbot.waitSignal(search.controller.answered):
        search.panel.header.how.scope.choose(Scope.PARAGRAPH)
    assert search.answers[-1].documents == 0


def test_new_documents_are_found_without_asking_again(
    search: Search, import_text: ImportText
) -> None:
    search.run("group")
    with search.qtbot.waitSignal(search.controller.answered):
        import_text("Another group.", name="third")
    assert search.answers[-1].documents == 3


def test_the_place_in_the_list_stays_when_the_answer_is_renewed(
    search: Search, import_text: ImportText
) -> None:
    search.run("group")
    search.panel.next_hit()
    search.panel.next_hit()
    before = search.panel.view.currentIndex().data()
    with search.qtbot.waitSignal(search.controller.answered):
        import_text("Another group.", name="third")
    assert search.panel.view.currentIndex().data() == before


def test_what_was_left_out_is_said(search: Search) -> None:
    answer = search.run("group NOT")
    assert bool(answer.understood.ignored) == bool(search.panel.ignored)


def test_hits_and_examples_paint(search: Search) -> None:
    search.panel.grab()
    search.run("group")
    assert not search.panel.grab().isNull()


def test_results_model_is_a_proper_table(qtmodeltester: ModelTester) -> None:
    model = ResultsModel()
    model.show_found(gathered([_hit("one group", 4, 9), _hit("two group", 4, 9)]))
    qtmodeltester.check(model)


def test_runs_join_neighboring_matches_and_fold_space() -> None:
    hit = _hit("  the export\n controls today", 6, 12, 14, 22)
    assert runs_of(hit) == (
        Run("the ", is_match=False),
        Run("export controls", is_match=True),
        Run(" today", is_match=False),
    )


def test_text_before_the_match_is_cut_at_a_word() -> None:
    runs = runs_of(_hit("one two three four five group six", 24, 29))
    fitted = fit(runs, 40, lambda run: len(run.text) * 2.0)
    assert fitted[0].text == "…five "
    assert fitted[1:] == runs[1:]


def _hit(text: str, *edges: int) -> Hit:
    matches = tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return Hit(DocumentId(1), "d", "D", Span(0, len(text)), text, matches, 1.0)


def test_first_hits_are_listed_before_they_are_counted(
    search: Search, project: Project, import_text: ImportText
) -> None:
    import_text("\n\n".join(f"The ferry sails on day {day}." for day in range(80)))
    first = project.first("ferry", limit=50)
    assert not first.is_counted
    controller = search.controller
    with search.qtbot.wait_signal(controller.answered, timeout=20_000):
        controller._take(_Answered(first, Asked("ferry", SearchOptions()), first))
        controller._soon.timeout.emit()
        assert search.panel.counts == "Counting…"
        assert search.panel.model.total == 50
    assert search.panel.counts == "80 hits in 1 document"


def test_a_count_that_was_cancelled_says_what_is_known_and_can_be_made(
    search: Search, project: Project, import_text: ImportText
) -> None:
    import_text("\n\n".join(f"The ferry sails on day {day}." for day in range(80)))
    first = project.first("ferry", limit=50)
    go_on = threading.Event()
    for _ in range(AT_ONCE[Lane.ANSWER]):  # Keep the count waiting.
        search.runner.start(lambda _: go_on.wait(20), "Waiting", Lane.ANSWER)
    controller, header = search.controller, search.panel.header
    with search.qtbot.wait_signal(controller.stopped, timeout=20_000):
        controller._take(_Answered(first, Asked("ferry", SearchOptions()), first))
        assert not header.count_link.isVisible()
        (count,) = [it for it in search.runner.running if it.label == "Counting hits"]
        count.cancel()
        go_on.set()
    assert search.panel.counts == "First 50 hits, not counted"
    assert search.panel.model.total == 50
    assert search.answers == []
    with search.qtbot.wait_signal(controller.answered, timeout=20_000):
        header.count_link.click()
        assert search.panel.counts == "Counting…"
        assert not header.count_link.isVisible()
    assert search.panel.counts == "80 hits in 1 document"
    assert not header.count_link.isVisible()
