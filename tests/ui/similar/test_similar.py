"""The list of similar places: its words, and what stands there without any."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.similar.controller import find_similar
from ui.similar.model import Column, Found, in_words
from ui.similar.panel import NONE_FOUND, SimilarPanel
from workbench.errors import WorkbenchError
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.reuse import Similar
from workbench.model.spans import Span
from workbench.project import Project

ImportText = Callable[..., DocumentId]
HERE, THERE = DocumentId(1), DocumentId(2)
ROWS = [
    Similar(THERE, "A <b>story</b>", Span(4, 20), "will strive\nto find", 0.97),
    Similar(HERE, "The release", Span(90, 99), "will look for", 0.2),
]


@pytest.fixture
def panel(qtbot: QtBot) -> SimilarPanel:
    panel = SimilarPanel()
    qtbot.add_widget(panel)
    panel.show()
    qtbot.wait_exposed(panel)
    return panel


def found(*rows: Similar) -> Found:
    return Found(HERE, "The release", Span(0, 9), "will aim", rows)


def test_scores_are_words_too() -> None:
    assert in_words(1.0) == "100%, the same"
    assert in_words(0.7) == "70%, very similar"
    assert in_words(0.69) == "69%, similar"
    assert in_words(0.1) == "10%, a little similar"


def test_rows(panel: SimilarPanel) -> None:
    panel.show_found(found(*ROWS))
    assert "2 places like “will aim”" in panel.facts.text
    shown = [panel.model.index(0, it).data() for it in Column]
    assert shown == ["97%", "will strive to find", "A <b>story</b>"]
    tip = panel.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
    assert panel.compare_button.isEnabled()
    assert panel.current() == ROWS[0]


def test_a_row_can_be_gone_to_and_compared(panel: SimilarPanel, qtbot: QtBot) -> None:
    panel.show_found(found(*ROWS))
    places: list[tuple[int, int, int]] = []
    panel.place_activated.connect(lambda *it: places.append(it))
    compared: list[tuple[object, ...]] = []
    panel.compare_requested.connect(lambda *it: compared.append(it))
    panel.activateWindow()
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    panel.compare_button.click()
    assert places == [(HERE, 90, 99)]
    assert compared == [(Stretch(HERE, Span(0, 9)), Stretch(HERE, Span(90, 99)))]


def test_nothing_similar_is_said(panel: SimilarPanel) -> None:
    panel.show_found(found())
    assert panel.empty.isVisible()
    assert panel.empty.accessibleName() == NONE_FOUND
    assert not panel.compare_button.isEnabled()


def test_an_empty_stretch_means_its_sentence(
    project: Project, import_text: ImportText
) -> None:
    text = "The first group met. The second group will meet in May.\n\nMore of it."
    document = import_text(text, "one")
    import_text("Then the second group will meet in May.", "two")
    with project.reader() as view:
        at = text.index("will meet")
        answer = find_similar(view, document, Span(at, at))
    assert answer.quote == "The second group will meet in May."
    assert "second group" in answer.rows[0].quote


def test_without_a_sentence_it_says_so(
    project: Project, import_text: ImportText
) -> None:
    document = import_text(" \n\n \n", "blank")
    with project.reader() as view, pytest.raises(WorkbenchError, match="no sentence"):
        find_similar(view, document, Span(2, 2))
