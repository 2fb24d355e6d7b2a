"""Letters, words and paragraphs that are set in a way of their own."""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

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
from workbench.text.boxes import NOWHERE


def set_pieces(canvas: Canvas, y: float, *pieces: tuple[str, float, float]) -> None:
    """Set pieces of text side by side: text, size, how far above the line."""
    x = MARGIN
    for text, size, rise in pieces:
        canvas.setFont("Times-Roman", size)
        canvas.drawString(x, y + rise, text)
        x += stringWidth(text, "Times-Roman", size)


def test_numbers_of_notes_get_brackets_and_powers_do_not() -> None:
    canvas, written = canvas_of()
    set_pieces(canvas, 700, ("He said it", 10, 0), ("1", 7, 3.6),
               (" and she denied it.", 10, 0), ("12", 7, 3.6),
               (" In x", 10, 0), ("2", 7, 3.6), (" of 5 km", 10, 0),
               ("2", 7, 3.6), (" there are 7.", 10, 0))  # fmt: skip
    set_pieces(canvas, 100, ("12", 5, 2.5), ("The letter of the ministers.", 7, 0))
    contents = read(finished(canvas, written))
    assert shown(contents) == paragraphs(
        "He said it[1] and she denied it.[12] In x2 of 5 km2 there are 7.",
        "[12] The letter of the ministers.",
    )
    places = dict(enumerate(boxes_on(contents, 0)))
    assert [places[at][0] for at in (10, 11, 12)] == ["[", "1", "]"]
    assert [places[at][1] == NOWHERE for at in (10, 11, 12)] == [True, False, True]


def test_letters_that_are_set_apart_make_words() -> None:
    canvas, written = canvas_of()
    canvas.setFont("Times-Bold", 16)
    x = MARGIN
    for word in ("LETTERED", "HEADING"):
        for letter in word:
            canvas.drawString(x, 700, letter)
            x += stringWidth(letter, "Times-Bold", 16) + 5
        x += 9
    Frame(canvas, top=680).paragraph(PROSE)
    assert shown(read(finished(canvas, written))) == [
        (BlockKind.HEADING, 1, "LETTERED HEADING"),
        *paragraphs(PROSE),
    ]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    canvas, written = canvas_of()
    Frame(canvas).paragraph(LAST)
    canvas.setFont("Times-Roman", 38)
    canvas.drawString(MARGIN, 671, "T")
    beside = Frame(canvas, MARGIN + 25, 710, PAGE[0] - 2 * MARGIN - 25)
    lines = beside.broken(f"{PROSE[1:]} {OTHER} {LAST}", hyphenate=False)
    for line in lines[:3]:
        beside.line(line, 0, is_last=True)
    below = Frame(canvas, top=beside.y)
    for line in lines[3:]:
        below.line(line, 0, is_last=True)
    assert shown(read(finished(canvas, written))) == paragraphs(
        LAST, f"{PROSE} {OTHER} {LAST}"
    )


def test_accents_that_are_drawn_over_letters_are_one_with_them() -> None:
    canvas, written = canvas_of()
    canvas.setFont("Times-Roman", 10)
    text = canvas.beginText(MARGIN, 700)
    text.textOut("Physik in M")
    text.setCharSpace(-stringWidth("¨", "Times-Roman", 10))
    text.textOut("¨")
    text.setCharSpace(0)
    text.textOut("unchen")
    canvas.drawText(text)
    assert read(finished(canvas, written)).text == "Physik in München\n"


def test_compound_words_keep_the_hyphen_if_the_document_knows_both_words() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    lines = ["A third party paid for the third-", "party talks; it controls no con-",
             "trols that are OPTIONAL or OP-", "TIONAL to them or to those of US-",
             "IBM."]  # fmt: skip
    for line in lines:
        frame.line(line, 0, is_last=False)
    assert read(finished(canvas, written)).text == (
        "A third party paid for the third-party talks; it controls no controls that"
        " are OPTIONAL or OPTIONAL to them or to those of US-IBM.\n"
    )


def test_a_text_that_breaks_no_words_keeps_its_hyphens() -> None:
    canvas, written = canvas_of()
    prose = ["A line of prose that fills its measure well."] * 40
    for lines in (prose, [*prose, "They are the risk-", "takers among us."]):
        frame = Frame(canvas)
        for line in lines:
            frame.line(line, 0, is_last=False)
        canvas.showPage()
    assert read(finished(canvas, written)).text.endswith("the risk-takers among us.\n")


def test_quotations_stand_in_on_both_sides() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    frame.paragraph(PROSE)
    quoted = Frame(canvas, MARGIN + 30, frame.y, frame.width - 60)
    quoted.paragraph(f"{OTHER} {LAST}")
    Frame(canvas, top=quoted.y).paragraph(PROSE)
    assert shown(read(finished(canvas, written))) == [
        *paragraphs(PROSE),
        (BlockKind.QUOTATION, 0, f"{OTHER} {LAST}"),
        *paragraphs(PROSE),
    ]


def test_entries_of_a_register_hang() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    frame.paragraph(PROSE)
    frame.left, frame.indent = MARGIN + 20, -20
    for text in (f"{OTHER} {LAST}", f"{LAST} {OTHER}"):
        frame.paragraph(text)
    assert shown(read(finished(canvas, written))) == paragraphs(
        PROSE, f"{OTHER} {LAST}", f"{LAST} {OTHER}"
    )


def test_the_number_of_a_section_belongs_to_its_title() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    for number, text in (("1", "Introduction"), ("2", "Means")):
        canvas.setFont("Times-Bold", 14)
        canvas.drawString(MARGIN, frame.y - 20, number)
        canvas.drawString(MARGIN + 21, frame.y - 20, text)
        frame.y -= 30
        frame.paragraph(PROSE)
    assert shown(read(finished(canvas, written))) == [
        (BlockKind.HEADING, 1, "1 Introduction"),
        *paragraphs(PROSE),
        (BlockKind.HEADING, 1, "2 Means"),
        *paragraphs(PROSE),
    ]


def test_cells_that_nearly_touch_are_told_by_the_other_rows() -> None:
    canvas, written = canvas_of()
    Frame(canvas).paragraph(PROSE)
    table = [("Country", "Value", "Share of all"), ("Japan", "12.5", "8 %"),
             ("Korea", "7.25", "5 %"), ("United States", "44", "30 %")]  # fmt: skip
    wide = stringWidth("United States", "Times-Roman", 10) + 4.5
    for at, row in enumerate(table):
        canvas.setFont("Times-Roman", 10)
        for x, cell in zip((0, wide, wide + 27.5), row, strict=True):
            canvas.drawString(MARGIN + x, 680 - 16 * at, cell)
    Frame(canvas, top=610).paragraph(OTHER)
    assert shown(read(finished(canvas, written))) == [
        *paragraphs(PROSE),
        *((BlockKind.TABLE_ROW, 0, " | ".join(row)) for row in table),
        *paragraphs(OTHER),
    ]


def test_no_mark_of_a_broken_word_stays_in_the_text() -> None:
    canvas, written = canvas_of()
    frame = Frame(canvas)
    for line in (
        "Those who asked (in 1990)\x02",
        "had no answer\x02 and went\x02",
        "1 2",
    ):
        frame.line(line, 0, is_last=False)
    text = read(finished(canvas, written)).text
    assert not set(text) & {"\x00", "\x02", "\ufffe", "\uffff"}
    assert text.startswith("Those who asked (in 1990)")


def test_letters_of_a_negative_size_are_read_like_others() -> None:
    canvas, written = canvas_of()
    canvas.translate(MARGIN, 700)
    canvas.scale(-1, -1)
    for at in range(2):
        text = canvas.beginText(0, 12 * at)
        text.setFont("Times-Roman", -10, 12)
        text.textOut("Letters of a negative size")
        canvas.drawText(text)
    assert read(finished(canvas, written)).text == (
        "Letters of a negative size Letters of a negative size\n"
    )
