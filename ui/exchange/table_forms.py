"""The forms a table can be exported in, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from workbench.operations.table_files import TableForm


class FormWords(NamedTuple):
    """What a form is called, what it is good for, and how the file dialog names it."""

    name: str
    meaning: str
    files: str


FORMS: Final[Mapping[TableForm, FormWords]] = {
    TableForm.CSV: FormWords(
        "CSV, a line for each row",
        "The table in UTF-8, for spreadsheets and statistics.",
        "CSV files (*.csv)",
    ),
    TableForm.QUOTATIONS: FormWords(
        "CSV, a line for each quotation",
        "Every quotation with its document, version, digest and place.",
        "CSV files (*.csv)",
    ),
    TableForm.XLSX: FormWords(
        "Workbook",
        "The table on one sheet, its quotations on another.",
        "Workbooks (*.xlsx)",
    ),
    TableForm.DOCX: FormWords(
        "Word document",
        "The table, with its quotations as footnotes.",
        "Word documents (*.docx)",
    ),
    TableForm.MARKDOWN: FormWords(
        "Markdown",
        "The table, with its quotations as numbered footnotes.",
        "Markdown files (*.md)",
    ),
    TableForm.PAGE: FormWords(
        "Web page",
        "One page, with the quotations as notes below the table.",
        "Web pages (*.html)",
    ),
    TableForm.BOOK: FormWords(
        "Evidence book",
        "One page to give away, in which each cell opens its quotations in context.",
        "Web pages (*.html)",
    ),
}
SPREADSHEETS: Final = {TableForm.CSV, TableForm.QUOTATIONS}
"""Forms in which a text may be taken for a formula."""
