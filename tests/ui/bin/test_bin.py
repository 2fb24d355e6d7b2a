"""The bin on screen: what is in it, bringing it back, and losing it for good."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.conftest import ImportText
from ui.bin.controller import READ_AT_ONCE, BinController
from ui.bin.model import Column
from ui.bin.panel import MOST_QUOTES, BinPanel
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.model.bin import BinContents
from workbench.model.spans import Span
from workbench.operations.documents import remove_documents
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.tags import create_tag, remove_tags
from workbench.project import Project

TEXT = "The council met in Oslo.\n\nFerries run twice a day.\n"


class Bin:
    """The bin's panel over a project, wired as the window wires it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project = project
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.panel = BinPanel()
        qtbot.addWidget(self.panel)
        self.runner = JobRunner(self.panel)
        self.controller = BinController(
            project, self.signals, self.panel, self.notices, self.runner
        )
        self.said: list[str] = []
        self.notices.message.connect(self.said.append)
        self.panel.resize(900, 300)
        self.panel.show()

    def finish(self, qtbot: QtBot, left: int) -> None:
        """Wait for the job, and for the panel to have read the bin again."""
        self.runner.wait_all()
        qtbot.wait_until(lambda: len(self.names) == left)

    @property
    def names(self) -> list[str]:
        model = self.panel.model
        return [model.index(row, Column.NAME).data() for row in range(model.rowCount())]

    @property
    def quotes(self) -> list[str]:
        quotes = self.panel.quotes
        return [quotes.item(row).text() for row in range(quotes.count())]


@pytest.fixture
def bin_(project: Project, import_text: ImportText, qtbot: QtBot) -> Bin:
    document_id = import_text(TEXT)
    aim = create_tag(project, "aim")
    mark_passage(project, document_id, Span(26, 43), [aim], "why")
    return Bin(project, qtbot)


def test_model_keeps_the_rules_of_qt(bin_: Bin, qtmodeltester: ModelTester) -> None:
    remove_tags(bin_.project, [bin_.project.tags.all()[0].id])
    qtmodeltester.check(bin_.panel.model)


def test_an_empty_bin_says_what_it_is_for(bin_: Bin) -> None:
    assert bin_.panel.empty.isVisible()
    assert not bin_.panel.table.isVisible()


def test_it_shows_what_went_with_a_thing(bin_: Bin) -> None:
    [document] = bin_.project.documents.all()
    remove_documents(bin_.project, [document.id])
    assert bin_.names == [document.title]
    said = bin_.panel.contents_label.text()
    assert said == "With it: 1 passage, 1 tagging, 1 note"
    assert bin_.quotes == ["Ferries run twice"]


def test_enter_brings_a_thing_back(bin_: Bin, qtbot: QtBot) -> None:
    [passage] = bin_.project.passages.all()
    remove_passages(bin_.project, [passage.id])
    qtbot.keyClick(bin_.panel.table, Qt.Key.Key_Return)
    bin_.finish(qtbot, 0)
    assert bin_.project.passages.all() == [passage]
    assert bin_.panel.empty.isVisible()
    assert bin_.said == ["Restored passage “Ferries run twice” · Ctrl+Z to undo"]


def test_what_cannot_come_back_is_said(bin_: Bin, qtbot: QtBot) -> None:
    [passage] = bin_.project.passages.all()
    remove_passages(bin_.project, [passage.id])
    remove_tags(bin_.project, [bin_.project.tags.all()[0].id])
    assert bin_.names == ["aim", "Ferries run twice"]
    bin_.panel.table.selectRow(1)
    bin_.panel.restore_button.click()
    bin_.finish(qtbot, 1)
    assert "1 row had nothing left to belong to" in bin_.said[-1]
    assert bin_.project.passages.get(passage.id).tag_ids == ()


def test_emptying_is_asked_about_and_names_what_goes(bin_: Bin, qtbot: QtBot) -> None:
    [document] = bin_.project.documents.all()
    remove_documents(bin_.project, [document.id])
    bin_.panel.empty_button.click()
    assert bin_.panel.question.text().startswith("Lose 1 document for good?")
    assert not bin_.panel.empty_button.isVisible()
    bin_.panel.keep_button.click()
    assert bin_.panel.empty_button.isVisible()
    assert bin_.names == [document.title]
    bin_.panel.empty_button.click()
    bin_.panel.lose_button.click()
    bin_.finish(qtbot, 0)
    assert bin_.project.bin.all() == []
    assert bin_.panel.empty.isVisible()
    assert bin_.said == ["Lost for good: 1 document"]


def test_a_hidden_bin_reads_again_when_it_is_shown(bin_: Bin) -> None:
    bin_.panel.hide()
    [passage] = bin_.project.passages.all()
    remove_passages(bin_.project, [passage.id])
    assert bin_.names == []
    bin_.panel.show()
    assert bin_.names == ["Ferries run twice"]


def test_what_went_with_a_large_document_is_read_beside(
    bin_: Bin, import_text: ImportText, qtbot: QtBot
) -> None:
    document_id = import_text("word " * (READ_AT_ONCE + 1), "large")
    with bin_.project.operation("Mark"):
        for number in range(READ_AT_ONCE):
            mark_passage(bin_.project, document_id, Span(5 * number, 5 * number + 4))
    remove_documents(bin_.project, [document_id])
    assert bin_.runner.running
    assert not bin_.quotes
    qtbot.wait_until(lambda: len(bin_.quotes) == READ_AT_ONCE)
    assert bin_.panel.contents_label.text().startswith("With it: 1,000 passages")


def test_of_very_many_passages_the_first_are_listed(bin_: Bin) -> None:
    quotes = tuple(f"quote {number}" for number in range(MOST_QUOTES + 1200))
    bin_.panel.show_contents(BinContents({"passages": len(quotes)}, quotes, ""))
    assert bin_.quotes == [*quotes[:MOST_QUOTES], "and 1,200 more"]
