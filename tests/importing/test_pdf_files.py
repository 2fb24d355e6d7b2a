"""PDF files whose truth is known: text, blocks, pages and boxes are what was set."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.importing.pdf_setting import MARGIN, PAGE, Frame, canvas_of, finished
from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.importing.pdf_files import read_pdf
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind
from workbench.text.boxes import NOWHERE, Box, unpack_boxes

PROSE = (
    "The agency said on Tuesday that it would review the controls before the end of"
    " the year, and that exporters should expect further rules on the equipment."
)
OTHER = (
    "Officials in three capitals had asked for more time; none of them wished to be"
    " named while the talks went on behind closed doors."
)
LAST = "Nobody expects an answer before the spring, when the two ministers meet again."


def read(content: bytes) -> Contents:
    (contents,) = read_pdf(content, Hints("paper.pdf"))
    return contents


def shown(contents: Contents) -> list[tuple[BlockKind, int, str]]:
    return [(it.kind, it.level, it.span.of(contents.text)) for it in contents.blocks]


def paragraphs(*texts: str) -> list[tuple[BlockKind, int, str]]:
    return [(BlockKind.PARAGRAPH, 0, it) for it in texts]


def boxes_on(contents: Contents, page: int) -> list[tuple[str, Box]]:
    found = contents.pages[page]
    boxes = unpack_boxes(found.boxes)
    return list(zip(found.span.of(contents.text), boxes, strict=True))


# Text and blocks ----------------------------------------------------------------------


def test_two_columns_below_a_wide_heading_are_read_one_after_the_other() -> None:
    canvas, written = canvas_of()
    title = Frame(canvas, font="Helvetica-Bold", size=18)
    title.paragraph("Export controls in the allied capitals this year")
    width = (PAGE[0] - 2 * MARGIN - 18) / 2
    for left, texts in ((MARGIN, [PROSE, OTHER]), (MARGIN + width + 18, [LAST, PROSE])):
        column = Frame(canvas, left=left, top=title.y - 10, width=width)
        for text in texts:
            column.paragraph(text)
    assert shown(read(finished(canvas, written))) == [
        (BlockKind.HEADING, 1, "Export controls in the allied capitals this year"),
        *paragraphs(PROSE, OTHER, LAST, PROSE),
    ]


def test_three_columns_whose_lines_are_at_different_heights() -> None:
    canvas, written = canvas_of()
    width = (PAGE[0] - 2 * MARGIN - 40) / 3
    texts = [PROSE, OTHER, LAST]
    for at, text in enumerate(texts):
        column = Frame(canvas, MARGIN + at * (width + 20), 700 - 4 * at, width)
        column.paragraph(text)
        column.paragraph(LAST)
    assert shown(read(finished(canvas, written))) == paragraphs(
        *(it for text in texts for it in (text, LAST))
    )


def test_columns_that_were_drawn_line_by_line_are_not_mixed() -> None:
    canvas, written = canvas_of()
    width = (PAGE[0] - 2 * MARGIN - 18) / 2
    left = Frame(canvas, width=width)
    right = Frame(canvas, left=MARGIN + width + 18, width=width)
    both = [it.broken(PROSE + " " + OTHER, hyphenate=False) for it in (left, right)]
    for index, lines in enumerate(zip(*both, strict=True)):
        for frame, line in zip((left, right), lines, strict=True):
            frame.line(line, index, is_last=True)
    text = PROSE + " " + OTHER
    assert shown(read(finished(canvas, written))) == paragraphs(text, text)


def test_a_paragraph_goes_on_in_the_next_column_without_its_notes_between() -> None:
    canvas, written = canvas_of()
    width = (PAGE[0] - 2 * MARGIN - 18) / 2
    left = Frame(canvas, width=width)
    lines = left.broken(f"{PROSE} {OTHER}", hyphenate=False)
    half = len(lines) // 2 - 1
    for line in lines[:half]:
        left.line(line, 0, is_last=False)
    note = Frame(canvas, top=300, width=width, size=7.5)
    note.paragraph(
        "1 See the letter of the three ministers, which was never published."
    )
    right = Frame(canvas, left=MARGIN + width + 18, width=width)
    for line in lines[half:]:
        right.line(line, 0, is_last=False)
    assert shown(read(finished(canvas, written))) == paragraphs(
        f"{PROSE} {OTHER}",
        "1 See the letter of the three ministers, which was never published.",
    )


def test_headings_get_levels_by_their_size() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    for size, text in ((20, "The whole"), (14, "A part"), (10, PROSE), (14, "Another")):
        frame.size = size
        frame.font = "Times-Roman" if size == 10 else "Helvetica"
        frame.paragraph(text)
    frame.size, frame.font = 10, "Times-Bold"
    frame.paragraph("A bold line")
    frame.font = "Times-Roman"
    frame.paragraph(OTHER)
    assert shown(read(finished(canvas, written))) == [
        (BlockKind.HEADING, 1, "The whole"),
        (BlockKind.HEADING, 2, "A part"),
        *paragraphs(PROSE),
        (BlockKind.HEADING, 2, "Another"),
        (BlockKind.HEADING, 3, "A bold line"),
        *paragraphs(OTHER),
    ]


def test_items_of_lists_keep_their_marks() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    frame.paragraph(PROSE)
    for mark in ("•", "•", "1."):
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(MARGIN, frame.y - 12.5, mark)
        item = Frame(canvas, MARGIN + 24, frame.y, frame.width - 24)
        item.paragraph(OTHER)
        frame.y = item.y
    frame.paragraph(LAST)
    assert shown(read(finished(canvas, written))) == [
        *paragraphs(PROSE),
        (BlockKind.LIST_ITEM, 0, f"• {OTHER}"),
        (BlockKind.LIST_ITEM, 0, f"• {OTHER}"),
        (BlockKind.LIST_ITEM, 0, f"1. {OTHER}"),
        *paragraphs(LAST),
    ]


def test_a_table_is_read_row_by_row() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    frame.paragraph(PROSE)
    table = [("Country", "Value", "Share"), ("Japan", "12.5", "8 %"),
             ("Korea", "7.25", "5 %"), ("Netherlands", "30", "21 %")]  # fmt: skip
    for row in table:
        frame.y -= 16
        for at, cell in enumerate(row):
            canvas.setFont("Times-Roman", 10)
            canvas.drawString(MARGIN + 120 * at, frame.y, cell)
    frame.y -= 10
    frame.paragraph(OTHER)
    assert shown(read(finished(canvas, written))) == [
        *paragraphs(PROSE),
        *((BlockKind.TABLE_ROW, 0, " | ".join(row)) for row in table),
        *paragraphs(OTHER),
    ]


def test_lines_that_are_spread_to_fill_their_column_are_no_table() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas, width=220, size=14, is_justified=True)
    lines = [
        "Republic of Korea Minister of", "Trade, Industry, and Energy",
        "Chang-Yang Lee (the", "Participants) signed a", "Memorandum of the States to",
        "launch the chain.",
    ]  # fmt: skip
    for index, line in enumerate(lines):
        frame.line(line, index, is_last=index == len(lines) - 1)
    assert shown(read(finished(canvas, written))) == paragraphs(" ".join(lines))


def test_broken_words_are_whole_again_unless_the_hyphen_is_theirs() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    lines = ["A well-known rule of con-", "trols for the self-", "employed and well-",
             "known, of the Anglo-", "American kind of 2019-", "2020."]  # fmt: skip
    for line in lines:
        frame.line(line, 0, is_last=False)
    assert read(finished(canvas, written)).text == (
        "A well-known rule of controls for the self-employed and well-known, of the"
        " Anglo-American kind of 2019-2020.\n"
    )


def test_lines_that_run_upwards_come_after_the_text() -> None:
    canvas, written = canvas_of()
    Frame(canvas).paragraph(PROSE)
    canvas.saveState()
    canvas.rotate(90)
    canvas.setFont("Times-Roman", 9)
    canvas.drawString(200, -30, "archive number 77 of the register")
    canvas.restoreState()
    assert shown(read(finished(canvas, written))) == paragraphs(
        PROSE, "archive number 77 of the register"
    )


# Pages --------------------------------------------------------------------------------


def paged(count: int) -> bytes:
    """Return pages with a running head, a text of their own and a page number."""
    canvas, written = canvas_of()
    for number in range(1, count + 1):
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(MARGIN, PAGE[1] - 40, "Journal of Export Studies 12")
        canvas.drawCentredString(PAGE[0] / 2, 30, str(number + 100))
        frame = Frame(canvas)
        for text in (PROSE, OTHER, LAST)[: 1 + number % 3]:
            frame.paragraph(f"{text} {number}")
        canvas.showPage()
    return finished(canvas, written)


def test_running_heads_and_page_numbers_are_suggested_as_zones() -> None:
    contents = read(paged(4))
    zones = [it.span.of(contents.text) for it in contents.blocks if it.zone]
    assert zones == [
        it for n in range(101, 105) for it in ("Journal of Export Studies 12", str(n))
    ]
    assert {it.zone for it in contents.blocks} == {None, ZoneKind.OTHER}
    inner = [it.span.of(contents.text) for it in contents.blocks if not it.zone]
    assert inner == [
        f"{text} {number}"
        for number in range(1, 5)
        for text in (PROSE, OTHER, LAST)[: 1 + number % 3]
    ]


def test_pages_follow_each_other_and_hold_their_blocks() -> None:
    contents = read(paged(3))
    assert [it.number for it in contents.pages] == [1, 2, 3]
    assert all(a.span.end == b.span.start for a, b in pairwise(contents.pages))
    assert contents.pages[-1].span.end == len(contents.text)
    assert [(it.width, it.height) for it in contents.pages] == [PAGE] * 3
    for page, text in zip(contents.pages, (PROSE, PROSE, PROSE), strict=True):
        assert text in page.span.of(contents.text)


def test_a_word_broken_by_the_end_of_a_page_stays_on_the_first() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    frame.line("The rules are under con-", 0, is_last=False)
    canvas.showPage()
    frame = Frame(canvas)
    frame.line("sideration in three capitals.", 0, is_last=True)
    contents = read(finished(canvas, written))
    first, second = (it.span.of(contents.text) for it in contents.pages)
    assert first == "The rules are under consideration "
    assert second == "in three capitals.\n"
    assert shown(contents) == paragraphs(f"{first}{second.strip()}")
    places = boxes_on(contents, 0)
    assert [box == NOWHERE for mark, box in places[-len("sideration ") :]] == [
        True
    ] * 11
    assert NOWHERE not in [box for mark, box in boxes_on(contents, 1)[:-1]]


def test_labels_of_pages() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(paged(5)))
    writer.set_page_label(0, 1, style="/r")
    writer.set_page_label(2, 4, style="/D", start=12, prefix="A-")
    written = io.BytesIO()
    writer.write(written)
    labels = [it.label for it in read(written.getvalue()).pages]
    assert labels == ["i", "ii", "A-12", "A-13", "A-14"]


def test_pages_without_text_are_named() -> None:
    canvas, written = canvas_of()
    for number in range(1, 9):
        if number in (3, 4, 5, 7):
            canvas.drawInlineImage(Image.new("L", (20, 30)), 20, 20, 550, 800)
        elif number == 6:
            canvas.rect(100, 100, 300, 300, fill=1)
        elif number != 8:
            Frame(canvas).paragraph(PROSE)
        canvas.showPage()
    contents = read(finished(canvas, written))
    assert contents.warnings == (
        "Pages 3 to 5 and 7 have no text; they are pictures.",
        "Page 6 has no text; it has only drawings.",
    )
    assert [len(it.span) > 0 for it in contents.pages] == [
        True, True, False, False, False, False, False, False,
    ]  # fmt: skip


# Boxes --------------------------------------------------------------------------------


def one_line(size: tuple[float, float] = (400.0, 300.0)) -> bytes:
    canvas, written = canvas_of(size)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(50, 200, "Where is it?")
    return finished(canvas, written)


def expected_lefts(text: str, left: float, font: str, size: float) -> list[float]:
    return [left + stringWidth(text[:at], font, size) for at in range(len(text))]


def test_boxes_are_where_the_characters_were_put() -> None:
    places = boxes_on(read(one_line()), 0)
    assert "".join(mark for mark, _ in places) == "Where is it?\n"
    lefts = expected_lefts("Where is it?", 50, "Helvetica", 12)
    for left, (_, box) in zip(lefts, places[:-1], strict=True):
        assert box[0] == pytest.approx(left, abs=0.5)
        assert 300 - 200 - 12 < box[1] < 300 - 200 - 8
        assert 100 < box[3] < 104
    assert places[-1][1] == NOWHERE


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_boxes_of_a_turned_and_cropped_page(turned: int) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(one_line()))
    page = writer.pages[0]
    page.cropbox.lower_left = (20, 30)
    page.cropbox.upper_right = (360, 280)
    page.rotate(turned)
    written = io.BytesIO()
    writer.write(written)
    contents = read(written.getvalue())
    turns = turned == 180
    assert (contents.pages[0].width, contents.pages[0].height) == (
        (340, 250) if turns else (250, 340)
    )
    x, y = 50 - 20, 200 - 30
    left, top, right, bottom = boxes_on(contents, 0)[0][1]
    wide = stringWidth("W", "Helvetica", 12)
    expected = {
        90: (bottom - top, top, left < y < right),
        180: (right - left, 340 - right, top < y < bottom),
        270: (bottom - top, 340 - bottom, left < 250 - y < right),
    }[turned]
    assert expected[0] == pytest.approx(wide, abs=0.5)
    assert expected[1] == pytest.approx(x, abs=0.5)
    assert expected[2]


# What the file says of itself ---------------------------------------------------------


def test_title_author_date_language_and_doi() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(one_line()))
    writer.add_metadata(
        {
            "/Title": "Der  Titel – über Größe",
            "/Author": "Lee Chang-Yang",
            "/CreationDate": "D:20221108103000+01'00'",
            "/Subject": "doi:10.1000/xyz.123.",
        }
    )
    writer.root_object[NameObject("/Lang")] = TextStringObject("de-AT")
    written = io.BytesIO()
    writer.write(written)
    contents = read(written.getvalue())
    assert contents.title == "Der Titel – über Größe"
    assert contents.date == "2022-11-08"
    assert dict(contents.values) == {
        "Author": "Lee Chang-Yang", "Language": "de-AT", "DOI": "10.1000/xyz.123",
    }  # fmt: skip


def test_a_title_that_a_program_made_up_is_none() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(one_line()))
    writer.add_metadata({"/Title": "Microsoft Word - final_v3.docx"})
    written = io.BytesIO()
    writer.write(written)
    assert "Word" not in read(written.getvalue()).title


# Files that cannot be read ------------------------------------------------------------


def encrypted(user: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(one_line()))
    writer.encrypt(user_password=user, owner_password="owner", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_file_that_only_its_owner_may_change_opens() -> None:
    assert read(encrypted("")).text == "Where is it?\n"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (encrypted("secret"), "asks for a password"),
        (b"%PDF-1.7\nnot at all", "is damaged"),
        (one_line()[:300], "is damaged"),
    ],
)
def test_a_file_that_cannot_be_opened_says_why(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"^paper\.pdf {says}.*\.$"):
        read(content)


def test_the_same_file_is_read_the_same() -> None:
    content = paged(3)
    assert read(content) == read(content)
    assert len(PdfReader(io.BytesIO(content)).pages) == 3


# What other programs write ------------------------------------------------------------


def test_a_file_of_qt_is_read_like_one_of_reportlab(qapp: object) -> None:
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
    from PySide6.QtGui import QPdfWriter, QTextDocument

    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(device)
    writer.setTitle("Of Qt")
    writer.setPageMargins(QMarginsF(40, 40, 40, 40))
    document = QTextDocument()
    document.setHtml(
        f"<h1>The title</h1><p>{PROSE}</p><h2>Part one</h2><p>{OTHER} {LAST}</p>"
        "<table><tr><td width=200>Country</td><td width=200>Value</td></tr>"
        "<tr><td>Japan</td><td>12</td></tr><tr><td>Korea</td><td>7</td></tr></table>"
    )
    document.print_(writer)
    device.close()
    contents = read(bytes(device.data().data()))
    assert contents.title == "Of Qt"
    body = [it for it in shown(contents) if it[2] != "1"]  # Qt numbers the page
    assert body == [
        (BlockKind.HEADING, 1, "The title"),
        *paragraphs(PROSE),
        (BlockKind.HEADING, 2, "Part one"),
        *paragraphs(f"{OTHER} {LAST}"),
        *(
            (BlockKind.TABLE_ROW, 0, it)
            for it in ("Country | Value", "Japan | 12", "Korea | 7")
        ),
    ]


def test_cells_of_several_lines_stay_in_their_row() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    frame.paragraph(PROSE)
    for name, text in (("Japan", OTHER), ("Korea", LAST), ("Spain", PROSE)):
        frame.y -= 8
        top = frame.y
        canvas.setFont("Times-Roman", 10)
        cell = Frame(canvas, MARGIN + 100, top, 200)
        middle = top - 12.5 * (1 + len(cell.broken(text, hyphenate=False))) / 2
        canvas.drawString(MARGIN, middle, name)
        cell.paragraph(text)
        frame.y = cell.y
    rows = [f"Japan | {OTHER}", f"Korea | {LAST}", f"Spain | {PROSE}"]
    assert shown(read(finished(canvas, written))) == [
        *paragraphs(PROSE),
        *((BlockKind.TABLE_ROW, 0, row) for row in rows),
    ]


def test_heads_that_change_are_told_by_the_page_number_beside_them() -> None:
    canvas, written = canvas_of()
    for number in range(1, 6):
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(
            MARGIN, PAGE[1] - 40, ["One", "two", "three", "four", "five"][number - 1]
        )
        canvas.drawRightString(PAGE[0] - MARGIN, PAGE[1] - 40, str(number + 6))
        Frame(canvas).paragraph(f"{PROSE} {number}")
        canvas.showPage()
    contents = read(finished(canvas, written))
    zones = [it.span.of(contents.text) for it in contents.blocks if it.zone]
    assert zones == ["One 7", "two 8", "three 9", "four 10", "five 11"]
