"""Words found again in another version: those that are meant, never others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.reader.refinding import refound, refound_line
from workbench.model.spans import Span

LINE = "They launched the dialogue in May."
texts = st.text("ab \n", max_size=30)


@given(before=texts, after=texts, new_before=texts, new_after=texts)
def test_what_is_found_says_the_same(
    before: str, after: str, new_before: str, new_after: str
) -> None:
    old, new = f"{before}{LINE}{after}", f"{new_before}{LINE}{new_after}"
    found = refound(old, new, Span(len(before), len(before) + len(LINE)))
    assert found == Span(len(new_before), len(new_before) + len(LINE))


@given(start=texts, copies=st.integers(1, 4), added=texts)
def test_a_copy_is_not_taken_for_the_line_that_only_moved(
    start: str, copies: int, added: str
) -> None:
    old = f"x{start}{LINE * copies}"
    for number in range(copies):
        offset = 1 + len(start) + number * len(LINE)
        assert refound_line(old, f"{old}{added}", offset) == offset


@given(old=texts, new=texts, offset=st.integers(0, 30))
def test_a_line_is_always_in_the_new_text(old: str, new: str, offset: int) -> None:
    assert 0 <= refound_line(old, new, min(offset, len(old))) <= len(new)


def test_words_that_are_gone_are_not_found() -> None:
    assert refound(LINE, "Nothing of it.", Span(0, 8)) is None
    assert refound_line(LINE * 3, "Nothing of it.", 40) == len("Nothing of it.")
