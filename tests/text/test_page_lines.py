"""Characters on a page: what a stretch covers, and what is under a point."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.model.spans import Span
from workbench.text.boxes import NOWHERE, Box
from workbench.text.page_lines import PageLines

HEIGHT, PITCH = 10.0, 14.0
LEFT, RIGHT = 50.0, 320.0


def line_of(x: float, y: float, widths: list[float | None]) -> list[Box]:
    """Return boxes side by side; a width of None is a character without a place."""
    lefts = [0.0, *accumulate(it or 0.0 for it in widths)]
    return [
        NOWHERE if width is None else (x + left, y, x + left + width, y + HEIGHT)
        for left, width in zip(lefts, widths, strict=False)
    ]


def column(x: float, lines: int, letters: int = 5) -> list[Box]:
    """Return lines of letters, each with a line end that stands nowhere."""
    made: list[Box] = []
    for number in range(lines):
        made += [*line_of(x, 40.0 + number * PITCH, [6.0] * letters), NOWHERE]
    return made


def middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


widths = st.lists(
    st.one_of(st.none(), st.integers(2, 40).map(lambda it: it / 4)),
    min_size=1,
    max_size=30,
)


@given(st.lists(widths, min_size=1, max_size=8), st.integers(0, 5000), st.data())
def test_the_middles_of_a_spans_ends_give_the_span_back(
    lines: list[list[float | None]], start: int, data: st.DataObject
) -> None:
    boxes: list[Box] = []
    for number, line in enumerate(lines):
        side = LEFT if number % 2 else RIGHT
        boxes += line_of(side, 30.0 + number * PITCH, line)
    placed = [at for at, box in enumerate(boxes) if box != NOWHERE]
    assume(placed)
    first, last = sorted([data.draw(st.sampled_from(placed)) for _ in range(2)])
    page = PageLines(Span(start, start + len(boxes)), boxes)

    found = page.character_at(*middle(boxes[first]))
    end = page.character_at(*middle(boxes[last]))

    assert (found, end) == (start + first, start + last)


@given(st.lists(widths, min_size=1, max_size=8), st.integers(0, 5000), st.data())
def test_what_a_span_covers_holds_each_of_its_characters(
    lines: list[list[float | None]], start: int, data: st.DataObject
) -> None:
    boxes: list[Box] = []
    for number, line in enumerate(lines):
        boxes += line_of(LEFT, 30.0 + number * PITCH, line)
    ends = sorted([data.draw(st.integers(0, len(boxes))) for _ in range(2)])
    page = PageLines(Span(start, start + len(boxes)), boxes)

    covered = page.boxes(Span(start + ends[0], start + ends[1]))

    inside = [it for it in boxes[ends[0] : ends[1]] if it != NOWHERE]
    for box in inside:
        x, y = middle(box)
        assert any(it[0] <= x <= it[2] and it[1] <= y <= it[3] for it in covered)
    assert len(covered) <= len(lines)
    assert bool(covered) == bool(inside)


def test_two_columns_are_read_one_after_the_other() -> None:
    boxes = column(LEFT, 3) + column(RIGHT, 3)
    page = PageLines(Span(0, len(boxes)), boxes)

    assert [it.span.start for it in page.lines] == [0, 6, 12, 18, 24, 30]
    assert page.character_at(RIGHT + 1, 41) == 18
    assert page.character_at(LEFT + 40, 41) == 4, "the gap belongs to the nearest"
    assert page.boxes(Span(12, 24)) == [
        (LEFT, 68.0, LEFT + 30, 78.0),
        (RIGHT, 40.0, RIGHT + 30, 50.0),
    ]


def test_a_caret_comes_before_or_after_a_character() -> None:
    page = PageLines(Span(100, 105), line_of(LEFT, 40, [6.0] * 5))

    assert page.caret_at(LEFT + 1, 45) == 100
    assert page.caret_at(LEFT + 5, 45) == 101
    assert page.caret_at(LEFT + 900, 45) == 105
    assert page.caret_box(101) == (LEFT + 6, 40, LEFT + 6, 50)
    assert page.caret_box(105) == (LEFT + 30, 40, LEFT + 30, 50)


def test_a_line_from_right_to_left_is_one_line() -> None:
    boxes = list(reversed(line_of(LEFT, 40, [6.0] * 5)))
    page = PageLines(Span(0, 5), boxes)

    assert len(page.lines) == 1
    assert page.caret_at(LEFT + 29, 45) == 0
    assert page.caret_at(LEFT + 1, 45) == 5


def test_a_page_without_places_has_nothing_under_a_point() -> None:
    page = PageLines(Span(0, 4), [NOWHERE] * 4)

    assert page.character_at(10, 10) is None
    assert page.caret_at(10, 10) is None
    assert page.caret_box(2) is None
    assert page.boxes(Span(0, 4)) == []
