"""Results in a low panel: kinds that open, one line for what is said or ticked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.search.conftest import Search
from ui.search.facets import SHORT
from ui.search.facets_model import FACET_LINE, FacetLine
from workbench.model.ids import DocumentId
from workbench.model.search import AliasUse, Scope
from workbench.operations.documents import edit_document
from workbench.project import Project

ImportText = Callable[..., DocumentId]
WIDTH, LOW, HIGH = 1280, SHORT - 60, SHORT + 200


@pytest.fixture
def low(search: Search, project: Project) -> Search:
    for number, document in enumerate(project.documents.all()):
        edit_document(project, document.id, date=f"{2010 + number}-05-01")
    search.panel.resize(WIDTH, LOW)
    search.run("group")
    search.settle()
    search.qtbot.wait_until(lambda: search.panel.facets.facets.rowCount() > 0)
    return search


def lines(search: Search) -> list[FacetLine]:
    model = search.panel.facets.facets
    return [model.index(it).data(FACET_LINE) for it in range(model.rowCount())]


def test_kinds_are_closed_where_there_is_little_room(low: Search) -> None:
    assert all(it.is_kind and not it.is_open for it in lines(low))
    low.panel.resize(WIDTH, HIGH)
    low.qtbot.wait_until(lambda: all(it.is_open for it in lines(low) if it.is_kind))
    assert any(it.value for it in lines(low))


def test_keys_open_and_close_a_kind(low: Search, qtbot: QtBot) -> None:
    facets, kinds = low.panel.facets, lines(low)
    low.panel.focus_facets()
    qtbot.keyClick(facets, Qt.Key.Key_Right)
    assert [it.kind for it in lines(low) if it.is_open] == [kinds[0].kind]
    qtbot.keyClick(facets, Qt.Key.Key_Down)
    assert facets.currentIndex().data(FACET_LINE).value is not None
    qtbot.keyClick(facets, Qt.Key.Key_Left)
    assert lines(low) == kinds
    assert facets.currentIndex().data(FACET_LINE) == kinds[0]


def test_a_kind_that_narrows_stays_open(low: Search) -> None:
    low.run("group date:2010")
    low.settle()

    def has_chosen() -> bool:
        return any(it.is_active for it in lines(low))

    low.qtbot.wait_until(has_chosen)
    assert [it.kind for it in lines(low) if it.is_open] == [
        it.kind for it in lines(low) if it.is_active
    ]


def test_ticking_does_not_move_the_list(low: Search) -> None:
    panel = low.panel
    before = panel.view.geometry()
    panel.model.toggle_tick(panel.model.index_of(0))
    assert panel.tick_bar.isVisible()
    assert not panel.header.counts.isVisible()
    assert panel.view.geometry() == before
    panel.tick_bar.untick_wanted.emit()
    assert not panel.tick_bar.isVisible()
    assert panel.header.counts.isVisible()
    assert not len(panel.model.ticks)


def test_how_is_searched_says_only_where_and_what_is_unusual(low: Search) -> None:
    how = low.panel.header.how
    assert how.text() == "In one document"
    how.scope.choose(Scope.PARAGRAPH)
    how.aliases.choose(AliasUse.ALL)
    how.zones.trigger()
    assert how.text() == "In one paragraph · all aliases · with zones"
    options = low.controller.options
    assert (options.scope, options.aliases) == (Scope.PARAGRAPH, AliasUse.ALL)
    assert options.zones
    low.settle()


def test_a_project_without_documents_asks_for_some(
    project: Project, qtbot: QtBot
) -> None:
    empty = Search(project, qtbot)
    empty.run("steel")
    empty.settle()
    assert "no document yet" in empty.panel.nothing_found.advice
