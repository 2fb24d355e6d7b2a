"""The links between two texts that are no pair, in the page of their comparison."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.exporting.nested_marks import Mark, escaped_html
from workbench.model.comparison_reports import ComparisonReport
from workbench.model.links import Link, LinkEnd, LinkKind
from workbench.model.spans import Span
from workbench.model.verdicts import is_adrift

_HEAD = (
    '<thead><tr><th class="number" scope="col">No.</th><th class="kind" scope="col">'
    'Kind</th><th scope="col">Left</th><th scope="col">Right</th></tr></thead>\n'
)
_OTHER = {"a": "b", "b": "a"}


def link_words(link: Link) -> str:
    """Say what a link is, who made it, and why."""
    reason = f": {link.reason}" if link.reason else ""
    return f"linked as {link.kind} by {link.analyst}{reason}"


def link_table(report: ComparisonReport) -> Iterator[str]:
    """Yield the links with what they tie, or nothing."""
    if not report.links:
        return
    yield (
        f"<h2>Links</h2>\n<table>\n<caption>{len(report.links):,} that a person made;"
        f" a number leads to both places.</caption>\n{_HEAD}<tbody>\n"
    )
    for number, link in enumerate(report.links, 1):
        left, right = _ends(link, report)
        words = f"L{number}"
        if not is_adrift(link):
            words = f'<a href="#al{number}">{words}</a>'
        yield f'<tr><th class="number" scope="row">{words}</th><td class="kind">'
        yield f'<mark class="link">{link.kind.value}</mark>'
        for line in (_direction(link, left), link_words(link), _lost(link)):
            yield f'<p class="facts">{escaped_html(line)}</p>' if line else ""
        yield "</td>"
        for end in (left, right):
            yield f'<td class="quote" dir="auto">{escaped_html(end.quote)}</td>'
        yield "</tr>\n"
    yield "</tbody>\n</table>\n"


def link_marks(side: str, report: ComparisonReport) -> Iterator[Mark]:
    """Yield the marks of the links in the text `a` or `b`; each leads to the other."""
    for number, link in enumerate(report.links, 1):
        if is_adrift(link):
            continue
        end = _ends(link, report)["ab".index(side)]
        label = f"Link {number}, {link.kind.value}: go to it on the other side"
        yield leading_mark(
            end.span, f"{side}l{number}", "link", f"{_OTHER[side]}l{number}",
            f"L{number}", label,
        )  # fmt: skip


def leading_mark(
    span: Span, own: str, look: str, target: str, number: str, label: str
) -> Mark:
    """Return a mark that begins with its number, which leads to another place."""
    opening = (
        f'<mark id="{own}" class="{look}">'
        f'<a class="to" href="#{target}" data-number="{number}"'
        f' aria-label="{label}"></a>'
    )
    return Mark(span, opening, f'<mark class="{look}">', "</mark>")


def _ends(link: Link, report: ComparisonReport) -> tuple[LinkEnd, LinkEnd]:
    is_as_shown = link.source.document_id == report.a.document_id
    return (link.source, link.target) if is_as_shown else (link.target, link.source)


def _direction(link: Link, left: LinkEnd) -> str:
    if link.kind is not LinkKind.UPDATES:
        return ""
    newer, older = ("left", "right") if link.source is left else ("right", "left")
    return f"the {newer} one updates the {older} one"


def _lost(link: Link) -> str:
    return "its place in the text is lost" if is_adrift(link) else ""
