"""Give a comparison table away: in many forms, each with a file that vouches for it.

What `provenance` says beside an export lets `operations.verifying` check it later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from workbench.errors import InvalidValue
from workbench.exporting.csv_files import write_into
from workbench.exporting.docx_files import write_docx
from workbench.exporting.evidence_books import evidence_book
from workbench.exporting.markdown_tables import markdown_table
from workbench.exporting.provenance_files import provenance_lines
from workbench.exporting.table_pages import table_page
from workbench.exporting.whole_files import new_text_file
from workbench.exporting.xlsx_files import write_workbook
from workbench.jobs import Tracker
from workbench.model.ids import TableId
from workbench.model.table_reports import TableReport
from workbench.operations.exported_rows import (
    QUOTATION_COLUMNS,
    quotation_rows,
    wide_columns,
    wide_rows,
)
from workbench.operations.provenance import provenance_of
from workbench.operations.table_reports import table_report
from workbench.operations.vouching import vouched_path
from workbench.views import ProjectView

_Bit = TypeVar("_Bit")

_STEP: Final = 500
"""Bits of a file between two looks whether to go on."""


class TableForm(StrEnum):
    """What a table is written as.

    `csv` has a row for each of the table's, `quotations` is CSV too with a row for
    each quotation. `html` is a page to read, `book` one in which cells open.
    """

    CSV = "csv"
    QUOTATIONS = "quotations"
    XLSX = "xlsx"
    MARKDOWN = "md"
    PAGE = "html"
    DOCX = "docx"
    BOOK = "book"

    @property
    def suffix(self) -> str:
        """The suffix of such a file."""
        return _SUFFIXES.get(self, f".{self.value}")


_SUFFIXES: Final = {TableForm.QUOTATIONS: ".csv", TableForm.BOOK: ".html"}


def form_of(target: Path) -> TableForm:
    """Return what a file's suffix asks for: of two forms that share it, the plain one.

    `InvalidValue` where no form has it.
    """
    for form in TableForm:
        if form.suffix == target.suffix.lower():
            return form
    raise InvalidValue(
        f"“{target.name}” should end in .csv, .xlsx, .md, .html or .docx; or name the"
        " form."
    )


def export_table(
    view: ProjectView,
    table_id: TableId,
    target: Path,
    form: TableForm | None = None,
    tracker: Tracker | None = None,
    *,
    raw: bool = False,
    has_hidden: bool = False,
) -> int:
    """Write a table and its provenance; return how many rows the table has there.

    Without `form` the suffix decides. In CSV, `raw` leaves out the apostrophe before
    what a spreadsheet would take for a formula. May run on any thread; both files
    appear whole or not at all.
    """
    form = form or form_of(target)
    tracker = tracker or Tracker()
    report = table_report(view, table_id, tracker, has_hidden=has_hidden)
    write_table(report, target, form, tracker, raw=raw)
    return len(report.rows)


def write_table(
    report: TableReport,
    target: Path,
    form: TableForm,
    tracker: Tracker,
    *,
    raw: bool = False,
) -> None:
    """Write what was gathered of a table, and its provenance beside it."""
    watched = _Watched(tracker, target.name)

    def lines_of(digest: str) -> Iterator[str]:
        record = provenance_of(report, target.name, form.value, digest)
        return watched(provenance_lines(record))

    with vouched_path(target, lines_of) as export:
        _write(report, export, form, watched, raw=raw)


def _write(
    report: TableReport,
    path: Path,
    form: TableForm,
    watched: _Watched,
    *,
    raw: bool,
) -> None:
    if form in _TEXTS:
        _write_text(path, watched(_TEXTS[form](report)))
    elif form is TableForm.XLSX:
        write_workbook(path, report, QUOTATION_COLUMNS, watched(quotation_rows(report)))
    elif form is TableForm.DOCX:
        write_docx(path, report, watched)
    else:
        is_wide = form is TableForm.CSV
        header = wide_columns(report) if is_wide else QUOTATION_COLUMNS
        rows = wide_rows(report) if is_wide else quotation_rows(report)
        with new_text_file(path, "utf-8-sig") as file:
            write_into(file, header, watched(rows), raw=raw)


_TEXTS: Final[dict[TableForm, Callable[[TableReport], Iterator[str]]]] = {
    TableForm.MARKDOWN: markdown_table,
    TableForm.PAGE: table_page,
    TableForm.BOOK: evidence_book,
}


def _write_text(path: Path, bits: Iterable[str]) -> None:
    with new_text_file(path) as file:
        file.writelines(bits)


class _Watched:
    """Hands on what is written, bit by bit, and stops once the person asked to."""

    def __init__(self, tracker: Tracker, name: str) -> None:
        self._tracker = tracker
        self._label = f"Writing {name}"

    def __call__(self, bits: Iterable[_Bit]) -> Iterator[_Bit]:
        for count, bit in enumerate(bits):
            if count % _STEP == 0:
                self._tracker.advance(0, 1, self._label)
            yield bit
