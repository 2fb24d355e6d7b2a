import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from workbench.model.spans import Span

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def point_at(pane, offset: int) -> QPoint:
    """Find where a character is on the screen by asking the pane for each point."""
    view = pane.viewport()
    for y in range(4, view.height(), 6):
        for x in range(0, view.width(), 3):
            if pane._view.offset_at(x, y) == offset:
                return QPoint(x, y)
    raise AssertionError(f"{offset} is not in view")


def press(pane, key, modifiers=Qt.KeyboardModifier.NoModifier, times=1):
    for _ in range(times):
        QTest.keyClick(pane, key, modifiers)


def drag(pane, start: int, end: int):
    view = pane.viewport()
    QTest.mousePress(view, LEFT, pos=point_at(pane, start))
    QTest.mouseMove(view, point_at(pane, end))
    QTest.mouseRelease(view, LEFT, pos=point_at(pane, end))


@pytest.mark.parametrize(
    ("letter", "length"),
    [
        ("a", 1),
        ("é", 1),
        ("e\u0301", 2),
        ("😀", 1),
        ("👨‍👩‍👧", 5),
        ("🇰🇷", 2),
        ("\u00a0", 1),
    ],
)
def test_one_arrow_passes_one_whole_letter(show, letter, length):
    pane = show(f"x{letter}x next")
    press(pane, Key.Key_Right)
    press(pane, Key.Key_Right, SHIFT)
    assert pane.selection == Span(1, 1 + length)
    assert pane.text_of_selection == letter


def test_a_selection_over_blank_lines_is_contiguous_and_copied_as_stored(show):
    text = "First\u00a0one.\r\n\r\n\r\nSecond 😀 one."
    pane = show(text)
    pane.select_all()
    press(pane, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == text


def test_arrows_cross_from_block_to_block(show):
    pane = show("one\n\ntwo")
    press(pane, Key.Key_End)
    assert pane.caret == 3
    press(pane, Key.Key_Right)
    assert pane.caret == 5
    press(pane, Key.Key_Left)
    assert pane.caret == 3


def test_control_and_arrow_move_by_word(show):
    pane = show("some words here")
    press(pane, Key.Key_Right, CONTROL | SHIFT, times=2)
    assert pane.text_of_selection == "some words "


def test_up_and_down_keep_the_column_over_a_short_line(show):
    pane = show("a long first line\n\nx\n\nanother long line")
    press(pane, Key.Key_Right, times=8)
    press(pane, Key.Key_Down, times=2)
    assert pane.caret - len("a long first line\n\nx\n\n") in range(6, 11)
    press(pane, Key.Key_Up, times=2)
    assert pane.caret == 8


def test_home_and_end_stay_on_a_wrapped_line(show):
    pane = show("words " * 60)
    press(pane, Key.Key_End)
    first_end = pane.caret
    assert 0 < first_end < 200
    press(pane, Key.Key_Home)
    assert pane.caret == 0


def test_page_down_scrolls_and_control_end_reaches_the_last_letter(show):
    text = "\n\n".join(f"Paragraph {n} with some words." for n in range(400))
    pane = show(text)
    press(pane, Key.Key_PageDown, times=3)
    assert pane.position() > 0
    press(pane, Key.Key_End, CONTROL)
    assert pane.caret == len(text)
    assert pane.relative_position() == pytest.approx(1, abs=0.02)


def test_dragging_selects_what_lies_between(show):
    text = "Drag over these words, please. And over 😀 that."
    pane = show(text)
    drag(pane, 5, text.index("please"))
    assert pane.text_of_selection == "over these words, "
    drag(pane, text.index("😀"), text.index(" that"))
    assert pane.text_of_selection == "😀"


def test_double_click_takes_a_word_and_triple_click_the_paragraph(show):
    pane = show("One well-known word.\n\nAnother paragraph.")
    view, point = pane.viewport(), point_at(pane, 7)
    QTest.mouseClick(view, LEFT, pos=point)
    QTest.mouseDClick(view, LEFT, pos=point)
    assert pane.text_of_selection == "well-known"
    QTest.mouseClick(view, LEFT, pos=point)
    assert pane.text_of_selection == "One well-known word."


def test_shift_click_extends(show):
    pane = show("Click here and then there.")
    QTest.mouseClick(pane.viewport(), LEFT, pos=point_at(pane, 6))
    QTest.mouseClick(pane.viewport(), LEFT, SHIFT, pos=point_at(pane, 14))
    assert pane.selection == Span(6, 14)


def test_in_hebrew_the_left_arrow_goes_forward(show):
    pane = show("שלום עולם")
    press(pane, Key.Key_Left, times=3)
    assert pane.caret == 3
    press(pane, Key.Key_Right)
    assert pane.caret == 2


def test_the_caret_never_stands_between_the_halves_of_a_line_end(show):
    text = "12 Long Street\r\nSome Town"
    pane = show(text + "\r\n\r\nEnd")
    stops = []
    for _ in range(len(text)):
        stops.append(pane.caret)
        press(pane, Key.Key_Right)
    assert text.index("\n") not in stops


def test_shrinking_takes_growing_back(show):
    pane = show("First sentence here. Second one there.\n\nNext.")
    pane.select(Span(6, 6))
    pane.grow()
    pane.grow()
    assert pane.text_of_selection == "First sentence here."
    pane.shrink()
    assert pane.text_of_selection == "sentence"


@pytest.mark.parametrize(
    "text",
    [
        "a👨‍👩‍👧‍👦b", "x👍🏽y👩🏿‍🚀z", "🇰🇷🇯🇵🇺🇸 ok", "ภาษาไทยกำลังน้ำใจ",
        "e\u0301\u0323\u0308o\u0302 n\u0303", "שָׁלוֹם עולם", "السَّلامُ عليكم",
        "\u1112\u1161\u11ab글", "1️⃣2",
    ],
)  # fmt: skip
def test_keys_and_mouse_never_stop_inside_a_letter(show, text):
    pane = show(text)
    (placed,) = pane._scroller.visible()
    laid_out = placed.laid_out
    key = Qt.Key.Key_Left if laid_out.runs_right_to_left else Qt.Key.Key_Right
    stops = [0]
    while stops[-1] < len(text):
        QTest.keyClick(pane, key)
        stops.append(pane.caret)
    edges = range(pane._page.left, pane._page.left + pane._page.width, 2)
    clicked = {pane._view.offset_at(x, placed.y + 8) for x in edges}
    for offset in clicked.union(stops):
        assert laid_out.layout.isValidCursorPosition(laid_out.mapper.to_qt(offset))
    assert clicked <= set(stops)
