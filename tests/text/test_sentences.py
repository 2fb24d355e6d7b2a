from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.spans import Span
from workbench.text.blocks import split_blocks
from workbench.text.sentences import sentence_at, sentences

ALPHABET = st.text("aB1é안。.!?…  \u00a0\n\r*_#-()[]“”\"'’„«»😀", max_size=120)


def of(text: str) -> list[str]:
    return [it.of(text) for it in sentences(text, split_blocks(text))]


@pytest.mark.parametrize(
    "text",
    [
        "He met U.S. officials today.|BIS' rule came later.|Dr. J. K. Lee left.",
        "**U.S. exports** grew 3.5 % to $17.7 billion.|** “The list** grew.”",
        "“Trade (see p. 5) is up,” he said.|“How?” she asked.|“It is.”",
        'It opens “and closes straight".|The next one is free.',
        "“Nothing closes this.|The next one is free.",
        "Wait…|It rose by 45%.|At 5 p.m. he left.",
        "1. First point.|2. Second point.|2022 was good.",
        "Herr Dr. Müller kam z.B. am 3. Oktober.|Die SPD bzw. die CDU war dafür.",
        "Sie sagte, es sei gut: „Gut.“|»Ja«, sagte er.",
        "M. Dupont a dit : « C’est vrai ! »|Puis il est parti pour les États-Unis.",
        "안녕하세요.|한국은 3.5% 증가했다.|다음 문장이다!",
        "他来了。|“我走了！”|他说。|「好。」|他答。",
        "😀 Hello there.|😀 Next\u00a0one.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    gap = "" if "。" in text else " "
    assert of(text.replace("|", gap)) == text.split("|")


def test_a_title_over_several_lines_is_one_and_paragraphs_are_apart() -> None:
    title = "**A TITLE OF \r\nTHREE \r\nLINES**"
    text = f"{title}\r\n\r\n- To do this\r\n- To do that. Now.\r\n"
    assert of(text) == [
        title,
        "To do this",
        "To do that.",
        "Now.",
    ]


def test_a_text_without_words_has_no_sentences() -> None:
    assert of("") == of(" \n\n\t") == []


@given(ALPHABET)
def test_sentences_are_in_order_apart_and_cover_all_letters(text: str) -> None:
    blocks = split_blocks(text)
    found = sentences(text, blocks)
    assert all(one.end <= other.start for one, other in pairwise(found))
    covered = {at for it in found for at in range(it.start, it.end)}
    for block in blocks:
        for at in range(block.span.start, block.span.end):
            assert at in covered or not text[at].isalnum()
    for span in found:
        assert span.of(text) == span.of(text).strip() != ""
        around = [it for it in blocks if it.span.overlaps(span)]
        assert [it.span.start <= span.start for it in around] == [True]
        assert span.end <= around[0].span.end


@given(ALPHABET, st.data())
def test_the_sentence_at_a_place_is_the_one_around_it(
    text: str, data: st.DataObject
) -> None:
    for block in split_blocks(text):
        at = data.draw(st.integers(block.span.start, block.span.end - 1))
        found = sentence_at(text, at, block.span)
        all_of_block = sentences(text, [block])
        assert found in (all_of_block or [Span(block.span.start, block.span.start)])
        if text[at].isalnum():
            assert found.contains(at)
