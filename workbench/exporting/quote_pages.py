"""One HTML page with a text, its quotations marked, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from workbench.exporting.html_pages import html_page
from workbench.exporting.nested_marks import Mark, escaped_html, marked_up
from workbench.exporting.whole_files import whole_file
from workbench.model.quotations import AuditedQuote, QuoteKind, QuoteSource
from workbench.model.spans import Span

KIND_NAMES: Final = {
    QuoteKind.VERBATIM: "Verbatim",
    QuoteKind.ALTERED: "Altered",
    QuoteKind.UNSOURCED: "No source",
}
_STYLE: Final = """
.text, blockquote { font-family: "Source Serif 4", Georgia, serif; font-size: 16px;
  line-height: 1.55; white-space: pre-wrap; overflow-wrap: anywhere; }
.text { background: var(--surface); border: 1px solid var(--line); border-radius: 8px;
  padding: 24px; }
blockquote { margin: 8px 0; }
ins { color: var(--ok); background: var(--ok-soft); }
del { color: var(--bad); background: var(--bad-soft); }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  gap: 24px; align-items: start; }
@media (max-width: 900px) { main { grid-template-columns: minmax(0, 1fr); } }
.text mark { color: inherit; border-radius: 2px; padding: 1px 0; }
mark.verbatim { background: var(--ok-soft); border-bottom: 2px solid var(--ok); }
mark.altered { background: var(--warn-soft); border-bottom: 2px dashed var(--warn); }
mark.unsourced { background: var(--bad-soft); border-bottom: 2px dotted var(--bad); }
.quotes > li { margin: 0 0 20px; }
.kind { font-size: 12px; font-weight: 600; border-radius: 4px; padding: 2px 7px; }
.kind.verbatim { color: var(--ok); background: var(--ok-soft); }
.kind.altered { color: var(--warn); background: var(--warn-soft); }
.kind.unsourced { color: var(--bad); background: var(--bad-soft); }
"""


def write_quotes_page(
    path: Path, title: str, text: str, quotes: Sequence[AuditedQuote]
) -> None:
    """Write the page; it needs no other file, and appears whole or not at all."""
    with whole_file(path) as target:
        heading = f"Quotations in {title}"
        target.writelines(html_page(heading, _STYLE, _body(heading, text, quotes)))


def _body(heading: str, text: str, quotes: Sequence[AuditedQuote]) -> Iterator[str]:
    yield f"<h1>{escaped_html(heading)}</h1>\n<p class='facts'>{_counts(quotes)}</p>\n"
    yield "<main><article class='text'>"
    yield from marked_up(text, map(_mark, range(1, len(quotes) + 1), quotes))
    yield "</article>\n<ol class='quotes'>\n"
    for number, quote in enumerate(quotes, 1):
        yield from _entry(number, quote)
    yield "</ol></main>\n"


def _counts(quotes: Sequence[AuditedQuote]) -> str:
    noun = "quotation" if len(quotes) == 1 else "quotations"
    counts = (
        f"{sum(it.kind is kind for it in quotes):,} {name.lower()}"
        for kind, name in KIND_NAMES.items()
    )
    return f"{len(quotes):,} {noun}: {', '.join(counts)}"


def _mark(number: int, quote: AuditedQuote) -> Mark:
    kind = quote.kind.value
    source = f": {quote.source.title}" if quote.source else ""
    tip = escaped_html(f"{KIND_NAMES[quote.kind]}{source}")
    attributes = f"class='{kind}' title='{tip}'"
    return Mark(
        quote.quotation.span,
        f"<mark id='text-{number}' {attributes}>",
        f"<mark {attributes}>",
        "</mark>",
    )


def _entry(number: int, quote: AuditedQuote) -> Iterator[str]:
    kind, quotation, source = quote.kind, quote.quotation, quote.source
    added = quote.diff.added if quote.diff else ()
    removed = quote.diff.removed if quote.diff else ()
    yield f"<li id='quote-{number}'><span class='kind {kind}'>{KIND_NAMES[kind]}</span>"
    yield f" <a href='#text-{number}'>{quotation.span.start:,}</a>"
    yield "" if quotation.is_closed else " <span class='facts'>never closed</span>"
    yield f"<blockquote>{_changed(quotation.text, added, 'ins')}</blockquote>"
    if source:
        yield f"<p class='facts'>{_place(source)}</p>"
    if source and quote.diff:
        yield f"<blockquote>{_changed(source.text, removed, 'del')}</blockquote>"
    if quote.is_marked:
        yield "<p class='facts'>Brackets or an ellipsis mark every change.</p>"
    if quote.others:
        yield f"<p class='facts'>Also in {'; '.join(map(_place, quote.others))}</p>"
    yield "</li>\n"


def _place(source: QuoteSource) -> str:
    return f"{escaped_html(source.title)}, {source.span.start:,}–{source.span.end:,}"


def _changed(text: str, spans: Iterable[Span], tag: str) -> str:
    marks = [Mark(it, f"<{tag}>", f"<{tag}>", f"</{tag}>") for it in spans]
    return "".join(marked_up(text, marks))
