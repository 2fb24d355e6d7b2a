"""Saved web pages: the page with its address, and what stands in its frames."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.importing.made_mhtml import FRAME, PAGE, chromium, explorer, made
from tests.importing.reading import Line, lines
from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.importing.html_files import read_html
from workbench.importing.mhtml_files import read_mhtml
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind

PROSE = "Ebb and “flow” of the sea, told at some length = so that it is prose."
LINES = [Line("Tides", BlockKind.HEADING, 1), Line(PROSE)]


def read(content: bytes, encoding: str = "") -> Contents:
    [page] = read_mhtml(content, Hints("a.mhtml", encoding))
    return page


@pytest.mark.parametrize(
    ("content", "address", "encoding"),
    [
        (chromium(), "https://example.org/tides", "utf-8"),
        (explorer(), "http://example.org/old", "windows-1252"),
    ],
)
def test_a_page_reads_as_it_did_in_the_browser(
    content: bytes, address: str, encoding: str
) -> None:
    page = read(content)
    [expected] = read_html(PAGE.encode(), Hints("a.html"))
    assert lines(page) == lines(expected) == LINES
    assert (page.title, page.text) == ("Tides – the sea", f"Tides\n{PROSE}")
    assert page.values == (("URL", address),)
    assert (page.media_type, page.encoding) == ("multipart/related", encoding)
    assert page.date == ""  # the head says when it was saved, not published


def test_a_frame_of_a_page_stands_below_it_as_a_zone() -> None:
    assert lines(read(chromium(PAGE, FRAME))) == [
        *LINES,
        Line("In a frame.", zone=ZoneKind.OTHER),
    ]


def test_frames_are_the_text_of_a_page_that_has_none() -> None:
    page = read(chromium("<html><frameset></frameset></html>", FRAME))
    assert lines(page) == [Line("In a frame.")]
    assert page.title == "Tides – the sea"


def test_the_start_is_the_part_that_is_named() -> None:
    content = chromium("<p>First.</p>", "<p>Second.</p>").replace(
        b'type="text/html";', b'type="text/html"; start="<frame@mhtml.blink>";'
    )
    assert lines(read(content)) == [
        Line("Second."),
        Line("First.", zone=ZoneKind.OTHER),
    ]


def test_the_charset_is_the_parts_the_pages_or_the_chosen_one() -> None:
    page = "<meta charset=koi8-r><p>Привет всем</p>"
    declared = explorer(page, "koi8-r")
    assert read(declared).text == "Привет всем"
    silent = declared.replace(b'charset="koi8-r"', b"x=y")
    assert read(silent).text == "Привет всем"
    wrong = silent.replace(b"koi8-r", b"latin1")
    assert read(wrong, "koi8-r").text == "Привет всем"


def test_a_file_without_a_page_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"^a\.mhtml holds no web page; save"):
        read(b"From: x\r\n\r\nEbb and flow.")


@pytest.mark.parametrize("name", made())
def test_made_pages_are_read_however_they_break_off(name: str) -> None:
    content = made()[name]
    for end in range(20, len(content), 31):
        with suppress(UnreadableFile):
            lines(read(content[:end]))
