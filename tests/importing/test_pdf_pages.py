"""What only shows on whole pages: their ends, turns, outlines, pictures and fonts."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from tests.importing.pdf_setting import MARGIN, PAGE, Frame, canvas_of, finished
from tests.importing.test_pdf_files import (
    LAST,
    OTHER,
    PROSE,
    boxes_on,
    paragraphs,
    read,
    shown,
)
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind
from workbench.text.boxes import NOWHERE

LONG = f"{PROSE} {OTHER} {LAST} {PROSE} {OTHER}"


def written_by(writer: PdfWriter) -> bytes:
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


# Ends of pages ------------------------------------------------------------------------


def over_two_pages(count: int = 2) -> bytes:
    """Return pages with heads and feet over which one paragraph goes on."""
    canvas, written = canvas_of()
    lines = Frame(canvas).broken(LONG, hyphenate=False)
    cut = len(lines) // count
    for number in range(1, count + 1):
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(MARGIN, PAGE[1] - 40, "Journal of Export Studies")
        canvas.drawCentredString(PAGE[0] / 2, 30, str(number))
        frame = Frame(canvas)
        if number == 1:
            frame.paragraph(OTHER)
            note = Frame(canvas, top=120, size=7.5)
            note.paragraph("1 See the letter of the ministers.")
        end = len(lines) if number == count else cut * number
        for line in lines[cut * (number - 1) : end]:
            frame.line(line, 0, is_last=False)
        if number == count:
            frame.y -= 8
            frame.paragraph(LAST)
        canvas.showPage()
    return finished(canvas, written)


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    contents = read(over_two_pages())
    assert [it.span.of(contents.text) for it in contents.blocks] == [
        "Journal of Export Studies", OTHER, "1 See the letter of the ministers.", "1",
        LONG, "Journal of Export Studies", LAST, "2",
    ]  # fmt: skip
    first, second = contents.pages
    joined = contents.blocks[4].span
    assert joined.start < first.span.end == second.span.start < joined.end
    assert contents.text[first.span.end - 1] == " "
    places = boxes_on(contents, 1)
    assert places[0][1] != NOWHERE
    assert places[0][1][1] < MARGIN + 12.5


def test_a_paragraph_over_a_whole_page_ends_where_that_page_has_a_head() -> None:
    contents = read(over_two_pages(3))
    texts = [it.span.of(contents.text) for it in contents.blocks if not it.zone]
    assert (
        " ".join(texts) == f"{OTHER} 1 See the letter of the ministers. {LONG} {LAST}"
    )
    assert len(texts) == 5


def test_what_ends_with_its_page_is_not_joined() -> None:
    canvas, written = canvas_of()
    for text in (PROSE, "lower case begins a line of its own here."):
        Frame(canvas).paragraph(text)
        canvas.showPage()
    assert shown(read(finished(canvas, written))) == paragraphs(
        PROSE, "lower case begins a line of its own here."
    )


# Outline ------------------------------------------------------------------------------


def test_the_outline_names_headings_and_their_levels() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    for title, level in (("1 Aims", 0), ("1.1 Scope", 1), ("2 Means", 0)):
        canvas.bookmarkPage(title)
        canvas.addOutlineEntry(title.partition(" ")[2], title, level)
        frame.paragraph(title)
        frame.paragraph(PROSE)
    assert shown(read(finished(canvas, written))) == [
        (BlockKind.HEADING, 1, "1 Aims"),
        *paragraphs(PROSE),
        (BlockKind.HEADING, 2, "1.1 Scope"),
        *paragraphs(PROSE),
        (BlockKind.HEADING, 1, "2 Means"),
        *paragraphs(PROSE),
    ]


def test_a_title_above_what_the_outline_names_comes_first() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas, size=20)
    frame.paragraph("The whole")
    frame.size = 13
    canvas.bookmarkPage("part")
    canvas.addOutlineEntry("A part", "part", 0)
    frame.paragraph("A part")
    frame.size = 10
    frame.paragraph(PROSE)
    assert [it[:2] for it in shown(read(finished(canvas, written)))] == [
        (BlockKind.HEADING, 1), (BlockKind.HEADING, 2), (BlockKind.PARAGRAPH, 0),
    ]  # fmt: skip


# Turned, scaled, scanned --------------------------------------------------------------


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("is_shown_upright", [True, False])
def test_turned_letters_are_read_as_lines(
    turned: int,
    is_shown_upright: bool,
) -> None:
    canvas, written = canvas_of()
    width, height = PAGE if turned % 180 == 0 else PAGE[::-1]
    canvas.translate(PAGE[0] / 2, PAGE[1] / 2)
    canvas.rotate(turned)
    canvas.translate(-width / 2, -height / 2)
    for text, y in ((PROSE, 500), (OTHER, 300)):
        Frame(canvas, top=y, width=300).paragraph(text)
    writer = PdfWriter(clone_from=io.BytesIO(finished(canvas, written)))
    if is_shown_upright:
        writer.pages[0].rotate(turned)
    contents = read(written_by(writer))
    assert shown(contents) == paragraphs(PROSE, OTHER)
    if is_shown_upright:
        left, _, right, bottom = boxes_on(contents, 0)[0][1]
        assert (left, right) == pytest.approx((MARGIN, MARGIN + 6.1), abs=0.5)
        assert bottom == pytest.approx(height - 500 + 12.5 + 2.2, abs=1)


def test_boxes_of_a_page_in_larger_units_fit_its_size() -> None:
    canvas, written = canvas_of()
    Frame(canvas).paragraph(PROSE)
    writer = PdfWriter(clone_from=io.BytesIO(finished(canvas, written)))
    writer.pages[0][NameObject("/UserUnit")] = FloatObject(2)
    contents = read(written_by(writer))
    page = contents.pages[0]
    left = boxes_on(contents, 0)[0][1][0]
    assert left / page.width == pytest.approx(MARGIN / PAGE[0], abs=0.001)


def test_text_that_was_recognized_under_a_scan_is_used() -> None:
    canvas, written = canvas_of()
    canvas.drawInlineImage(Image.new("L", (20, 30)), 0, 0, *PAGE)
    text = canvas.beginText(MARGIN, 700)
    text.setTextRenderMode(3)
    text.textOut("Text under a scan")
    canvas.drawText(text)
    contents = read(finished(canvas, written))
    assert contents.text == "Text under a scan\n"
    assert contents.warnings == ()


def test_a_watermark_aslant_is_no_content() -> None:
    canvas, written = canvas_of()
    Frame(canvas).paragraph(LONG)
    canvas.translate(100, 500)
    canvas.rotate(45)
    canvas.setFont("Helvetica", 60)
    canvas.drawString(0, 0, "DRAFT COPY")
    contents = read(finished(canvas, written))
    assert [(it.span.of(contents.text), it.zone) for it in contents.blocks] == [
        (LONG, None), ("DRAFT COPY", ZoneKind.OTHER),
    ]  # fmt: skip


# Fonts --------------------------------------------------------------------------------


def with_letters(content: bytes, first: int) -> bytes:
    """Let the font say that a, b, c … are the letters from `first` on."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    table = StreamObject()
    table.set_data(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"1 beginbfrange <61> <7A> <%04X> endbfrange\n"
        b"endcmap end end" % first
    )
    for font in writer.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        font.get_object()[NameObject("/ToUnicode")] = writer._add_object(table)
    return written_by(writer)


@pytest.mark.parametrize("drawn", ["(ed) cba", ")ed( cba"])
def test_leftward_text_is_in_reading_order_with_its_brackets(drawn: str) -> None:
    canvas, written = canvas_of()
    canvas.setFont("Times-Roman", 10)
    for at in range(4):
        line = drawn if at == 3 else f"ihgf edcba {drawn} mlkj ihgf edcba mlkj ihgf"
        canvas.drawRightString(300, 700 - 12 * at, line)
    text = "אבג (דה)"
    line = f"וזחט יךכל אבגדה וזחט יךכל {text} אבגדה וזחט"
    assert shown(read(with_letters(finished(canvas, written), 0x5D0))) == paragraphs(
        " ".join([*[line] * 3, text])
    )


def test_letters_that_no_font_names_are_warned_of() -> None:
    canvas, written = canvas_of()
    for _ in range(2):
        Frame(canvas).paragraph(PROSE)
        canvas.showPage()
    writer = PdfWriter(clone_from=io.BytesIO(finished(canvas, written)))
    for font in writer.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        names = [NameObject(f"/g{code}") for code in range(32, 127)]
        font.get_object()[NameObject("/Encoding")] = writer._add_object(encoding(names))
    contents = read(written_by(writer))
    (warning,) = contents.warnings
    assert warning == (
        "The text of pages 1 and 2 cannot be read: their fonts do not say which"
        " letters they draw."
    )


def encoding(names: list[NameObject]) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Encoding"),
            NameObject("/Differences"): ArrayObject([NumberObject(32), *names]),
        }
    )
