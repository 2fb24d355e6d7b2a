"""OpenDocument texts are read as they stand: odfdo and bare XML say what is in them."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

import odfdo
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importing.office_parts import (
    blocks_of,
    comments_of,
    heading,
    item,
    odt,
    packed,
    pages_of,
    paragraph,
    quotation,
    row,
)
from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.importing.odt_files import read_odt
from workbench.model.zones import ZoneKind


def read(content: bytes) -> Contents:
    [contents] = read_odt(content, Hints("a.odt"))
    return contents


def saved(document: odfdo.Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def empty() -> odfdo.Document:
    document = odfdo.Document("text")
    document.body.clear()
    return document


def test_a_document_of_odfdo() -> None:
    document = empty()
    document.meta.title = "Export  controls"
    document.meta.initial_creator = "Lee"
    document.meta.creator = "Park"
    document.meta.language = "en-GB"
    table = odfdo.Table("Sales", width=2, height=2)
    for place, words in (((0, 0), "Year"), ((1, 0), "Sold"), ((0, 1), "2021")):
        table.set_value(place, words)
    document.body.append(odfdo.Header(1, "A war"))
    document.body.append(odfdo.Header(4, "Of words"))
    document.body.append(odfdo.Paragraph(" Tabs\tand  blanks\nlines, caf\u00e9 "))
    document.body.append(odfdo.List(["First", "Second"]))
    document.body.append(odfdo.Paragraph("Said so", style="Quotations"))
    document.body.append(table)
    contents = read(saved(document))
    assert blocks_of(contents) == [
        heading("A war", 1),
        heading("Of words", 4),
        paragraph("Tabs\tand  blanks\nlines, caf\u00e9"),
        item("First"),
        item("Second"),
        quotation("Said so"),
        row("Year | Sold"),
        row("2021 |"),
    ]
    assert contents.title == "Export controls"
    assert contents.values == (("Author", "Lee"), ("Language", "en-GB"))
    assert (contents.pages, contents.annotations, contents.warnings) == ((), (), ())


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    min_size=1,
).filter(lambda it: it.strip("\ufeff\u200b") == it == it.strip() and it != "")
parts = st.one_of(
    st.tuples(st.just(heading), words),
    st.tuples(st.just(paragraph), words),
    st.tuples(st.just(item), words),
    st.tuples(st.just(row), st.lists(words, min_size=2, max_size=4)),
)


@settings(max_examples=30)
@given(st.lists(parts, max_size=6))
def test_whatever_is_written_comes_back(written: list) -> None:
    document, expected = empty(), []
    for kind, said in written:
        if kind is heading:
            document.body.append(odfdo.Header(3, said))
            expected.append(heading(said, 3))
        elif kind is row:
            table = odfdo.Table("T", width=len(said), height=1)
            for column, cell in enumerate(said):
                table.set_value((column, 0), cell)
            document.body.append(table)
            expected.append(row(" | ".join(said)))
        else:
            made = odfdo.Paragraph(said)
            if kind is item:
                made = odfdo.List([odfdo.ListItem(made)])
            document.body.append(made)
            expected.append(kind(said))
    assert blocks_of(read(saved(document))) == expected


def p(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


RUBY = (
    "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text>"
    "</text:ruby>"
)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("  a \n <text:span> b</text:span> <text:s/>c ", "a b  c"),
        ('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d', "a   b\tc\nd"),
        ("a<text:a>link</text:a><text:bookmark/>b", "alinkb"),
        ("<text:page-number>7</text:page-number> <text:title>T</text:title>", "7 T"),
        ("a\u00ad\u2011b", "a\u00ad\u2011b"),
        (RUBY, "漢"),
        ("in<draw:frame><svg:desc>alt</svg:desc></draw:frame>side", "inside"),
    ],
)  # fmt: skip
def test_blanks_fields_and_signs(inner: str, expected: str) -> None:
    assert blocks_of(read(odt(p(inner)))) == [paragraph(expected)]


def test_a_number_of_blanks_is_bounded() -> None:
    content = odt(p('a<text:s text:c="999999999999999999999"/>b'))
    assert read(content).text == "a" + " " * 1000 + "b"


STYLES = (
    '<style:style style:name="P1" style:family="paragraph"'
    ' style:parent-style-name="Quotations"/>'
    '<style:style style:name="P2" style:family="paragraph"'
    ' style:parent-style-name="P2"/>'
    '<style:style style:name="PB" style:family="paragraph"><style:paragraph-properties'
    ' fo:break-before="page"/></style:style>'
    '<style:style style:name="PA" style:family="paragraph"><style:paragraph-properties'
    ' fo:break-after="page"/></style:style>'
    '<style:style style:name="PM" style:family="paragraph"'
    ' style:master-page-name="Wide"/>'
    '<style:style style:name="TB" style:family="table"><style:table-properties'
    ' fo:break-before="page"/></style:style>'
    '<style:style style:name="H" style:family="text"><style:text-properties'
    ' text:display="none"/></style:style>'
)
FILE = (
    '<office:styles><style:default-style style:family="paragraph">'
    '<style:text-properties fo:language="de" fo:country="DE"/></style:default-style>'
    '<style:style style:name="Quotations" style:family="paragraph"/></office:styles>'
)


def test_lists_sections_indexes_and_styles() -> None:
    body = (
        p("Big", "Title")
        + p("Small", "Heading_20_3")
        + p("Said", "P1")
        + p("Round", "P2")
        + "<text:table-of-content><text:table-of-content-source><text:index-title"
        "-template>No</text:index-title-template></text:table-of-content-source>"
        f"<text:index-body>{p('Big 1')}</text:index-body></text:table-of-content>"
        f"<text:section><text:list><text:list-header>{p('Head')}</text:list-header>"
        f"<text:list-item>{p('One')}<text:list><text:list-item>{p('Deep')}"
        "</text:list-item></text:list></text:list-item></text:list><text:h"
        ' text:outline-level="2">Part</text:h></text:section>'
    )
    contents = read(odt(body, STYLES, FILE))
    assert blocks_of(contents) == [
        heading("Big", 1),
        heading("Small", 3),
        quotation("Said"),
        paragraph("Round"),
        paragraph("Big 1", ZoneKind.NAVIGATION),
        item("Head"),
        item("One"),
        item("Deep"),
        heading("Part", 2),
    ]
    assert contents.title == "Big"
    assert contents.values == (("Language", "de-DE"),)


def test_a_frame_follows_its_paragraph() -> None:
    frame = (
        f"<draw:frame><draw:text-box>{p('In')}{p('a box')}</draw:text-box></draw:frame>"
    )
    body = p(f"Be{frame}fore") + frame + p("After")
    assert blocks_of(read(odt(body))) == [
        paragraph("Before"),
        paragraph("In"),
        paragraph("a box"),
        paragraph("In"),
        paragraph("a box"),
        paragraph("After"),
    ]


def test_wide_cells_are_one_and_tall_ones_leave_room() -> None:
    def cell(words: str, said: str = "") -> str:
        return f"<table:table-cell {said}>{p(words)}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("a", 'table:number-columns-spanned="2"') + covered + cell("b"),
        covered + cell("c") + cell("d"),
        cell("", 'table:number-columns-repeated="2"') + cell("e"),
        f"<table:table-cell>{p('f')}{p('g')}</table:table-cell>" + cell("h"),
    )
    body = "".join(f"<table:table-row>{it}</table:table-row>" for it in rows)
    assert blocks_of(read(odt(f"<table:table>{body}</table:table>"))) == [
        row("a | b"),
        row("| c | d"),
        row("|  | e"),
        paragraph("f"),
        paragraph("g"),
        paragraph("h"),
    ]


def note(kind: str, *inner: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>9'
        f"</text:note-citation><text:note-body>{''.join(inner)}</text:note-body>"
        "</text:note>"
    )


def test_notes_stand_behind_the_text_by_their_numbers() -> None:
    foot = note("footnote", p("Two"), p("parts"))
    body = p(f"A{foot} b") + p(f"C{note('endnote', p('Last'))}.")
    assert blocks_of(read(odt(body))) == [
        paragraph("A[1] b"),
        paragraph("C[2]."),
        paragraph("[1] Two"),
        paragraph("parts"),
        paragraph("[2] Last"),
    ]


def test_changes_are_accepted_and_counted() -> None:
    deletion = f"<text:deletion><office:change-info/>{p('old')}</text:deletion>"
    insertion = "<text:insertion><office:change-info/></text:insertion>"
    regions = "".join(
        f"<text:changed-region>{it}</text:changed-region>"
        for it in (deletion, insertion, insertion)
    )
    body = f"<text:tracked-changes>{regions}</text:tracked-changes>" + p(
        "A <text:change/><text:change-start/>new<text:change-end/> text"
    )
    contents = read(odt(body))
    assert contents.text == "A new text"
    assert contents.warnings == (
        "It has tracked changes: kept 2 insertions, left out 1 deletion.",
    )


def comment(name: str, author: str, *inner: str) -> str:
    return (
        f'<office:annotation office:name="{name}"><dc:creator>{author}</dc:creator>'
        f"<dc:date>2022-01-01</dc:date>{''.join(inner)}</office:annotation>"
    )


def test_comments_of_reviewers_stay_at_what_they_are_written_to() -> None:
    end = '<office:annotation-end office:name="c1"/>'
    body = p(f"The{comment('c1', 'Ann', p('Why?'), p('Say so.'))} tide") + p(
        f"rises{end} slowly.{comment('', 'Bo', p('Point'))}"
    )
    contents = read(odt(body))
    assert contents.text == "The tide\nrises slowly."
    assert comments_of(contents) == [
        ("tide\nrises", "Why?\nSay so.", "Ann"),
        ("rises slowly.", "Point", "Bo"),
    ]


def test_hidden_text_stays_with_a_warning() -> None:
    contents = read(odt(p('<text:span text:style-name="H">a</text:span>b'), STYLES))
    assert contents.text == "ab"
    assert contents.warnings == (
        "Some of its text is hidden in LibreOffice; it was kept.",
    )


def test_each_break_begins_a_page_however_often_it_is_said() -> None:
    soft = "<text:soft-page-break/>"
    cells = f"<table:table-cell>{p('x')}</table:table-cell>" * 2
    body = (
        p(f"{soft}One")
        + p("Two", "PB")
        + p(f"Three {soft}four")
        + soft
        + p("Five", "PA")
        + p("Six", "PM")
        + '<table:table table:style-name="TB"><table:table-row>'
        f"{cells}</table:table-row></table:table>"
    )
    assert pages_of(read(odt(body, STYLES))) == [
        ("1", "One\n"),
        ("2", "Two\nThree "),
        ("3", "four\n"),
        ("4", "Five\n"),
        ("5", "Six\n"),
        ("6", "x | x"),
    ]


def test_heads_and_feet_of_pages_in_use_stand_once_around_the_text() -> None:
    def master(name: str, *inner: str, following: str = "") -> str:
        return (
            f'<style:master-page style:name="{name}" style:next-style-name='
            f'"{following}">{"".join(inner)}</style:master-page>'
        )

    head = f"<style:header>{p('Secret')}</style:header>"
    shut = f'<style:header-left style:display="false">{p("No")}</style:header-left>'
    foot = f"<style:footer>{p('<text:page-number>1</text:page-number>')}</style:footer>"
    pages = (
        master("Standard", head, shut, following="Standard")
        + master("Wide", head, foot)
        + master("Idle", f"<style:header>{p('Unused')}</style:header>")
    )
    styles = f"<office:master-styles>{pages}</office:master-styles>"
    contents = read(odt(p("Text", "PM"), STYLES, styles))
    assert blocks_of(contents) == [
        paragraph("Secret", ZoneKind.OTHER),
        paragraph("Text"),
        paragraph("1", ZoneKind.OTHER),
    ]


def test_what_it_says_of_itself() -> None:
    meta = (
        "<dc:title>Tides</dc:title><meta:initial-creator>Ann</meta:initial-creator>"
        "<dc:creator>Bo</dc:creator><dc:date>2023-01-02T00:00:00</dc:date>"
        "<meta:creation-date>2022-11-07T10:00:00</meta:creation-date>"
    )
    contents = read(odt(p("x"), meta=meta))
    assert (contents.title, contents.date) == ("Tides", "2022-11-07")
    assert contents.values == (("Author", "Ann"),)


def test_lists_in_lists_end_only_where_the_limit_is() -> None:
    def nested(depth: int) -> bytes:
        begin, end = "<text:list><text:list-item>", "</text:list-item></text:list>"
        return odt(begin * depth + p("x") + end * depth)

    assert blocks_of(read(nested(2400))) == [item("x")]
    with pytest.raises(UnreadableFile, match="nests more than 5,000 elements"):
        read(nested(2600))


def test_what_cannot_be_read_is_refused_with_advice() -> None:
    locked = {"META-INF/manifest.xml": "<m:encryption-data/>", "content.xml": b"\x9f"}
    with pytest.raises(UnreadableFile, match=r"a\.odt is protected by a password"):
        read(packed(locked))
    with pytest.raises(UnreadableFile, match="its part content.xml is missing"):
        read(packed({"x": b""}))
    with pytest.raises(UnreadableFile, match="holds no text of LibreOffice Writer"):
        read(packed({"content.xml": "<a/>"}))
    escaped = escape("<!DOCTYPE")
    assert read(odt(p(escaped))).text == "<!DOCTYPE"
