"""How a text is set, and what is painted beside and over it."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from typing_extensions import override

from ui.painted import PaintedPassage
from ui.reader.layouts import LaidOut
from ui.reader.look import Measure, ReaderLook, TextFont
from ui.reader.look_popup import LookPopup
from ui.reader.marks import Marks
from ui.reader.page import LANES_SHOWN, arrange
from ui.reader.paragraphs import LONGEST, Paragraph, Paragraphs
from ui.reader.passage_index import PassageIndex
from ui.reader.styles import Styles
from ui.theme import tokens
from ui.tints import faded_stripe, faded_tint, stripe, tint
from workbench.model.documents import Block, BlockKind
from workbench.model.spans import Span

pytestmark = pytest.mark.usefixtures("qapp")

LONG = "\n\n".join(f"Paragraph {n} is here with words enough." for n in range(200))
WORDS = "words that go on and on over the end of a line " * 4
TWO = [
    PaintedPassage(1, Span(0, 30), (0,), "outer"),
    PaintedPassage(2, Span(45, 75), (3,), "other"),
]


class Watch(QObject):
    """Counts what a widget is asked to paint."""

    def __init__(self):
        super().__init__()
        self.paints = 0

    @override
    def eventFilter(self, watched, event):
        self.paints += event.type() == QEvent.Type.Paint
        return False


def laid_out(text: str, kind: BlockKind = BlockKind.LIST_ITEM) -> LaidOut:
    paragraph = Paragraph(0, text, kind, number=1)
    return LaidOut(paragraph, Styles().of(paragraph), 400)


def colors_in(pane) -> set[str]:
    image = pane.viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(0, min(image.height(), 160), 2)
    }


@pytest.mark.parametrize("mark", ["- ", "• ", "1. ", "12) ", "(a) "])
def test_an_item_hangs_by_its_mark(mark):
    item = laid_out(mark + WORDS)
    first_word = item.x_of(len(mark))
    assert item.lines[1].line.x() == pytest.approx(first_word, abs=1)
    assert not item.lacks_list_mark


def test_an_item_whose_mark_is_only_implied_gets_one():
    item = laid_out(WORDS)
    assert item.lacks_list_mark
    assert item.lines[0].line.x() == item.lines[1].line.x() > 0


def test_an_item_that_runs_to_the_left_hangs_from_the_right():
    item = laid_out("פסקה בעברית עם כמה מילים " * 8)
    line = item.lines[1].line
    assert line.x() == 0
    assert line.width() < 400


def test_paragraphs_count_blocks_and_the_pieces_of_one_count_once():
    text = "x" * (LONGEST + 10) + "\n\nend"
    blocks = [Block(Span(0, LONGEST + 10)), Block(Span(LONGEST + 12, len(text)))]
    assert [it.number for it in Paragraphs(text, blocks)] == [1, 0, 2]


def test_each_look_sets_the_text_another_way_and_stays_at_its_line(show, qtbot):
    pane = show(LONG)
    pane.go_to(Span(4000, 4010))
    before, usual = pane.position(), pane._page.width
    with qtbot.waitSignal(pane.look_changed) as told:
        pane.set_look(ReaderLook(TextFont.MONO, 14, Measure.NARROW, 1.8, numbers=True))
    assert told.args == [pane.look]
    assert pane._page.width < usual
    assert pane._page.numbers > 0
    assert pane.position() == before


def test_numbers_stand_between_the_bars_and_the_text():
    plain, numbered = arrange(900, 500, 3), arrange(900, 500, 3, numbers=30)
    assert numbered.bars_right == numbered.left - (plain.left - plain.bars_right) - 30


@pytest.mark.parametrize("lanes", [1, 3, 5, 9, LANES_SHOWN])
@pytest.mark.parametrize("view", [500, 760, 1200])
def test_each_lane_has_its_own_place_in_the_view(lanes, view):
    page = arrange(view, 540, lanes)
    places = [page.bar_x(lane) for lane in range(lanes)]
    assert len(set(places)) == lanes
    assert min(places) >= 0
    assert max(places) + page.bar < page.left
    assert [page.lane_at(x + page.bar / 2) for x in places] == list(range(lanes))


def test_another_lane_moves_no_bar():
    few, more = arrange(1200, 540, 3), arrange(1200, 540, 4)
    assert [few.bar_x(n) for n in range(3)] == [more.bar_x(n) for n in range(3)]


def test_what_is_not_emphasized_steps_back(show):
    pane = show(LONG)
    pane.set_passages(TWO)
    pane.emphasize({2})
    shown = colors_in(pane)
    assert {tint((3,)).name(), stripe(3).name()} <= shown
    assert {faded_tint().name(), faded_stripe().name()} <= shown
    assert not {tint((0,)).name(), stripe(0).name()} & shown
    pane.emphasize(None)
    assert {tint((0,)).name(), stripe(0).name()} <= colors_in(pane)


def test_passages_over_the_same_words_show_the_emphasized_ones_tint(show):
    pane = show(LONG)
    pane.set_passages([TWO[0], PaintedPassage(2, Span(0, 30), (3,))])
    pane.emphasize({2})
    assert tint((3,)).name() in colors_in(pane)


def test_bookmarks_and_uncertain_passages_show_in_their_colors(show):
    pane = show(LONG)
    assert tokens().accent.name() not in colors_in(pane)
    pane.clearFocus()
    pane.set_bookmarks([60])
    pane.set_passages([PaintedPassage(1, Span(0, 30), (0,), is_uncertain=True)])
    shown = colors_in(pane)
    assert tokens().accent.name() in shown
    assert pane._ticks.isVisible()


def test_zones_take_the_tints_from_their_passages(show):
    pane = show(LONG)
    pane.set_passages(TWO[:1])
    pane.set_zones([Span(0, 30)])
    shown = colors_in(pane)
    assert faded_tint().name() in shown
    assert tint((0,)).name() not in shown


def test_zones_are_found_where_they_reach():
    zones = [Span(0, 5), Span(10, 20), Span(30, 31)]
    marks = Marks(PassageIndex(Paragraphs("", ())), zones=zones)
    for start in range(34):
        for end in range(start + 1, 34):
            there = [it for it in zones if it.start < end and start < it.end]
            assert list(marks.zones_in(start, end)) == there


def test_changing_a_passage_paints_only_if_it_is_in_view(show, qtbot):
    pane = show(LONG)
    pane.viewport().grab()
    qtbot.wait(20)
    kept = dict(pane._marks.fills)
    watch = Watch()
    pane.viewport().installEventFilter(watch)
    pane.change_passages([PaintedPassage(1, Span(7000, 7010), (0,))])
    qtbot.wait(20)
    assert not watch.paints
    pane.change_passages([PaintedPassage(2, Span(0, 10), (0,))])
    qtbot.wait_until(lambda: bool(watch.paints))
    changed = [n for n in kept if pane._marks.fills[n] is not kept[n]]
    assert changed == [0]


def test_the_form_shows_a_look_and_tells_of_each_choice(qtbot):
    form = LookPopup()
    qtbot.addWidget(form)
    form.show_look(ReaderLook())
    form.show()
    told = []
    form.changed.connect(told.append)
    for name in ("Sans", "Wide", "Open", "Large"):
        button = next(it for it in form.findChildren(type(form._font.checkedButton()))
                      if it.text() == name)  # fmt: skip
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    form._numbers.click()
    assert told[-1] == ReaderLook(TextFont.SANS, 20, Measure.WIDE, 1.8, numbers=True)
    assert len(told) == 5
