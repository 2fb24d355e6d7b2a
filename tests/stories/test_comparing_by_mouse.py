"""A comparison by mouse alone, and what keys do with more than two texts in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.stories.test_comparing import RELEASE, STORY, compared, found, press, read
from ui.compare.kind_popup import KindPopup
from ui.compare.panel import ComparePanel
from ui.main_window import MainWindow
from ui.reader.panel import ReaderPanel
from ui.widgets.choice_popup import ChoicePopup
from ui.workspace import Workspace
from workbench.model.links import LinkKind
from workbench.model.spans import Span

LONG = "statement-2023"
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def texts_with(panel: ComparePanel) -> list[ReaderPanel]:
    return [it for it in panel.readers if isinstance(it, ReaderPanel)]


def open_menu(qtbot: QtBot) -> QMenu:
    qtbot.wait_until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str, qtbot: QtBot) -> None:
    (action,) = [it for it in menu.actions() if it.text().startswith(words)]
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def right_click_first_row(panel: ComparePanel) -> None:
    view = panel.pairs.view
    point = view.visualRect(view.model().index(0, 0)).center()
    reason = QContextMenuEvent.Reason.Mouse
    on_screen = view.viewport().mapToGlobal(point)
    view.setCurrentIndex(view.model().index(0, 0))
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, point, on_screen))


def test_a_pair_is_accepted_and_let_go_by_its_menu(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    ids = [found(workspace, it) for it in (RELEASE, STORY)]
    before = len(workspace.project.links.between(*ids))
    tie = next(it for it in panel.ties if not it.links)
    panel.pairs.view.setCurrentIndex(panel.pairs.model.index_of(tie))
    panel.pairs.menu_wanted.emit(panel.pairs.current, QPoint(100, 100))
    choose(open_menu(qtbot), "Accept the pair", qtbot)
    assert len(workspace.project.links.between(*ids)) == before + 1
    assert panel.chosen is not None
    assert panel.chosen.links
    panel.pairs.menu_wanted.emit(panel.pairs.current, QPoint(100, 100))
    menu = open_menu(qtbot)
    assert not any(it.text().startswith("Accept") for it in menu.actions())
    choose(menu, "Remove the link", qtbot)
    assert len(workspace.project.links.between(*ids)) == before


def test_a_ribbon_has_the_menu_of_its_pair(workspace: Workspace, qtbot: QtBot) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    panel.show_tie(next(it for it in panel.ties if not it.links))
    (ribbons,) = panel.panes.ribbons()
    ribbons.repaint()
    points = (QPoint(ribbons.width() // 2, y) for y in range(ribbons.height()))
    point, tie = next(
        (it, tie) for it in points if (tie := ribbons.tie_at(QPointF(it))) is not None
    )
    panel.choose(None)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, point, ribbons.mapToGlobal(point))
    QApplication.sendEvent(ribbons, event)
    menu = open_menu(qtbot)
    assert tie.is_same(panel.chosen)
    words = [it.text() for it in menu.actions()]
    assert any(it.startswith("Link the pair as…\tShift+A") for it in words)
    choose(menu, "Show in both texts", qtbot)
    assert tie.a is not None
    assert panel.panes.readings[0].in_view().overlaps(tie.a)


def test_the_list_has_the_menu_of_its_row(workspace: Workspace, qtbot: QtBot) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    right_click_first_row(panel)
    choose(open_menu(qtbot), "Link the pair as", qtbot)
    (popup,) = panel.findChildren(KindPopup)
    qtbot.wait_until(popup.isVisible)


def test_texts_are_chosen_swapped_added_and_taken_away_by_mouse(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    ids = list(panel.document_ids)
    qtbot.mouseClick(panel.panes.sides[0].swap_button, LEFT)
    assert list(panel.document_ids) == ids[::-1]
    qtbot.mouseClick(panel.bar.add_button, LEFT)
    (popup,) = panel.findChildren(ChoicePopup)
    popup.chosen.emit(found(workspace, LONG))
    popup.close()
    assert panel.document_ids[2] == found(workspace, LONG)
    qtbot.mouseClick(panel.panes.sides[1].remove_button, LEFT)
    assert list(panel.document_ids) == [ids[1], found(workspace, LONG)]
    qtbot.wait_until(lambda: not panel.bar.progress, timeout=30_000)
    buttons = [it for it in panel.pairs.filter.buttons.values() if it.isVisible()]
    rows = len(panel.pairs.model.ties)
    for button in buttons:
        qtbot.mouseClick(button, LEFT)
        assert 0 < len(panel.pairs.model.ties) <= rows
        qtbot.mouseClick(button, LEFT)
    assert len(panel.pairs.model.ties) == rows


def test_the_last_two_of_three_selections_are_linked(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    ids = [found(workspace, it) for it in (RELEASE, STORY, LONG)]
    panel = workspace.center.open_compare(*ids)
    qtbot.wait_until(lambda: not panel.bar.progress, timeout=60_000)
    one, other, third = texts_with(panel)
    third.select(Span(4, 12))
    read(panel, 2, qtbot)
    press(qtbot, Qt.Key.Key_L, SHIFT)
    assert window.status.said.startswith("Select words in two of the texts first")
    one.select(Span(2, 9))
    other.select(Span(3, 8))
    third.select(Span(5, 12))
    press(qtbot, Qt.Key.Key_L, SHIFT)
    (popup,) = panel.findChildren(KindPopup)
    qtbot.keyClicks(popup.choices.field, "updates")
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    (made,) = [
        it
        for it in workspace.project.links.between(ids[2], ids[1])
        if it.kind is LinkKind.UPDATES
    ]
    assert (made.source.span, made.target.span) == (Span(5, 12), Span(3, 8))


def test_c_cites_what_is_selected_in_the_second_text(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    _one, other = texts_with(panel)
    span = Span(3, 40)
    other.select(span)
    read(panel, 1, qtbot)
    press(qtbot, Qt.Key.Key_C)
    picker = workspace.cite_picker
    qtbot.wait_until(picker.isVisible)
    qtbot.keyClick(QApplication.focusWidget() or picker, Qt.Key.Key_Return)
    project = workspace.project
    passage_id = project.passages.at(panel.shown[1].document_id, span)
    assert passage_id is not None
    assert project.dependents.cells([passage_id])
