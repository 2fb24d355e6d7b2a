"""What other readers marked in a PDF comes in at the characters they marked."""

from __future__ import annotations

import io

from pypdf import PdfWriter
from pypdf.annotations import FreeText, Highlight, Popup, Text
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.importing.pdf_setting import canvas_of, finished
from workbench.importing.contents import Contents, Hints
from workbench.importing.pdf_files import read_pdf

LINES = (
    "Officials had asked for more",
    "time, but nobody listened to",
    "them that year.",
)
LEFT, TOP, STEP = 50.0, 250.0, 14.0


def writer_of_lines() -> PdfWriter:
    canvas, written = canvas_of((400, 300))
    canvas.setFont("Helvetica", 11)
    for at, line in enumerate(LINES):
        canvas.drawString(LEFT, TOP - at * STEP, line)
    return PdfWriter(clone_from=io.BytesIO(finished(canvas, written)))


def read(writer: PdfWriter) -> Contents:
    written = io.BytesIO()
    writer.write(written)
    (contents,) = read_pdf(written.getvalue(), Hints("paper.pdf"))
    return contents


def quad(at: int, words: str) -> list[float]:
    """Return the corners of words in a line, as readers write them."""
    line = LINES[at]
    left = LEFT + stringWidth(line[: line.index(words)], "Helvetica", 11)
    right = left + stringWidth(words, "Helvetica", 11)
    low, high = TOP - at * STEP - 2.5, TOP - at * STEP + 9
    return [left, high, right, high, left, low, right, low]


def marking(kind: str, *quads: list[float], **texts: str) -> DictionaryObject:
    """Return an annotation of one of the kinds that mark text."""
    corners = [it for each in quads for it in each]
    rect = [
        min(corners[0::2]),
        min(corners[1::2]),
        max(corners[0::2]),
        max(corners[1::2]),
    ]
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): ArrayObject(map(FloatObject, rect)),
            NameObject("/QuadPoints"): ArrayObject(map(FloatObject, corners)),
            **{
                NameObject(f"/{key}"): TextStringObject(it) for key, it in texts.items()
            },
        }
    )


def told(contents: Contents) -> list[tuple[str, str, str]]:
    return [
        (it.span.of(contents.text), it.comment, it.author)
        for it in contents.annotations
    ]


def test_each_way_of_marking_comes_with_its_comment_and_author() -> None:
    writer = writer_of_lines()
    kinds = ("/Highlight", "/Underline", "/StrikeOut", "/Squiggly")
    words = ((0, "Officials"), (0, "more"), (1, "nobody"), (2, "that year."))
    for kind, (at, word) in zip(kinds, words, strict=True):
        writer.add_annotation(
            0, marking(kind, quad(at, word), Contents=f"see {word} – ß", T="Ana Díaz")
        )
    assert told(read(writer)) == [
        (word, f"see {word} – ß", "Ana Díaz") for _, word in words
    ]


def test_what_was_typed_on_the_page_belongs_to_the_word_beside_it() -> None:
    writer = writer_of_lines()
    left, high, right, *_ = quad(1, "nobody")
    typed = FreeText(text="not so", rect=(left, high - 9, right, high))
    writer.add_annotation(0, typed)
    assert told(read(writer)) == [("nobody", "not so", "")]


def test_a_highlight_over_a_line_end_is_one_passage() -> None:
    writer = writer_of_lines()
    quads = quad(0, "for more"), quad(1, "time, but")
    writer.add_annotation(0, marking("/Highlight", *quads))
    assert told(read(writer)) == [("for more time, but", "", "")]


def test_marks_on_places_apart_are_passages_of_their_own() -> None:
    writer = writer_of_lines()
    quads = quad(0, "Officials"), quad(2, "year")
    writer.add_annotation(0, marking("/Highlight", *quads, Contents="both"))
    assert told(read(writer)) == [("Officials", "both", ""), ("year", "", "")]


def test_a_comment_in_the_window_of_a_highlight() -> None:
    writer = writer_of_lines()
    corners = quad(1, "nobody")
    highlight = writer.add_annotation(
        0,
        Highlight(
            rect=(corners[0], corners[5], corners[2], corners[1]),
            quad_points=ArrayObject(map(FloatObject, corners)),
        ),
    )
    popup = writer.add_annotation(0, Popup(rect=(300, 200, 380, 280), parent=highlight))
    popup[NameObject("/Contents")] = TextStringObject("who?")
    highlight[NameObject("/Popup")] = popup.indirect_reference
    assert told(read(writer)) == [("nobody", "who?", "")]


def test_an_answer_becomes_a_line_of_the_comment() -> None:
    writer = writer_of_lines()
    highlight = writer.add_annotation(
        0, marking("/Highlight", quad(1, "nobody"), Contents="who?", T="Ana")
    )
    answer = Text(rect=(60, 230, 80, 250), text="The ministers.")
    answer[NameObject("/IRT")] = highlight.indirect_reference
    answer[NameObject("/T")] = TextStringObject("Ben")
    writer.add_annotation(0, answer)
    assert told(read(writer)) == [("nobody", "who?\nBen: The ministers.", "Ana")]


def test_a_note_that_is_pinned_to_a_word() -> None:
    writer = writer_of_lines()
    corners = quad(1, "nobody")
    x, y = (corners[0] + corners[2]) / 2, TOP - STEP + 4
    writer.add_annotation(0, Text(rect=(x - 8, y - 8, x + 8, y + 8), text="who?"))
    assert told(read(writer)) == [("nobody", "who?", "")]


def test_a_mark_where_there_is_no_text_is_none() -> None:
    writer = writer_of_lines()
    empty = [10.0, 50.0, 60.0, 50.0, 10.0, 40.0, 60.0, 40.0]
    writer.add_annotation(0, marking("/Highlight", empty, Contents="lost"))
    assert told(read(writer)) == []
