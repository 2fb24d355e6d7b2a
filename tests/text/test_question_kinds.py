"""Whether a column asks who or when."""

from __future__ import annotations

import pytest

from workbench.text.kindred_words import kin_of
from workbench.text.question_kinds import asks_for_dates, asks_for_people


@pytest.mark.parametrize(
    ("name", "question", "who", "when"),
    [
        ("Leads named", "", True, False),
        ("Chairs", "", True, False),
        ("Origin", "Who promised it?", True, False),
        ("Start", "", False, True),
        ("Meetings", "When, and how often, does it meet?", False, True),
        ("Start", "When was it launched, and by whom?", True, True),
        ("Level", "At what rank is it led, and does it meet?", False, False),
        ("Parent", "Of what agreement is it a part? Give its full name.", False, False),
        ("Enforcement", "What does it do about end-use checks?", False, False),
        ("Aim", "", False, False),
    ],
)  # fmt: skip
def test_the_name_of_a_column_and_its_question_tell_what_is_asked(
    name: str, question: str, who: bool, when: bool
) -> None:
    assert asks_for_people(name, question) is who
    assert asks_for_dates(name, question) is when


def test_words_that_only_answer_ask_for_nothing() -> None:
    assert "under" in kin_of("parent")
    assert "established" not in kin_of("start")
    assert "establish" in kin_of("started")
    assert kin_of("under") == ()
    assert kin_of("part") == ()
