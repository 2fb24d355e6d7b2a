"""What is said of a cell's evidence, in the same words in every form."""

from __future__ import annotations

from datetime import UTC, datetime

from workbench.model.cells import CellState, Standing
from workbench.model.table_reports import (
    ReportedAbsence,
    ReportedCell,
    ReportedDocument,
    ReportedQuote,
)

_UNREMARKABLE = {CellState.EMPTY, CellState.SUPPORTED}


def state_words(cell: ReportedCell) -> str:
    """Say in which state a cell is, unless that is usual, and what its sources are."""
    state = "" if cell.state in _UNREMARKABLE else cell.state.value
    return joined(state, cell.sources)


def place_words(quote: ReportedQuote) -> str:
    """Say where a quotation stood when it was cited."""
    return f"{document_words(quote.document)}, characters {quote.start}–{quote.end}"


def document_words(document: ReportedDocument) -> str:
    """Name a document by title, day and file, with the version that is meant."""
    parts = [f"{document.label} ({document.date})" if document.date else document.label]
    if document.name != document.label:
        parts.append(document.name)
    if document.version:
        parts.append(f"version {document.version}")
    return ", ".join(parts)


def quote_words(quote: ReportedQuote) -> str:
    """Say what a quotation does for its cell, where it stands, and who cited it."""
    cited = f"cited by {quote.analyst}, {time_words(quote.cited_at)}"
    return joined(quote.role.value, place_words(quote), standing_words(quote), cited)


def digest_words(quote: ReportedQuote) -> str:
    """Return the digest that tells the cited file from any other."""
    return sha256_words(quote.document)


def sha256_words(document: ReportedDocument) -> str:
    """Return the digest of the file a document rests on; nothing where it is gone."""
    return f"SHA-256 {document.sha256}" if document.sha256 else ""


def standing_words(quote: ReportedQuote) -> str:
    """Say what became of a quotation since it was cited; nothing where it holds."""
    if quote.standing is Standing.STALE:
        return f"the text now says “{quote.now}”"
    if quote.standing is Standing.ORPHANED:
        return "its words are gone from the text"
    if quote.standing is Standing.CONTEXT_CHANGED:
        return "what surrounds it has changed since"
    return ""


def absence_words(absence: ReportedAbsence) -> str:
    """Say what was searched for in vain, where, when and by whom."""
    noun = "document" if absence.searched == 1 else "documents"
    said = (
        f"“{absence.query}” was not found in {absence.searched:,} {noun}"
        f" ({absence.scope.value}), asked by {absence.analyst},"
        f" {time_words(absence.asked_at)}"
    )
    if not absence.found:
        return said
    return f"{said}; found since in {', '.join(absence.found)}"


def time_words(moment: datetime) -> str:
    """Return a time for people, in UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def joined(*parts: str) -> str:
    """Return those of the parts that say something as one line."""
    return " · ".join(it for it in parts if it)
