"""Importing and exporting through the window's parts."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.exchange.controller import ImportController
from ui.exchange.drops import DropTarget
from ui.exchange.export_controller import ExportController
from ui.exchange.export_form import (
    NOTES,
    PASSAGES,
    ExportChoice,
    ExportForm,
    ExportWish,
)
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.model.ids import DocumentId, TableId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.operations import cells, tables
from workbench.operations.passages import mark_passage
from workbench.operations.table_files import TableForm
from workbench.project import Project

ImportText = Callable[..., DocumentId]


class Exchange:
    """Both controllers over a project, wired as the window does."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project, self.qtbot = project, qtbot
        self.signals, self.notices = ProjectSignals(project), Notices()
        self.runner = JobRunner()
        self.done: list[str] = []
        self.problems: list[str] = []
        self.notices.message.connect(self.done.append)
        self.notices.trouble.connect(self.problems.append)
        self.importer = ImportController(
            project, self.signals, self.notices, self.runner
        )
        qtbot.addWidget(self.importer.report)
        self.form = ExportForm()
        qtbot.addWidget(self.form)
        self.exporter = ExportController(
            project, self.signals, self.form, self.notices, self.runner
        )

    def import_paths(self, *paths: Path) -> None:
        with self.qtbot.waitSignal(self.importer.ended):
            self.importer.import_paths(paths)

    def export(self, wish: ExportWish, path: Path) -> None:
        with self.qtbot.waitSignal(self.notices.message):
            self.exporter.export(wish, path)


@pytest.fixture
def exchange(project: Project, qtbot: QtBot) -> Exchange:
    return Exchange(project, qtbot)


def test_a_clean_import_is_only_a_notice(exchange: Exchange, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Text {name}.", "utf-8")
    exchange.import_paths(tmp_path / "a.txt", tmp_path / "b.txt")
    assert exchange.done == ["Imported 2 documents"]
    assert not exchange.importer.report.isVisible()
    assert len(exchange.project.documents.all()) == 2


def test_the_report_opens_when_a_file_did_not_come_in(
    exchange: Exchange, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Text.", "utf-8")
    (tmp_path / "again.txt").write_text("Text.", "utf-8")
    (tmp_path / "zero.txt").write_bytes(bytes(range(256)) * 4)
    exchange.import_paths(*sorted(tmp_path.glob("*.txt")))
    report = exchange.importer.report
    assert report.isVisible()
    assert not report.isModal()
    assert report.counts == "1 imported, 1 duplicate, 1 failed"
    assert [it.status.value for it in report.model.outcomes] == [
        "failed",
        "duplicate",
        "imported",
    ]
    assert not report.grab().isNull()


def test_the_report_can_be_copied(exchange: Exchange, tmp_path: Path) -> None:
    exchange.import_paths(tmp_path / "missing.txt")
    exchange.importer.report.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("1 failed\nfailed\t")
    assert "missing.txt" in text


def test_a_row_of_the_report_opens_the_document_already_there(
    exchange: Exchange, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Text.", "utf-8")
    exchange.import_paths(path)
    exchange.import_paths(path)
    report = exchange.importer.report
    with exchange.qtbot.waitSignal(exchange.importer.document_activated) as shown:
        report.view.activated.emit(report.model.index(0))
    assert shown.args == [exchange.project.documents.all()[0].id]


def test_nothing_is_imported_into_a_project_that_is_only_read(
    project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    with Project.open(project.path, read_only=True) as second:
        exchange = Exchange(second, qtbot)
        exchange.importer.import_paths([tmp_path])
        assert "reading only" in exchange.problems[0]


def test_passages_are_exported_with_a_notice(
    exchange: Exchange, import_text: ImportText, tmp_path: Path
) -> None:
    mark_passage(exchange.project, import_text("- cut by 4 %"), Span(0, 5))
    path = tmp_path / "passages.csv"
    exchange.export(ExportWish(PASSAGES, is_raw=False), path)
    assert exchange.done == ["Exported 1 row to passages.csv"]
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["quote"].endswith("- cut")
    assert not row["quote"].startswith("-")


def test_raw_values_are_written_as_they_are(
    exchange: Exchange, import_text: ImportText, tmp_path: Path
) -> None:
    mark_passage(exchange.project, import_text("- cut by 4 %"), Span(0, 5))
    path = tmp_path / "raw.csv"
    exchange.export(ExportWish(PASSAGES, is_raw=True), path)
    assert "- cut" in path.read_text("utf-8-sig").split("\n")[1].split(",")


def test_an_export_that_cannot_be_written_is_told(
    exchange: Exchange, tmp_path: Path
) -> None:
    with exchange.qtbot.waitSignal(exchange.notices.trouble):
        exchange.exporter.export(
            ExportWish(NOTES, is_raw=False), tmp_path / "none" / "n.csv"
        )


def test_the_form_offers_every_table_and_asks_for_the_chosen_one(
    exchange: Exchange, tmp_path: Path
) -> None:
    table_id = tables.create_table(exchange.project, "Two bodies?")
    exchange.exporter.open_form(table_id)
    wishes: list[ExportWish] = []
    exchange.form.export_requested.disconnect()
    exchange.form.export_requested.connect(wishes.append)
    exchange.form.raw.setChecked(True)
    exchange.form.button.click()
    assert wishes[0].choice.table_id == table_id
    assert wishes[0].choice.file_name == "two-bodies.csv"
    assert wishes[0].is_raw


def test_files_dropped_on_the_window_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    target = DropTarget(window)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(1, 1), copy, mime, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(target.paths_dropped) as dropped:
        QApplication.sendEvent(
            window, QDropEvent(QPointF(1, 1), copy, mime, left, none)
        )
    assert dropped.args == [[tmp_path], QPoint(1, 1)]


def a_table(exchange: Exchange, document: DocumentId) -> TableId:
    """Make a table whose only cell says `4 %` and cites the words for it."""
    project = exchange.project
    table_id = tables.create_table(project, "Two bodies?")
    column = tables.add_column(project, table_id, "Cut", "")
    row = tables.add_row(project, table_id, "Memo", document, None)
    cells.set_summary(project, row, column, "4 %")
    cells.cite_place(project, row, column, Stretch(document, Span(2, 12)))
    return table_id


@pytest.mark.parametrize("form", TableForm)
def test_a_table_is_exported_in_the_chosen_form_and_verified(
    exchange: Exchange, import_text: ImportText, tmp_path: Path, form: TableForm
) -> None:
    exchange.exporter.open_form(a_table(exchange, import_text("- cut by 4 %")))
    wishes: list[ExportWish] = []
    exchange.form.export_requested.disconnect()
    exchange.form.export_requested.connect(wishes.append)
    exchange.form.forms.setCurrentIndex(exchange.form.forms.findData(form))
    exchange.form.button.click()
    path = tmp_path / wishes[0].file_name
    assert path.suffix == form.suffix
    exchange.export(wishes[0], path)
    with exchange.qtbot.waitSignal(exchange.notices.message):
        exchange.exporter.verifying.verify(path)
    assert exchange.done == [
        f"Exported 1 row to {path.name}",
        f"{path.name}: Checked 1 quotation in 1 cell: no difference",
    ]
    assert not exchange.exporter.verifying.report.isVisible()


def test_only_tables_have_forms_and_only_csv_has_formulas(
    exchange: Exchange, import_text: ImportText
) -> None:
    form = exchange.form
    exchange.exporter.open_form(a_table(exchange, import_text("- cut by 4 %")))
    shown = []
    for index in range(form.forms.count()):
        form.forms.setCurrentIndex(index)
        shown.append((form.forms.currentData(), form.raw.isVisible()))
    assert [it for it, has_raw in shown if has_raw] == [
        TableForm.CSV,
        TableForm.QUOTATIONS,
    ]
    form.choose(PASSAGES)
    assert form.raw.isVisible()
    assert not form.forms.isVisible()
    assert not form.hidden.isVisible()


def test_what_differs_from_an_export_is_listed(
    exchange: Exchange, import_text: ImportText, tmp_path: Path
) -> None:
    table_id = a_table(exchange, import_text("- cut by 4 %"))
    path = tmp_path / "t.csv"
    choice = ExportChoice("Two bodies?", "table", table_id)
    exchange.export(ExportWish(choice, is_raw=False), path)
    table = exchange.project.tables.get(table_id)
    place = table.rows[0].id, table.columns[0].id
    cells.set_summary(exchange.project, *place, "5 %")
    report = exchange.exporter.verifying.report
    exchange.exporter.verifying.verify(path)
    exchange.qtbot.wait_until(report.isVisible)
    assert not report.isModal()
    assert report.heading.text() == "1 difference between t.csv and the project"
    assert not report.grab().isNull()
    report.copy_button.click()
    line = "Memo › Cut: the text was “4 %”, and is “5 %”"
    assert QGuiApplication.clipboard().text() == line
    report.close()


def test_what_cannot_be_verified_is_told(exchange: Exchange, tmp_path: Path) -> None:
    with exchange.qtbot.waitSignal(exchange.notices.trouble):
        exchange.exporter.verifying.verify(tmp_path / "none.csv")
    assert "no none.csv.provenance.json" in exchange.problems[0]
