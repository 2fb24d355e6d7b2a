"""The report of an import: every sentence readable, every document to be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.exchange.panel import ImportReport
from ui.workspace import Workspace
from workbench.model.ids import DocumentId
from workbench.model.imports import ImportOutcome, ImportStatus
from workbench.model.near_copies import NearCopy

MANY = 5_000
PICTURES = "Pages 3 to 9 are pictures without text, so nothing of them is found."
HIGHLIGHTS = "12 highlights of other readers came in as passages."
LIKE = "97 % the same as “release”"
LONG = "The file says that it is one thing, and is another; it was read as that. " * 6


def outcome(
    name: str,
    document_id: int | None = 1,
    status: ImportStatus = ImportStatus.IMPORTED,
    warnings: tuple[str, ...] = (),
    copies: tuple[NearCopy, ...] = (),
    error: str = "",
) -> ImportOutcome:
    own = None if document_id is None else DocumentId(document_id)
    return ImportOutcome(
        f"/papers/{name}", status, own, name, 12, "", "utf-8", warnings, error,
        near_copies=copies,
    )  # fmt: skip


@pytest.fixture
def report(qtbot: QtBot) -> ImportReport:
    report = ImportReport()
    qtbot.addWidget(report)
    report.show()
    report.activateWindow()
    qtbot.wait_until(report.isActiveWindow)
    return report


def heights(report: ImportReport) -> list[int]:
    model = report.model
    rows = range(model.rowCount())
    return [report.view.visualRect(model.index(it)).height() for it in rows]


def test_each_warning_has_its_lines(report: ImportReport) -> None:
    report.show_outcomes(
        [
            outcome("none.txt"),
            outcome("two.pdf", warnings=(PICTURES, HIGHLIGHTS)),
            outcome("long.pdf", warnings=(LONG,)),
        ]
    )
    two, long, none = heights(report)
    assert two > none
    assert long > two
    report.resize(report.minimumSize())
    report.view.doItemsLayout()
    assert heights(report)[0] > two  # The same sentences, broken anew.


def test_a_near_copy_is_a_line_that_opens_it(
    report: ImportReport, qtbot: QtBot
) -> None:
    copies = (NearCopy(DocumentId(7), "release", 0.97),)
    report.show_outcomes([outcome("copy.txt", 3, copies=copies)])
    opened: list[int] = []
    report.document_activated.connect(opened.append)
    assert report.view.hasFocus()
    assert report.model.index(1).data() == LIKE
    QTest.keyClick(report.view, Qt.Key.Key_Return)
    QTest.keyClick(report.view, Qt.Key.Key_Down)
    QTest.keyClick(report.view, Qt.Key.Key_Return)
    assert opened == [3, 7]


def test_a_long_report_has_its_troubles_first_and_is_copied_whole(
    report: ImportReport,
) -> None:
    fine = [outcome(f"{number}.txt", number) for number in range(1, MANY)]
    copies = (NearCopy(DocumentId(7), "release", 0.97),)
    last = outcome("like.txt", MANY, warnings=(PICTURES, HIGHLIGHTS), copies=copies)
    failed = outcome("bad.pdf", None, ImportStatus.FAILED, error="bad.pdf is damaged.")
    report.show_outcomes([*fine, last, failed])
    names = [report.model.index(row).data() for row in range(4)]
    assert names == ["bad.pdf", "like.txt", LIKE, "1.txt"]
    report.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + MANY + 1
    assert lines[:3] == [
        "5,000 imported, 1 failed",
        "failed\t/papers/bad.pdf\tbad.pdf is damaged.",
        f"imported\t/papers/like.txt\t{PICTURES} {HIGHLIGHTS} {LIKE}.",
    ]


def test_esc_closes_the_report(report: ImportReport) -> None:
    report.show_outcomes([outcome("a.txt")])
    QTest.keyClick(report.view, Qt.Key.Key_Escape)
    assert not report.isVisible()


def test_a_near_copy_of_the_project_is_opened_from_the_report(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    first = workspace.project.documents.all()[0]
    text = workspace.project.documents.text(first.id)
    copy = tmp_path / "copy.txt"
    copy.write_text(f"{text}\n\nOne line more.", "utf-8")
    with qtbot.wait_signal(workspace.imports.ended, timeout=30_000):
        workspace.imports.import_paths([copy])
    report = workspace.imports.report
    qtbot.wait_until(report.isVisible)
    with qtbot.wait_signal(workspace.imports.document_activated) as shown:
        report.view.activated.emit(report.model.index(1))
    assert shown.args == [first.id]
