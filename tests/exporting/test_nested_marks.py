"""Marks in HTML: whatever overlaps, the elements nest and the text stays the text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from typing_extensions import override

from workbench.exporting.nested_marks import Mark, marked_up
from workbench.model.spans import Span

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab <>&\"'\n\r\t=;\xa0\ufeff🙂é"),
        st.characters(exclude_characters="\0", exclude_categories=("Cs",)),
    ),
    max_size=40,
)


class _Nesting(HTMLParser):
    """Notes which marks each character is inside; fails where tags do not nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside: list[str] = []
        self.marked: list[tuple[str, set[str]]] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            self.inside.append(dict(attrs)["class"] or "")

    @override
    def handle_endtag(self, tag: str) -> None:
        self.inside.pop()

    @override
    def handle_data(self, data: str) -> None:
        self.marked += ((it, set(self.inside)) for it in data)


def mark(number: int, span: Span) -> Mark:
    again = f'<i class="{number}">'
    return Mark(span, f'<i id="m{number}" class="{number}">', again, "</i>")


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS)
    edges = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edges, edges), max_size=8))
    return text, [Span(*sorted(it)) for it in pairs]


@given(marked_texts())
def test_each_character_is_inside_the_marks_that_cover_it(
    drawn: tuple[str, list[Span]],
) -> None:
    text, spans = drawn
    marks = [mark(number, span) for number, span in enumerate(spans)]
    reader = _Nesting()
    reader.feed("".join(marked_up(text, marks)))
    reader.close()
    assert not reader.inside
    assert reader.marked == [
        (letter, {str(n) for n, it in enumerate(spans) if it.contains(at)})
        for at, letter in enumerate(text)
    ]


@given(marked_texts())
def test_a_browser_reads_the_text_as_it_was(drawn: tuple[str, list[Span]]) -> None:
    text, spans = drawn
    marks = [mark(number, span) for number, span in enumerate(spans)]
    page = f"<!doctype html><article>{''.join(marked_up(text, marks))}</article>"
    article = LexborHTMLParser(page).css_first("article")
    assert article.text() == text


@given(marked_texts())
def test_no_mark_has_its_id_twice(drawn: tuple[str, list[Span]]) -> None:
    text, spans = drawn
    marks = [mark(number, span) for number, span in enumerate(spans)]
    written = "".join(marked_up(text, marks))
    assert sorted(re.findall(r'id="m(\d+)"', written)) == sorted(
        str(number) for number, it in enumerate(spans) if it
    )


def test_what_html_cannot_hold_is_shown_as_missing() -> None:
    assert "".join(marked_up("a\0b\ud800", [])) == "a\ufffdb\ufffd"


def test_a_line_that_ends_with_a_bare_return_ends_on_screen_too() -> None:
    assert "".join(marked_up("a\rb\r\nc", [])) == "a&#13;<br>b&#13;\nc"
