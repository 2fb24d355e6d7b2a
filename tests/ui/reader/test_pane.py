import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.painted import PaintedPassage
from ui.reader.model import PageHead
from ui.reader.passage_index import PassageIndex
from ui.theme import tokens
from ui.tints import stripe, tint
from workbench.model.documents import Block
from workbench.model.spans import Span

LONG = "\n\n".join(f"Paragraph {n} is here with words enough." for n in range(500))
OVERLAPPING = [
    PaintedPassage(1, Span(0, 30), (0,), "outer"),
    PaintedPassage(2, Span(5, 12), (1,), "inner"),
    PaintedPassage(3, Span(45, 60), (), ""),
]


def colors_in(pane) -> set[str]:
    image = pane.viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 3)
    }


def click(pane, offset: int) -> None:
    x, y = pane._view.point_below(offset)
    QTest.mouseClick(
        pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x + 2, y - 8)
    )


def test_a_span_is_brought_into_the_middle_and_the_place_comes_back(show):
    pane = show(LONG)
    span = Span(LONG.index("Paragraph 250"), LONG.index("Paragraph 250") + 13)
    pane.go_to(span)
    middle = pane.viewport().height() // 2
    assert abs(pane._view._y_of(span.start) + 12 - middle) < 20
    there = pane.position()
    pane.restore(0)
    assert pane.position() == 0
    pane.restore(there)
    assert pane.position() == there


def test_scrolling_to_a_share_of_the_text_is_answered_with_that_share(show):
    pane = show(LONG)
    pane.set_relative_position(0.5)
    assert pane.relative_position() == pytest.approx(0.5, abs=0.01)
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    assert pane.relative_position() == 1


def test_zooming_leaves_the_first_line_where_it_is(show):
    pane = show(LONG)
    pane.go_to(Span(9000, 9010))
    before = pane.position()
    pane.zoom(3)
    assert pane.position() == before
    pane.zoom(0)
    assert pane.position() == before


def test_clicking_again_goes_through_the_overlapping_passages(show, qtbot):
    pane = show(LONG)
    pane.set_passages(OVERLAPPING)
    with qtbot.waitSignal(pane.passage_clicked) as clicked:
        click(pane, 7)
    assert clicked.args == [2]
    click(pane, 8)
    assert pane.selected_passage == 1
    pane.cycle_overlapping()
    assert pane.selected_passage == 2
    click(pane, 35)
    assert pane.selected_passage is None


def test_the_next_and_the_previous_passage_are_selected_in_order(show):
    pane = show(LONG)
    pane.set_passages(
        [*OVERLAPPING, PaintedPassage(4, Span(12000, 12010), (2,), "far")]
    )
    reached = []
    for step in (1, 1, 1, 1, -1):
        pane.go_to_neighbor(step)
        reached.append(pane.selected_passage)
    assert reached == [2, 3, 4, 4, 3]
    assert pane.position() < 12000


def test_a_removed_passage_is_no_longer_selected(show, qtbot):
    pane = show(LONG)
    pane.set_passages(OVERLAPPING)
    pane.select_passage(2)
    with qtbot.waitSignal(pane.passage_selected) as told:
        pane.set_passages(OVERLAPPING[:1])
    assert told.args == [None]


def test_passages_show_as_tints_and_bars_and_hits_in_their_color(show):
    pane = show(LONG)
    pane.set_passages(OVERLAPPING)
    pane.set_hits([Span(100, 112)])
    shown = colors_in(pane)
    assert tint((0,)).name() in shown
    assert tint((0, 1)).name() in shown
    assert stripe(0).name() in shown
    assert tokens().hit.name() in shown


def test_a_point_on_a_bar_selects_its_passage(show):
    pane = show(LONG)
    pane.set_passages(OVERLAPPING)
    pane.viewport().grab()
    bar = next(bar for bar in pane._bars if bar.passage.id == 1)
    x = pane._page.bar_x(bar.lane) + 1
    QTest.mouseClick(
        pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, bar.top + 3)
    )
    assert pane.selected_passage == 1


def test_more_than_three_layers_are_neutral():
    assert tint((0, 1, 2, 3)) == tint((7, 8, 9, 10))


def test_short_passages_on_one_line_get_lanes_of_their_own(show):
    pane = show(LONG)
    index = PassageIndex(pane._paragraphs, OVERLAPPING)
    assert [index.lane(passage) for passage in index.passages] == [0, 1, 0]


def test_a_title_that_the_text_begins_with_is_not_shown_twice(show):
    pane = show("")
    text = "The title\n\nWords."
    pane.set_document(
        text, [Block(Span(0, 9)), Block(Span(11, 17))], PageHead("The title")
    )
    assert pane._head.title == ""


def test_an_empty_text_can_be_shown_and_walked_in(show):
    pane = show("")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageUp):
        QTest.keyClick(pane, key)
    pane.grow()
    assert pane.caret == 0


def test_narrow_windows_still_show_text(show):
    pane = show(LONG)
    pane.resize(220, 300)
    pane.set_passages(OVERLAPPING)
    assert tint((0,)).name() in colors_in(pane)
