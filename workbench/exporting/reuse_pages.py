"""One HTML page of what documents share: a matrix, and below it every statement.

It needs nothing but itself. Each number of the matrix leads to its statements.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import Final

from workbench.exporting.comparison_look import STYLE
from workbench.exporting.html_pages import html_page
from workbench.exporting.nested_marks import escaped_html, marked_words
from workbench.exporting.whole_files import whole_file
from workbench.model.comparison_reports import ComparedPair
from workbench.model.documents import Document
from workbench.model.reuse import Shared
from workbench.model.reuse_reports import ReuseReport, SharedList

_HEADING: Final = "Shared statements"
_LEVELS: Final = ("1", "2–3", "4–7", "8–15", "16 or more")
"""How many statements share a color; each level begins at twice the one before."""
_SHARES: Final = (10, 24, 42, 84, 100)
_LEGIBLE: Final = 3
"""The first level on which text is light."""
_HEATS: Final = "\n".join(
    f".heat{level} {{ background: color-mix(in srgb, var(--accent) {share}%,"
    f" var(--surface)); color: var(--{'surface' if level >= _LEGIBLE else 'text'}); }}"
    for level, share in enumerate(_SHARES)
)
_STYLE: Final = f"""
.wide {{ overflow: auto; max-height: 90vh; border: 1px solid var(--line); }}
.matrix {{ width: auto; }}
.matrix th, .matrix td {{ padding: 0.25rem 0.5rem; text-align: center; min-width: 2rem;
  font-variant-numeric: tabular-nums; }}
.matrix tbody th {{ text-align: left; min-width: 18rem; max-width: 26rem;
  font-weight: 400; position: sticky; left: 0; background: var(--surface); }}
.matrix td a {{ color: inherit; display: block; text-decoration: none; }}
.matrix td a:hover, .matrix td a:focus-visible {{ text-decoration: underline; }}
.self {{ background: var(--background); }}
.legend .swatch {{ padding: 0 0.5em; border: 1px solid var(--line); }}
h3 {{ margin: 1.5rem 0 0.25rem; font-size: 1rem; }}
section:target h3 {{ outline: 2px solid var(--accent); }}
@media print {{ .wide {{ max-height: none; overflow: visible; }} }}
{_HEATS}
"""


def write_reuse_page(path: Path, report: ReuseReport) -> None:
    """Write the page; it appears whole or not at all."""
    with whole_file(path) as target:
        target.writelines(html_page(_HEADING, STYLE + _STYLE, _body(report)))


def _body(report: ReuseReport) -> Iterator[str]:
    made = report.made_at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
    parts = f"Project {report.project}", report.analyst, made
    said = " · ".join(it for it in parts if it)
    yield f'<main>\n<h1>{_HEADING}</h1>\n<p class="facts">{escaped_html(said)}</p>\n'
    for sentence in _sentences(report):
        yield f'<p class="facts">{sentence}</p>\n'
    if report.documents:
        yield from _legend()
        yield from _matrix(report)
    for it in report.lists:
        yield from _list(it)
    yield "</main>\n"


def _sentences(report: ReuseReport) -> Iterator[str]:
    """Say what the page does not show."""
    if not report.documents:
        yield "No two documents share a statement."
    if report.waiting:
        yield f"Documents not compared yet: {report.waiting:,}."
    if report.unshown:
        yield (
            f"The matrix has the {len(report.documents):,} documents that share most;"
            f" {report.unshown:,} more share something."
        )
    listed = sum(len(it.pairs) for it in report.lists)
    every = sum(it.statements for it in report.shared.values())
    if listed < every:
        yield (
            f"Of {every:,} shared statements {listed:,} are listed, those of the"
            " documents that share most; the CSV file has all."
        )


def _legend() -> Iterator[str]:
    yield '<ul class="legend">\n<li>Statements that two documents share:</li>\n'
    for level, words in enumerate(_LEVELS):
        yield f'<li><span class="swatch heat{level}">{words}</span></li>\n'
    yield "</ul>\n"


def _matrix(report: ReuseReport) -> Iterator[str]:
    documents = report.documents
    listed = {(it.a.id, it.b.id) for it in report.lists}
    yield (
        '<div class="wide" tabindex="0" role="region" aria-label="Matrix">\n'
        '<table class="matrix">\n<thead><tr><th scope="col">Document</th>'
    )
    for number, it in enumerate(documents, 1):
        yield f'<th scope="col"><abbr title="{_name(it)}">{number}</abbr></th>'
    yield "</tr></thead>\n<tbody>\n"
    for number, row in enumerate(documents, 1):
        yield f'<tr><th scope="row" dir="auto">{number}. {_name(row)}</th>'
        for column in documents:
            a, b = (row, column) if row.id < column.id else (column, row)
            shared = report.shared.get((a.id, b.id))
            if shared is None:
                yield '<td class="self"></td>' if row is column else "<td></td>"
            else:
                yield _cell(a, b, shared, is_listed=(a.id, b.id) in listed)
        yield "</tr>\n"
    yield "</tbody>\n</table>\n</div>\n"


def _cell(a: Document, b: Document, shared: Shared, *, is_listed: bool) -> str:
    count = shared.statements
    level = min(count.bit_length(), len(_LEVELS)) - 1
    shown = f"{count:,}"
    if is_listed:
        label = f"{shown} in {_name(a)} and {_name(b)}"
        shown = f'<a href="#{_id(shared)}" aria-label="{label}">{shown}</a>'
    return f'<td class="heat{level}">{shown}</td>'


def _list(shared: SharedList) -> Iterator[str]:
    a, b = _name(shared.a), _name(shared.b)
    yield (
        f'<section id="{_id(shared.shared)}">\n<h3 dir="auto">{a} and {b}</h3>\n'
        f'<p class="facts">{_counts(shared.shared)}</p>\n<table>\n<thead><tr>'
        f'<th class="kind" scope="col">Kind</th><th scope="col" dir="auto">{a}</th>'
        f'<th scope="col" dir="auto">{b}</th></tr></thead>\n<tbody>\n'
    )
    for pair in shared.pairs:
        yield from _row(shared, pair)
    yield "</tbody>\n</table>\n</section>\n"


def _row(shared: SharedList, pair: ComparedPair) -> Iterator[str]:
    yield f'<tr><td class="kind"><mark class="{pair.kind}">{pair.kind}</mark></td>'
    sides = (
        (shared.a_text, pair.a, pair.removed, "del"),
        (shared.b_text, pair.b, pair.added, "ins"),
    )
    for text, span, words, tag in sides:
        if span is not None:
            yield '<td class="quote" dir="auto">'
            yield from marked_words(text, span, words, tag)
            yield f'<p class="facts">{span.start:,}–{span.end:,}</p></td>'
    yield "</tr>\n"


def _counts(shared: Shared) -> str:
    kinds = (
        (shared.verbatim, "verbatim"),
        (shared.altered, "altered"),
        (shared.paraphrase, "paraphrase"),
    )
    return " · ".join(f"{count:,} {kind}" for count, kind in kinds if count)


def _id(shared: Shared) -> str:
    return f"s{shared.a}-{shared.b}"


def _name(document: Document) -> str:
    return escaped_html(document.title or document.name)
