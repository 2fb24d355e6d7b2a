"""What a list of quotations says and paints."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui import theme
from ui.quotes.detail import MARKED, NO_SOURCE, NOT_CLOSED
from ui.quotes.model import Audited
from ui.quotes.panel import QuotesPanel
from ui.quotes.words import Run, counts_line, runs_of
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.quotations import AuditedQuote, Quotation, QuoteKind, QuoteSource
from workbench.model.spans import Span
from workbench.model.word_diffs import WordDiff

HERE, THERE = DocumentId(1), DocumentId(2)
TEXT, TAKEN = "open both [new] quays", "open both quays soon"
SOURCE = QuoteSource(THERE, "The <b>release</b>", Span(100, 120), TAKEN)
ALTERED = AuditedQuote(
    Quotation(Span(10, 31), TEXT),
    QuoteKind.ALTERED,
    SOURCE,
    WordDiff((Span(16, 20),), (Span(10, 15),)),
    tuple(QuoteSource(THERE, f"memo {it}", Span(0, 9), "both") for it in range(8)),
    is_marked=True,
)
INNER = AuditedQuote(
    Quotation(Span(15, 19), "both", level=1, is_closed=False), QuoteKind.UNSOURCED
)
VERBATIM = AuditedQuote(
    Quotation(Span(40, 49), "two\nquays"), QuoteKind.VERBATIM, SOURCE
)
LINKED = frozenset((Stretch(HERE, Span(40, 49)), Stretch(THERE, SOURCE.span)))
QUOTES = (ALTERED, INNER, VERBATIM)


@pytest.fixture
def panel(qtbot: QtBot) -> QuotesPanel:
    panel = QuotesPanel()
    qtbot.add_widget(panel)
    panel.resize(1280, 240)
    panel.show()
    panel.show_quotes(Audited(HERE, "The story", QUOTES, {LINKED}))
    return panel


def test_changed_words_are_runs_of_their_own() -> None:
    assert list(runs_of("a new quay", [Span(2, 5)])) == [
        Run("a ", is_changed=False),
        Run("new", is_changed=True),
        Run(" quay", is_changed=False),
    ]
    assert [it.text for it in runs_of("all", [Span(0, 3)]) if it.text] == ["all"]


def test_counts_are_said_in_words() -> None:
    assert counts_line([ALTERED]) == (
        "1 quotation: 0 verbatim, 1 altered, 0 without a source"
    )
    assert counts_line(QUOTES).startswith("3 quotations: 1 verbatim, 1 altered, 1 ")


def test_the_detail_has_both_texts_and_what_to_know(panel: QuotesPanel) -> None:
    shown = panel.detail.toPlainText()
    for words in (TEXT, TAKEN, "The <b>release</b>", MARKED, "and 3 more"):
        assert words in shown
    panel.go_on()
    shown = panel.detail.toPlainText()
    assert NO_SOURCE in shown
    assert NOT_CLOSED in shown


def test_changed_words_are_lined_not_only_colored(panel: QuotesPanel) -> None:
    found = panel.detail.document().find("[new]")
    assert found.charFormat().fontUnderline()
    found = panel.detail.document().find("soon")
    assert found.charFormat().fontStrikeOut()


def test_what_is_linked_is_not_offered_again(panel: QuotesPanel) -> None:
    panel.go_on()
    panel.go_on()
    assert panel.bar.accept_button.text() == "Linked"
    assert not panel.bar.accept_button.isEnabled()
    assert panel.bar.compare_button.isEnabled()


def test_a_project_that_is_only_read_gets_no_links(
    panel: QuotesPanel, qtbot: QtBot
) -> None:
    panel.set_editable(is_editable=False)
    panel.show_quotes(Audited(HERE, "The story", QUOTES))
    assert not panel.bar.accept_button.isEnabled()
    with qtbot.assert_not_emitted(panel.accept_requested):
        panel.table.setFocus()
        qtbot.keyClick(panel.table, Qt.Key.Key_A)


@pytest.mark.parametrize("width", [1280, 420])
def test_rows_are_painted_in_any_width(panel: QuotesPanel, width: int) -> None:
    panel.resize(width, 240)
    picture = panel.table.viewport().grab().toImage()
    colors = _colors(picture)
    assert theme.tokens().ok_soft.rgb() in colors
    assert theme.tokens().bad_soft.rgb() in colors
    assert theme.tokens().warn_soft.rgb() in colors


def test_listeners_hear_kind_words_and_source(panel: QuotesPanel) -> None:
    spoken = panel.model.index(0, 0).data()
    assert spoken == f"altered: {TEXT}, from The <b>release</b>"


def _colors(picture: QImage) -> set[int]:
    size = picture.size()
    return {
        picture.pixel(x, y)
        for x in range(0, size.width(), 2)
        for y in range(0, size.height(), 2)
    }
