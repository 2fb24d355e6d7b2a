"""What is said of quotations: their kinds, counts, and what changed in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ui.widgets.badge import BadgeKind
from ui.widgets.counting import count_of
from workbench.model.quotations import AuditedQuote, QuoteKind
from workbench.model.spans import Span

_WORDS = {
    QuoteKind.VERBATIM: "verbatim",
    QuoteKind.ALTERED: "altered",
    QuoteKind.UNSOURCED: "no source",
}
_TONES = {
    QuoteKind.VERBATIM: BadgeKind.OK,
    QuoteKind.ALTERED: BadgeKind.WARN,
    QuoteKind.UNSOURCED: BadgeKind.BAD,
}


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters in a row, all of them changed or none."""

    text: str
    is_changed: bool


def kind_words(kind: QuoteKind) -> str:
    """Return what a badge says."""
    return _WORDS[kind]


def kind_tone(kind: QuoteKind) -> BadgeKind:
    """Return the tone of a badge that says it."""
    return _TONES[kind]


def counts_line(quotes: Sequence[AuditedQuote]) -> str:
    """Say how many quotations of each kind there are."""
    counts = {kind: sum(it.kind is kind for it in quotes) for kind in QuoteKind}
    return (
        f"{count_of(len(quotes), 'quotation')}: {counts[QuoteKind.VERBATIM]:,}"
        f" verbatim, {counts[QuoteKind.ALTERED]:,} altered,"
        f" {counts[QuoteKind.UNSOURCED]:,} without a source"
    )


def runs_of(text: str, changed: Sequence[Span]) -> Iterator[Run]:
    """Yield the changed words of a text, and what stands between them."""
    at = 0
    for span in changed:
        yield Run(text[at : span.start], is_changed=False)
        yield Run(span.of(text), is_changed=True)
        at = span.end
    yield Run(text[at:], is_changed=False)
