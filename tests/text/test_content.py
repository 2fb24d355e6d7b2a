"""Content and clutter of a text, character by character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.spans import Span
from workbench.text.content import clutter_of, content_of

TEXT = "".join(map(chr, range(ord("A"), ord("A") + 40)))
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda ends: Span(min(ends), max(ends))
)


@given(SPANS, st.lists(SPANS, max_size=5).map(sorted))
def test_each_character_is_content_or_clutter_in_its_place(
    span: Span, zones: list[Span]
) -> None:
    places = range(span.start, span.end)
    is_in_zone = [any(zone.contains(at) for zone in zones) for at in places]
    content = [
        " " if it else TEXT[at] for at, it in zip(places, is_in_zone, strict=True)
    ]
    clutter = [
        TEXT[at] if it else " " for at, it in zip(places, is_in_zone, strict=True)
    ]
    assert content_of(TEXT, span, zones) == "".join(content)
    assert clutter_of(TEXT, span, zones) == "".join(clutter)
