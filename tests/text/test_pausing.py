"""Whatever a text is, long work on it can be cancelled before it has gone far.

Time is nothing to assert; what is counted is how much there is between two pauses.
"""

from __future__ import annotations

from string import ascii_uppercase

import pytest

from workbench.jobs import Cancelled, Tracker
from workbench.text.abbreviations import abbreviated_names
from workbench.text.blocks import split_blocks
from workbench.text.comparing.aligning import aligned
from workbench.text.comparing.statements import statements_of
from workbench.text.comparing.twinning import twin_sections
from workbench.text.facts.finding import Source, facts_in
from workbench.text.facts.rows import rows_of
from workbench.text.portions import portions
from workbench.text.quoting.quotations import quotations
from workbench.text.sentences import sentences

ONE_LINE = "Ten ministers paid $5 million in May. " * 4_000
NO_BLANKS = "“$5”" * 30_000


class Counting:
    """Counts the pauses, and cancels at the one with the number `last`."""

    def __init__(self, last: int = 0) -> None:
        self.count, self._last = 0, last

    def __call__(self, *_: object) -> None:
        self.count += 1
        if self.count == self._last:
            raise Cancelled


class CountingTracker(Tracker):
    """Counts as a tracker."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def advance(self, done: int, total: int, label: str = "") -> None:
        self.count += 1
        super().advance(done, total, label)


@pytest.mark.parametrize("text", [ONE_LINE, NO_BLANKS, "a\n" * 50_000, "", "a" * 99])
def test_portions_are_all_of_a_text_and_none_is_long(text: str) -> None:
    cut = list(portions(text))
    assert "".join(text[start:end] for start, end in cut) == text
    assert all(0 < end - start <= 40_000 for start, end in cut)


def test_each_quotation_mark_is_a_pause() -> None:
    pause = Counting()
    assert len(quotations(NO_BLANKS, split_blocks(NO_BLANKS), pause=pause)) == 30_000
    assert pause.count > 60_000


def test_each_fact_is_a_pause() -> None:
    tracker = CountingTracker()
    text = ONE_LINE
    found = facts_in(Source(text, split_blocks(text), (), "2022"), tracker)
    assert tracker.count > len(found) > 4_000


def test_long_statements_are_compared_with_a_pause_each() -> None:
    text = "one million tons of copper wire " * 1_500
    statements = statements_of(text, split_blocks(text))
    for function in (
        lambda pause: aligned(statements, statements, pause),
        lambda pause: twin_sections(statements, pause),
    ):
        pause = Counting(last=50)
        with pytest.raises(Cancelled):
            function(pause)


def test_each_block_and_each_abbreviation_is_a_pause() -> None:
    text = "The Office (OTC) met.\n" * 2_000
    for function in (
        lambda pause: sentences(text, split_blocks(text), pause),
        lambda pause: statements_of(text, split_blocks(text), (), pause),
        lambda pause: list(abbreviated_names(text, pause)),
    ):
        pause = Counting()
        function(pause)
        assert pause.count >= 2_000


def test_organizations_by_the_thousand_are_laid_out_with_a_pause_each() -> None:
    def source(kind: str) -> Source:
        names = (f"{one}{two}{kind}" for one in ascii_uppercase for two in "aeiou")
        text = "\n".join(f"He saw the {it} Trade Committee." for it in names)
        return Source(text, split_blocks(text), (), "")

    tracker = CountingTracker()
    rows = rows_of(source("rok"), source("lin"), [], tracker)
    assert tracker.count > len(rows)
