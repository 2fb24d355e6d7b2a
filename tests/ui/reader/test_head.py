from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter

from ui.reader.head import MOST_LINES, HeadLayout
from ui.reader.model import PageHead, page_head
from ui.reader.styles import Styles

TITLE = "Department of Trade and Karseth Sign Guidelines on Advanced Goods"


@pytest.fixture
def styles(qapp) -> Styles:
    return Styles()


def test_a_title_takes_as_many_lines_as_it_needs(styles):
    wide = HeadLayout(PageHead(TITLE), styles, 2000).height
    narrow = HeadLayout(PageHead(TITLE), styles, 300).height
    assert narrow > wide


def test_a_very_long_title_is_cut_after_some_lines(styles):
    longest = HeadLayout(PageHead("\U0001f600 word " * 400), styles, 300)
    longer = HeadLayout(PageHead("\U0001f600 word " * 800), styles, 300)
    assert longest.height == longer.height
    assert len(longest._title._lines) == MOST_LINES
    assert longest._title._layout.text().endswith("…")


@pytest.mark.parametrize("head", [PageHead(), PageHead("x"), PageHead("", "y")])
def test_a_head_takes_room_only_for_what_it_has(styles, head):
    layout = HeadLayout(head, styles, 300)
    image = QImage(320, layout.height, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    layout.paint(painter, 0, 0)
    painter.end()
    assert layout.height < HeadLayout(PageHead("x", "y"), styles, 300).height


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("2007-11-06", "6 November 2007"), ("2022-11", "November 2022"), ("", "undated")],
)
def test_facts_begin_with_the_date_in_full(project, import_text, stored, shown):
    document = project.documents.get(import_text("Some text."))
    facts = page_head(replace(document, date=stored)).facts.replace("\u00a0", " ")
    assert facts.startswith(f"{shown} · ")


def test_a_title_of_one_long_word_is_broken(styles):
    layout = HeadLayout(PageHead("a_very_long_name_" * 8), styles, 300)
    widths = [line.naturalTextWidth() for line in layout._title._lines]
    assert len(widths) == MOST_LINES
    assert max(widths) <= 300


def test_words_of_the_facts_are_found_where_they_stand(styles):
    facts = "undated · 1,000 characters · version\u00a02 · 1 zone"
    head = PageHead("Memo", facts, "version\u00a02")
    wide, narrow = HeadLayout(head, styles, 2000), HeadLayout(head, styles, 150)
    in_wide, in_narrow = wide.box_of(head.version), narrow.box_of(head.version)
    assert in_wide is not None
    assert in_narrow is not None
    assert in_narrow.top() > in_wide.top()
    assert in_narrow.height() == in_wide.height()
    assert abs(in_narrow.width() - in_wide.width()) <= 1
    assert wide.box_of("version\u00a03") is None
    assert wide.box_of("") is None


def test_only_a_title_that_is_cut_says_where_it_stands(styles):
    assert HeadLayout(PageHead(TITLE), styles, 300).cut_title_box is None
    box = HeadLayout(PageHead(TITLE * 9), styles, 300).cut_title_box
    assert box is not None
    assert box.width() == 300
