"""One HTML page with both texts of a comparison side by side.

It needs nothing but itself: style and script are inside, and no script is needed to
read it. Every paired stretch is a mark that links to its counterpart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from itertools import pairwise
from pathlib import Path

from workbench.exporting.comparison_facts import FactMarks, fact_marks, fact_tables
from workbench.exporting.comparison_links import (
    leading_mark,
    link_marks,
    link_table,
    link_words,
)
from workbench.exporting.comparison_look import SCRIPT, STYLE
from workbench.exporting.html_pages import html_page
from workbench.exporting.nested_marks import Mark, escaped_html, marked_up, marked_words
from workbench.exporting.whole_files import whole_file
from workbench.model.alignments import PairKind
from workbench.model.comparison_reports import (
    ComparedPair,
    ComparedText,
    ComparisonReport,
)
from workbench.model.spans import Span
from workbench.model.version_pairs import VersionPairKind

MEANINGS = {
    PairKind.VERBATIM.value: "the same words",
    PairKind.ALTERED.value: "the same statement with words changed",
    PairKind.PARAPHRASE.value: "the same statement in other words",
    VersionPairKind.CHANGED.value: "the same paragraph with words changed",
    VersionPairKind.MOVED.value: "the same paragraph in another place",
    VersionPairKind.MOVED_AND_CHANGED.value: "in another place, with words changed",
    VersionPairKind.REMOVED.value: "a paragraph that only the left text has",
    VersionPairKind.ADDED.value: "a paragraph that only the right text has",
}
"""What the kinds of pairs mean that a page marks."""

_BLANK_LINE = 2
"""Line ends between two paragraphs that have a blank line between them."""

Numbered = tuple[int, ComparedPair]


@dataclass(frozen=True, slots=True)
class _Side:
    """What is marked in one of the texts, and how it is named in the page."""

    letter: str
    text: ComparedText
    facts: FactMarks
    links: tuple[Mark, ...]


def write_page(path: Path, report: ComparisonReport) -> int:
    """Write a comparison and return how many pairs it marks.

    What is the same in two versions is not marked.
    """
    pairs = [it for it in report.pairs if it.kind in MEANINGS]
    numbered = list(enumerate(pairs, 1))
    with whole_file(path) as target:
        body = _body(report, numbered)
        target.writelines(html_page(report.heading, STYLE, body, SCRIPT))
    return len(pairs)


def _body(report: ComparisonReport, numbered: list[Numbered]) -> Iterator[str]:
    sides = [_side_of(letter, report) for letter in "ab"]
    kind = ' class="versions"' if report.is_of_versions else ""
    made = report.made_at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
    facts = f"Project {report.project}", report.analyst, made
    yield f"<main{kind}>\n<h1>{escaped_html(report.heading)}</h1>\n"
    yield f'<p class="facts">{escaped_html(_listed(facts))}</p>\n'
    yield from _legend(report, [pair for _, pair in numbered])
    lists = [_list(report, numbered), link_table(report)]
    beside = fact_tables(report.facts, sides[0].facts, sides[1].facts)
    lists.insert(0 if report.is_about_facts else len(lists), beside)
    for it in lists:
        yield from it
    yield '<div class="sides">\n'
    for side in sides:
        yield from _side(side, numbered)
    yield "</div>\n</main>\n"


def _side_of(letter: str, report: ComparisonReport) -> _Side:
    text = report.a if letter == "a" else report.b
    facts = fact_marks(letter, report.facts)
    return _Side(letter, text, facts, tuple(link_marks(letter, report)))


def _listed(facts: Iterable[str]) -> str:
    return " · ".join(it for it in facts if it)


def _legend(report: ComparisonReport, pairs: list[ComparedPair]) -> Iterator[str]:
    kinds = {it.kind for it in pairs}
    entries = [
        f'<mark class="{_class(kind)}">{kind}</mark>: {meaning}'
        for kind, meaning in MEANINGS.items()
        if kind in kinds
    ]
    if any(_words("a", it) or _words("b", it) for it in pairs):
        entries.append("<del>words</del> only the left text has")
        entries.append("<ins>words</ins> only the right text has")
    if report.facts:
        entries.append('<span class="fact">words</span>: a fact of the list')
    if report.links:
        entries.append('<mark class="link">words</mark>: linked by a person')
    if report.a.zones or report.b.zones:
        entries.append('<span class="zone">grey</span>: marked as no content')
    if entries:
        yield '<ul class="legend">\n'
        yield from (f"<li>{it}</li>\n" for it in entries)
        yield "</ul>\n"


# The list of pairs --------------------------------------------------------------------


def _list(report: ComparisonReport, numbered: list[Numbered]) -> Iterator[str]:
    if not numbered:
        yield "<p>The two have nothing in common that could be marked.</p>\n"
        return
    yield (
        f"<h2>Pairs</h2>\n<table>\n<caption>{len(numbered)} in all; a number leads to"
        ' both places.</caption>\n<thead><tr><th class="number" scope="col">No.</th>'
        '<th class="kind" scope="col">Kind</th><th scope="col">Left</th>'
        '<th scope="col">Right</th></tr></thead>\n<tbody>\n'
    )
    for number, pair in numbered:
        side = "a" if pair.a else "b"
        yield (
            f'<tr id="p{number}"><th class="number" scope="row">'
            f'<a href="#{side}{number}">{number}</a></th><td class="kind">'
        )
        yield from _about(pair)
        yield '</td><td class="quote" dir="auto">'
        yield from _quote(report.a.text, pair.a, _words("a", pair), "del")
        yield '</td><td class="quote" dir="auto">'
        yield from _quote(report.b.text, pair.b, _words("b", pair), "ins")
        yield "</td></tr>\n"
    yield "</tbody>\n</table>\n"


def _about(pair: ComparedPair) -> Iterator[str]:
    yield f'<mark class="{_class(pair.kind)}">{pair.kind}</mark>'
    if pair.score is not None:
        yield f' <span class="facts">{pair.score:.2f}</span>'
    for line in (pair.remark, *map(link_words, pair.links)):
        if line:
            yield f'<p class="facts">{escaped_html(line)}</p>'


def _quote(
    text: str, span: Span | None, words: tuple[Span, ...], tag: str
) -> Iterator[str]:
    if span is not None:
        yield from marked_words(text, span, words, tag)


# The two texts ------------------------------------------------------------------------


def _side(side: _Side, numbered: list[Numbered]) -> Iterator[str]:
    letter, text = side.letter, side.text
    name = escaped_html(text.title or text.name)
    facts = (
        text.name,
        text.date,
        f"version {text.version}",
        f"{len(text.text):,} characters",
        f"SHA-256 {text.sha256}",
    )
    yield (
        f'<section aria-labelledby="{letter}">\n<header>\n'
        f'<h2 id="{letter}">{name}</h2>\n'
        f'<p class="facts">{escaped_html(_listed(facts))}</p>\n</header>\n'
        f'<article tabindex="0" dir="auto" lang="" aria-labelledby="{letter}">'
    )
    yield from marked_up(text.text, _marks(side, numbered))
    yield "</article>\n</section>\n"


def _marks(side: _Side, numbered: list[Numbered]) -> Iterator[Mark]:
    text, tag = side.text, "del" if side.letter == "a" else "ins"
    for one, other in pairwise(text.blocks):
        if text.text.count("\n", one.end, other.start) < _BLANK_LINE:
            yield _plain(other, "span", ' class="spaced"', again="")
    for zone in text.zones:
        yield _plain(zone, "span", ' class="zone"')
    yield from side.links
    for number, pair in numbered:
        span = pair.a if side.letter == "a" else pair.b
        if span is not None:
            yield _paired(side.letter, span, number, pair)
            for words in _words(side.letter, pair):
                yield _plain(words, tag)
    yield from side.facts.marks()


def _words(side: str, pair: ComparedPair) -> tuple[Span, ...]:
    """Return the words to mark; of what has no counterpart, none stand out."""
    if pair.a is None or pair.b is None:
        return ()
    return pair.removed if side == "a" else pair.added


def _paired(side: str, span: Span, number: int, pair: ComparedPair) -> Mark:
    other = "b" if side == "a" else "a"
    is_alone = pair.a is None or pair.b is None
    target = f"p{number}" if is_alone else f"{other}{number}"
    where = "in the list" if is_alone else "on the other side"
    label = f"Pair {number}, {pair.kind}: go to it {where}"
    return leading_mark(
        span, f"{side}{number}", _class(pair.kind), target, str(number), label
    )


def _plain(
    span: Span, tag: str, attributes: str = "", again: str | None = None
) -> Mark:
    opening = f"<{tag}{attributes}>"
    reopening = opening if again is None else f"<{tag}{again}>"
    return Mark(span, opening, reopening, f"</{tag}>")


def _class(kind: str) -> str:
    return kind.replace(" ", "-")
