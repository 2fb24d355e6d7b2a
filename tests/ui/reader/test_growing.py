from ui.reader.growing import grown, sentence_at, word_at
from workbench.model.spans import Span

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
