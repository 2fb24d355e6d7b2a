"""The command that finds where the quotations of a document were taken from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from workbench.cli.answers import (
    counted,
    json_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.projects import project_argument, reading
from workbench.cli.stretches import quote_json
from workbench.cli.targets import (
    Written,
    check_targets,
    csv_option,
    page_option,
    show_all_written,
)
from workbench.model.quotations import AuditedQuote, QuoteKind, QuoteSource
from workbench.model.spans import Span
from workbench.operations.quote_files import (
    changed_words,
    export_quotes,
    export_quotes_page,
)
from workbench.operations.quotes import audit_quotes

_WIDEST_TITLE = 36


@click.command("quotes")
@project_argument
@click.argument("document")
@csv_option("Write every quotation and its source as CSV.")
@page_option("Write one page with the text, its quotations marked, and their sources.")
@json_option
def quotes_command(
    *,
    path: Path,
    document: str,
    target: Path | None,
    page: Path | None,
    as_json: bool,
) -> None:
    """Find the source of each quotation in DOCUMENT among the other documents.

    A quotation is verbatim, altered, or has no source in the project. Places are those
    of the words inside the marks.
    """
    check_targets(path, target, page)
    files = []
    with reading(path) as view:
        document_id = view.documents.find(document).id
        quotes = audit_quotes(view, document_id)
        if target is not None:
            count = export_quotes(view, document_id, quotes, target)
            files.append(Written(count, target))
        if page is not None:
            count = export_quotes_page(view, document_id, quotes, page)
            files.append(Written(count, page))
    if files:
        show_all_written(files, as_json=as_json)
    elif as_json:
        show_json(list(map(_json, quotes)))
    else:
        _show(quotes)


def _show(quotes: Sequence[AuditedQuote]) -> None:
    kinds = [sum(it.kind is kind for it in quotes) for kind in QuoteKind]
    show(
        f"{counted(len(quotes), 'quotation')}: {kinds[0]:,} verbatim,"
        f" {kinds[1]:,} altered, {kinds[2]:,} without a source."
    )
    if quotes:
        show_columns(
            ("KIND", "START", "END", "QUOTATION", "SOURCE", "AT", "CHANGED"),
            [_line(it) for it in quotes],
        )


def _line(quote: AuditedQuote) -> tuple[object, ...]:
    removed, added = changed_words(quote)
    changes = [f"-{one_line(it)}" for it in removed] + [
        f"+{one_line(it)}" for it in added
    ]
    quotation, source = quote.quotation, quote.source
    return (
        quote.kind.value,
        quotation.span.start,
        quotation.span.end,
        quotation.text,
        one_line(source.title, _WIDEST_TITLE) if source else "",
        f"{source.span.start}-{source.span.end}" if source else "",
        " ".join(changes),
    )


def _json(quote: AuditedQuote) -> dict[str, object]:
    quotation = quote.quotation
    return {
        **quote_json(quotation.span, quotation.text),
        "kind": quote.kind.value,
        "level": quotation.level,
        "closed": quotation.is_closed,
        "source": _source(quote.source) if quote.source else None,
        "diff": _diff(quote),
        "others": list(map(_source, quote.others)),
    }


def _source(source: QuoteSource) -> dict[str, object]:
    stretch = quote_json(source.span, source.text)
    return {"document": source.document_id, "title": source.title, **stretch}


def _diff(quote: AuditedQuote) -> dict[str, object] | None:
    """Return the words that differ, at their places in either document's text."""
    if quote.diff is None or quote.source is None:
        return None
    source, quotation = quote.source, quote.quotation
    return {
        "removed": [
            _part(it, source.span.start, source.text) for it in quote.diff.removed
        ],
        "added": [
            _part(it, quotation.span.start, quotation.text) for it in quote.diff.added
        ],
        "marked": quote.is_marked,
    }


def _part(span: Span, first: int, text: str) -> dict[str, object]:
    return quote_json(Span(span.start + first, span.end + first), span.of(text))
