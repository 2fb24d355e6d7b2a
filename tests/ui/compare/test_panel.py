"""Texts side by side: locked, swapped, replaced, and what is tied between them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.compare.bar import ALIGNED, ALONE, IN_PROPORTION
from ui.compare.kinds import ORDER, look_of
from ui.compare.panel import ComparePanel
from ui.compare.reading import Offer, Reading, Shown
from ui.compare.ties import Tie
from ui.reader.beside import TextBeside
from ui.reader.model import PageHead
from ui.reader.pane import ReadingPane
from workbench.model.documents import Block
from workbench.model.ids import DocumentId
from workbench.model.links import LinkKind
from workbench.model.spans import Span
from workbench.text.word_diff import word_diff

SENTENCE = "The two sides will hear from industry before the measures take effect. "
MARK = "They launched the dialogue in May."


def text_of(number: int) -> str:
    """Return a text in which the marked sentence stands elsewhere for each number."""
    parts = [f"{it}. {SENTENCE * 5}" for it in range(40)]
    parts[8 * number] = MARK
    return "\n\n".join(parts)


def blocks(text: str) -> list[Block]:
    found, at = [], 0
    for part in text.split("\n\n"):
        found.append(Block(Span(at, at + len(part))))
        at += len(part) + 2
    return found


def make(shown: Shown) -> Reading:
    pane, text = ReadingPane(), text_of(shown.document_id)
    pane.set_document(text, blocks(text), PageHead(f"Memo {shown.document_id}"))
    return TextBeside(pane, pane)


def marked(number: int) -> Span:
    start = text_of(number).index(MARK)
    return Span(start, start + len(MARK))


def tie(left: int, right: int, kind: LinkKind = LinkKind.VERBATIM) -> Tie:
    """Tie the marked sentences of the documents that the first panes show."""
    return Tie(left, right, kind, marked(left + 1), marked(right + 1), 0.9)


@pytest.fixture
def panel(qtbot: QtBot) -> ComparePanel:
    offers = [Offer(f"Memo {it}", Shown(DocumentId(it))) for it in range(1, 5)]
    shown = [Shown(DocumentId(1)), Shown(DocumentId(2))]
    panel = ComparePanel(make, offers, shown, word_diff)
    qtbot.add_widget(panel)
    panel.resize(1000, 700)
    panel.show()
    qtbot.wait_exposed(panel)
    panel.activateWindow()
    return panel


def place(panel: ComparePanel, pane: int, span: Span) -> int:
    """Return at which height a span begins in a pane."""
    return panel.panes.readings[pane].extents([span])[0][0]


def test_texts_scroll_alone_until_locked_and_then_stand_level(
    panel: ComparePanel,
) -> None:
    left, right = panel.panes.readings
    panel.show_ties([tie(0, 1)])
    left.put(marked(1).start, 100)
    assert place(panel, 1, marked(2)) > right.height
    assert panel.bar.said == ALONE
    left.take_focus()
    QTest.keyClick(panel.focusWidget() or left.widget, Qt.Key.Key_L)
    assert panel.is_locked
    assert panel.bar.said == ALIGNED
    assert place(panel, 1, marked(2)) == pytest.approx(
        place(panel, 0, marked(1)), abs=4
    )
    where_one_reads = right.height / 3
    right.put(marked(2).start, where_one_reads)
    assert place(panel, 0, marked(1)) == pytest.approx(where_one_reads, abs=4)


def test_without_pairs_they_scroll_in_proportion_and_say_so(
    panel: ComparePanel,
) -> None:
    left, right = panel.panes.readings
    panel.bar.lock_button.toggle()
    assert panel.bar.said == IN_PROPORTION
    left.put(len(left.text) / 2, 150)
    assert right.in_view().contains(len(right.text) // 2)


def test_four_texts_are_the_most_and_two_the_fewest(panel: ComparePanel) -> None:
    for number in (3, 4, 1):
        panel.add_pane(Shown(DocumentId(number)))
    assert panel.document_ids == (1, 2, 3, 4)
    assert not panel.bar.add_button.isEnabled()
    panel.panes.sides[1].remove_button.click()
    assert panel.document_ids == (1, 3, 4)
    panel.panes.sides[0].swap_button.click()
    assert panel.document_ids == (3, 1, 4)
    for _ in range(3):
        panel.panes.remove(0)
    assert panel.document_ids == (1, 4)
    assert not panel.panes.sides[0].remove_button.isVisible()


def test_choosing_another_document_replaces_only_that_side(
    panel: ComparePanel, qtbot: QtBot
) -> None:
    left, right = panel.readers
    chooser = panel.panes.sides[1].chooser
    chooser.setCurrentIndex(2)
    with qtbot.wait_signal(panel.documents_changed):
        chooser.activated.emit(2)
    assert panel.document_ids == (1, 3)
    assert panel.readers[0] is left
    assert panel.readers[1] is not right
    panel.bar.lock_button.toggle()
    panel.panes.readings[1].put(len(text_of(3)) / 2, 100)
    assert panel.panes.readings[0].position() > 0


def test_only_ribbons_in_view_are_drawn_and_a_click_chooses_one(
    panel: ComparePanel, qtbot: QtBot
) -> None:
    far = Tie(0, 1, LinkKind.ALTERED, Span(12_000, 12_030), Span(12_000, 12_030), 0.8)
    panel.show_ties([tie(0, 1), far])
    panel.show_tie(tie(0, 1))
    (ribbons,) = panel.panes.ribbons()
    ribbons.repaint()
    assert [it.kind for it in ribbons.drawn] == [LinkKind.VERBATIM]
    panel.choose(None)
    left, right = panel.panes.readings
    y = (place(panel, 0, marked(1)) + place(panel, 1, marked(2))) / 2
    middle = QPointF(ribbons.width() / 2, y + left.top_in(ribbons) + 8)
    assert ribbons.tie_at(middle) is not None
    qtbot.mouseClick(ribbons, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    assert panel.chosen is not None
    assert panel.chosen.is_same(tie(0, 1))
    assert panel.pairs.current is not None


def test_a_place_of_the_overview_is_gone_to(panel: ComparePanel, qtbot: QtBot) -> None:
    side = panel.panes.sides[0]
    panel.show_ties([tie(0, 1)])
    bar = side.overview
    y = round(marked(1).start / len(side.reading.text) * bar.height())
    point = bar.rect().center()
    point.setY(y + 1)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=point)
    assert side.reading.in_view().overlaps(marked(1))


def test_kinds_filter_the_list_and_clear_shows_all(panel: ComparePanel) -> None:
    altered = Tie(0, 1, LinkKind.ALTERED, Span(0, 30), Span(0, 40), 0.99)
    panel.show_ties([tie(0, 1), altered])
    chips, model = panel.pairs.filter, panel.pairs.model
    assert [it.kind for it in model.ties] == [LinkKind.ALTERED, LinkKind.VERBATIM]
    chips.buttons[LinkKind.VERBATIM].click()
    assert [it.kind for it in model.ties] == [LinkKind.VERBATIM]
    assert chips.said.text() == "Showing 1 of 2"
    chips.clear_button.click()
    assert len(model.ties) == 2
    assert chips.said.text() == ""


def test_found_kinds_differ_in_stroke_also_without_color() -> None:
    found = (LinkKind.VERBATIM, LinkKind.ALTERED, LinkKind.PARAPHRASE)
    assert len({look_of(it).stroke for it in found}) == 3
    assert set(found) <= set(ORDER)


def test_a_comparison_may_begin_locked(qtbot: QtBot) -> None:
    shown = [Shown(DocumentId(1)), Shown(DocumentId(2))]
    panel = ComparePanel(make, [], shown, word_diff, is_locked=True)
    qtbot.add_widget(panel)
    panel.resize(1000, 700)
    panel.show()
    panel.show_ties([tie(0, 1)])
    assert panel.bar.lock_button.isChecked()
    assert panel.bar.said == ALIGNED
    left, _right = panel.panes.readings
    left.put(marked(1).start, 100)
    assert place(panel, 1, marked(2)) == pytest.approx(
        place(panel, 0, marked(1)), abs=4
    )


def test_folded_pages_leave_the_texts_all_but_a_row(panel: ComparePanel) -> None:
    left, _right = panel.panes.readings
    before = left.height
    left.take_focus()
    QTest.keyClick(panel.focusWidget() or left.widget, Qt.Key.Key_H)
    assert left.height > before + 100
    assert not panel.pairs.isVisible()
    assert panel.bar.lock_button.isVisible()
    panel.show_page(panel.pairs)
    assert panel.pairs.isVisible()
    assert left.height == pytest.approx(before, abs=4)


def test_pages_stand_beside_texts_only_where_all_have_room(
    panel: ComparePanel,
) -> None:
    def is_beside() -> bool:
        text, pairs = panel.readers[0], panel.pairs
        return pairs.mapTo(panel, QPoint()).x() > text.mapTo(panel, QPoint()).x()

    panel.resize(1400, 800)
    assert is_beside()
    panel.add_pane(Shown(DocumentId(3)))
    assert not is_beside()
    panel.panes.remove(2)
    assert is_beside()


def test_the_whole_title_of_a_text_is_in_the_tooltip(panel: ComparePanel) -> None:
    assert panel.panes.sides[1].chooser.toolTip().startswith("Memo 2\n")


def test_a_pair_stays_in_both_views_when_the_texts_get_another_size(
    panel: ComparePanel,
) -> None:
    """Also one that stands elsewhere in the order, where locked texts would not be."""
    end = len(text_of(2)) - 900
    crossing = Tie(0, 1, LinkKind.ALTERED, Span(900, 960), Span(end, end + 60), 0.4)
    panel.bar.lock_button.toggle()
    panel.show_ties([tie(0, 1), crossing])
    panel.show_tie(crossing)
    for width, height in ((1000, 900), (900, 900), (1400, 700)):
        panel.resize(width, height)
        left, right = panel.panes.readings
        assert left.in_view().start < 960
        assert right.in_view().end > end
