"""Give comparisons out of the project: as CSV, or as one HTML page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Final

from workbench.errors import InvalidValue
from workbench.exporting.comparison_pages import write_page
from workbench.exporting.csv_files import write_rows
from workbench.jobs import Tracker
from workbench.model.comparison_reports import (
    ComparedPair,
    ComparedText,
    ComparisonReport,
)
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.operations.comparison_reports import (
    documents_report,
    facts_report,
    versions_report,
)
from workbench.operations.place_columns import MADE_COLUMNS, PLACE_COLUMNS, of_side
from workbench.text.page_labels import label_over
from workbench.views import ProjectView


class ComparisonForm(StrEnum):
    """What a comparison is written as: one page with both texts, or a table of pairs.

    The value is the suffix of such a file.
    """

    PAGE = ".html"
    TABLE = ".csv"


PAIR_COLUMNS: Final = (
    "kind",
    "score",
    *of_side("a", PLACE_COLUMNS),
    *of_side("b", PLACE_COLUMNS),
    "removed",
    "added",
    "remark",
    "link",
    "reason",
    *MADE_COLUMNS,
)

_BETWEEN = " … "


def export_comparison(
    view: ProjectView,
    a: DocumentId,
    b: DocumentId,
    target: Path,
    tracker: Tracker | None = None,
) -> int:
    """Compare two documents and write the pairs as `target` says; return how many.

    The suffix decides: `.csv` has one row a pair, `.html` both texts with the pairs,
    the facts and the links marked. The same document twice gives its twins. May run on
    any thread.
    """
    form = _form(target)
    is_page = form is ComparisonForm.PAGE
    report = documents_report(view, a, b, tracker or Tracker(), has_facts=is_page)
    return write_comparison(report, target, form)


def export_all_pairs(
    view: ProjectView,
    document_ids: Sequence[DocumentId],
    target: Path,
    tracker: Tracker,
) -> int:
    """Compare each two of some documents and write one CSV file; return the rows.

    A document that is named twice is also compared with itself.
    """
    twos = dict.fromkeys(combinations(document_ids, 2))
    reports = (documents_report(view, *it, tracker) for it in twos)
    rows = (row for report in reports for row in _rows(report))
    return write_rows(target, PAIR_COLUMNS, rows, raw=False)


def export_facts_page(
    view: ProjectView, a: DocumentId, b: DocumentId, target: Path, tracker: Tracker
) -> int:
    """Write the page of a comparison with its facts first; return their rows."""
    report = facts_report(view, a, b, tracker)
    write_page(target, report)
    return len(report.facts)


def export_versions(
    view: ProjectView,
    document_id: DocumentId,
    old: int,
    new: int,
    target: Path,
    tracker: Tracker | None = None,
) -> int:
    """Compare two versions and write them as `export_comparison` does.

    A CSV file has every paragraph, a page marks those that are not the same.
    """
    form = _form(target)
    report = versions_report(view, document_id, old, new, tracker or Tracker())
    return write_comparison(report, target, form)


def write_comparison(
    report: ComparisonReport, target: Path, form: ComparisonForm
) -> int:
    """Write a comparison and return how many pairs were written."""
    if form is ComparisonForm.PAGE:
        return write_page(target, report)
    return write_rows(target, PAIR_COLUMNS, _rows(report), raw=False)


def _form(target: Path) -> ComparisonForm:
    try:
        return ComparisonForm(target.suffix.lower())
    except ValueError as error:
        raise InvalidValue(
            f"“{target.name}” should end in .html for a page or in .csv for a table."
        ) from error


def _rows(report: ComparisonReport) -> Iterator[tuple[object, ...]]:
    made = report.made_at.astimezone(UTC).isoformat(timespec="seconds")
    for pair in report.pairs:
        yield (
            pair.kind,
            pair.score,
            *_side(report.a, pair.a),
            *_side(report.b, pair.b),
            _words(report.a, pair.removed),
            _words(report.b, pair.added),
            pair.remark,
            *_links(pair),
            report.analyst,
            made,
        )


def _side(text: ComparedText, span: Span | None) -> tuple[object, ...]:
    named = (
        text.document_id,
        text.name,
        text.title,
        text.date,
        text.version,
        text.sha256,
    )
    if span is None:
        return (*named, "", None, None, "")
    page = label_over(text.pages, span)
    return (*named, page, span.start, span.end, span.of(text.text))


def _words(text: ComparedText, spans: Iterable[Span]) -> str:
    return _BETWEEN.join(it.of(text.text) for it in spans)


def _links(pair: ComparedPair) -> tuple[str, str]:
    kinds = "; ".join(it.kind.value for it in pair.links)
    return kinds, "; ".join(it.reason for it in pair.links if it.reason)
