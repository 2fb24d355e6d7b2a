"""Every view that compares gives away what it shows: by its button, with a notice."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from selectolax.lexbor import LexborHTMLParser

from ui.compare.panel import ComparePanel
from ui.compare.saving import ComparisonFiles
from ui.facts.panel import FactsPanel
from ui.main_window import MainWindow
from ui.workspace import Workspace
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.operations.comparing import compare_documents
from workbench.operations.versions import replace_document

RELEASE, STORY, STATEMENT = "release-2022", "story-controls", "statement-2023"
WAIT_MS = 60_000

Ask = Callable[[str], Path]
Exported = Callable[[Path], str]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Answer the next question for a file with one of that name."""

    def answer(name: str) -> Path:
        target = tmp_path / name
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_: (str(target), "")
        )
        return target

    return answer


@pytest.fixture
def exported(window: MainWindow, qtbot: QtBot) -> Exported:
    """Wait for the notice about a file, and return it."""
    said: list[str] = []
    window.notices.message.connect(said.append)

    def wait(path: Path) -> str:
        def is_told() -> bool:
            return any(it.endswith(f" to {path.name}") for it in said)

        qtbot.wait_until(is_told, timeout=WAIT_MS)
        return next(it for it in said if it.endswith(f" to {path.name}"))

    return wait


def ids_of(workspace: Workspace, *names: str) -> list[DocumentId]:
    return [workspace.project.documents.find(it).id for it in names]


def opened(panel: ComparePanel, qtbot: QtBot) -> ComparePanel:
    qtbot.wait_until(lambda: panel.findChild(ComparisonFiles) is not None)
    return panel


def offered(panel: ComparePanel) -> list[str]:
    """Open the menu of the button, and return what it offers."""
    menu = panel.bar.export_button.menu()
    menu.aboutToShow.emit()
    return [it.text() for it in menu.actions()]


def choose(panel: ComparePanel, words: str) -> None:
    offered(panel)
    actions = panel.bar.export_button.menu().actions()
    next(it for it in actions if it.text() == words).trigger()


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def page(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text("utf-8-sig"))


def test_two_documents(
    workspace: Workspace, qtbot: QtBot, ask: Ask, exported: Exported
) -> None:
    ids = ids_of(workspace, RELEASE, STORY)
    panel = opened(workspace.center.open_compare(*ids), qtbot)
    table = ask("pairs.csv")
    choose(panel, "Shared statements as CSV…")
    count = len(compare_documents(workspace.project, *ids))
    assert exported(table) == f"Wrote {count} rows to pairs.csv"
    assert len(rows(table)) == count
    target = ask("comparison")
    choose(panel, "Page with both texts…")
    target = target.with_suffix(".html")
    assert exported(target) == f"Wrote {count} pairs to comparison.html"
    texts = [it.text() for it in page(target).css("article")]
    assert texts == [workspace.project.documents.text(it) for it in ids]
    assert "Facts" in [it.text() for it in page(target).css("h2")]


def test_three_documents_give_one_table_and_a_page_of_each_two(
    workspace: Workspace, qtbot: QtBot, ask: Ask, exported: Exported
) -> None:
    ids = ids_of(workspace, RELEASE, STORY, STATEMENT)
    panel = opened(workspace.center.open_compare(*ids), qtbot)
    *pages, table_words = offered(panel)
    assert len(pages) == 3
    assert all(it.startswith("Page of “") for it in pages)
    assert len(set(pages)) == 3
    table = ask("all.csv")
    choose(panel, table_words)
    exported(table)
    sides = {(it["a_document_id"], it["b_document_id"]) for it in rows(table)}
    assert (str(ids[0]), str(ids[1])) in sides
    target = ask("one.html")
    choose(panel, pages[1])
    exported(target)
    texts = [it.text() for it in page(target).css("article")]
    assert texts == [workspace.project.documents.text(it) for it in (ids[0], ids[2])]


def test_twins(
    workspace: Workspace, qtbot: QtBot, ask: Ask, exported: Exported
) -> None:
    (one,) = ids_of(workspace, RELEASE)
    panel = opened(workspace.center.open_compare(one, one), qtbot)
    target = ask("twins.html")
    choose(panel, "Page with both texts…")
    exported(target)
    assert (page(target).css_first("h1").text()).startswith("Twins in “")


def test_versions(
    workspace: Workspace, qtbot: QtBot, ask: Ask, exported: Exported, tmp_path: Path
) -> None:
    (one,) = ids_of(workspace, STORY)
    later = tmp_path / "later.txt"
    later.write_text(f"{workspace.project.documents.text(one)}\n\nOne more.\n")
    replace_document(workspace.project, one, later)
    panel = opened(workspace.center.comparisons.open_versions(one, 1), qtbot)
    assert offered(panel) == ["Page with both versions…", "Paragraphs as CSV…"]
    table = ask("versions.csv")
    choose(panel, "Paragraphs as CSV…")
    assert re.fullmatch(r"Wrote \d+ rows to versions.csv", exported(table))
    assert {it["kind"] for it in rows(table)} == {"same", "added"}
    target = ask("versions.html")
    choose(panel, "Page with both versions…")
    assert exported(target) == "Wrote 1 pair to versions.html"


def test_facts(
    workspace: Workspace, qtbot: QtBot, ask: Ask, exported: Exported
) -> None:
    compare = workspace.center.open_compare(*ids_of(workspace, RELEASE, STORY))
    qtbot.wait_until(lambda: compare.findChild(FactsPanel) is not None)
    panel = compare.findChild(FactsPanel)
    assert isinstance(panel, FactsPanel)
    compare.show_page(panel)
    qtbot.wait_until(lambda: bool(panel.model.entries), timeout=WAIT_MS)
    table = ask("facts.csv")
    panel.bar.export_button.click()
    assert exported(table) == f"Wrote {len(rows(table))} rows to facts.csv"
    assert len({it["row"] for it in rows(table)}) == len(panel.model.entries)
    target = ask("facts.html")
    panel.bar.export_button.click()
    assert exported(target) == f"Wrote {len(panel.model.entries)} rows to facts.html"
    assert page(target).css_first("h2").text() == "Facts"


def test_quotations(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, ask: Ask, exported: Exported
) -> None:
    window.actions_by_id["view.quotes"].trigger()
    workspace.center.open_document(*ids_of(workspace, STORY))
    panel = workspace.bottom.quotes
    qtbot.wait_until(lambda: panel.model.rowCount() > 0, timeout=WAIT_MS)
    count = panel.model.rowCount()
    for name in ("quotes.csv", "quotes.html"):
        target = ask(name)
        panel.bar.export_button.click()
        assert exported(target) == f"Wrote {count} quotations to {name}"


def test_similar_places(
    workspace: Workspace, qtbot: QtBot, ask: Ask, exported: Exported
) -> None:
    one, two = ids_of(workspace, RELEASE, STORY)
    panel = workspace.bottom.similar
    assert not panel.export_button.isEnabled()
    pair = compare_documents(workspace.project, one, two)[0]
    workspace.bottom.find_similar(one, Span(pair.a.start, pair.a.end))
    qtbot.wait_until(panel.export_button.isEnabled, timeout=WAIT_MS)
    target = ask("similar.csv")
    panel.export_button.click()
    count = panel.model.rowCount()
    assert exported(target) == f"Wrote {count} rows to similar.csv"
    assert {it["a_start"] for it in rows(target)} == {str(pair.a.start)}


def test_shared_statements(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, ask: Ask, exported: Exported
) -> None:
    window.actions_by_id["view.reuse"].trigger()
    panel = workspace.center.reuse.open()
    qtbot.wait_until(
        lambda: bool(panel.sharing.shared) and not panel.sharing.stale, timeout=WAIT_MS
    )
    count = len(panel.sharing.shared)
    target = ask("shared.html")
    menu = panel.bar.export_button.menu()
    next(it for it in menu.actions() if it.text().startswith("Page")).trigger()
    said = exported(target)
    assert said.startswith(f"Wrote {count} pair")
    heads = [it.text() for it in page(target).css(".matrix tbody th")]
    sharers = [it for it in panel.shown_matrix.rows if it.id in panel.sharing.sharers]
    assert heads == [f"{n}. {it.title}" for n, it in enumerate(sharers, 1)]
