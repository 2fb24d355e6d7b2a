"""Words spelled almost so: by an edit distance written out here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.corpus import of_texts
from workbench.search.reading.fuzziness import spelled_alike

_word = st.text("abc", min_size=1, max_size=6)


def _edits(word: str, letters: str = "abc") -> set[str]:
    """Return all words one letter, or one swap of neighbors, away."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return {
        *(before + after[1:] for before, after in cuts if after),
        *(before + new + after for before, after in cuts for new in letters),
        *(before + it + after[1:] for before, after in cuts if after for it in letters),
        *(
            before + after[1] + after[0] + after[2:]
            for before, after in cuts
            if len(after) > 1
        ),
    }  # fmt: skip


@given(_word, st.lists(_word, max_size=12), st.integers(0, 2))
def test_finds_what_so_many_edits_make(
    word: str, words: list[str], differences: int
) -> None:
    near = {word}
    for _ in range(differences):
        near |= {other for it in near for other in _edits(it)}
    ordered = sorted(set(words))
    assert sorted(spelled_alike(word, ordered, differences)) == [
        it for it in ordered if it in near
    ]


@pytest.mark.parametrize(
    ("query", "text", "marks"),
    [
        ("invasoin~2", "The invasion", ["invasion"]),
        ("invasoin~", "The invasion", ["invasion"]),
        ("invasoin~0", "The invasion", []),
        ("export~0", "export exports", ["export"]),
        ("export~", "exports exporters Éxport", ["exports", "Éxport"]),
        ("bis~", "BIS bit bats", ["BIS", "bit"]),
        ("-invasoin~2 the", "The invasion", []),
    ],
)
def test_marks_words_spelled_alike(query: str, text: str, marks: list[str]) -> None:
    assert of_texts([text]).marks(query) == marks


def test_the_nearest_are_said_first() -> None:
    corpus = of_texts(["ministry minister ministers"])
    sentence = corpus.searcher.search("ministers~2").understood.sentence
    assert sentence == (
        "ministers~2 (up to 2 letters different, ministers, minister, ministry)"
    )


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("export~9", "~9 (at most ~2)"),
        ("dual-use~", "the ~ of “dual-use~” (it is for single words)"),
        ("expor*~", "it is for single words"),
    ],
)
def test_what_fuzziness_cannot_do_is_said(query: str, ignored: str) -> None:
    understood = of_texts(["export dual-use"]).searcher.search(query).understood
    assert any(ignored in remark for remark in understood.ignored), understood
