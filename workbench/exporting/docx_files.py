"""A table as a Word document, with its quotations as real footnotes.

python-docx knows no footnotes and needs minutes for a large table, and a document is
but a few small parts in a ZIP file: they are written here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from workbench.errors import InvalidValue
from workbench.exporting import docx_parts
from workbench.exporting.evidence_words import (
    absence_words,
    digest_words,
    joined,
    quote_words,
    state_words,
)
from workbench.exporting.xml_text import xml_text
from workbench.model.table_reports import ReportedCell, ReportedQuote, TableReport
from workbench.text.rich_text import RichBlock, RichKind, numbered, parse

Watched = Callable[[Iterable[str]], Iterable[str]]

MOST_COLUMNS: Final = 62
"""Word shows 63, one of which names the rows."""
_MARK: Final = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_BREAK: Final = re.compile(r"\r\n|[\r\n\t]")
_MARGIN, _WIDTH, _HEIGHT = 850, 16838, 11906
_FIRST: Final = 1800
"""The page and its first column, in twentieths of a point: A4 on its side."""


def write_docx(path: Path, report: TableReport, watched: Watched) -> None:
    """Write a table; `InvalidValue` where it has more columns than Word shows.

    `watched` hands on what is written bit by bit.
    """
    if len(report.columns) > MOST_COLUMNS:
        raise InvalidValue(
            f"Word shows at most {MOST_COLUMNS} questions in a table; hide some"
            " columns, or export another form."
        )
    core = docx_parts.CORE.format(
        title=xml_text(report.table),
        creator=xml_text(report.analyst),
        created=f"{report.made_at:%Y-%m-%dT%H:%M:%SZ}",
    )
    with path.open("xb") as file, ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", docx_parts.CONTENT_TYPES)
        package.writestr("_rels/.rels", docx_parts.PACKAGE_PARTS)
        package.writestr("docProps/core.xml", core)
        package.writestr("word/_rels/document.xml.rels", docx_parts.DOCUMENT_PARTS)
        package.writestr("word/styles.xml", docx_parts.STYLES)
        package.writestr("word/settings.xml", docx_parts.SETTINGS)
        _write_part(package, "word/document.xml", watched(_document(report)))
        _write_part(package, "word/footnotes.xml", watched(_footnotes(report)))


def _write_part(package: ZipFile, name: str, parts: Iterable[str]) -> None:
    with package.open(name, "w") as part, TextIOWrapper(part, "utf-8") as text:
        text.writelines(parts)


def _document(report: TableReport) -> Iterator[str]:
    yield docx_parts.HEAD
    yield f'<w:document xmlns:w="{docx_parts.NAMESPACE}"><w:body>'
    yield _paragraph(_run(report.table), "Title")
    yield _paragraph(_run(report.facts), "Facts")
    yield from _questions(report)
    yield from _table(report)
    yield f'<w:p/><w:sectPr><w:pgSz w:w="{_WIDTH}" w:h="{_HEIGHT}"'
    yield f' w:orient="landscape"/><w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}"'
    yield f' w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="400" w:footer="400"'
    yield ' w:gutter="0"/></w:sectPr></w:body></w:document>'


def _questions(report: TableReport) -> Iterator[str]:
    for column in report.columns:
        if column.question:
            name = _run(f"{column.name}: ", is_bold=True)
            yield _paragraph(name + _run(column.question))
    yield _paragraph("")


def _table(report: TableReport) -> Iterator[str]:
    columns = len(report.columns)
    room = _WIDTH - 2 * _MARGIN
    widths = [_FIRST, *[(room - _FIRST) // max(1, columns)] * columns]
    yield '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
    yield f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    yield "</w:tblPr><w:tblGrid>"
    yield from (f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield "</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>"
    for name, width in zip(
        ["", *(it.name for it in report.columns)], widths, strict=True
    ):
        yield _cell(_paragraph(_run(name, is_bold=True)), width)
    yield "</w:tr>"
    yield from _rows(report, widths)
    yield "</w:tbl>"


def _rows(report: TableReport, widths: list[int]) -> Iterator[str]:
    group = ""
    for row in report.rows:
        if row.group != group:
            group = row.group
            heading = _paragraph(_run(group or "—"), "Facts")
            yield f"<w:tr>{_cell(heading, sum(widths), len(widths))}</w:tr>"
        yield "<w:tr>"
        yield _cell(_paragraph(_run(row.name, is_bold=True)), widths[0])
        for cell, width in zip(row.cells, widths[1:], strict=True):
            yield _cell("".join(_said(cell)), width)
        yield "</w:tr>"


def _cell(paragraphs: str, width: int, columns: int = 1) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    look = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>'
    return f"<w:tc>{look}{paragraphs}</w:tc>"


def _said(cell: ReportedCell) -> Iterator[str]:
    """Yield a cell's summary with the marks of its notes, then what its state is."""
    marks = "".join(map(_reference, cell.quotes))
    blocks = parse(cell.summary) or (RichBlock(RichKind.PARAGRAPH),)
    for block, number in numbered(blocks):
        yield _block(block, number, marks if block is blocks[-1] else "")
    state = state_words(cell)
    yield _paragraph(_run(state), "State") if state else ""
    if cell.absence:
        yield _paragraph(_run(absence_words(cell.absence)), "State")


def _block(block: RichBlock, number: int, marks: str) -> str:
    mark = {RichKind.BULLET: "•\t", RichKind.NUMBERED: f"{number}.\t"}
    said = "".join(_run(run.text, is_bold=run.is_bold) for run in block.runs)
    if block.kind in mark:
        return _paragraph(_run(mark[block.kind]) + said + marks, "ListItem")
    return _paragraph(said + marks)


def _reference(quote: ReportedQuote) -> str:
    return f'<w:r>{_MARK}<w:footnoteReference w:id="{quote.number}"/></w:r>'


def _footnotes(report: TableReport) -> Iterator[str]:
    yield f'{docx_parts.HEAD}<w:footnotes xmlns:w="{docx_parts.NAMESPACE}">'
    yield docx_parts.SEPARATORS
    own = f"<w:r>{_MARK}<w:footnoteRef/></w:r>"
    for quote in report.quotes():
        said = joined(quote_words(quote), digest_words(quote))
        runs = _run(f" “{quote.quote}” ") + _run(said)
        yield f'<w:footnote w:id="{quote.number}">'
        yield f"{_paragraph(own + runs, 'FootnoteText')}</w:footnote>"
    yield "</w:footnotes>"


def _paragraph(runs: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{runs}</w:p>"


def _run(text: str, *, is_bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if is_bold else ""
    return f"<w:r>{look}{''.join(_pieces(text))}</w:r>" if text else ""


def _pieces(text: str) -> Iterator[str]:
    """Yield the characters, with elements for what text cannot say in Word."""
    at = 0
    for found in _BREAK.finditer(text):
        yield from _characters(text[at : found.start()])
        yield "<w:tab/>" if found[0] == "\t" else "<w:br/>"
        at = found.end()
    yield from _characters(text[at:])


def _characters(text: str) -> Iterator[str]:
    if text:
        yield f'<w:t xml:space="preserve">{xml_text(text)}</w:t>'
