"""What a search by letters does not care about."""

from __future__ import annotations

import pytest

from workbench.text.folding import folded


@pytest.mark.parametrize(
    ("text", "letters"),
    [("Café", "cafe"), ("Cafe\u0301", "cafe"), ("STRASSE", "strasse"),
     ("Straße", "strasse"), ("ﬁn", "fin"), ("İstanbul", "istanbul")],
)  # fmt: skip
def test_case_and_accents_are_gone(text: str, letters: str) -> None:
    assert folded(text) == letters
