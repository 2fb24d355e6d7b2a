"""Pages are read as a browser shows them, and nothing shown is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.importing.html_files import read_html


def read(html: str) -> Contents:
    return read_html(html.encode(), Hints("a.html"))[0]


def pieces(html: str) -> list[tuple[str, str, int]]:
    contents = read(html)
    return [
        (block.span.of(contents.text), block.kind.value, block.level)
        for block in contents.blocks
    ]


def texts(html: str) -> list[str]:
    return [piece for piece, _, _ in pieces(html)]


def test_blocks_of_every_kind_are_told_apart() -> None:
    assert pieces(
        "<nav>Home</nav><h1>Tides</h1><p>One <b>two</b>.</p>loose"
        "<ul><li>first<li><p>second</p></ul>"
        "<blockquote><p>quoted</p></blockquote><footer>End</footer>"
    ) == [
        ("Home", "paragraph", 0),
        ("Tides", "heading", 1),
        ("One two.", "paragraph", 0),
        ("loose", "paragraph", 0),
        ("first", "list item", 0),
        ("second", "list item", 0),
        ("quoted", "quotation", 0),
        ("End", "paragraph", 0),
    ]


def test_the_text_is_the_blocks_joined_by_line_ends() -> None:
    assert read("<p>a</p><div>b<div>c</div>d</div>").text == "a\nb\nc\nd"


def test_blanks_collapse_as_in_a_browser() -> None:
    assert texts("<p> a\r\n\t b <i> c</i> </p>") == ["a b c"]
    assert texts("<p>&#8203;&nbsp;a&nbsp;</p>") == ["a"]
    assert texts("<p>a\xa0&nbsp;b</p>") == ["a\xa0\xa0b"]
    assert texts("<p>a<span> </span>b</p>") == ["a b"]
    assert texts("<p>&nbsp;</p>") == []


def test_preformatted_text_keeps_its_blanks() -> None:
    contents = read("<pre>\n  a\n\n    b  c\n</pre>")
    assert contents.text == "  a\n\n    b  c"
    assert [it.span.of(contents.text) for it in contents.blocks] == ["a\n\n    b  c"]


def test_breaks_end_a_line_and_two_a_paragraph() -> None:
    assert texts("<p>a<br> b<br/><br>c</p>") == ["a\nb", "c"]


def test_scripts_styles_heads_and_hidden_parts_are_not_text() -> None:
    html = (
        "<head><title>t</title></head><script>s</script><style>y</style>"
        "<noscript>n</noscript><template>m</template><div hidden>h</div>"
        "<!-- c --><p>seen</p>"
    )
    assert texts(html) == ["seen"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            'chains.<a href="#fn1" role="doc-noteref"><sup>1</sup></a> So',
            "chains.[1] So",
        ),
        ('The WGs<sup><a href="#n2">2</a></sup>, too', "The WGs[2], too"),
        ('chains.<a href="c2.xhtml#fn1">1</a>', "chains.[1]"),
        ('<a href="#anc1">1</a>Footnote says', "[1] Footnote says"),
        ('<sup><a href="#anc3">3</a></sup>Footnote', "[3] Footnote"),
        ('said.<sup>[<a href="#n">4</a>]</sup>', "said.[4]"),
        ('in <a href="#s3">3</a>.', "in 3."),
        ('<a href="#s1">1</a> Aims <a href="#s2">2</a> Means', "1 Aims 2 Means"),
        ('3.<a href="#s32">2</a>', "3.2"),
        ('10 m<sup>2</sup> and <a href="/x">2</a>nd', "10 m2 and 2nd"),
        ('the 1<sup>st</sup><a href="#n"></a> of', "the 1st of"),
        ('a <a href="#n"><b>whole</b> sentence</a>.', "a whole sentence."),
    ],
)
def test_numbers_of_notes_are_not_glued_to_words(html: str, text: str) -> None:
    assert texts(f"<p>{html}</p>") == [text]


def test_a_table_row_is_one_block() -> None:
    assert pieces(
        "<table><tr><th>Port<th>Depth<th>Note</tr>"
        "<tr><td><p>East</p><td>4<br>m<td></tr></table>"
    ) == [
        ("Port | Depth | Note", "table row", 0),
        ("East | 4 m |", "table row", 0),
    ]


def test_a_table_that_lays_out_the_page_is_passed_over() -> None:
    assert pieces(
        "<table><tr><td>Menu<td><h2>Tides</h2><p>One.</p><p>Two.</p></table>"
    ) == [
        ("Menu", "paragraph", 0),
        ("Tides", "heading", 2),
        ("One.", "paragraph", 0),
        ("Two.", "paragraph", 0),
    ]


def test_a_page_describes_itself() -> None:
    contents = read(
        '<meta property="og:title" content="Two  Ports"><title>Two Ports | News</title>'
        '<meta property="og:site_name" content="Harbor Press">'
        '<meta property="article:published_time" content="2022-05-06T07:00:00Z">'
    )
    assert (contents.title, contents.date, contents.source) == (
        "Two Ports",
        "2022-05-06",
        "Harbor Press",
    )


@pytest.mark.parametrize(
    "html",
    [
        (
            '<article><time datetime="2022-05-06">6 May</time></article>'
            '<time datetime="2023-01-01"></time>'
        ),
        '<time datetime="2022-05-06T10:00">6 May</time>',
        '<META NAME="Date" CONTENT="May 6, 2022">',
        (
            '<script type="application/ld+json">'
            '{"@graph": [{"datePublished": "2022-05-06"}]}</script>'
        ),
    ],
)
def test_dates_are_found_in_several_places(html: str) -> None:
    assert read(html).date == "2022-05-06"


def test_times_of_other_stories_are_no_date() -> None:
    times = '<time datetime="2022-05-06"></time><time datetime="2023-01-01"></time>'
    assert read(times).date == ""


def test_linked_descriptions_name_the_publisher() -> None:
    html = (
        '<script type="application/ld+json">{"publisher": {"name": "Tides"}}</script>'
    )
    assert read(html).source == "Tides"


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 100_000, '{"publisher": "\\ud800"}', "null", '{"publisher": 3}'],
)
def test_broken_descriptions_do_no_harm(script: str) -> None:
    contents = read(f'<script type="application/ld+json">{script}</script><p>a')
    assert contents.text == "a"
    assert contents.source in ("", "\ufffd")


def test_titles_fall_back() -> None:
    assert read("<title> Tides\n now </title><h1>Other</h1>").title == "Tides now"
    assert read("<h1>Only <b>heading</b></h1>").title == "Only heading"
    assert read("<p>none").title == ""


@pytest.mark.parametrize(
    ("declaration", "codec"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        (
            "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>",
            "koi8-r",
        ),
        ("<?xml version='1.0' encoding='iso-8859-5'?>", "iso8859-5"),
    ],
)
def test_the_declared_encoding_is_used(declaration: str, codec: str) -> None:
    [contents] = read_html(f"{declaration}<p>Прилив".encode(codec), Hints("a.html"))
    assert contents.text == "Прилив"
    assert contents.warnings == ()


def test_a_declaration_that_utf8_proves_wrong_is_ignored() -> None:
    assert read('<meta charset="iso-8859-1"><p>“é”').text == "“é”"


@pytest.mark.parametrize("name", ["unicode_escape", "hex", "utf-7", "idna", "nonsense"])
def test_a_strange_declaration_is_ignored(name: str) -> None:
    assert read(rf'<meta charset="{name}"><p>\ud800+AGE-').text == r"\ud800+AGE-"


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "ul><li", "b", "blockquote"])
def test_endless_nesting_is_refused_at_once(tag: str) -> None:
    with pytest.raises(
        UnreadableFile, match=r"^a\.html nests more than 5,000 elements"
    ):
        read(f"<{tag}>" * 40_000 + "x")


def test_nesting_beyond_what_calls_allow_is_read() -> None:
    assert texts("<div>" * 4000 + "x" + "</div>" * 4000) == ["x"]


def test_many_elements_side_by_side_are_not_nesting() -> None:
    assert len(texts("<p>a<br>b<div><img>c</div><li>d" * 6000)) == 18_000


@given(st.text(st.sampled_from("<>/!-&;#x=\"' abpretdlih1\n\0é"), max_size=200))
def test_any_markup_gives_blocks_in_order(html: str) -> None:
    try:
        contents = read("<p>." + html.replace("\0", ""))
    except UnreadableFile:
        pytest.fail("an ordinary page was refused")
    end = 0
    for block in contents.blocks:
        assert not contents.text[end : block.span.start].strip()
        assert block.span.of(contents.text) == block.span.of(contents.text).strip()
        end = block.span.end
    assert not contents.text[end:].strip()
