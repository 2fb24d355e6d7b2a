"""Collocates, n-grams and key words: tables that sort, search on and are exported."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.concordance.conftest import Concordances
from ui.concordance.counts_model import Count, CountsModel, signed
from ui.concordance.panel import Part
from workbench.model.concordances import Measure, SortKey
from workbench.model.ids import DocumentId

ImportText = Callable[..., DocumentId]
TALK = (
    "The group is at work. Steel is dear, and the firms said so to the ministers, who"
    " came from far away to hear of it in the spring of that year.\n\n"
    + "a working group met.\n\n" * 4
    + "the working group and steel.\n\n" * 3
)


@pytest.fixture(autouse=True)
def _talk(import_text: ImportText) -> None:
    import_text(TALK, name="talk")


def column(model: CountsModel, number: int) -> list[str]:
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_collocates_are_counted_on_both_sides(shown: Concordances) -> None:
    shown.show("working", Part.COLLOCATES)
    model = shown.panel.collocates.model
    rows = list(zip(*(column(model, it) for it in range(4)), strict=True))
    assert ("group", "8", "1", "7") in rows, "“work” is found as well"
    scores = [it.score for it in model.rows]
    assert scores == sorted(scores, reverse=True), "strongest first"
    assert shown.panel.facts.text.endswith("near 8 matches")


def test_a_collocate_is_searched_for_near_the_word(
    shown: Concordances, qtbot: QtBot
) -> None:
    shown.show("working", Part.COLLOCATES)
    page = shown.panel.collocates
    row = column(page.model, 0).index("group")
    page.table.setCurrentIndex(page.model.index(row, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert shown.queries == ['"working group"~5']
    assert shown.project.search(shown.queries[0]).total


def test_another_measure_counts_anew_and_names_its_column(
    shown: Concordances, qtbot: QtBot
) -> None:
    shown.show("working", Part.COLLOCATES)
    page = shown.panel.collocates
    before = column(page.model, 5)
    page._measure.setCurrentIndex(1)
    qtbot.wait_until(lambda: column(page.model, 5) != before)
    assert page.measure is Measure.MI
    heading = page.model.headerData(5, Qt.Orientation.Horizontal)
    assert heading in {None, "MI"}
    role = Qt.ItemDataRole.DisplayRole
    assert page.model.headerData(5, Qt.Orientation.Horizontal, role) == "MI"


def test_columns_sort_and_a_third_click_gives_the_first_order_back(
    shown: Concordances,
) -> None:
    shown.show("working", Part.COLLOCATES)
    page = shown.panel.collocates
    first = column(page.model, 0)
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert column(page.model, 0) == sorted(first)
    page.model.sort(-1)
    assert column(page.model, 0) == first


def test_an_ngram_is_searched_for_as_a_phrase(
    shown: Concordances, qtbot: QtBot
) -> None:
    shown.show("", Part.NGRAMS)
    page = shown.panel.ngrams
    texts = column(page.model, 0)
    assert "a working group" in texts
    page.table.setCurrentIndex(page.model.index(texts.index("a working group"), 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert shown.queries == ['"a working group"']


def test_ngrams_with_the_searched_word_only(shown: Concordances, qtbot: QtBot) -> None:
    shown.show("steel", Part.NGRAMS)
    page = shown.panel.ngrams
    page._which.setCurrentIndex(1)
    qtbot.wait_until(
        lambda: (
            page.model.rowCount() > 0
            and all("steel" in it for it in column(page.model, 0))
        )
    )


def test_key_words_are_of_what_is_read_or_chosen(
    shown: Concordances, qtbot: QtBot, texts: list[DocumentId]
) -> None:
    shown.show("", Part.KEY_WORDS)
    page = shown.panel.key_words
    assert page.empty.accessibleName() == "What is peculiar to a document"
    talk = shown.project.documents.find("talk").id
    shown.controller.document_read(talk)
    shown.settle()
    assert "working" in column(page.model, 0)[:4]
    page._whose.setCurrentIndex(1)
    qtbot.wait_until(lambda: not page.has_view)
    shown.controller.documents_chosen([talk, texts[0]])
    shown.settle()
    assert page.has_view
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    (query,) = shown.queries
    assert query.endswith('(doc:"talk" OR doc:"first")')
    assert shown.project.search(query).documents >= 1


def test_the_table_keeps_to_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    word = Count("Word", "A word", lambda it: it[0], str, is_number=False)
    score = Count("Score", "How much", lambda it: it[1], signed)
    model = CountsModel([word, score])
    model.show([("b", 2.0), ("a", -1.5)])
    assert column(model, 1) == ["2.00", "−1.50"]
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("part", "heading", "words"),
    [
        (Part.LINES, "match", "group"),
        (Part.COLLOCATES, "word", "working"),
        (Part.NGRAMS, "words", "a working group"),
        (Part.KEY_WORDS, "word", "working"),
    ],
)
def test_every_page_is_exported_with_what_was_asked(
    shown: Concordances, tmp_path: Path, part: Part, heading: str, words: str
) -> None:
    shown.controller.document_read(shown.project.documents.find("talk").id)
    shown.show("group", part)
    writers = {
        Part.LINES: shown.saving.lines,
        Part.COLLOCATES: shown.saving.collocates,
        Part.NGRAMS: shown.saving.ngrams,
        Part.KEY_WORDS: shown.saving.key_words,
    }
    path = tmp_path / "found.csv"
    write = writers[part]()
    assert write is not None
    shown.saving.save(write, path)
    shown.settle()
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert words in [it[heading] for it in rows]
    assert all(it["options"] for it in rows)
    assert shown.said[-1].startswith("Exported")


def test_lines_are_exported_in_the_order_they_are_shown_in(
    shown: Concordances, tmp_path: Path
) -> None:
    shown.show("group")
    shown.panel.lines.sort_bar.sort_by([SortKey.L1, SortKey.R1])
    shown.settle()
    write = shown.saving.lines()
    assert write is not None
    shown.saving.save(write, tmp_path / "lines.csv")
    shown.settle()
    with (tmp_path / "lines.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    places = [(int(it["document_id"]), int(it["start"])) for it in rows]
    model = shown.panel.lines.model
    there = [model.place(row) for row in range(model.rowCount())]
    assert places == [(document_id, span.start) for document_id, span in there]
    assert {it["query"] for it in rows} == {"group"}
