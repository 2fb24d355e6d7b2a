"""Words without their places are those that have them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.search.indexing.folding import tokens, words_of


@given(st.text(alphabet=st.sampled_from("aÄéßŒ \n-.'’$5\u0301\u00ad\0東京ソ한다ก🙂Ⅷ")))
def test_words_are_the_tokens(text: str) -> None:
    assert words_of(text) == [token.folded for token in tokens(text)]
