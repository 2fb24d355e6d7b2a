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
    assert page_head(replace(document, date=stored)).facts.startswith(f"{shown} · ")
