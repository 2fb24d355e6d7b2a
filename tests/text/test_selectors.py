"""A selector says where a quote stands and what is around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.spans import Span
from workbench.text.selectors import CONTEXT, describe


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(max_size=200))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return text, Span(start, end)


@given(texts_with_spans())
def test_quote_and_context_are_the_text_itself(case: tuple[str, Span]) -> None:
    text, span = case
    selector = describe(text, span)
    around = selector.prefix + selector.quote + selector.suffix
    assert text[span.start : span.end] == selector.quote
    assert text.startswith(around, span.start - len(selector.prefix))
    assert len(selector.prefix) == min(CONTEXT, span.start)
    assert len(selector.suffix) == min(CONTEXT, len(text) - span.end)


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match=r"0\.\.4 is not inside 3"):
        describe("abc", Span(0, 4))
