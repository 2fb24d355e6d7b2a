"""Books are read chapter by chapter; what is in them was written by hand."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importing.office_parts import (
    blocks_of,
    chapter,
    epub,
    heading,
    item,
    packed,
    pages_of,
    paragraph,
    row,
)
from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.importing.epub_files import read_epub
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind

XHTML = "application/xhtml+xml"
METADATA = """
<dc:title>Tides  and ebbs</dc:title><dc:title>Another</dc:title>
<dc:creator>Lee</dc:creator><dc:creator>Park</dc:creator>
<dc:publisher>Harbor Press</dc:publisher><dc:language>en</dc:language>
<dc:date opf:event="modification">2023-01-01</dc:date>
<dc:date opf:event="publication">2022-11</dc:date>
<dc:identifier>urn:uuid:1</dc:identifier>
<dc:identifier>https://doi.org/10.1000/tides.7</dc:identifier>
<dc:identifier>urn:isbn:978-0-306-40615-7</dc:identifier>
"""


def read(content: bytes) -> Contents:
    [contents] = read_epub(content, Hints("a.epub"))
    return contents


def book(*chapters: str, metadata: str = "", **parts: str) -> bytes:
    """Return a book of chapters c0.xhtml, c1.xhtml, …, and a list of its pages."""
    files = {f"c{at}.xhtml": content for at, content in enumerate(chapters)}
    manifest = "".join(
        f'<item id="{it}" href="{it}" media-type="{XHTML}"/>' for it in files
    )
    spine = "".join(f'<itemref idref="{it}"/>' for it in files)
    if nav := parts.pop("nav", ""):
        files["nav.xhtml"] = nav
        manifest += (
            f'<item id="n" href="nav.xhtml" properties="nav" media-type="{XHTML}"/>'
        )
    if ncx := parts.pop("ncx", ""):
        files["toc.ncx"] = ncx
        manifest += (
            '<item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        )
    return epub(metadata, manifest, f"<spine>{spine}</spine>", files)


def test_chapters_follow_each_other_in_the_order_of_the_spine() -> None:
    parts = {
        "text/one.xhtml": chapter("<h1>One</h1><p>Ebb &amp; flow&#160;&eacute;</p>"),
        "text/two two.xhtml": chapter("<ul><li>a</li></ul><table><tr><td>b</td>"
                                      "<td>c</td></tr></table>"),
        "nav.xhtml": chapter("<nav epub:type='toc'><h2>Contents</h2></nav>"),
    }  # fmt: skip
    manifest = (
        f'<item id="two" href="text/two%20two.xhtml" media-type="{XHTML}"/>'
        f'<item id="one" href="text/one.xhtml" media-type="{XHTML}"/>'
        f'<item id="nav" href="nav.xhtml" media-type="{XHTML}" properties="nav"/>'
        '<item id="picture" href="a.svg" media-type="image/svg+xml"/>'
        f'<item id="lost" href="lost.xhtml" media-type="{XHTML}"/>'
    )
    order = ("nav", "one", "two", "one", "picture", "lost", "unknown")
    spine = "".join(f'<itemref idref="{it}"/>' for it in order)
    contents = read(epub(METADATA, manifest, f"<spine>{spine}</spine>", parts))
    assert blocks_of(contents) == [
        ("Contents", BlockKind.HEADING, 2, ZoneKind.NAVIGATION),
        heading("One", 1),
        paragraph("Ebb & flow\xa0é"),
        item("a"),
        row("b | c"),
    ]
    assert contents.title == "Tides and ebbs"
    assert (contents.date, contents.source) == ("2022-11", "Harbor Press")
    assert dict(contents.values) == {
        "Author": "Lee; Park", "Language": "en", "DOI": "10.1000/tides.7",
        "ISBN": "9780306406157",
    }  # fmt: skip
    assert contents.warnings == (
        "2 of its 5 chapters are missing in the file.",
        "Some of its pages are pictures, whose words were not read.",
    )
    assert contents.pages == ()


words = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc", "Zs"], exclude_characters="\ufffe\uffff"
    ),
    min_size=1,
).filter(lambda it: it.strip("\ufeff\u200b") == it == it.strip() and it != "")


@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=4))
def test_whatever_is_written_comes_back(chapters: list[list[str]]) -> None:
    pages = [
        chapter("".join(f"<p>{escape(it)}</p>" for it in page)) for page in chapters
    ]
    expected = [
        it.replace("\ufdd0", "").replace("\ufdd1", "")
        for page in chapters
        for it in page
    ]
    assert blocks_of(read(book(*pages))) == [paragraph(it) for it in expected if it]


def test_elements_that_close_themselves_swallow_nothing() -> None:
    body = '<a id="x"/><p>One<br/>line<span class="a>b"/></p><div/><p>Two</p>'
    cdata = "<p>Th<![CDATA[r<e&]]>e</p>"
    content = book(chapter(body + cdata, "<title/><script src='a'/><style/>"))
    assert blocks_of(read(content)) == [
        paragraph("One\nline"),
        paragraph("Two"),
        paragraph("Thr<e&e"),
    ]


def test_page_marks_in_the_text_begin_pages() -> None:
    first = chapter(
        "<p>Front</p>"
        '<p><span epub:type="pagebreak" id="p1" title="1"/>One <i>goes</i> '
        '<span role="doc-pagebreak" aria-label="2"></span> on</p>'
        '<hr epub:type="pagebreak" title="3"/><h2>Three</h2>'
        '<p>To the end<span epub:type="pagebreak" title="4"/></p>'
    )
    contents = read(book(first, chapter("<p>Four</p>")))
    assert contents.text == "Front\nOne goes on\nThree\nTo the end\nFour"
    assert pages_of(contents) == [
        ("", "Front\n"),
        ("1", "One goes "),
        ("2", "on\n"),
        ("3", "Three\nTo the end\n"),
        ("4", "Four"),
    ]


ONE_TO_THREE = (
    '<p id="a">One</p><h2 id="b">Two</h2><table><tr id="c"><td>3</td><td>4</td></tr>'
    "</table>"
)


def test_the_list_of_pages_names_them() -> None:
    links = (
        ("c0.xhtml", "i"),
        ("c0.xhtml#b", "ii"),
        ("c1.xhtml#z", "1"),
        ("no#b", "9"),
    )
    listed = "".join(f'<li><a href="{to}">{label}</a></li>' for to, label in links)
    nav = chapter(f'<nav epub:type="page-list" hidden=""><ol>{listed}</ol></nav>')
    content = book(chapter(ONE_TO_THREE), chapter('<p>a<b id="z">b</b></p>'), nav=nav)
    assert pages_of(read(content)) == [
        ("i", "One\n"),
        ("ii", "Two\n3 | 4\na"),
        ("1", "b"),
    ]


def test_the_list_of_pages_of_older_books_is_read() -> None:
    targets = "".join(
        f"<pageTarget><navLabel><text>{label}</text></navLabel>"
        f'<content src="{to}"/></pageTarget>'
        for to, label in (("c0.xhtml#a", "1"), ("c0.xhtml#c", "2"))
    )
    ncx = (
        '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN"'
        ' "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">'
        f"<ncx><pageList>{targets}</pageList></ncx>"
    )
    contents = read(book(chapter(ONE_TO_THREE), ncx=ncx))
    assert pages_of(contents) == [("1", "One\nTwo\n"), ("2", "3 | 4")]
    assert pages_of(read(book(chapter("<p>x</p>"), ncx="<ncx"))) == []


def test_signs_that_a_book_forges_begin_no_page_of_their_own() -> None:
    forged = "<p>a\ufdd00\ufdd1b&#xFDD0;7&#xFDD1;c</p>"
    contents = read(book(chapter(forged)))
    assert contents.text == "a0bc"


@pytest.mark.parametrize("piece", ["<a", "a", " a", "<![CDATA[", "<a b='", "]]>", "/"])
def test_hostile_markup_takes_no_longer_than_it_is_long(piece: str) -> None:
    body = '<p epub:type="pagebreak" ' + "a" * 100_000 + ">x</p><" + piece * 100_000
    assert read(book(chapter(body))).text.startswith("x")


def test_long_paragraphs_stay_whole() -> None:
    long = "Ebb and flow. " * 3000
    contents = read(book(chapter(f"<p>{long}</p>")))
    assert contents.text == long.strip()
    assert len(contents.blocks) > 1


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("<dc:date>2011-05-06T00:00:00+00:00</dc:date>", "2011-05-06"),
        ("<dc:date>1999</dc:date>", "1999"),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", ""),
        ('<dc:date opf:event="modification">2011-05-06</dc:date>', ""),
    ],
)
def test_the_date_is_that_of_publication(dates: str, expected: str) -> None:
    assert read(book(chapter("x"), metadata=dates)).date == expected


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("0-306-40615-2", {"ISBN": "0306406152"}),
        ("ISBN 9780306406157", {"ISBN": "9780306406157"}),
        ("9780306406158", {}),
        ("urn:uuid:9780306406157", {}),
    ],
)
def test_a_number_is_an_isbn_by_its_check_digit(
    identifier: str, expected: dict
) -> None:
    said = f"<dc:identifier>{identifier}</dc:identifier>"
    assert dict(read(book(chapter("x"), metadata=said)).values) == expected


def encrypted(algorithm: str) -> bytes:
    method = f'<e><EncryptionMethod Algorithm="{algorithm}"/></e>'
    parts = {"META-INF/encryption.xml": method, "c.xhtml": chapter("<p>x</p>")}
    manifest = f'<item id="c" href="c.xhtml" media-type="{XHTML}"/>'
    return epub("", manifest, '<spine><itemref idref="c"/></spine>', parts)


def test_books_with_copy_protection_are_refused_and_scrambled_fonts_are_not() -> None:
    with pytest.raises(UnreadableFile, match=r"a\.epub is encrypted by its seller;"):
        read(encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    assert read(encrypted("http://www.idpf.org/2008/embedding")).text == "x"


def test_what_is_no_book_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"container\.xml is missing"):
        read(packed({"x": b""}))
    with pytest.raises(UnreadableFile, match="holds no chapters that can be read"):
        read(epub("", "", "<spine/>", {}))
    entity = '<!DOCTYPE a [<!ENTITY x "y">]><container/>'
    with pytest.raises(UnreadableFile, match="declares entities of its own"):
        read(packed({"META-INF/container.xml": entity}))
