"""Pages go along with a correction of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.spans import Span
from workbench.text.boxes import NOWHERE, Box
from workbench.text.correcting import Correction, corrected
from workbench.text.page_carrying import carry_boxes, carry_spans


@given(st.text(min_size=2, max_size=40), st.text(max_size=6), st.data())
def test_pages_stay_joined_and_keep_the_boxes_of_what_stays(
    text: str, typed: str, data: st.DataObject
) -> None:
    start, end = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    border = data.draw(st.integers(1, len(text) - 1))
    correction = Correction(Span(start, end), typed)
    pages = [Span(0, border), Span(border, len(text))]
    boxes: list[Box] = [(it, 0.0, it + 1.0, 1.0) for it in map(float, range(len(text)))]

    new = corrected(text, correction)
    first, second = carry_spans(pages, correction)

    assert (first.start, first.end, second.end) == (0, second.start, len(new))
    carried = [
        *carry_boxes(boxes[:border], pages[0], first, correction),
        *carry_boxes(boxes[border:], pages[1], second, correction),
    ]
    assert len(carried) == len(new)
    assert carried[:start] == boxes[:start]
    assert carried[start + len(typed) :] == boxes[end:]


def test_what_was_typed_stands_where_the_words_did() -> None:
    boxes: list[Box] = [(0, 0, 1, 1), (1, 0, 2, 1), (2, 0, 3, 1)]

    page = Span(5, 8)
    typed, more = Correction(Span(6, 7), "xyz"), Correction(Span(6, 6), "x")
    replaced = carry_boxes(boxes, page, Span(5, 10), typed)
    added = carry_boxes(boxes, page, Span(5, 9), more)

    assert replaced == [boxes[0], boxes[1], boxes[1], boxes[1], boxes[2]]
    assert added == [boxes[0], NOWHERE, boxes[1], boxes[2]]


def test_a_page_without_text_stays_so() -> None:
    pages = [Span(0, 4), Span(4, 4), Span(4, 8)]

    carried = carry_spans(pages, Correction(Span(4, 4), "new"))

    assert carried == [Span(0, 4), Span(4, 4), Span(4, 11)]
