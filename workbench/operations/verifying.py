"""Check an export against a project: quotations, states, and absences."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from workbench.errors import InvalidValue, NotFound
from workbench.exporting.provenance_files import record_digest
from workbench.importing.provenance_files import read_provenance
from workbench.jobs import Tracker
from workbench.model.provenance import ENDING, PASSAGES, Provenance
from workbench.model.table_reports import ReportedQuote, TableReport
from workbench.model.verification import Difference, DifferenceKind, Verification
from workbench.operations.labels import first_words
from workbench.operations.provenance import recorded_cells, recorded_quotes
from workbench.operations.table_reports import table_report
from workbench.operations.verified_absences import absence_differences
from workbench.operations.verified_cells import (
    cell_differences,
    citation_differences,
    matched_quotes,
    of_quote,
)
from workbench.operations.verified_texts import VerifiedTexts
from workbench.views import ProjectView


def verify_export(
    view: ProjectView, path: Path, tracker: Tracker | None = None
) -> Verification:
    """Compare an export with the project, and tell how much there was to compare.

    `path` is the export or the provenance beside it. Checked are both files;
    each quotation, character for character, against the version it cites and the
    current text; the states, texts and citations of cells; and what is absent, which
    is searched for again. May run on any thread; `InvalidValue` where there is nothing
    to check or it cannot be read.
    """
    tracker = tracker or Tracker()
    beside = path if path.name.endswith(ENDING) else path.with_name(path.name + ENDING)
    if path != beside and not beside.exists():
        raise InvalidValue(
            f"There is no {beside.name} beside “{path.name}”; exports of tables and"
            " of passages have such a file, and only they can be verified."
        )
    record = read_provenance(beside)
    export = beside.with_name(beside.name.removesuffix(ENDING))
    differences = (
        *_of_record(beside, record),
        *_of_file(export, record),
        *_of_project(view, record, tracker),
    )
    cells = None if record.form == PASSAGES else len(record.cells)
    return Verification(len(record.quotations), cells, differences)


def _of_record(beside: Path, record: Provenance) -> Iterator[Difference]:
    if record_digest(record) != record.record_sha256:
        words = f"{beside.name} was changed after it was written"
        yield Difference(DifferenceKind.EXPORT, words)


def _of_file(export: Path, record: Provenance) -> Iterator[Difference]:
    if not export.exists():
        words = f"{export.name} is not beside its provenance"
        yield Difference(DifferenceKind.EXPORT, words)
        return
    try:
        with export.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InvalidValue(
            f"“{export.name}” could not be read ({error.strerror}); choose another."
        ) from error
    if digest != record.sha256:
        words = f"{export.name} was changed after it was exported"
        yield Difference(DifferenceKind.EXPORT, words)


def _of_project(
    view: ProjectView, record: Provenance, tracker: Tracker
) -> Iterator[Difference]:
    texts = VerifiedTexts(view, tracker)
    if record.form == PASSAGES:
        yield from texts.differences(record.quotations, lambda _quote: None)
        return
    report = _report(view, record.table, tracker)
    if report is None:
        words = f"the project has no table “{record.table}”"
        yield Difference(DifferenceKind.TABLE, words)
        yield from texts.differences(record.quotations, lambda _quote: None)
    else:
        yield from cell_differences(record.cells, list(recorded_cells(report)))
        yield from _of_quotes(record, report, texts)
    yield from absence_differences(view, texts, record, tracker)


def _of_quotes(
    record: Provenance, report: TableReport, texts: VerifiedTexts
) -> Iterator[Difference]:
    pairs, gone, come = matched_quotes(record.quotations, recorded_quotes(report))
    reported = {it.number: it for it in report.quotes()}
    now_by_identity = {id(then): reported[now.number] for then, now in pairs}

    def now_of(quote: object) -> ReportedQuote | None:
        return now_by_identity.get(id(quote))

    yield from texts.differences(record.quotations, now_of)
    yield from citation_differences(pairs)
    for quote in gone:
        words = f"{_shown(quote.quote)} is not cited there any more"
        yield of_quote(DifferenceKind.CITATION, words, quote)
    exported = {(it.row, it.column) for it in record.cells}
    for quote in come:
        if (quote.row, quote.column) in exported:
            words = f"{_shown(quote.quote)} is cited there now, and was not exported"
            yield Difference(DifferenceKind.CITATION, words, quote.row, quote.column)


def _shown(text: str) -> str:
    return f"“{first_words(text)}”"


def _report(view: ProjectView, table: str, tracker: Tracker) -> TableReport | None:
    try:
        table_id = view.tables.named(table).id
    except NotFound:
        return None
    return table_report(view, table_id, tracker, has_hidden=True)
