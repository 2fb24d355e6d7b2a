"""Give concordances and statistics of words out of the project as CSV.

Every row says what was asked, how, by whom and when, so that it can stand alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from workbench.exporting.csv_files import write_rows
from workbench.jobs import Tracker
from workbench.model.concordances import Concordance, Measure, Window
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.operations.concordances import lines_at
from workbench.operations.option_words import options_in_words
from workbench.operations.word_statistics import collocates, keyness, ngrams
from workbench.text.keyness import significance
from workbench.views import ProjectView

CONTEXT = 80
"""Characters given before and after a match."""
AT_A_TIME = 20_000
"""Lines whose texts are read together; in any order, a text is read once for them."""

ASKED_COLUMNS = ("options", "analyst", "created")
LINE_COLUMNS = (
    "document_id",
    "document",
    "title",
    "date",
    "source",
    "start",
    "end",
    "left",
    "match",
    "right",
    "version",
    "sha256",
    "query",
)
COLLOCATE_COLUMNS = ("word", "near", "left", "right", "total", "score", "query")
NGRAM_COLUMNS = ("words", "count", "documents")
KEYWORD_COLUMNS = (
    "word",
    "count",
    "per_million",
    "rest",
    "rest_per_million",
    "log_likelihood",
    "probability",
    "log_ratio",
    "documents",
)

Row = Sequence[object]


def export_concordance(
    view: ProjectView, concordance: Concordance, target: Path, tracker: Tracker
) -> int:
    """Write one row a line, in the order of the lines; return how many."""
    options = options_in_words(concordance.options)
    if concordance.keys:
        options += f"; sorted by: {', '.join(concordance.keys)}"
    rows = _line_rows(view, concordance, tracker)
    asked = concordance.query, *_asked(view, options)
    return _write(target, (*LINE_COLUMNS, *ASKED_COLUMNS), rows, asked)


def export_collocates(
    view: ProjectView,
    concordance: Concordance,
    window: Window,
    measure: Measure,
    least: int,
    target: Path,
    tracker: Tracker,
) -> int:
    """Count what stands near the matches, write one row a word, and return how many."""
    found = collocates(view, concordance, window, measure, least, tracker)
    options = (
        f"{options_in_words(concordance.options)}; matches: {len(concordance)};"
        f" window: {window.left} left, {window.right} right; measure: {measure};"
        f" least: {least}"
    )
    rows = (
        (it.word, it.near, it.left, it.right, it.total, _rounded(it.score))
        for it in found
    )
    asked = concordance.query, *_asked(view, options)
    return _write(target, (*COLLOCATE_COLUMNS, *ASKED_COLUMNS), rows, asked)


def export_ngrams(
    view: ProjectView,
    size: int,
    least: int,
    target: Path,
    tracker: Tracker,
    documents: Collection[DocumentId] | None = None,
    word: str = "",
) -> int:
    """Count sequences of words, write one row for each, and return how many."""
    found = ngrams(view, size, least, tracker, documents, word)
    options = f"size: {size}; least: {least}; without zones"
    if word:
        options += f"; with: {word}"
    if documents is not None:
        options += f"; documents: {_names(view, documents)}"
    rows = ((it.text, it.count, it.documents) for it in found)
    header = (*NGRAM_COLUMNS, *ASKED_COLUMNS)
    return _write(target, header, rows, _asked(view, options))


def export_keyness(
    view: ProjectView,
    document_ids: Collection[DocumentId],
    least: int,
    target: Path,
    tracker: Tracker,
) -> int:
    """Compare documents with the rest, write one row a word, and return how many."""
    rows = (
        (
            it.word,
            it.count,
            _rounded(it.per_million),
            it.rest,
            _rounded(it.rest_per_million),
            _rounded(it.log_likelihood),
            significance(it.log_likelihood),
            _rounded(it.log_ratio),
        )
        for it in keyness(view, document_ids, least, tracker)
    )
    asked = _asked(view, f"least: {least}; without zones")
    header = (*KEYWORD_COLUMNS, *ASKED_COLUMNS)
    return _write(target, header, rows, (_names(view, document_ids), *asked))


def _line_rows(
    view: ProjectView, concordance: Concordance, tracker: Tracker
) -> Iterator[Row]:
    documents = {it.id: it for it in view.documents.all()}
    count = len(concordance)
    for first in range(0, count, AT_A_TIME):
        numbers = range(first, min(first + AT_A_TIME, count))
        lines = lines_at(view, concordance, numbers, CONTEXT)
        for number, line in zip(numbers, lines, strict=True):
            tracker.advance(number, count, "Writing lines")
            document = documents[line.document.document_id]
            yield (
                *_document_cells(document),
                line.span.start,
                line.span.end,
                line.left,
                line.match,
                line.right,
                document.version,
                document.sha256,
            )


def _document_cells(document: Document) -> Row:
    return document.id, document.name, document.title, document.date, document.source


def _asked(view: ProjectView, options: str) -> tuple[str, str, str]:
    return options, view.analyst, datetime.now(UTC).isoformat(timespec="seconds")


def _names(view: ProjectView, document_ids: Iterable[DocumentId]) -> str:
    listed = view.documents.listed(document_ids)
    return ", ".join(listed[it].name for it in sorted(listed))


def _rounded(value: float) -> float:
    return round(value, 4)


def _write(target: Path, header: Sequence[str], rows: Iterable[Row], asked: Row) -> int:
    return write_rows(target, header, ([*row, *asked] for row in rows), raw=False)
