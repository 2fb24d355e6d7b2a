from hypothesis import given
from hypothesis import strategies as st

from ui.reader.paragraphs import LONGEST, Paragraphs
from workbench.model.documents import Block
from workbench.model.spans import Span


@given(st.integers(1, 4 * LONGEST), st.sampled_from(["word ", "x", "e\u0301", "\r\n"]))
def test_a_long_block_is_cut_into_pieces_that_make_it_up(length, unit):
    text = (unit * length)[:length]
    pieces = Paragraphs(text, [Block(Span(0, length))])
    assert "".join(piece.text for piece in pieces) == text
    assert all(len(piece.text) <= LONGEST for piece in pieces)
    assert [piece.goes_on for piece in pieces] == [True] * (len(pieces) - 1) + [False]
    assert pieces.block_span(length // 2) == Span(0, length)


def test_a_letter_is_not_cut_from_its_accent():
    text = "x" + "e\u0301" * LONGEST
    pieces = Paragraphs(text, [Block(Span(0, len(text)))])
    assert not any(piece.text.startswith("\u0301") for piece in pieces)


def test_an_offset_between_blocks_goes_to_the_end_of_the_one_before():
    pieces = Paragraphs("one\n\ntwo", [Block(Span(0, 3)), Block(Span(5, 8))])
    assert pieces.nearest(4) == 3
    assert pieces.nearest(6) == 6


def test_a_text_without_blocks_is_one_empty_paragraph():
    assert len(Paragraphs("  \n", ())) == 1
