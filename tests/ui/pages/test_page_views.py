"""The original pages beside a text: what is done there is done in the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
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
from tests.windows import window_over
from ui.main_window import MainWindow
from ui.page_views import NO_PAGES, PageMode
from ui.pages.panel import PagesPanel
from ui.reader.panel import ReaderPanel
from ui.workspace import Workspace
from workbench.model.ids import DocumentId
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.versions import correct_text
from workbench.project import Project


def test_marking_on_the_page_makes_the_passage_that_marking_in_the_text_makes(
    project: Project, reader: ReaderPanel, pages: PagesPanel
) -> None:
    wanted = span_of(project, "working group met")

    drag(pages, wanted)
    QTest.keyClick(pages.view, Key.Key_M)
    (made,) = project.passages.of_document(DocumentId(1))
    remove_passages(project, [made.id])
    reader.select(wanted)
    reader.perform("passage.mark")

    (other,) = project.passages.of_document(DocumentId(1))
    assert (made.span, made.quote) == (other.span, other.quote)
    assert made.quote == "working group met"


def test_a_double_click_takes_the_word_a_triple_click_the_paragraph(
    project: Project, reader: ReaderPanel, pages: PagesPanel
) -> None:
    wanted = span_of(project, "export")
    at = point_of(pages, wanted.start + 2)
    viewport = pages.view.viewport()

    QTest.mouseClick(viewport, LEFT, Modifier.NoModifier, at)
    QTest.mouseDClick(viewport, LEFT, Modifier.NoModifier, at)
    assert reader.selection == wanted

    QTest.mouseClick(viewport, LEFT, Modifier.NoModifier, at)
    block = next(
        it.span
        for it in project.documents.blocks(DocumentId(1))
        if it.span.contains(wanted.start)
    )
    assert reader.selection == block


def test_arrows_with_shift_extend_from_the_caret(
    project: Project, reader: ReaderPanel, pages: PagesPanel
) -> None:
    start = span_of(project, "working").start
    QTest.mouseClick(
        pages.view.viewport(), LEFT, Modifier.NoModifier, point_of(pages, start, 0.1)
    )

    for _ in "working":
        QTest.keyClick(pages.view, Key.Key_Right, Modifier.ShiftModifier)
    assert reader.selection == span_of(project, "working")

    QTest.keyClick(pages.view, Key.Key_Down, Modifier.ShiftModifier)
    assert reader.selection is not None
    assert reader.selection.start == start
    assert span_of(project, FIRST[1]).contains(reader.selection.end)

    QTest.keyClick(pages.view, Key.Key_End)
    assert reader.pane.caret == span_of(project, FIRST[1]).end
    QTest.keyClick(pages.view, Key.Key_Home, Modifier.ShiftModifier)
    assert reader.selection == span_of(project, FIRST[1])


def test_down_from_the_last_line_goes_over_a_page_without_text(
    project: Project, reader: ReaderPanel, pages: PagesPanel
) -> None:
    reader.pane.put_caret(span_of(project, FIRST[1]).start)

    QTest.keyClick(pages.view, Key.Key_Down)
    assert reader.pane.caret == span_of(project, LAST[0]).start
    QTest.keyClick(pages.view, Key.Key_Up)
    assert reader.pane.caret == span_of(project, FIRST[1]).start


def test_keys_of_the_text_work_on_the_page(
    workspace: Workspace, project: Project, reader: ReaderPanel, pages: PagesPanel
) -> None:
    drag(pages, span_of(project, "export controls"))
    QTest.keyClick(pages.view, Key.Key_T)
    picker = QApplication.activePopupWidget()
    assert picker is not None
    QTest.keyClicks(picker.focusWidget() or picker, "aim")
    QTest.keyClick(picker.focusWidget() or picker, Key.Key_Return)
    (tagged,) = project.passages.of_document(DocumentId(1))
    assert (tagged.quote, len(tagged.tag_ids)) == ("export controls", 1)

    mark_passage(project, DocumentId(1), span_of(project, "ministers"))
    reader.select_passage(None)
    pages.view.setFocus()
    QTest.keyClick(pages.view, Key.Key_J)
    assert reader.pane.selected_passage_span == span_of(project, "ministers")
    assert workspace.passage.quote.accessibleName() == "“ministers”"
    QTest.keyClick(pages.view, Key.Key_K)
    assert reader.selected_passage == tagged.id


def test_a_click_selects_the_passage_and_then_the_next_that_overlaps(
    project: Project, reader: ReaderPanel, pages: PagesPanel
) -> None:
    outer = mark_passage(project, DocumentId(1), span_of(project, FIRST[0]))
    inner = mark_passage(project, DocumentId(1), span_of(project, "working group"))
    at = point_of(pages, span_of(project, "group").start)

    for wanted in (inner, outer, inner):
        QTest.mouseClick(pages.view.viewport(), LEFT, Modifier.NoModifier, at)
        QTest.qWait(0)
        assert reader.selected_passage == wanted


def test_going_to_a_passage_scrolls_the_pages_too(
    workspace: Workspace, project: Project, pages: PagesPanel
) -> None:
    passage = mark_passage(project, DocumentId(1), span_of(project, "by when"))
    assert pages.view.current_page() == pages.view.pages[0]

    workspace.going.to_passage(passage)

    page = pages.view.current_page()
    assert page is not None
    assert page.number == 3
    assert pages.bar.field.text() == "3"


def test_a_passage_is_drawn_at_its_characters(
    project: Project, pages: PagesPanel, qtbot: QtBot
) -> None:
    qtbot.wait_until(lambda: pages.view.pictures.is_exact(1))
    wanted = span_of(project, "working group")
    pages.view.zoom(2.0)
    inside, outside = point_of(pages, wanted.start), point_of(pages, wanted.end + 2)
    scale = pages.view.scale * pages.view.devicePixelRatioF()
    qtbot.wait_until(lambda: _scale_of(pages, 1) == pytest.approx(scale))
    before = pages.view.viewport().grab().toImage()

    mark_passage(project, DocumentId(1), wanted)

    after = pages.view.viewport().grab().toImage()
    changed = {
        QPoint(x, y)
        for x in range(0, after.width(), 2)
        for y in range(0, after.height(), 2)
        if after.pixel(x, y) != before.pixel(x, y)
    }
    (box,) = pages.view.sheet(0).boxes(wanted)
    assert len(changed) > box.width() * box.height() / 8
    assert all(box.adjusted(-2, -2, 2, 2).contains(QPointF(it)) for it in changed)
    assert after.pixelColor(inside).lightness() < 255
    assert after.pixel(outside) == before.pixel(outside)


def _scale_of(pages: PagesPanel, number: int) -> float:
    drawn = pages.view.pictures.get(number)
    return drawn.scale if drawn else 0.0


def test_pages_that_stay_alone_show_what_changes(
    workspace: Workspace, project: Project, reader: ReaderPanel, pages: PagesPanel
) -> None:
    QTest.keyClick(pages.view, Key.Key_P, Modifier.ShiftModifier)
    assert workspace.center.page_views.mode_of(reader) is PageMode.ONLY
    assert not reader.pane.isVisible()
    assert reader.isAncestorOf(QApplication.focusWidget())

    mark_passage(project, DocumentId(1), span_of(project, "Seoul"))
    assert [it.span for it in reader.pane.passages] == [span_of(project, "Seoul")]

    QTest.keyClick(pages.view, Key.Key_P, Modifier.ShiftModifier)
    assert workspace.center.page_views.mode_of(reader) is PageMode.BESIDE
    QTest.keyClick(pages.view, Key.Key_P)
    assert workspace.center.page_views.mode_of(reader) is PageMode.TEXT
    assert reader.pane.hasFocus()


def test_text_and_pages_follow_each_other(
    project: Project, reader: ReaderPanel, pages: PagesPanel
) -> None:
    bar = pages.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    seen = reader.pane.span_in_view()
    assert seen.contains(span_of(project, LAST[1]).start)

    bar.setValue(0)
    reader.pane.resize(reader.pane.width(), 60)
    reader.pane.restore(span_of(project, LAST[1]).start)
    page = pages.view.current_page()
    assert page is not None
    assert page.number == 3


def test_a_document_without_pages_says_so(workspace: Workspace) -> None:
    memo = workspace.center.open_document(2)
    memo.perform("view.pages")

    assert workspace.center.page_views.view_of(memo) is None
    window = workspace.window()
    assert isinstance(window, MainWindow)
    assert window.status.said == NO_PAGES


def test_a_page_without_text_says_so_and_others_do_not(pages: PagesPanel) -> None:
    names = [pages.view.name_of(it) for it in pages.view.pages]
    assert names == ["p.\xa01", "p.\xa02 · no text on this page", "p.\xa03"]


def test_how_a_document_is_looked_at_comes_back(path: Path, qtbot: QtBot) -> None:
    with window_over(path, qtbot) as window:
        assert window.workspace
        center = window.workspace.center
        center.open_document(1).perform("view.only_pages")
    with window_over(path, qtbot) as window:
        assert window.workspace
        center = window.workspace.center
        reader = center.open_document(1)
        assert center.page_views.mode_of(reader) is PageMode.ONLY


def test_go_to_page_takes_labels_and_refuses_others(
    workspace: Workspace, project: Project, reader: ReaderPanel
) -> None:
    popup = workspace.center.page_views.popup
    reader.perform("go.page")
    assert popup.isVisible()
    assert popup.field.text() == "1"

    QTest.keyClicks(popup.field, "xiv")
    QTest.keyClick(popup.field, Key.Key_Return)
    assert popup.problem.text() == "There is no page “xiv”; the pages are 1 to 3."
    popup.field.selectAll()
    QTest.keyClicks(popup.field, "3")
    QTest.keyClick(popup.field, Key.Key_Return)
    assert not popup.isVisible()
    assert reader.pane.caret == span_of(project, LAST[0]).start


def test_the_field_above_the_pages_goes_to_a_page(pages: PagesPanel) -> None:
    pages.bar.field.setFocus()
    pages.bar.field.selectAll()
    QTest.keyClicks(pages.bar.field, "2")
    QTest.keyClick(pages.bar.field, Key.Key_Return)

    page = pages.view.current_page()
    assert page is not None
    assert page.number == 2
    assert pages.view.hasFocus()


def test_places_name_their_page(
    workspace: Workspace, project: Project, reader: ReaderPanel, qtbot: QtBot
) -> None:
    passage = mark_passage(project, DocumentId(1), span_of(project, "autumn"))
    reader.go_to_passage(passage)

    assert workspace.passage.place.text.startswith("p.\xa03 · Characters")
    workspace.bottom.open_list(workspace.passages)
    model = workspace.passages.model
    qtbot.wait_until(lambda: model.rowCount() == 1)
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "p.\xa03 · Report" in said


def test_a_corrected_text_keeps_its_pages(
    project: Project, reader: ReaderPanel, pages: PagesPanel
) -> None:
    correct_text(project, DocumentId(1), span_of(project, "Seoul"), "Busan City")

    assert "met in Busan City." in text_of(project)
    start = span_of(project, "ministers")
    at = point_of(pages, start.start + 1)
    QTest.mouseDClick(pages.view.viewport(), LEFT, Modifier.NoModifier, at)
    assert reader.selection == start
    assert [it.number for it in pages.view.pages] == [1, 2, 3]


def test_zooming_keeps_what_is_under_the_pointer(
    project: Project, pages: PagesPanel
) -> None:
    offset = span_of(project, "agreed").start
    at = QPointF(point_of(pages, offset))

    for factor in (1.5, 1.5, 0.6):
        pages.view.zoom(factor, at)
        assert pages.view.character_at(at) == offset


def test_the_pages_have_a_name_for_screen_readers(pages: PagesPanel) -> None:
    assert pages.view.accessibleName() == "Pages of Report"
    assert pages.view.accessibleDescription() == "Page 1, 1 of 3"
