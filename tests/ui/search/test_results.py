"""Long lists, what is listed beside hits, and what was not read of a query."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.search.conftest import Search
from ui.search.model import ResultRole
from workbench.model.ids import DocumentId
from workbench.model.search import Hit, SortBy
from workbench.operations.documents import edit_document
from workbench.project import Project

ImportText = Callable[..., DocumentId]
MANY = 120


@pytest.fixture
def long(project: Project, qtbot: QtBot, import_text: ImportText) -> Search:
    for name in ("one", "two", "three"):
        paragraphs = (f"The {name} part {it} of steel." for it in range(MANY))
        import_text("\n\n".join(paragraphs), name=name)
    search = Search(project, qtbot)
    search.run("steel")
    search.settle()
    return search


def test_every_hit_is_listed_and_read_when_it_comes_into_view(long: Search) -> None:
    model, view = long.panel.model, long.panel.view
    assert model.total == 3 * MANY
    assert list(model.found.counts) == [MANY] * 3
    view.scrollToBottom()
    last = model.index_of(3 * MANY - 1)
    long.qtbot.wait_until(lambda: isinstance(last.data(ResultRole.HIT), Hit))
    assert f"part {MANY - 1}" in last.data()


def test_the_walk_passes_every_hit_once_in_the_order_of_the_list(long: Search) -> None:
    for number in range(3 * MANY):
        long.panel.next_hit()
        long.qtbot.wait_until(lambda it=number: len(long.places) == it + 1)
    assert len(set(long.places)) == 3 * MANY
    documents = [it[0] for it in long.places]
    assert documents == [
        int(it.document_id)
        for it in long.panel.model.found.documents
        for _ in range(MANY)
    ]
    long.panel.next_hit()
    assert long.places[-1] == long.places[0]


def test_all_hits_are_tagged_also_those_nobody_has_seen(
    long: Search, project: Project
) -> None:
    long.panel.model.tick_all()
    long.panel.model.toggle_tick(long.panel.model.index_of(1))
    assert long.panel.tick_bar.said == f"{3 * MANY - 1} of {3 * MANY} ticked"
    long.panel.acts.tag_requested.emit("metal", False)
    long.settle()
    assert project.passages.count() == 3 * MANY - 1
    project.undo()
    assert project.passages.count() == 0


def test_closing_a_document_leaves_the_hits_of_the_others(long: Search) -> None:
    model = long.panel.model
    model.set_open(0, is_open=False)
    assert model.rowCount() == 3 + 2 * MANY
    long.panel.view.go_to(5)
    assert model.rowCount() == 3 + 3 * MANY
    assert model.number_at(long.panel.view.currentIndex()) == 5


def test_hits_come_in_the_order_that_was_chosen(long: Search) -> None:
    with long.qtbot.wait_signal(long.controller.answered):
        long.panel.header.sort.choose(SortBy.DOCUMENT)
    long.settle()
    ids = [it.document_id for it in long.panel.model.found.documents]
    assert ids == sorted(ids)


def test_undated_documents_are_listed_beneath(search: Search, project: Project) -> None:
    dated = project.documents.all()[0]
    edit_document(project, dated.id, date="2010-05-01")
    search.run("group date:[2007 to 2023]")
    model = search.panel.model
    group = model.index(model.rowCount() - 2, 0).data(ResultRole.GROUP)
    assert (group.title, group.name) == ("Undated", "1 document that matches otherwise")
    with search.qtbot.wait_signal(search.panel.document_activated) as opened:
        search.panel.view.row_opened.emit(model.index(model.rowCount() - 1, 0))
    assert opened.args[0] != dated.id


def test_hits_stay_while_a_quotation_is_not_closed(search: Search) -> None:
    search.run("group")
    before = search.panel.model.total
    answer = search.run('group "no such words')
    assert answer.total == 0
    assert search.panel.model.total == before
    assert search.panel.view.isVisible()
    assert "still the hits of group" in search.panel.ignored
    assert search.controller.shown.query == "group"


def test_what_was_not_read_is_underlined(search: Search) -> None:
    search.field.resize(400, 32)
    search.field.setText('steel "group')
    before = search.field.grab().toImage()
    search.run('steel "group')
    after = search.field.grab().toImage()
    assert before.convertToFormat(QImage.Format.Format_RGB32) != after.convertToFormat(
        QImage.Format.Format_RGB32
    )
    assert search.field.toolTip() == "\n".join(search.answers[-1].understood.ignored)


def test_why_a_document_is_not_found_is_offered_and_said(
    search: Search, project: Project
) -> None:
    unlike = next(it for it in project.documents.all() if it.name == "second")
    search.explaining.document_read(unlike.id)
    search.run("met")
    assert search.panel.asides.why_link.isVisible()
    search.panel.asides.why_link.click()
    search.qtbot.wait_until(search.panel.card.isVisible)
    assert any("met" in line for line in search.panel.card.lines)
    search.run("steel")
    assert not search.panel.asides.why_link.isVisible()
