import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.reader.growing import grown, word_at
from workbench.model.spans import Span
from workbench.text.sentences import sentence_at

TEXT = (
    "Mr. Lee met U.S. officials today. “We agree,” he said. The well-known plan stays."
)
ALL = Span(0, len(TEXT))


def of(span: Span) -> str:
    return span.of(TEXT)


def test_a_word_keeps_its_hyphen():
    assert of(word_at(TEXT, TEXT.index("known"), ALL)) == "well-known"


def test_abbreviations_do_not_end_a_sentence():
    sentence = sentence_at(TEXT, TEXT.index("met"), ALL)
    assert of(sentence) == "Mr. Lee met U.S. officials today."


def test_growing_goes_from_word_to_sentence_to_paragraph_and_stops():
    at = TEXT.index("said")
    word = grown(TEXT, Span(at, at), ALL)
    sentence = grown(TEXT, word, ALL)
    paragraph = grown(TEXT, sentence, ALL)
    assert of(word) == "said"
    assert of(sentence) == "“We agree,” he said."
    assert paragraph == ALL
    assert grown(TEXT, paragraph, ALL) == ALL


@pytest.mark.parametrize(
    ("text", "before", "word"),
    [
        ("the cafe\u0301 closed", "the ca", "cafe\u0301"),
        ("of שָׁלוֹם there", "of ", "שָׁלוֹם"),
        ("so\u00adcalled", "so\u00adca", "so\u00adcalled"),
        ("from 👨\u200d👩\u200d👧 to", "from ", "👨\u200d👩\u200d👧"),
        ("from 🇺🇸 to", "from ", "🇺🇸"),
        ("a great 👍🏽\r\n", "a great 👍🏽", "👍🏽"),
        ("It ends.\r\nSo", "It ends.", "ends"),
        ("It ends.", "It ends.", "ends"),
        ("a -- dash", "a ", "-"),
        ("", "", ""),
    ],
)
def test_a_word_has_its_marks_and_a_sign_all_its_parts(
    text: str, before: str, word: str
) -> None:
    assert word_at(text, len(before), Span(0, len(text))).of(text) == word


@given(st.text("aé\u0301.-’ \r\n👨\u200d👩🇺🇸\u00adש", max_size=20), st.data())
def test_a_word_is_inside_and_at_the_caret(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    found = word_at(text, at, Span(0, len(text)))
    assert 0 <= found.start <= at
    assert found.end <= len(text)
    assert len(found) or at == len(text)
