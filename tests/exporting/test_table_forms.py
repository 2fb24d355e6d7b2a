"""The forms of a table that are text: to the byte, and safe to open."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from tests.exporting.table_reports import HOSTILE, made_up_report
from workbench.exporting.csv_files import write_into
from workbench.exporting.evidence_books import evidence_book
from workbench.exporting.markdown_tables import markdown_table
from workbench.exporting.table_pages import table_page
from workbench.exporting.xml_text import xml_safe, xml_text
from workbench.jobs import Tracker
from workbench.operations.exported_rows import QUOTATION_COLUMNS, quotation_rows
from workbench.operations.table_files import TableForm, write_table

Golden = Callable[[str, bytes], None]

TEXT_FORMS = (
    TableForm.CSV,
    TableForm.QUOTATIONS,
    TableForm.MARKDOWN,
    TableForm.PAGE,
    TableForm.BOOK,
)
LONG = "x" * 100_000


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_each_form_is_as_in_the_golden_file(
    form: TableForm, tmp_path: Path, golden: Golden
) -> None:
    path = tmp_path / f"bodies{form.suffix}"
    write_table(made_up_report(), path, form, Tracker())
    golden(f"table-{form.value}{form.suffix}", path.read_bytes())


def test_the_provenance_is_as_in_the_golden_file(
    tmp_path: Path, golden: Golden
) -> None:
    path = tmp_path / "bodies.csv"
    write_table(made_up_report(), path, TableForm.CSV, Tracker())
    beside = tmp_path / "bodies.csv.provenance.json"
    golden("table.provenance.json", beside.read_bytes())
    assert sorted(tmp_path.iterdir()) == [path, beside]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_every_quotation_is_read_back_from_csv_as_it_is(words: str) -> None:
    target = StringIO(newline="")
    rows = quotation_rows(made_up_report(words))
    write_into(target, QUOTATION_COLUMNS, rows, raw=True)
    target.seek(0)
    read = {it["number"]: it["quote"] for it in csv.DictReader(target, strict=True)}
    assert read["2"] == words


@pytest.mark.parametrize("page", [table_page, evidence_book])
@pytest.mark.parametrize("words", [HOSTILE, LONG, "\u202e\u0627\u0644 rtl"])
def test_a_page_holds_hostile_words_as_text(page: object, words: str) -> None:
    assert callable(page)
    html = "".join(page(made_up_report(words)))
    parsed = LexborHTMLParser(html)
    assert len(parsed.css("script")) == (page is evidence_book)
    assert not parsed.css("table i, table b b, [onclick], img, iframe")
    assert "default-src 'none'" in html
    shown = parsed.css("mark" if page is evidence_book else "blockquote")
    texts = [it.text() for it in shown]
    wanted = words.replace("\r\n", "\n")
    assert any(wanted in it.replace("\r\n", "\n") for it in texts)


@pytest.mark.parametrize("page", [table_page, evidence_book])
def test_every_link_of_a_page_leads_to_a_place_in_it(page: object) -> None:
    assert callable(page)
    parsed = LexborHTMLParser("".join(page(made_up_report())))
    ids = [it.attributes["id"] for it in parsed.css("[id]")]
    targets = [str(it.attributes["href"]) for it in parsed.css("a")]
    assert len(set(ids)) == len(ids)
    assert targets
    assert {it.removeprefix("#") for it in targets} <= set(ids)


def test_rich_text_becomes_elements_of_a_page() -> None:
    parsed = LexborHTMLParser("".join(table_page(made_up_report())))
    first = parsed.css("td .said")[0]
    assert [it.text() for it in first.css("ul li")] == ["one", "two"]
    assert first.css("ol li")[0].text() == "first"
    assert first.css("b")[0].text() == "bold*"


def test_a_book_shows_each_quotation_in_its_paragraph() -> None:
    parsed = LexborHTMLParser("".join(evidence_book(made_up_report())))
    (section,) = [it for it in parsed.css("section") if it.id == "e1-1"]
    context = section.css(".context")[0].text()
    assert context == "The paragraph begins before the aim after, and ends."
    assert "ab" * 32 in section.text()
    stale = next(it for it in parsed.css("section") if it.id == "e2-1")
    assert "the text now says “the new words”" in stale.text()


def test_markdown_is_one_table_with_a_note_for_each_quotation() -> None:
    text = "".join(markdown_table(made_up_report()))
    tables = MarkdownIt("commonmark").enable("table").parse(text)
    rows = [it for it in tables if it.type == "tr_open"]
    cells = [it for it in tables if it.type in {"td_open", "th_open"}]
    assert len(rows) == 5  # the head, three rows, the name of a group
    assert len(cells) == 3 * len(rows)
    assert not [it for it in tables if "html" in it.type and it.content != "<br>"]
    for number in (1, 2, 3, 4):
        assert text.count(f"[^{number}]") == 2


@given(st.text())
def test_what_is_safe_in_xml_stays_as_it_is(text: str) -> None:
    safe = xml_safe(text)
    assert len(safe) == len(text)
    assert xml_safe(safe) == safe
    for before, after in zip(text, safe, strict=True):
        assert before == after or after == "\N{REPLACEMENT CHARACTER}"


@given(st.text(st.characters(codec="utf-8")))
def test_safe_xml_can_be_parsed(text: str) -> None:
    parsed = ET.fromstring(f"<a>{xml_text(text)}</a>".encode())
    assert (parsed.text or "") == xml_safe(text).replace("\r\n", "\n").replace(
        "\r", "\n"
    )
