"""Names that a text abbreviates in parentheses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.abbreviations import abbreviated_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Bureau of Industry and Security (BIS) said so.",
         [("Bureau of Industry and Security", "BIS")]),
        ("Today the United States (U.S.) and the European Union (EU) met.",
         [("United States", "U.S."), ("European Union", "EU")]),
        ("the Ministry of Trade, Industry and Energy (MOTIE)",
         [("Ministry of Trade, Industry and Energy", "MOTIE")]),
        ("He left. World Trade\u00a0Organization (WTO) staff stayed.",
         [("World Trade Organization", "WTO")]),
        ("It rose (BIS), and fell (see below) in 2022 (Q3).", []),
        ("a big increase (SAP)", []),
        ("(BIS)", []),
    ],
)  # fmt: skip
def test_finds_the_name_before_its_abbreviation(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert list(abbreviated_names(text)) == found


LETTERS = st.text("abAB ().,&-\n", max_size=60)


@given(LETTERS)
def test_a_name_spells_its_abbreviation(text: str) -> None:
    for long, short in abbreviated_names(text):
        letters = iter(long.lower())
        assert all(it in letters for it in short.lower() if it.isalnum())
        assert long[0].lower() == short[0].lower()
        assert f"({short}" in text
