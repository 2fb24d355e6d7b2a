"""Near-copies inside one text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.edited import Author
from workbench.importing.readers import read_file
from workbench.jobs import Cancelled
from workbench.model.alignments import PairKind
from workbench.model.spans import Span
from workbench.text.blocks import split_blocks
from workbench.text.comparing.statements import Statements, statements_of
from workbench.text.comparing.twinning import twin_sections, twins
from workbench.text.word_diff import word_diff

CORPUS = Path(__file__).parents[3] / "corpus"
HARBOR = (
    "With a view to better harbors, the Councils will dredge the northern channel"
    " in the spring.\n"
    "- The Councils will publish soundings of the approaches every second month.\n"
    "- The Councils will train pilots for vessels that draw more than nine meters.\n"
)
BRIDGE = (
    "With a view to better bridges, the Councils will dredge the southern channel"
    " in the autumn.\n"
    "- The Councils will publish soundings of the approaches every second month.\n"
    "- The Councils will train private sector pilots for vessels that draw more than"
    " nine meters.\n"
)
BETWEEN = (
    "Nobody had asked the fishermen of Tarn what they thought about any of this.\n"
    "Their boats lie in the old basin, which has silted up since the war ended.\n"
)
ADDRESS = "[www.tarn.example](https://www.tarn.example)"


def prepared(text: str) -> Statements:
    return statements_of(text, split_blocks(text))


def test_sections_that_repeat_each_other_are_found_with_their_differences() -> None:
    one = prepared(HARBOR + BETWEEN + BRIDGE)
    [section] = twin_sections(one)
    assert section.a.of(one.text) == HARBOR.strip()
    assert section.b.of(one.text) == BRIDGE.strip()
    assert [it.kind for it in section.pairs] == [
        PairKind.ALTERED, PairKind.VERBATIM, PairKind.ALTERED
    ]  # fmt: skip
    last = section.pairs[-1]
    diff = word_diff(last.a.of(one.text), last.b.of(one.text))
    assert diff.removed == ()
    assert [it.of(last.b.of(one.text)) for it in diff.added] == ["private sector"]
    assert twins(one) == list(section.pairs)


def test_statements_in_another_order_are_sections_of_their_own() -> None:
    lines = HARBOR.splitlines()
    turned = "\n".join(reversed(lines))
    sections = twin_sections(prepared(f"{HARBOR}{BETWEEN}{turned}\n"))
    assert [len(it.pairs) for it in sections] == [1, 1, 1]


def test_an_address_is_no_statement() -> None:
    assert twins(prepared(f"{ADDRESS}\n\n{BETWEEN}\nMore at {ADDRESS}.\n")) == []


def test_what_stands_in_a_zone_has_no_twin() -> None:
    text = HARBOR + BETWEEN + HARBOR
    zone = read_span(text, HARBOR)
    assert twins(prepared(text))
    assert twins(statements_of(text, split_blocks(text), [zone])) == []


def test_two_sections_of_the_corpus_are_twins_and_nothing_else_is() -> None:
    found = {
        path.name: twin_sections(statements_of(parsed.text, parsed.blocks))
        for path in sorted(CORPUS.iterdir())
        if path.suffix in {".txt", ".html"} or path.name.startswith("briefing")
        for parsed in read_file(path)
    }
    [section] = found.pop("statement-2023-dialogue.txt")
    text = read_file(CORPUS / "statement-2023-dialogue.txt")[0].text
    assert section.a.of(text).startswith("In order to build a partnership in marine")
    assert section.b.of(text).startswith("In order to build a partnership in battery")
    assert len(section.pairs) == 5
    added = [
        span.of(pair.b.of(text))
        for pair in section.pairs
        for span in word_diff(pair.a.of(text), pair.b.of(text)).added
    ]
    assert "private sector" in added
    assert len(found) == 6
    assert not any(found.values())


@given(st.integers(0, 10_000), st.floats(0, 0.6))
def test_a_comes_before_b_and_never_overlaps_it(seed: int, repeated: float) -> None:
    one = prepared(Author(seed, words=300).text(1500, repeated))
    pairs = twins(one)
    assert pairs == sorted(pairs, key=lambda it: (it.a, it.b))
    assert len({(it.a, it.b) for it in pairs}) == len(pairs)
    for pair in pairs:
        assert pair.a.end <= pair.b.start
        assert pair.kind is not PairKind.PARAPHRASE
    sections = twin_sections(one)
    assert sorted((it.a, it.b) for section in sections for it in section.pairs) == [
        (it.a, it.b) for it in pairs
    ]
    for section in sections:
        assert section.a.end <= section.b.start
        assert list(section.pairs) == sorted(section.pairs, key=lambda it: it.b)


def test_a_search_can_be_stopped() -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        twins(prepared(HARBOR + BETWEEN + BRIDGE), stop)


def read_span(text: str, part: str) -> Span:
    start = text.rindex(part)
    return Span(start, start + len(part))
