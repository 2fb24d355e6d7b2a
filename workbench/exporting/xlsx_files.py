"""Workbooks: the table on the first sheet, its quotations on the second.

Texts are written as texts, never as formulas, links or numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from workbench.errors import InvalidValue
from workbench.exporting.xml_text import xml_safe
from workbench.model.table_reports import ReportedCell, TableReport
from workbench.text.rich_text import Run, list_mark, numbered, parse

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST: Final = 32_767
"""The UTF-16 units that a cell of a spreadsheet holds."""
MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
_CUT: Final = " … [cut: a cell holds no more; .provenance.json has all of it]"
_NARROW, _WIDE = 14, 44


def write_workbook(
    path: Path,
    report: TableReport,
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> None:
    """Write a table and the rows of its quotations.

    `InvalidValue` where it is larger than a spreadsheet.
    """
    from xlsxwriter import Workbook  # only this export needs it

    _check_size(report)
    # On a full disk the library would hide the reason and leave its archive open.
    content = BytesIO()
    workbook = Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    sheets = _Sheets(workbook)
    sheets.write_table(report)
    sheets.write_quotations(header, rows)
    workbook.close()
    with path.open("xb") as file:
        file.write(content.getbuffer())


def cut(text: str) -> str:
    """Return a text that a cell can hold; where it is cut, it says so."""
    text = xml_safe(text)
    if 2 * len(text) <= LONGEST or _units(text) <= LONGEST:
        return text
    units = text.encode("utf-16-le")[: 2 * (LONGEST - len(_CUT))]
    return units.decode("utf-16-le", "ignore") + _CUT


class _Sheets:
    """Writes the sheets of one workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._head = workbook.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
        )
        self._plain = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._strong = workbook.add_format(
            {"bold": True, "text_wrap": True, "valign": "top"}
        )
        self._bold = workbook.add_format({"bold": True})
        self._upright = workbook.add_format({"bold": False})

    def write_table(self, report: TableReport) -> None:
        sheet = self._workbook.add_worksheet("Table")
        named = ["row", "group"] if report.has_groups else ["row"]
        for column in report.columns:
            named += [column.name, f"{column.name} state", f"{column.name} quotations"]
        self._write_head(sheet, named)
        first = len(named) - 3 * len(report.columns)
        for number in range(len(report.columns)):
            sheet.set_column(first + 3 * number, first + 3 * number, _WIDE)
        for line, row in enumerate(report.rows, 1):
            texts = [row.name, row.group] if report.has_groups else [row.name]
            for place, text in enumerate(texts):
                self._write_text(sheet, line, place, text)
            for number, cell in enumerate(row.cells):
                self._write_cell(sheet, line, first + 3 * number, cell)

    def write_quotations(
        self, header: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> None:
        sheet = self._workbook.add_worksheet("Quotations")
        self._write_head(sheet, header)
        for line, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                if isinstance(value, int):
                    _checked(sheet.write_number(line, place, value, self._plain))
                elif value:
                    self._write_text(sheet, line, place, str(value))

    def _write_head(self, sheet: Worksheet, header: Sequence[str]) -> None:
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, 2 * _NARROW)
        sheet.set_column(1, len(header), _NARROW)
        for place, name in enumerate(header):
            self._write_text(sheet, 0, place, name, self._head)

    def _write_cell(
        self, sheet: Worksheet, line: int, place: int, cell: ReportedCell
    ) -> None:
        self._write_rich(sheet, line, place, list(_runs(cell.summary)))
        self._write_text(sheet, line, place + 1, cell.state.value)
        self._write_text(sheet, line, place + 2, cell.numbers)

    def _write_rich(
        self, sheet: Worksheet, line: int, place: int, runs: Sequence[Run]
    ) -> None:
        whole = "".join(run.text for run in runs)
        if not any(run.is_bold for run in runs) or _units(whole) > LONGEST:
            self._write_text(sheet, line, place, whole)
            return
        if len(runs) == 1:
            self._write_text(sheet, line, place, whole, self._strong)
            return
        pieces: list[str | Format] = []
        for run in runs:
            look = self._bold if run.is_bold else self._upright
            pieces += [look, xml_safe(run.text)]
        _checked(sheet.write_rich_string(line, place, *pieces, self._plain))

    def _write_text(
        self,
        sheet: Worksheet,
        line: int,
        place: int,
        text: str,
        look: Format | None = None,
    ) -> None:
        if not text:
            return
        text, look = cut(text), look or self._plain
        # The library takes such a text for the rich one that it makes itself.
        if text.startswith("<r>") and text.endswith("</r>"):
            pieces = (self._upright, text[:1], self._upright, text[1:])
            _checked(sheet.write_rich_string(line, place, *pieces, look))
        else:
            _checked(sheet.write_string(line, place, text, look))


def _runs(summary: str) -> Iterator[Run]:
    """Yield the runs of a summary, marks of lists and ends of lines among them."""
    for place, (block, number) in enumerate(numbered(parse(summary))):
        mark = ("\n" if place else "") + list_mark(block.kind, number)
        yield from (Run(mark),) if mark else ()
        yield from (run for run in block.runs if run.text)


def _check_size(report: TableReport) -> None:
    quotations = sum(max(1, len(cell.quotes)) for _, _, cell in report.cells())
    columns = 2 + 3 * len(report.columns)
    if max(quotations, len(report.rows)) >= MOST_ROWS or columns > MOST_COLUMNS:
        raise InvalidValue(
            "The table is larger than a spreadsheet can be; export it as CSV."
        )


def _checked(answer: Any) -> None:
    """Let nothing be left out silently, as the library does with what it refuses."""
    assert answer == 0, f"XlsxWriter refused a cell ({answer})"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
