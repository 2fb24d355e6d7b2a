"""From the matrix to a pair, from a new document to its place, and more like this."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.windows import window_over
from ui.app import build
from ui.compare.panel import ComparePanel
from ui.main_window import MainWindow
from ui.places.place import Tab, TabKind
from ui.reader.panel import ReaderPanel
from ui.reuse.bar import Export, Part
from ui.reuse.model import Order
from ui.reuse.panel import Absence, ReusePanel
from ui.session import Session
from ui.workspace import Workspace
from workbench.model.spans import Span
from workbench.operations.documents import remove_documents
from workbench.operations.importing import import_paths
from workbench.project import Project
from workbench.text.comparing.fingerprints import MOST_COPIES

RELEASE, STORY = "release-2022", "story-controls"
QUOTE = (
    "The office will use every licensing tool it has to keep sensitive technology out"
    " of the wrong hands, said the assistant secretary on Monday."
)
WAIT_MS = 30_000


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def opened(window: MainWindow, qtbot: QtBot) -> ReusePanel:
    window.actions_by_id["view.reuse"].trigger()
    panel = workspace_of(window).center.reuse.open()
    settle(window, panel, qtbot)
    return panel


def settle(window: MainWindow, panel: ReusePanel, qtbot: QtBot) -> None:
    """Wait until all documents are compared and shown."""
    project = workspace_of(window).project
    qtbot.wait_until(
        lambda: (
            not panel.sharing.stale
            and not panel.bar.is_comparing
            and len(panel.sharing.entries) == project.documents.count()
        ),
        timeout=WAIT_MS,
    )


def id_of(window: MainWindow, name: str) -> int:
    documents = workspace_of(window).project.documents.all()
    return next(it.id for it in documents if it.name.startswith(name))


def cell_of(panel: ReusePanel, one: int, other: int) -> tuple[int, int]:
    places = panel.shown_matrix.places
    return places[one], places[other]


def test_the_matrix_leads_to_a_pair(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    release, story = id_of(window, RELEASE), id_of(window, STORY)
    cell = cell_of(panel, release, story)
    shared = panel.shown_matrix.cell(*cell)
    assert shared is not None
    assert shared.statements >= 5
    assert "7 documents compared" in panel.bar.facts.text
    panel.matrix.setFocus()
    panel.matrix.go_to(*cell)
    assert f"{shared.statements} statements" in panel.said.text
    qtbot.keyClick(panel.matrix, Qt.Key.Key_Return)
    center = workspace_of(window).center
    shown = center.tabs.currentWidget()
    assert isinstance(shown, ComparePanel)
    assert tuple(shown.document_ids) == (release, story)
    center.travel.back()
    assert center.tabs.currentWidget() is panel


def test_order_and_only_those_that_share(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    everything = len(panel.shown_matrix.rows)
    panel.bar.only_sharing.click()
    assert {it.id for it in panel.shown_matrix.rows} == panel.sharing.sharers
    assert len(panel.shown_matrix.rows) < everything
    panel.bar.order_box.setCurrentIndex(panel.bar.order_box.findData(Order.TITLE))
    titles = [it.title.casefold() for it in panel.shown_matrix.rows]
    assert titles == sorted(titles)


def test_the_list_is_sorted_and_opens_pairs(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    panel.bar.parts.choose(Part.LIST)
    counts = [it.statements for it in panel.pairs_model.rows]
    assert counts == sorted(counts, reverse=True)
    panel.pairs.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    names = [panel.sharing.by_id[it.a].title for it in panel.pairs_model.rows]
    assert names == sorted(names, key=str.casefold)
    chosen: list[tuple[int, int]] = []
    panel.pair_chosen.connect(lambda a, b: chosen.append((a, b)))
    panel.pairs.setCurrentIndex(panel.pairs_model.index(1, 0))
    qtbot.keyClick(panel.pairs, Qt.Key.Key_Return)
    row = panel.pairs_model.rows[1]
    assert chosen == [(row.a, row.b)]


def test_the_network_leads_to_documents(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    panel.bar.parts.choose(Part.NETWORK)
    qtbot.wait_until(lambda: panel.view is panel.network, timeout=WAIT_MS)
    panel.network.setFocus()
    assert panel.network.current is not None
    node = panel.network.network.nodes[panel.network.current.node]
    qtbot.keyClick(panel.network, Qt.Key.Key_Return)
    center = workspace_of(window).center
    shown = center.tabs.currentWidget()
    assert isinstance(shown, ReaderPanel)
    assert center.document_of(shown) == node.id


def test_what_comes_in_and_goes_is_followed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = opened(window, qtbot)
    project = workspace_of(window).project
    release = id_of(window, RELEASE)
    text = project.documents.text(release)  # type: ignore[arg-type]
    (tmp_path / "copy.txt").write_text(f"As was said.\n\n{text}")
    (outcome,) = import_paths(project, [tmp_path / "copy.txt"])
    assert outcome.document_id is not None
    settle(window, panel, qtbot)
    copied = panel.shown_matrix.cell(*cell_of(panel, release, outcome.document_id))
    assert copied is not None
    assert copied.verbatim > 5
    remove_documents(project, [outcome.document_id])
    settle(window, panel, qtbot)
    assert outcome.document_id not in panel.shown_matrix.places


def test_a_stopped_comparison_waits_to_be_asked(
    window: MainWindow, qtbot: QtBot
) -> None:
    runner = window.runner

    def stop() -> None:
        for job in runner.running:
            if job.label == "Comparing documents":
                job.cancel()

    runner.changed.connect(stop)
    window.actions_by_id["view.reuse"].trigger()
    panel = workspace_of(window).center.reuse.open()
    said = Absence.NOT_COMPARED.value[0]
    qtbot.wait_until(lambda: panel.empty.accessibleName() == said, timeout=WAIT_MS)
    assert "7 new or changed since" in panel.bar.facts.text
    assert not panel.bar.update_button.isHidden()
    runner.changed.disconnect(stop)
    panel.empty.button.click()
    settle(window, panel, qtbot)
    assert panel.sharing.shared
    assert panel.bar.update_button.isHidden()


def test_a_restart_brings_the_tab_back(qtbot: QtBot, path: Path) -> None:
    with window_over(path, qtbot) as window:
        opened(window, qtbot)
    session = Session(path.with_suffix(".ini"))
    _, again = build(path, dark=False, session=session)
    qtbot.add_widget(again)
    again.show()
    center = workspace_of(again).center
    shown = center.tabs.currentWidget()
    assert center.tab_of(shown) == Tab(TabKind.REUSE)
    assert isinstance(shown, ReusePanel)
    settle(again, shown, qtbot)
    assert shown.sharing.shared
    again.close_project()


def test_exports(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = opened(window, qtbot)
    files = {
        Export.PAIRS: tmp_path / "pairs.csv",
        Export.STATEMENTS: tmp_path / "statements.csv",
        Export.MATRIX: tmp_path / "matrix.csv",
        Export.MATRIX_PICTURE: tmp_path / "matrix.png",
        Export.NETWORK_PICTURE: tmp_path / "network",
    }

    def choose(*_: Any) -> tuple[str, str]:
        return str(files[export]), "SVG pictures (*.svg)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    for export in files:
        panel.export_wanted.emit(export)
    qtbot.wait_until(lambda: not window.runner.running, timeout=WAIT_MS)
    rows = {it: rows_of(files[it]) for it in CSVS}
    assert len(rows[Export.PAIRS]) == 1 + len(panel.sharing.shared)
    counts = sum(it.statements for it in panel.sharing.shared)
    assert len(rows[Export.STATEMENTS]) == 1 + counts
    header, *body = rows[Export.MATRIX]
    assert [int(it[0]) for it in body] == [it.id for it in panel.shown_matrix.rows]
    titles = [it.title for it in panel.shown_matrix.rows]
    first = header.index(titles[0])
    assert header[first : first + len(titles)] == titles
    numbers = [it[first : first + len(titles)] for it in body]
    assert sum(int(it or 0) for row in numbers for it in row) == 2 * counts
    assert not QImage(str(files[Export.MATRIX_PICTURE])).isNull()
    assert (tmp_path / "network.svg").read_text().startswith("<?xml")


CSVS = (Export.PAIRS, Export.STATEMENTS, Export.MATRIX)


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_what_is_said_while_there_is_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "empty.workbench"
    Project.create(path, analyst="ana").close()
    with window_over(path, qtbot) as window:
        window.actions_by_id["view.reuse"].trigger()
        panel = workspace_of(window).center.reuse.open()
        project = workspace_of(window).project

        def says(absence: Absence) -> bool:
            return panel.empty.accessibleName() == absence.value[0]

        qtbot.wait_until(lambda: says(Absence.NO_DOCUMENTS), timeout=WAIT_MS)
        for name, text, absence in (
            ("one", "First of all.", Absence.ONE_DOCUMENT),
            ("two", "Nothing of that kind here.", Absence.NOTHING_SHARED),
        ):
            (tmp_path / f"{name}.txt").write_text(text)
            import_paths(project, [tmp_path / f"{name}.txt"])
            qtbot.wait_until(lambda it=absence: says(it), timeout=WAIT_MS)


# More like this


def test_more_like_a_sentence(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    workspace = workspace_of(window)
    project, similar = workspace.project, workspace.bottom.similar
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"First {name}.\n\nNow: {QUOTE}\n\nLast.")
    one, two = (
        it.document_id
        for it in import_paths(project, [tmp_path / "one.txt", tmp_path / "two.txt"])
    )
    assert one is not None
    assert two is not None
    reader = workspace.center.open_document(one)
    reader.setFocus()
    reader.pane.put_caret(project.documents.text(one).index("licensing"))
    qtbot.keyClick(reader.pane, Qt.Key.Key_S)
    qtbot.wait_until(lambda: similar.found is not None, timeout=WAIT_MS)
    assert similar.found is not None
    assert QUOTE in similar.found.quote
    first = similar.found.rows[0]
    assert (first.document_id, first.score) == (two, pytest.approx(1, abs=0.1))
    assert workspace.bottom.currentWidget() is similar
    qtbot.wait_until(lambda: QApplication.focusWidget() is similar.table)
    qtbot.keyClick(similar.table, Qt.Key.Key_Return)
    shown = workspace.center.current_reader()
    assert shown is not None
    assert workspace.center.document_of(shown) == two
    qtbot.keyClick(shown.pane, Qt.Key.Key_Escape)
    assert workspace.center.current_reader() is reader
    remove_documents(project, [two])
    assert similar.found is None
    assert similar.table.isHidden()


def test_more_like_a_passage_side_by_side(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = workspace_of(window)
    project, similar = workspace.project, workspace.bottom.similar
    (tmp_path / "one.txt").write_text(f"{QUOTE} And more.")
    (tmp_path / "two.txt").write_text(f"Before that. {QUOTE}")
    outcomes = import_paths(project, [tmp_path / "one.txt", tmp_path / "two.txt"])
    one, two = (it.document_id for it in outcomes)
    assert one is not None
    reader = workspace.center.open_document(one)
    span = Span(0, len(QUOTE))
    reader.select(span)
    window.actions_by_id["passage.similar"].trigger()
    qtbot.wait_until(lambda: similar.found is not None, timeout=WAIT_MS)
    assert similar.found is not None
    assert similar.found.span == span
    similar.table.setFocus()
    qtbot.keyClick(similar.table, Qt.Key.Key_Equal)
    shown = workspace.center.tabs.currentWidget()
    assert isinstance(shown, ComparePanel)
    assert tuple(shown.document_ids) == (one, two)


def test_what_stands_in_very_many_documents_is_counted(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(MOST_COPIES + 5):
        text = f"{QUOTE}\n\nLetter {number} is about matter {number * 7}."
        (tmp_path / f"{number}.txt").write_text(text)
    path = tmp_path / "letters.workbench"
    with Project.create(path) as project:
        import_paths(project, sorted(tmp_path.glob("*.txt")))
    with window_over(path, qtbot) as window:
        panel = opened(window, qtbot)
        said = f"1 statement stands in more than {MOST_COPIES} documents"
        assert said in panel.bar.facts.text
