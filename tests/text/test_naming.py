"""Names made of the words of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.naming import LONGEST_IN_VIVO, in_vivo_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("vice minister", "vice minister"),
        ("“will aim\r\nto consider,” ", "will aim to consider"),
        ("and/or", "and or"),
        ("**PORT ALDER** –", "PORT ALDER"),
        ("한국의 수출", "한국의 수출"),
        ("🙂", "🙂"),
        ("…", ""),
        ("  \u00a0 ", ""),
        ("The Office of Strategic Trade Controls at the Department of Trade",
         "The Office of Strategic Trade Controls"),
        ("Donaudampfschifffahrtsgesellschaftskapitänsmütze",
         "Donaudampfschifffahrtsgesellschaftskapit"),
    ],
)  # fmt: skip
def test_a_tag_is_named_as_the_text_says(words: str, name: str) -> None:
    assert in_vivo_name(words) == name


@given(st.text())
def test_every_name_can_be_a_tag_of_its_own(words: str) -> None:
    name = in_vivo_name(words)
    assert len(name) <= LONGEST_IN_VIVO
    assert "/" not in name
    assert name == " ".join(name.split())
