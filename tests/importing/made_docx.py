"""Word files: by python-docx, and by hand for what it cannot write."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import docx as python_docx

from tests.importing.office_parts import docx, p, repacked, run

_BREAK = '<w:r><w:br w:type="page"/></w:r>'
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>'
)


def made() -> dict[str, bytes]:
    """Return files by their names."""
    return {
        "report.docx": _report(),
        "reviewed.docx": _reviewed(),
        "boxes.docx": _boxes(),
        "empty.docx": docx(""),
    }


def _report() -> bytes:
    document = python_docx.Document()
    document.core_properties.title = "Export controls"
    document.core_properties.author = "Lee"
    document.core_properties.created = datetime(2022, 11, 7, tzinfo=UTC)
    document.add_heading("Export controls", 0)
    for part in range(4):
        document.add_heading(f"Part {part}", 1)
        for number in range(12):
            document.add_paragraph(f"Rule {number} of part {part} is in force. " * 6)
        document.add_paragraph("A point of it", style="List Bullet")
        document.add_paragraph("As somebody said", style="Quote")
        table = document.add_table(3, 3)
        for cell in table._cells:
            cell.text = f"Chips {part}"
        document.add_page_break()
    file = BytesIO()
    document.save(file)
    return repacked(file.getvalue())


def _reviewed() -> bytes:
    deleted = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    changed = f"<w:ins>{run('new ')}</w:ins>{deleted}"
    marked = (
        f'<w:commentRangeStart w:id="1"/>{run("tide")}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/><w:footnoteReference w:id="2"/></w:r>'
    )
    section = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    body = p("Tides", '<w:pStyle w:val="H1"/>') + p(run("The ") + changed + marked)
    return docx(
        body + p(_BREAK) + p("Said so", '<w:pStyle w:val="Q"/>') + section,
        styles=_STYLES,
        comments=f'<w:comment w:id="1" w:author="Ann">{p("Why?")}</w:comment>',
        footnotes=f'<w:footnote w:id="2">{p("See there.")}</w:footnote>',
        header1=p("Draft"),
    )


def _boxes() -> bytes:
    box = f"<w:r><w:drawing><w:txbxContent>{p('In')}</w:txbxContent></w:drawing></w:r>"
    begin, end = "<w:tbl><w:tr><w:tc>", f"</w:tc><w:tc>{p('x')}</w:tc></w:tr></w:tbl>"
    symbol = '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:tab/></w:r>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>7</w:t>'
        '<w:fldChar w:fldCharType="end"/></w:r>'
    )
    return docx(p(run("Be") + box + symbol + field) + begin * 40 + p("y") + end * 40)
