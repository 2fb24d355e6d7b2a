import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCursor, QTextDocument, QTextLayout

from ui.reader.offsets import Mapper, qt_text

pytestmark = pytest.mark.usefixtures("qapp")

hostile = st.sampled_from(
    [
        *("a", "word ", "é", "e\u0301", "ﬁ", "\u00ad", "\t", " ", "\u00a0", "1", "“"),
        *("😀", "👨‍👩‍👧", "🇰🇷", "👍🏽", "𝔘", "𠀀"),
        *("שלום", "مرحبا", "\u200f", "\u200b", "한국어", "क्षि"),
        *("\ufeff", "\ufffd", "\ufffe", "\ud800", "\udc80", "\ufdd0", "\x00"),
        *("\r", "\n", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"),
    ]
)
paragraphs = st.lists(st.one_of(hostile, st.characters()), max_size=40).map("".join)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@settings(max_examples=200, deadline=None)
@given(paragraphs)
def test_positions_are_those_of_the_utf_16_codec_and_lead_back(text):
    mapper = Mapper(text)
    assert mapper.qt_length == units(text)
    for offset in range(len(text) + 1):
        position = mapper.to_qt(offset)
        assert position == units(text[:offset])
        assert mapper.from_qt(position) == offset


@settings(max_examples=100, deadline=None)
@given(paragraphs)
def test_a_position_inside_a_character_goes_to_its_start(text):
    mapper = Mapper(text)
    for offset, character in enumerate(text):
        if character > "\uffff":
            assert mapper.from_qt(mapper.to_qt(offset) + 1) == offset


@settings(max_examples=150, deadline=None)
@given(paragraphs, st.floats(-20, 400))
def test_a_layout_keeps_every_character_and_clicks_land_between_them(text, x):
    shown = qt_text(text)
    layout = QTextLayout(shown, QFont())
    assert layout.text() == shown
    assert len(shown) == len(text)
    assert units(shown) == units(text)
    mapper, reached = Mapper(text), 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(160)
        line.setPosition(QPointF(0, 0))
        assert line.textStart() == reached
        reached += line.textLength()
    layout.endLayout()
    assert reached == mapper.qt_length
    for number in range(layout.lineCount()):
        position = layout.lineAt(number).xToCursor(x)
        assert mapper.to_qt(mapper.from_qt(position)) == position


@settings(max_examples=150, deadline=None)
@given(paragraphs, st.data())
def test_a_selection_in_a_qt_document_is_the_slice_of_the_text(text, data):
    shown, mapper = qt_text(text), Mapper(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    document = QTextDocument()
    document.setPlainText(shown)
    cursor = QTextCursor(document)
    cursor.setPosition(mapper.to_qt(start))
    cursor.setPosition(mapper.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == shown[start:end]


def test_a_typists_line_ends_become_spaces_and_an_authors_stay_breaks():
    wide = "This line was broken by a typist who kept to a margin"
    assert "\u2028" not in qt_text(f"{wide}\r\nas was usual.")
    assert qt_text("12 Long Street\nSome Town") == "12 Long Street\u2028Some Town"
