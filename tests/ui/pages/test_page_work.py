"""What an analyst does with the text can be done on the pages that stand instead."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages.pointing import (
    FIRST,
    LAST,
    LEFT,
    Key,
    Modifier,
    drag,
    point_of,
    span_of,
    text_of,
)
from ui.pages.panel import PagesPanel
from ui.reader.end_handle import End, EndHandle
from ui.reader.panel import ReaderPanel
from ui.widgets.dragging import tags_as_mime
from ui.workspace import Workspace
from workbench.model.ids import DocumentId
from workbench.operations.passages import mark_passage
from workbench.project import Project

REPORT = DocumentId(1)


@pytest.fixture
def alone(reader: ReaderPanel, pages: PagesPanel, qtbot: QtBot) -> PagesPanel:
    """The pages of the report instead of its text."""
    reader.perform("view.only_pages")
    qtbot.wait_until(pages.view.hasFocus)
    return pages


def number_read(pages: PagesPanel) -> int:
    page = pages.view.current_page()
    assert page is not None
    return page.number


def test_a_selection_over_lines_and_pages_is_quoted_exactly(
    project: Project, reader: ReaderPanel, alone: PagesPanel
) -> None:
    alone.view.fit_to(alone.view.fit)
    start, end = span_of(project, "agreed").start, span_of(project, "ministers").end
    viewport = alone.view.viewport()
    QTest.mouseClick(viewport, LEFT, Modifier.NoModifier, point_of(alone, start, 0.1))
    QTest.mouseClick(
        viewport, LEFT, Modifier.ShiftModifier, point_of(alone, end - 1, 0.9)
    )
    QTest.keyClick(alone.view, Key.Key_M)

    (made,) = project.passages.of_document(REPORT)
    assert (made.span.start, made.span.end) == (start, end)
    assert made.quote == text_of(project)[start:end]
    assert made.quote.startswith("agreed on export controls.")
    assert made.quote.endswith("The ministers")


@pytest.mark.parametrize("end", list(End))
def test_ends_are_moved_by_keys(
    project: Project, reader: ReaderPanel, alone: PagesPanel, end: End
) -> None:
    passage = mark_passage(project, REPORT, span_of(project, "group met"))
    reader.go_to_passage(passage)
    QTest.keyClick(
        alone.view,
        Key.Key_BracketLeft if end is End.START else Key.Key_BracketRight,
    )
    way = Key.Key_Left if end is End.START else Key.Key_Right
    QTest.keyClick(alone.view, way, Modifier.ControlModifier)
    QTest.keyClick(alone.view, Key.Key_Return)

    wanted = "working group met" if end is End.START else "group met in"
    assert project.passages.get(passage).quote == wanted


def test_escape_leaves_the_end_of_a_passage_where_it_was(
    project: Project, reader: ReaderPanel, alone: PagesPanel
) -> None:
    passage = mark_passage(project, REPORT, span_of(project, "group met"))
    reader.go_to_passage(passage)
    QTest.keyClick(alone.view, Key.Key_BracketRight)
    QTest.keyClick(alone.view, Key.Key_Right)
    assert reader.pane.selected_passage_span != span_of(project, "group met")
    QTest.keyClick(alone.view, Key.Key_Escape)

    assert reader.pane.selected_passage_span == span_of(project, "group met")
    assert project.passages.get(passage).quote == "group met"


def test_an_end_is_dragged_on_the_page(
    project: Project, reader: ReaderPanel, alone: PagesPanel, qtbot: QtBot
) -> None:
    passage = mark_passage(project, REPORT, span_of(project, "group"))
    reader.go_to_passage(passage)

    def handles() -> list[EndHandle]:
        found = alone.view.viewport().findChildren(EndHandle)
        return [it for it in found if it.isVisible()]

    qtbot.wait_until(lambda: len(handles()) == 2)
    grip = max(handles(), key=lambda it: it.x())
    target = point_of(alone, span_of(project, "met").end - 1, 0.9)
    QTest.mousePress(grip, LEFT)
    QTest.mouseMove(grip, grip.mapFromParent(target))
    QTest.mouseRelease(grip, LEFT, Modifier.NoModifier, grip.mapFromParent(target))

    assert project.passages.get(passage).quote == "group met"


def test_a_tag_dropped_on_a_passage_tags_it(
    project: Project, reader: ReaderPanel, alone: PagesPanel
) -> None:
    passage = mark_passage(project, REPORT, span_of(project, "group met"))
    (tag,) = project.tags.all()
    at = point_of(alone, span_of(project, "group").start)
    drop(alone.view.viewport(), tags_as_mime([tag.id]), at)

    assert project.passages.get(passage).tag_ids == (tag.id,)


def drop(onto: QWidget, content: QMimeData, at: QPoint) -> None:
    """Drag something over a widget and let it go there."""
    copy, none = Qt.DropAction.CopyAction, Modifier.NoModifier
    for event in (
        QDragEnterEvent(at, copy, content, LEFT, none),
        QDragMoveEvent(at, copy, content, LEFT, none),
        QDropEvent(QPointF(at), copy, content, LEFT, none),
    ):
        QApplication.sendEvent(onto, event)


def test_passages_under_the_pointer_are_named(
    project: Project, alone: PagesPanel
) -> None:
    (tag,) = project.tags.all()
    mark_passage(project, REPORT, span_of(project, FIRST[0]), [tag.id])
    mark_passage(project, REPORT, span_of(project, "group met"))

    assert alone.view.told_at(point_of(alone, span_of(project, "met").start)) == (
        "untagged\naim"
    )
    assert alone.view.told_at(point_of(alone, span_of(project, "Both").start)) == ""


def test_the_menu_of_the_text_opens_on_the_page(
    project: Project, alone: PagesPanel
) -> None:
    drag(alone, span_of(project, "export controls"))
    at = point_of(alone, span_of(project, "export").start)
    reason = QContextMenuEvent.Reason.Mouse
    viewport = alone.view.viewport()
    QApplication.sendEvent(
        viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at))
    )

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    _named(menu, "Mark").trigger()
    menu.close()
    (made,) = project.passages.of_document(REPORT)
    assert made.quote == "export controls"


def _named(menu: QMenu, word: str) -> QAction:
    return next(
        it for it in menu.actions() if it.text().replace("&", "").startswith(word)
    )


def test_finding_comes_to_the_page_and_goes_on_from_there(
    project: Project, reader: ReaderPanel, alone: PagesPanel
) -> None:
    QTest.keyClick(alone.view, Key.Key_F, Modifier.ControlModifier)
    field = QApplication.focusWidget()
    assert field is not None
    assert field is not alone.view
    QTest.keyClicks(field, "autumn")

    assert number_read(alone) == 3
    last = alone.view.pages[2]
    assert reader.pane.marked_in(last.span).hits == [span_of(project, "autumn")]

    QTest.keyClick(field, Key.Key_Escape)
    assert alone.view.hasFocus()
    assert number_read(alone) == 1


def test_a_search_frames_its_hits_on_the_page(
    workspace: Workspace, project: Project, reader: ReaderPanel, alone: PagesPanel
) -> None:
    hits = [span_of(project, "Seoul"), span_of(project, LAST[1])]
    reader.show_hits(hits)
    assert reader.finder.next_hit()
    assert reader.finder.next_hit()

    assert number_read(alone) == 3
    marked = reader.pane.marked_in(alone.view.pages[2].span)
    assert (list(marked.hits), marked.current_hit) == (hits[1:], hits[1])
    assert reader.finder.previous_hit()
    assert number_read(alone) == 1


def test_back_and_forward_move_the_pages(
    workspace: Workspace, project: Project, reader: ReaderPanel, alone: PagesPanel
) -> None:
    workspace.center.open_document(2)
    workspace.center.open_document(1)
    passage = mark_passage(project, REPORT, span_of(project, "by when"))
    workspace.going.to_passage(passage)
    assert number_read(alone) == 3

    workspace.center.travel.back()
    assert number_read(alone) == 1
    workspace.center.travel.forward()
    assert number_read(alone) == 3


def test_a_tag_dropped_beside_all_passages_changes_nothing(
    project: Project, alone: PagesPanel
) -> None:
    mark_passage(project, REPORT, span_of(project, "group met"))
    at = point_of(alone, span_of(project, "Both").start)
    (tag,) = project.tags.all()
    drop(alone.view.viewport(), tags_as_mime([tag.id]), at)

    (passage,) = project.passages.of_document(REPORT)
    assert passage.tag_ids == ()
