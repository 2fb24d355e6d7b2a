"""A table in Markdown, with its quotations as numbered footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from workbench.exporting.evidence_words import (
    absence_words,
    digest_words,
    joined,
    quote_words,
    state_words,
)
from workbench.exporting.xml_text import xml_safe
from workbench.model.table_reports import ReportedCell, ReportedQuote, TableReport

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>#|~&]")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


def markdown_table(report: TableReport) -> Iterator[str]:
    """Yield a table as GitHub and Pandoc read it; summaries keep their marks."""
    return (f"{line}\n" for line in _lines(report))


def _lines(report: TableReport) -> Iterator[str]:
    yield from (f"# {_literal(report.table)}", "", _literal(report.facts), "")
    yield from _questions(report)
    named = ["", *(_literal(it.name) for it in report.columns)]
    yield _row(named)
    yield _row(["---"] * len(named))
    group = ""
    for row in report.rows:
        if row.group != group:
            group = row.group
            yield _row(
                [f"*{_literal(group)}*" if group else "—", *[""] * (len(named) - 1)]
            )
        yield _row([f"**{_literal(row.name)}**", *map(_cell, row.cells)])
    yield ""
    for quote in report.quotes():
        yield from (_footnote(quote), "")


def _questions(report: TableReport) -> Iterator[str]:
    asked = [it for it in report.columns if it.question]
    for column in asked:
        yield f"- **{_literal(column.name)}**: {_literal(column.question)}"
    yield from [""] if asked else []


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: ReportedCell) -> str:
    """Return summary, notes and state; a pipe or a line end would end the cell."""
    marks = "".join(f"[^{it.number}]" for it in cell.quotes)
    said = _one_line(xml_safe(cell.summary).replace("<", "\\<").replace("|", "\\|"))
    state = _literal(state_words(cell))
    absence = _literal(absence_words(cell.absence)) if cell.absence else ""
    parts = [said + marks, f"*{state}*" if state else "", absence]
    return "<br>".join(it for it in parts if it)


def _footnote(quote: ReportedQuote) -> str:
    said = joined(quote_words(quote), digest_words(quote))
    return f"[^{quote.number}]: “{_literal(quote.quote)}” {_literal(said)}"


def _literal(text: str) -> str:
    """Return a text that reads as itself, on one line."""
    return _one_line(_SPECIAL.sub(lambda found: f"\\{found[0]}", xml_safe(text)))


def _one_line(text: str) -> str:
    return _LINE_END.sub("<br>", text)
