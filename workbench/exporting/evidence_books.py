"""The evidence book: one HTML page in which each cell opens what it rests on.

All of it is in the page, and links alone lead through it: the script only brings the
focus along and lets Esc close the evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from workbench.exporting.evidence_words import (
    absence_words,
    digest_words,
    document_words,
    joined,
    place_words,
    sha256_words,
    standing_words,
    time_words,
)
from workbench.exporting.html_pages import html_page
from workbench.exporting.nested_marks import escaped_html
from workbench.exporting.table_look import BOOK_SCRIPT, BOOK_STYLE, TABLE_STYLE
from workbench.exporting.table_markup import heading, said, state_markup, table_markup
from workbench.model.cells import AbsenceScope
from workbench.model.table_reports import (
    ReportedAbsence,
    ReportedCell,
    ReportedDocument,
    ReportedQuote,
    TableReport,
)

_AROUND: Final = 2_000
"""The most characters of a paragraph on either side of a quotation."""
_ALL: Final = "documents"
"""Names the list of all documents, where a query was asked of all of them."""
_SHORT: Final = 160
"""Characters of a quotation that its line shows while it is closed."""


def evidence_book(report: TableReport) -> Iterator[str]:
    """Yield the page; it needs no other file."""
    style = TABLE_STYLE + BOOK_STYLE
    return html_page(report.table, style, _body(report), BOOK_SCRIPT)


def _body(report: TableReport) -> Iterator[str]:
    yield from heading(report)
    yield "<main class='sheet' tabindex='-1'>\n"
    yield from table_markup(report, _cell)
    yield "</main>\n"
    for number, row in enumerate(report.rows, 1):
        for place, (column, cell) in enumerate(
            zip(report.columns, row.cells, strict=True), 1
        ):
            if cell.quotes or cell.absence:
                names = (row.name, column.name)
                yield from _evidence(f"{number}-{place}", names, cell)
    if report.documents:
        yield from _all_documents(report.documents)


def _cell(row: int, column: int, cell: ReportedCell) -> Iterator[str]:
    yield from said(cell)
    if cell.quotes or cell.absence:
        yield f"<a class='open' href='#e{row}-{column}'>{_counted(cell)}</a>"


def _counted(cell: ReportedCell) -> str:
    count = len(cell.quotes)
    if not count:
        return "What was searched for"
    return "1 quotation" if count == 1 else f"{count} quotations"


def _evidence(key: str, names: Iterable[str], cell: ReportedCell) -> Iterator[str]:
    name = " › ".join(f"<bdi>{escaped_html(it)}</bdi>" for it in names)
    yield f"<section class='evidence' id='e{key}' aria-labelledby='h{key}'><header>"
    yield f"<h3 id='h{key}'>{name}</h3>{state_markup(cell)}"
    yield f"<span class='small'>{escaped_html(cell.sources)}</span>"
    yield f"<a href='#c{key}'>Back to the cell</a></header>\n"
    if cell.absence:
        words = f"Not stated: {absence_words(cell.absence)}"
        yield f"<div dir='auto'>{escaped_html(words)}{_searched(cell.absence)}</div>\n"
    for quote in cell.quotes:
        yield from _quote(quote)
    yield "</section>\n"


def _searched(absence: ReportedAbsence) -> str:
    """Return the documents that were searched; all of them are listed once."""
    if absence.scope is AbsenceScope.ALL:
        return f" <a href='#{_ALL}'>Which documents these are</a>"
    return _listed(absence.documents)


def _all_documents(documents: Iterable[ReportedDocument]) -> Iterator[str]:
    yield f"<section class='evidence' id='{_ALL}' aria-labelledby='h{_ALL}'><header>"
    yield f"<h3 id='h{_ALL}'>All documents</h3><a href='#'>Back to the table</a>"
    yield f"</header><div dir='auto'>{_listed(documents)}</div></section>\n"


def _listed(documents: Iterable[ReportedDocument]) -> str:
    lines = (joined(document_words(it), sha256_words(it)) for it in documents)
    items = "".join(f"<li>{escaped_html(it)}</li>" for it in lines)
    return f"<ul class='small'>{items}</ul>" if items else ""


def _quote(quote: ReportedQuote) -> Iterator[str]:
    """Yield a quotation, open, with what surrounds it and where it comes from."""
    is_short = len(quote.quote) <= _SHORT
    shown = quote.quote if is_short else f"{quote.quote[:_SHORT]}…"
    standing = standing_words(quote)
    yield "<div><details open><summary>"
    yield f"<span class='small'>{quote.number} · {quote.role.value} · </span>"
    yield f"“<bdi>{escaped_html(shown)}</bdi>”</summary>"
    yield "<p class='context' dir='auto'>"
    yield escaped_html(_last(quote.opening))
    yield f"<mark>{escaped_html(quote.quote)}</mark>"
    yield f"{escaped_html(_first(quote.ending))}</p></details>"
    yield f"<p class='small' dir='auto'>{escaped_html(place_words(quote))}</p>"
    if standing:
        yield f"<p class='small warned' dir='auto'>{escaped_html(standing)}</p>"
    cited = f"cited by {quote.analyst}, {time_words(quote.cited_at)}"
    line = joined(quote.standing.value, cited, digest_words(quote))
    yield f"<p class='small' dir='auto'>{escaped_html(line)}</p></div>\n"


def _last(text: str) -> str:
    return text if len(text) <= _AROUND else f"… {text[-_AROUND:]}"


def _first(text: str) -> str:
    return text if len(text) <= _AROUND else f"{text[:_AROUND]} …"
