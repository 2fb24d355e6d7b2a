"""Workbooks and Word documents, read back by other libraries."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.exporting.table_reports import HOSTILE, made_up_report
from workbench.errors import InvalidValue
from workbench.exporting.docx_files import MOST_COLUMNS, write_docx
from workbench.exporting.xlsx_files import LONGEST, cut, write_workbook
from workbench.exporting.xml_text import xml_safe
from workbench.model.table_reports import ReportedColumn, TableReport
from workbench.operations.exported_rows import QUOTATION_COLUMNS, quotation_rows

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Read `_x000D_` as spreadsheets do, which openpyxl does only in part."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def write_sheets(report: TableReport, path: Path) -> Path:
    write_workbook(path, report, QUOTATION_COLUMNS, quotation_rows(report))
    return path


def quotations(path: Path) -> list[dict[str, Any]]:
    header, *rows = load_workbook(path)["Quotations"].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_a_workbook_has_the_table_and_its_quotations(tmp_path: Path) -> None:
    path = write_sheets(made_up_report(), tmp_path / "t.xlsx")
    book = load_workbook(path, rich_text=True)
    assert book.sheetnames == ["Table", "Quotations"]
    sheet = book["Table"]
    assert [it.value for it in sheet[1]][:5] == [
        "row", "group", "Aim", "Aim state", "Aim quotations",
    ]  # fmt: skip
    assert sheet["A2"].value == "=row"
    assert sheet["A2"].data_type == "s"
    assert str(sheet["C2"].value) == (
        "Two bold* words\n- one\n- two\n1. first\n2. second | <i>"
    )
    assert [it.text for it in sheet["C2"].value if it.font.b] == ["bold*"]
    assert sheet["C3"].font.b
    assert sheet["C3"].value == "All bold"
    assert [it.value for it in sheet[3]][3:5] == ["stale", "3"]
    rows = quotations(path)
    assert [it["number"] for it in rows] == [1, 2, None, 3, None, 4, None]
    assert rows[0]["sha256"] == "ab" * 32
    assert rows[4]["query"] == '"private sector"'
    assert rows[4]["searched_documents"] == "memo"


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_every_quotation_is_read_back_from_a_workbook_as_it_is(words: str) -> None:
    with TemporaryDirectory() as folder:
        path = write_sheets(made_up_report(words), Path(folder) / "t.xlsx")
        assert unescaped(quotations(path)[1]["quote"]) == xml_safe(words)


@pytest.mark.parametrize("words", ["<r>x</r>", "<r></r>", "<r><t>x</t></r><bad></r>"])
def test_words_that_look_like_rich_text_are_words(words: str, tmp_path: Path) -> None:
    path = write_sheets(made_up_report(words), tmp_path / "t.xlsx")
    assert quotations(path)[1]["quote"] == words


def test_a_lone_surrogate_does_not_lose_the_file(tmp_path: Path) -> None:
    report = made_up_report("a\ud800b\x00")
    assert quotations(write_sheets(report, tmp_path / "t.xlsx"))[1]["quote"] == "a�b�"
    write_docx(tmp_path / "t.docx", report, iter)
    assert "“a�b�”" in footnotes(tmp_path / "t.docx")[2]


@pytest.mark.parametrize("letter", ["x", "\N{GRINNING FACE}"])
def test_what_a_cell_cannot_hold_is_cut_and_says_so(
    letter: str, tmp_path: Path
) -> None:
    path = write_sheets(made_up_report(letter * 100_000), tmp_path / "t.xlsx")
    read = quotations(path)[1]["quote"]
    assert read == cut(letter * 100_000)
    assert read.startswith(letter * 16_000)
    assert read.endswith(".provenance.json has all of it]")
    assert len(read.encode("utf-16-le")) // 2 <= LONGEST
    assert cut(letter * 10) == letter * 10


def test_a_word_document_has_the_table_and_real_footnotes(tmp_path: Path) -> None:
    path = tmp_path / "t.docx"
    write_docx(path, made_up_report(), iter)
    document = docx.Document(str(path))
    assert document.core_properties.title == "Bodies & more"
    assert document.paragraphs[0].text == "Bodies & more"
    (table,) = document.tables
    assert [it.text for it in table.rows[0].cells] == ["", "Aim", "Level"]
    first = table.rows[1].cells[1]
    assert [it.text for it in first.paragraphs] == [
        "Two bold* words",
        "•\tone",
        "•\ttwo",
        "1.\tfirst",
        "2.\tsecond | <i>",
        "1 source",
    ]
    assert [it.text for it in first.paragraphs[0].runs if it.bold] == ["bold*"]
    references = [
        it.get(f"{WORD}id") for it in first._tc.iter(f"{WORD}footnoteReference")
    ]
    assert references == ["1", "2"]
    assert "stale" in table.rows[3].cells[1].text
    notes = footnotes(path)
    assert sorted(notes) == [-1, 0, 1, 2, 3, 4]
    assert notes[1].startswith(" “the aim” supports · A <b>memo</b> (2022-10), memo")
    assert notes[1].endswith("ab" * 32)
    assert "=1+1 \u202eimex� ]]>" in notes[2]


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_every_quotation_is_read_back_from_a_word_document(words: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "t.docx"
        write_docx(path, made_up_report(words), iter)
        wanted = xml_safe(words).replace("\r\n", "\n").replace("\r", "\n")
        assert footnotes(path)[2].startswith(f" “{wanted}” ")


def test_a_document_of_too_many_columns_is_refused(tmp_path: Path) -> None:
    report = made_up_report()
    columns = (ReportedColumn("Q", ""),) * (MOST_COLUMNS + 1)
    wide = TableReport(report.table, "p", "w", "ana", report.made_at, columns, ())
    with pytest.raises(InvalidValue, match="at most 62"):
        write_docx(tmp_path / "t.docx", wide, iter)
    assert not (tmp_path / "t.docx").exists()


def test_hostile_words_stay_in_their_note(tmp_path: Path) -> None:
    path = tmp_path / "t.docx"
    write_docx(path, made_up_report(HOSTILE), iter)
    with ZipFile(path) as package:
        assert package.testzip() is None
        assert len(package.namelist()) == len(set(package.namelist()))
    assert "<script>alert(1)</script>" in footnotes(path)[2]


def footnotes(path: Path) -> dict[int, str]:
    """Read the notes through python-docx's parts: their texts by their ids."""
    from lxml import etree

    part = next(
        it.target_part
        for it in docx.Document(str(path)).part.rels.values()
        if it.reltype.endswith("/footnotes")
    )
    root = etree.fromstring(part.blob)
    return {int(it.get(f"{WORD}id")): "".join(_words(it)) for it in root}


def _words(note: Any) -> list[str]:
    words = {f"{WORD}br": "\n", f"{WORD}tab": "\t"}
    return [
        words.get(it.tag) or it.text or ""
        for it in note.iter(f"{WORD}t", f"{WORD}br", f"{WORD}tab")
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_told_as_such() -> None:
    report = made_up_report()

    class Full(type(Path())):  # type: ignore[misc]
        def open(self, *_arguments: object, **_options: object) -> Any:
            return open("/dev/full", "wb", buffering=0)  # noqa: PTH123

    with pytest.raises(OSError, match="No space left"):
        write_workbook(Full("out.xlsx"), report, QUOTATION_COLUMNS, [])
