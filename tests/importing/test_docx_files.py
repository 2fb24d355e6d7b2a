"""Word files are read as they stand: python-docx and bare XML say what is in them."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import docx as python_docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importing.office_parts import (
    OFFICE,
    Told,
    blocks_of,
    comments_of,
    docx,
    heading,
    item,
    p,
    packed,
    pages_of,
    paragraph,
    quotation,
    row,
    run,
)
from workbench.errors import UnreadableFile
from workbench.importing import docx_symbols
from workbench.importing.contents import Contents, Hints
from workbench.importing.docx_files import read_docx
from workbench.model.zones import ZoneKind


def read(content: bytes) -> Contents:
    [contents] = read_docx(content, Hints("a.docx"))
    return contents


def saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_document_of_python_docx() -> None:
    document = python_docx.Document()
    document.core_properties.title = "Export  controls"
    document.core_properties.author = "Lee; Park"
    document.core_properties.created = datetime(2022, 11, 7, 10, tzinfo=UTC)
    document.core_properties.language = "en-GB"
    document.add_heading("Chips", 0)
    document.add_heading("A war", 1)
    document.add_heading("Of words", 4)
    document.add_paragraph(" Tabs\tand\nlines, caf\u00e9 \U0001f600 ")
    document.add_paragraph("First", style="List Bullet")
    document.add_paragraph("Second", style="List Number")
    document.add_paragraph("Said so", style="Quote")
    document.add_paragraph("Cried so", style="Intense Quote")
    document.add_paragraph("")
    table = document.add_table(2, 3)
    for at, words in enumerate(["Year", "", "Chips\nsold", "2021", "7", ""]):
        table.cell(at // 3, at % 3).text = words
    contents = read(saved(document))
    assert blocks_of(contents) == [
        heading("Chips", 1),
        heading("A war", 1),
        heading("Of words", 4),
        paragraph("Tabs\tand\nlines, caf\u00e9 \U0001f600"),
        item("First"),
        item("Second"),
        quotation("Said so"),
        quotation("Cried so"),
        row("Year |  | Chips sold"),
        row("2021 | 7 |"),
    ]
    assert (contents.title, contents.date) == ("Export controls", "2022-11-07")
    assert contents.values == (("Author", "Lee; Park"), ("Language", "en-GB"))
    assert (contents.pages, contents.annotations, contents.warnings) == ((), (), ())


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    min_size=1,
).filter(lambda it: it.strip("\ufeff\u200b") == it == it.strip() and it != "")
kinds = st.sampled_from(["Heading 1", "Heading 9", "Normal", "List Bullet", "Quote"])
tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(words, min_size=width, max_size=width), min_size=1, max_size=3
    )
)


def told(style: str, said: str) -> Told:
    if style.startswith("Heading"):
        return heading(said, int(style[-1]))
    return {"Normal": paragraph, "List Bullet": item, "Quote": quotation}[style](said)


@settings(max_examples=25)
@given(st.lists(st.one_of(st.tuples(kinds, words), tables), max_size=6))
def test_whatever_is_written_comes_back(parts: list) -> None:
    document = python_docx.Document()
    expected = []
    for part in parts:
        if isinstance(part, tuple):
            style, said = part
            document.add_paragraph(said, style=style)
            expected.append(told(style, said))
            continue
        table = document.add_table(len(part), len(part[0]))
        for line, cells in enumerate(part):
            for column, said in enumerate(cells):
                table.cell(line, column).text = said
            expected.append(row(" | ".join(cells)))
    assert blocks_of(read(saved(document))) == expected


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/>
</w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/>
<w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My part"/>
<w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Outlined"/>
<w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TocHead"><w:name w:val="TOC Heading"/>
<w:basedOn w:val="berschrift2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Listed"><w:name w:val="Listed"/>
<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/>
<w:basedOn w:val="Round"/></w:style>
"""


def numbered(key: int) -> str:
    return f'<w:numPr><w:numId w:val="{key}"/></w:numPr>'


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:pStyle w:val="berschrift2"/>', heading("x", 2)),
        ('<w:pStyle w:val="Mine"/>', heading("x", 2)),
        ('<w:pStyle w:val="Outlined"/>', heading("x", 4)),
        ('<w:pStyle w:val="TocHead"/>', paragraph("x")),
        ('<w:pStyle w:val="Toc1"/>', paragraph("x", ZoneKind.NAVIGATION)),
        ('<w:pStyle w:val="Listed"/>', item("x")),
        ('<w:pStyle w:val="Round"/>', paragraph("x")),
        ('<w:pStyle w:val="Unknown"/>', paragraph("x")),
        ('<w:outlineLvl w:val="0"/>', heading("x", 1)),
        ('<w:pStyle w:val="Mine"/><w:outlineLvl w:val="9"/>', paragraph("x")),
        ('<w:pStyle w:val="Listed"/>' + numbered(0), paragraph("x")),
        (numbered(3), item("x")),
        ('<w:pStyle w:val="Mine"/>' + numbered(3), heading("x", 2)),
    ],
)  # fmt: skip
def test_a_style_tells_what_a_paragraph_is(properties: str, expected: Told) -> None:
    contents = read(docx(p("x", properties), styles=STYLES))
    assert blocks_of(contents) == [expected]
    assert contents.values == (("Language", "de-DE"),)


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:posOffset>7</wp:posOffset>"
    f"<wps:txbx><w:txbxContent>{p('In a box')}{p('of two')}</w:txbxContent></wps:txbx>"
    f"</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{p('In a box')}"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("code") +
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("shown") +
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)  # fmt: skip


HYPHENS = "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>"


def symbol(font: str, number: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{number}"/></w:r>'


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (f"<w:hyperlink>{run('a link')}</w:hyperlink>", "a link"),
        (f"<w:smartTag><w:sdt>{run('a')}</w:sdt></w:smartTag>", "a"),
        (f"<w:fldSimple w:instr='DATE'>{run('today')}</w:fldSimple>", "today"),
        (run("a ") + FIELD + run(" z"), "a shown z"),
        ("<w:r><w:t>  a\n b </w:t><w:tab/><w:t>c</w:t></w:r>", "a  b\tc"),
        (run("a") + HYPHENS + run("b"), "a\u2011\xadb"),
        ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>", "a\nb\tc"),
        (symbol("Symbol", "F061") + symbol("Symbol", "62"), "αβ"),
        (symbol("Wingdings", "F0FC") + symbol("Segoe UI Symbol", "2610"), "✓☐"),
        (symbol("X", "D800") + symbol("X", "FFFFF"), "\ufffd\U000fffff"),
        (symbol("X", "") + symbol("X", "FFFE"), "\ufffd\ufffd"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (f"<w:ruby><w:rt>{run('kan')}</w:rt>{run('漢')}</w:ruby>", "漢"),
        ("<w:unknown>" + run("kept") + "</w:unknown>", "kept"),
    ],
)  # fmt: skip
def test_nothing_that_is_shown_in_a_run_is_lost(runs: str, expected: str) -> None:
    assert blocks_of(read(docx(p(runs)))) == [paragraph(expected)]


def test_a_text_box_follows_its_paragraph_once() -> None:
    contents = read(docx(p(run("Be") + BOX + run("fore")) + p("After")))
    assert blocks_of(contents) == [
        paragraph("Before"),
        paragraph("In a box"),
        paragraph("of two"),
        paragraph("After"),
    ]


def test_a_field_that_is_never_closed_swallows_only_its_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("code")
    assert read(docx(p(begin) + p("Tides"))).text == "Tides"


def test_changes_are_accepted_and_counted() -> None:
    inserted = f'<w:ins w:author="B">{run("new ")}</w:ins>'
    deleted = "<w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>"
    joined = "<w:rPr><w:del/></w:rPr>"
    cells = f"<w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc>"
    rows = f"<w:tr><w:trPr><w:del/></w:trPr>{cells}</w:tr><w:tr>{cells}</w:tr>"
    body = (
        p(run("A ") + deleted + inserted + run("text"))
        + p(moved)
        + p("Two ", joined)
        + p("in one")
        + f"<w:tbl>{rows}</w:tbl>"
    )
    contents = read(docx(body))
    assert blocks_of(contents) == [
        paragraph("A new text"),
        paragraph("here"),
        paragraph("Two in one"),
        row("a | b"),
    ]
    assert contents.warnings == (
        "It has tracked changes: kept 2 insertions, left out 3 deletions.",
    )


def test_hidden_text_stays_with_a_warning() -> None:
    hidden = run("hidden ", "<w:vanish/>") + run("seen", '<w:vanish w:val="0"/>')
    contents = read(docx(p(hidden)))
    assert contents.text == "hidden seen"
    assert contents.warnings == ("Some of its text is hidden in Word; it was kept.",)


def note(kind: str, key: int, *paragraphs: str) -> str:
    return f'<w:{kind} w:id="{key}">{"".join(paragraphs)}</w:{kind}>'


def reference(kind: str, key: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def test_notes_stand_behind_the_text_by_their_numbers() -> None:
    foot = note("footnote", -1, p("separator")) + note(
        "footnote", 2, p("<w:r><w:footnoteRef/></w:r>" + run(" Two")), p("parts")
    ) + note("footnote", 3, p("Three"))  # fmt: skip
    end = note("endnote", 2, p("Last"))
    body = (
        p(run("A") + reference("footnote", 3) + run("b") + reference("endnote", 2))
        + p(run("C") + reference("footnote", 2) + reference("footnote", 3))
        + p(run("D") + reference("footnote", 9))
    )
    contents = read(docx(body, footnotes=foot, endnotes=end))
    assert blocks_of(contents) == [
        paragraph("A[1]b[2]"),
        paragraph("C[3][1]"),
        paragraph("D"),
        paragraph("[1] Three"),
        paragraph("[2] Last"),
        paragraph("[3] Two"),
        paragraph("parts"),
    ]


def mark(name: str, key: int) -> str:
    return f'<w:comment{name} w:id="{key}"/>'


def test_comments_of_reviewers_stay_at_what_they_are_written_to() -> None:
    comments = "".join(
        f'<w:comment w:id="{key}" w:author="{author}">{inner}</w:comment>'
        for key, author, inner in (
            (1, "Ann", p("Why?") + p("Say so.")),
            (2, "Bo", p("All of it")),
            (3, "", p("Here")),
            (4, "Cy", p("Nowhere")),
        )
    )
    tide = mark("RangeStart", 1) + run(" tide") + mark("RangeEnd", 1)
    body = (
        p(run("The ") + tide + f"<w:r>{mark('Reference', 1)}</w:r>" + run(" rises."))
        + mark("RangeStart", 2) + p("One.") + p("Two.") + mark("RangeEnd", 2)
        + p(run("Point.") + f"<w:r>{mark('Reference', 3)}</w:r>")
    )  # fmt: skip
    assert comments_of(read(docx(body, comments=comments))) == [
        ("tide", "Why?\nSay so.", "Ann"),
        ("One.\nTwo.", "All of it", "Bo"),
        ("Point.", "Here", ""),
    ]


def section(kind: str = "", *references: str) -> str:
    return f'<w:sectPr>{"".join(references)}<w:type w:val="{kind}"/></w:sectPr>'


def test_heads_and_feet_stand_once_around_the_text() -> None:
    head = '<w:headerReference r:id="header1"/><w:headerReference r:id="header2"/>'
    foot = '<w:footerReference r:id="footer3"/>'
    again = '<w:headerReference r:id="header4"/>'
    body = p("One", section("", head, foot)) + p("Two") + section("continuous", again)
    heads = {"header1": p("Secret"), "header2": p("Other"), "header4": p("Secret")}
    contents = read(docx(body, **heads, footer3=p("Page 1")))
    assert blocks_of(contents) == [
        paragraph("Secret", ZoneKind.OTHER),
        paragraph("Other", ZoneKind.OTHER),
        paragraph("One"),
        paragraph("Two"),
        paragraph("Page 1", ZoneKind.OTHER),
    ]
    assert contents.pages == ()


def test_each_break_begins_a_page_however_often_it_is_said() -> None:
    explicit, rendered = '<w:br w:type="page"/>', "<w:lastRenderedPageBreak/>"
    former = "<w:sectPrChange><w:sectPr/></w:sectPrChange>"
    body = (
        p(f"<w:r>{rendered}<w:t>One</w:t>{explicit}</w:r>")
        + p(f"<w:r>{rendered}<w:t>Two</w:t></w:r>", "<w:pageBreakBefore/>")
        + p(f"<w:r><w:t>Three</w:t>{rendered}<w:t>Four</w:t></w:r>")
        + p("Five", "<w:pageBreakBefore/>")
        + p(f"<w:r>{explicit}</w:r>")
        + p(f"<w:r>{explicit}</w:r>")
        + p("Seven", f"<w:sectPr>{former}</w:sectPr>")
        + p("Eight", section())
        + p("Eight still")
        + section("continuous")
    )
    assert pages_of(read(docx(body))) == [
        ("1", "One\n"),
        ("2", "Two\nThree"),
        ("3", "Four\n"),
        ("4", "Five\n"),
        ("5", ""),
        ("6", "Seven\n"),
        ("7", "Eight\nEight still"),
    ]


def cell(*inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inner)}</w:tc>"


def test_rows_that_are_more_than_words_keep_their_paragraphs() -> None:
    inner = f"<w:tbl><w:tr>{cell(p('x'))}{cell(p('y'))}</w:tr></w:tbl>"
    rows = (
        (cell(p("a"), p("b")), cell(p("c"))),
        (cell(p("d"), inner), cell(p("e"))),
        (cell(p("alone")),),
        (cell(p("f\ng")), cell(p(""), properties="<w:vMerge/>"), cell(p("h"))),
    )
    body = "".join(f"<w:tr>{''.join(it)}</w:tr>" for it in rows)
    assert blocks_of(read(docx(f"<w:tbl>{body}</w:tbl>"))) == [
        paragraph("a"), paragraph("b"), paragraph("c"),
        paragraph("d"), row("x | y"), paragraph("e"),
        paragraph("alone"),
        row("f g |  | h"),
    ]  # fmt: skip


def test_tables_in_tables_end_only_where_the_limit_is() -> None:
    def nested(depth: int) -> bytes:
        begin, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
        return docx(begin * depth + p("x") + end * depth)

    assert read(nested(1600)).text == "x"
    with pytest.raises(UnreadableFile, match="nests more than 5,000 elements"):
        read(nested(1700))


def test_what_else_is_in_the_file_is_told() -> None:
    parts = {
        "word/document.xml": "<a><altChunk/><p><t>x</t></p></a>",
        "word/vbaProject.bin": b"x", "word/embeddings/a.xlsx": b"x",
        "word/charts/chart1.xml": b"x",
    }  # fmt: skip
    warnings = read(packed(parts)).warnings
    assert [it.split(",")[0].split(";")[0] for it in warnings] == [
        "It contains macros",
        "It contains files of other programs",
        "It contains charts or diagrams",
        "A part of it is stored in another format and was not read",
    ]


def test_the_strict_form_of_the_format_is_read_too() -> None:
    content = docx(p("Tides", '<w:outlineLvl w:val="1"/>'))
    with_strict = {
        "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/'
        'wordprocessingml/main"><w:body><w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
        "<w:r><w:t>Tides</w:t></w:r></w:p></w:body></w:document>",
    }
    assert blocks_of(read(packed(with_strict))) == blocks_of(read(content))


def test_the_title_is_the_heading_that_the_text_opens_with() -> None:
    top = '<w:outlineLvl w:val="0"/>'
    assert read(docx(p("Tides", top) + p("Ebb"))).title == "Tides"
    assert read(docx(p("By me") + p("Tides", top))).title == ""
    core = "<dc:title>Ebb</dc:title><dc:created>2020-02-30</dc:created>"
    contents = read(docx(p("Tides", top), core=core))
    assert (contents.title, contents.date) == ("Ebb", "")


def test_a_part_outside_of_the_file_is_not_sought() -> None:
    relation = (
        f'<Relationships><Relationship Id="h" Type="{OFFICE}/header"'
        ' TargetMode="External" Target="file:///etc/passwd"/></Relationships>'
    )
    parts = {
        "word/document.xml": '<document xmlns:r="urn:r"><body><p><r><t>x</t></r></p>'
        '<sectPr><headerReference r:id="h"/></sectPr></body></document>',
        "word/_rels/document.xml.rels": relation,
    }
    assert read(packed(parts)).text == "x"


def test_many_breaks_and_comments_take_no_longer_than_as_many_words() -> None:
    body = p('<w:r><w:br w:type="page"/></w:r>') * 30_000 + p("x")
    contents = read(docx(body))
    assert len(contents.pages) == 30_001


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"a\.docx holds no text of Word"):
        read(packed({"x": b""}))
    with pytest.raises(UnreadableFile, match=r"its XML cannot be read"):
        read(packed({"word/document.xml": b"<a"}))


def test_symbols_stand_at_their_places_in_the_font() -> None:
    places = {
        0x20: " ",
        0x41: "Α",
        0x7E: "∼",
        0xA0: "€",
        0xB0: "°",
        0xEF: "⎪",
        0xFE: "⎭",
    }
    read_as = {it: docx_symbols.symbol("Symbol", f"F0{it:02X}") for it in places}
    assert read_as == places
