"""Rich text: what was written into a file is what comes out of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from tests.importing.made_rtf import (
    AROUND,
    CHANGES,
    COMMENTED,
    EMBEDDED,
    INFO,
    NOTES,
    TABLE,
    made,
    paragraphs,
    rtf,
)
from tests.importing.reading import Line, lines
from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.importing.docx_files import read_docx
from workbench.importing.pieces import BLANKS, changes_sentence
from workbench.importing.rtf_files import read_rtf
from workbench.model.documents import BlockKind
from workbench.model.pages import Annotation
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind

HEADING, ITEM = BlockKind.HEADING, BlockKind.LIST_ITEM
QUOTATION, ROW = BlockKind.QUOTATION, BlockKind.TABLE_ROW


def read(content: bytes, encoding: str = "") -> Contents:
    [contents] = read_rtf(content, Hints("a.rtf", encoding))
    return contents


def text_of(body: str) -> str:
    return read(rtf(body)).text


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(content)
    return str(caught.value)


def test_what_the_file_says_of_itself() -> None:
    contents = read(rtf(r"\pard x\par", INFO))
    assert (contents.title, contents.date) == ("Café Те", "2022-03-01")
    assert contents.source == "Büro"
    assert contents.values == (("Author", "Ada 😀"), ("Language", "de-DE"))
    assert (contents.media_type, contents.encoding) == (
        "application/rtf",
        "windows-1252",
    )
    assert (contents.text, contents.warnings) == ("x", ())


def test_headings_quotations_items_and_contents_are_told_apart() -> None:
    contents = read(
        rtf(
            r"\pard\s1\outlinelevel0 One\par\pard\s2 Two\par"
            r"\pard\outlinelevel4 Five\par"
            r"\pard\s3 Said\par\pard\s4 One\tab 1\par\pard\s5 Styled\par"
            r"\pard{\listtext\f3\'b7\tab}\ls1 Item\par {\pntext 1.\tab}Old item\par"
            r"\pard\fi-360\bullet\tab Typed\par\pard Plain\par"
        )
    )
    assert lines(contents) == [
        Line("One", HEADING, 1),
        Line("Two", HEADING, 2),
        Line("Five", HEADING, 5),
        Line("Said", QUOTATION),
        Line("One\t1", zone=ZoneKind.NAVIGATION),
        Line("Styled", ITEM),
        Line("Item", ITEM),
        Line("Old item", ITEM),
        Line("•\tTyped", ITEM),
        Line("Plain"),
    ]
    assert contents.title == "One"


def test_rows_are_one_block_each_and_empty_cells_keep_their_place() -> None:
    expected = [Line("A | B", ROW), Line("1 |", ROW), Line("after")]
    assert lines(read(rtf(TABLE))) == expected


def test_a_table_in_a_cell_has_rows_of_its_own() -> None:
    inner = (
        r"\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\nestrow}"
        r"{\nonesttables\par}"
    )
    body = rf"\trowd\pard\intbl\itap1 A\par{inner}\pard\intbl\itap1\cell B\cell\row"
    assert lines(read(rtf(body))) == [Line("A"), Line("x | y", ROW), Line("B")]


def test_notes_stand_behind_the_text() -> None:
    assert lines(read(rtf(NOTES + r"\pard Last\par"))) == [
        Line("One[1] and two[2]."),
        Line("Last"),
        Line("[1] The note."),
        Line("More."),
        Line("[2] The end."),
    ]


def test_changes_are_accepted_and_told() -> None:
    contents = read(rtf(CHANGES))
    assert contents.text == "Stays comes and hides.\nJoinedwith this."
    assert contents.warnings == (
        changes_sentence(insertions=1, deletions=1),
        "Some of its text is hidden in the program that made it; it was kept.",
    )


def test_comments_of_other_readers_are_annotations() -> None:
    contents = read(rtf(COMMENTED))
    assert contents.text == "See these words here."
    annotation = Annotation(Span(4, 15), "Why?\nReally?", "Jane Doe")
    assert contents.annotations == (annotation,)


def test_heads_and_feet_are_zones_and_page_breaks_make_pages() -> None:
    contents = read(rtf(AROUND))
    assert lines(contents) == [
        Line("Running head", zone=ZoneKind.OTHER),
        Line("Text"),
        Line("More"),
        Line("Page 3", zone=ZoneKind.OTHER),
    ]
    text = contents.text
    assert [it.span.of(text) for it in contents.pages] == [
        "Running head\nText\n",
        "More\nPage 3",
    ]


def test_pictures_are_told_and_text_boxes_are_read() -> None:
    contents = read(rtf(EMBEDDED))
    assert contents.text == "A Bshown.\nBox"
    pictures, objects = contents.warnings
    assert pictures == "It has 1 picture, left out here."
    assert objects == (
        "It has 1 object of other programs, of which only the words that show were"
        " read."
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\f1\'cf\'f0\'e8", "При"),
        (r"\f2\'93\'fa\'96{\'7b}", "日本"[:1] + "\ufffd{"),
        (r"\f2\'93\'fa\'96\'7b", "日本"),
        (r"\f2\'83A", "ア"),
        (r"{\f3 a\'b7}b", "α•b"),
        (r"\f4\'9b", "›"),
        (r"\'80\~x\_y\-z", "€\xa0x‑y\xadz"),
        (r"\uc0\u8364 5", "€5"),
        (r"\uc2\u8364\'80\'80 5", "€ 5"),
        (r"\uc1\u8217\'92s {\uc0\u228}\u246?", "’s äö"),
        (r"\u8364\par x", "€\nx"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\u-10179?x\u-8704?", "\ufffdx\ufffd"),
        (r"\u65534?a\u0?b", "ab"),
        (r"{\upr{ansi}{\*\ud\u228?}}", "ä"),
        (r"\lquote a\rquote\emdash\{\\\}", "‘a’—{\\}"),
        (r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}}', "link"),
        (r"a{\*\unknown b{c}}d{\xe e}", "ad"),
        ("a\r\nb\\\nc", "ab\nc"),
    ],
)
def test_characters(body: str, text: str) -> None:
    assert text_of(rf"\pard {body}\par") == text


def test_an_encoding_that_was_chosen_wins() -> None:
    assert read(rtf(r"\'cf\'f0\'e8"), "windows-1251").text == "При"


@given(st.lists(st.text(st.characters(codec="utf-8"))))
def test_any_paragraphs_come_out_as_they_went_in(texts: list[str]) -> None:
    never = dict.fromkeys(map(ord, "\0\ufffe\uffff"))
    kept = [it.translate(never).strip(BLANKS) for it in texts]
    contents = read(paragraphs(texts))
    assert contents.text == "\n".join(filter(None, kept))
    assert [it.span.of(contents.text) for it in contents.blocks] == [
        *filter(None, kept)
    ]


@given(st.lists(st.lists(st.text("abc é潮", min_size=1), min_size=2, max_size=5)))
def test_any_table_comes_out_as_it_went_in(rows: list[list[str]]) -> None:
    body = ""
    for row in rows:
        cells = "".join(
            "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in cell) + "\\cell "
            for cell in row
        )
        body += rf"\trowd\pard\intbl {cells}\row "
    shown = (" | ".join(cell.strip() for cell in row).strip() for row in rows)
    found = [it.text for it in lines(read(rtf(body)))]
    assert found == [it for it in shown if it.strip(" |")]


def test_groups_nest_only_so_deep() -> None:
    assert read(b"{\\rtf1 " + b"{" * 4000 + b"x" + b"}" * 4001).text == "x"
    assert "nests more than 5,000 groups" in refusal(b"{\\rtf1 " + b"{" * 100_000)


def test_a_damaged_file_is_read_as_far_as_it_goes() -> None:
    assert read(b"{\\rtf1 Ebb {\\b and flow").text == "Ebb and flow"
    assert read(b"{\\rtf1 Ebb}}} and flow").text == "Ebb"
    assert read(b"{\\rtf1\\bin99999999 Ebb").text == ""
    assert "is not a rich text" in refusal(b"Ebb and flow")


@pytest.mark.parametrize("name", made())
def test_made_files_are_read_however_they_break_off(name: str) -> None:
    content = made()[name]
    for end in range(20, len(content), 61):
        lines(read(content[:end]))


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice_writes_what_the_same_document_holds(tmp_path: Path) -> None:
    document = Document()
    document.core_properties.title = "Tides é"
    document.add_heading("Tides", 1)
    document.add_paragraph("Ebb – “flow” 潮汐 𝐀.")
    document.add_paragraph("one", style="List Bullet")
    document.add_paragraph("Said", style="Intense Quote")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, "abcd", strict=True):
        cell.text = text
    document.add_heading("Below", 2)
    document.add_paragraph("Last.")
    document.save(str(tmp_path / "a.docx"))
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "rtf", "a.docx"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    [expected] = read_docx((tmp_path / "a.docx").read_bytes(), Hints("a.docx"))
    found = read((tmp_path / "a.rtf").read_bytes())
    assert lines(found) == lines(expected)
    assert found.title == expected.title == "Tides é"
