"""The facts of two documents in the page of their comparison: listed, and marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.exporting.nested_marks import Mark, escaped_html
from workbench.model.facts import Fact, Relation
from workbench.model.spans import Span
from workbench.model.verdicts import DecidedRow, Verdict

_RELATIONS: Final = {
    Relation.DIFFERENT: "differs",
    Relation.ONLY_A: "only in A",
    Relation.ONLY_B: "only in B",
    Relation.SAME: "same",
}
_HEAD: Final = (
    '<thead><tr><th class="kind" scope="col">Kind</th>'
    '<th scope="col">A, left</th><th scope="col">B, right</th>'
    '<th scope="col">Why</th><th class="verdict" scope="col">Verdict</th>'
    "</tr></thead>\n"
)


@dataclass(frozen=True, slots=True)
class FactMarks:
    """The facts of one text, each with the number of its mark."""

    side: str
    facts: Mapping[Span, tuple[int, Fact]]

    def marks(self) -> Iterator[Mark]:
        """Yield the marks of all of them."""
        for number, fact in self.facts.values():
            tip = escaped_html(_listed(fact.kind.value, fact.value))
            opening = f'<span id="{self.side}f{number}" class="fact" title="{tip}">'
            yield Mark(fact.span, opening, '<span class="fact">', "</span>")

    def to(self, fact: Fact, words: str, label: str = "") -> str:
        """Return words that lead to a fact; `label` says more to who only hears."""
        number, _ = self.facts[fact.span]
        said = f' aria-label="{escaped_html(label)}"' if label else ""
        return f'<a href="#{self.side}f{number}"{said}>{escaped_html(words)}</a>'


def fact_marks(side: str, rows: Sequence[DecidedRow]) -> FactMarks:
    """Number the facts of the text `a` or `b` in order of place."""
    spans: dict[Span, Fact] = {}
    for it in rows:
        for fact in it.row.a if side == "a" else it.row.b:
            spans.setdefault(fact.span, fact)
    ordered = sorted(spans.items())
    return FactMarks(side, {it: (n, fact) for n, (it, fact) in enumerate(ordered, 1)})


def fact_tables(
    rows: Sequence[DecidedRow], a: FactMarks, b: FactMarks
) -> Iterator[str]:
    """Yield what differs, then what both say alike, which lies in a fold."""
    if not rows:
        return
    alike = [it for it in rows if _is_settled(it)]
    others = [it for it in rows if not _is_settled(it)]
    yield "<h2>Facts</h2>\n"
    if others:
        caption = "Suggestions of rules; a value leads to its place in the text."
        yield f"<table>\n<caption>{caption}</caption>\n"
        yield from _rows(others, a, b)
    if alike:
        yield f"<details>\n<summary>{len(alike):,} that both say alike</summary>\n"
        yield "<table>\n"
        yield from _rows(alike, a, b)
        yield "</details>\n"


def _is_settled(it: DecidedRow) -> bool:
    return it.row.relation is Relation.SAME and not it.verdicts


def _rows(rows: Sequence[DecidedRow], a: FactMarks, b: FactMarks) -> Iterator[str]:
    yield f"{_HEAD}<tbody>\n"
    for it in rows:
        row = it.row
        yield f'<tr><th class="kind" scope="row">{row.kind.value}'
        yield f'<p class="facts">{_RELATIONS[row.relation]}</p></th>'
        yield from _cell(row.a, a)
        yield from _cell(row.b, b)
        yield f'<td dir="auto">{escaped_html(row.reason or row.subject)}</td>'
        yield '<td dir="auto">'
        yield from map(_verdict, it.verdicts)
        yield "</td></tr>\n"
    yield "</tbody>\n</table>\n"


def _cell(facts: Sequence[Fact], marks: FactMarks) -> Iterator[str]:
    """Yield each value once, with links to all the places where it stands."""
    alike: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        alike.setdefault((" ".join(fact.text.split()), _meaning(fact)), []).append(fact)
    yield '<td dir="auto">'
    for (words, meaning), (first, *others) in alike.items():
        yield f"<p>{marks.to(first, words)}"
        for number, fact in enumerate(others, 2):
            yield f" {marks.to(fact, str(number), f'{words}, place {number}')}"
        yield f'</p><p class="facts">{escaped_html(meaning)}</p>' if meaning else "</p>"
    yield "</td>"


def _meaning(fact: Fact) -> str:
    """Return what the words mean and by which rule, without what they say already."""
    words = " ".join(fact.text.split())
    days = ""
    if fact.interval:
        days = f"{fact.interval.first} to {fact.interval.last}"
        days = fact.value if fact.interval.first == fact.interval.last else days
    said = dict.fromkeys((days or fact.value, fact.role, fact.rule))
    return _listed(*(it for it in said if it not in words))


def _verdict(verdict: Verdict) -> str:
    link = verdict.link
    by = _listed(link.reason, link.analyst, f"{link.created_at:%Y-%m-%d}")
    return f'<p>{link.kind.value}</p><p class="facts">{escaped_html(by)}</p>'


def _listed(*parts: str) -> str:
    return " · ".join(it for it in parts if it)
