"""One HTML page with a table, and its quotations as numbered notes below."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.exporting.evidence_words import digest_words, quote_words
from workbench.exporting.html_pages import html_page
from workbench.exporting.nested_marks import escaped_html
from workbench.exporting.table_look import NOTES_STYLE, TABLE_STYLE
from workbench.exporting.table_markup import heading, said, table_markup
from workbench.model.table_reports import ReportedCell, ReportedQuote, TableReport


def table_page(report: TableReport) -> Iterator[str]:
    """Yield a table as a page that needs no other file and no script."""
    return html_page(report.table, TABLE_STYLE + NOTES_STYLE, _body(report))


def _body(report: TableReport) -> Iterator[str]:
    yield from heading(report)
    yield from table_markup(report, _cell)
    if any(report.quotes()):
        yield "<h2>Quotations</h2>\n<ol class='notes'>\n"
        yield from map(_note, report.quotes())
        yield "</ol>\n"


def _cell(_row: int, _column: int, cell: ReportedCell) -> Iterator[str]:
    marks = "".join(map(_mark, cell.quotes))
    return said(cell, f"<sup>{marks}</sup>" if marks else "")


def _mark(quote: ReportedQuote) -> str:
    number = quote.number
    label = f"Quotation {number}"
    return f"<a id='m{number}' href='#n{number}' aria-label='{label}'>{number}</a>"


def _note(quote: ReportedQuote) -> str:
    return (
        f"<li id='n{quote.number}'><blockquote dir='auto'>“{escaped_html(quote.quote)}”"
        f"</blockquote><p class='small' dir='auto'>{escaped_html(quote_words(quote))}"
        f" <a href='#m{quote.number}'>back to the cell</a></p>"
        f"<p class='small'>{digest_words(quote)}</p></li>\n"
    )
