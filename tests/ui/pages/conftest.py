"""A window with the pages of a PDF beside its text."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.paged_files import pdf_of
from tests.ui.pages.pointing import FIRST, LAST
from ui.pages.panel import PagesPanel
from ui.reader.panel import ReaderPanel
from ui.workspace import Workspace
from workbench.operations.importing import import_paths
from workbench.operations.tags import create_tag
from workbench.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with a PDF of three pages, the second without text, and a memo."""
    path = tmp_path / "study.workbench"
    pdf, memo = tmp_path / "report.pdf", tmp_path / "memo.txt"
    pdf.write_bytes(pdf_of(FIRST, [], LAST, title="Report"))
    memo.write_text("A memo has no pages.")
    with Project.create(path, analyst="ana") as project:
        import_paths(project, [pdf, memo])
        create_tag(project, "aim")
    return path


@pytest.fixture
def project(workspace: Workspace) -> Project:
    """The project that is open in the window."""
    return workspace.project


@pytest.fixture
def reader(workspace: Workspace) -> ReaderPanel:
    """The reader of the report, without pages."""
    return workspace.center.open_document(1)


@pytest.fixture
def pages(workspace: Workspace, reader: ReaderPanel, qtbot: QtBot) -> PagesPanel:
    """The pages of the report, beside its text."""
    reader.perform("view.pages")
    shown = workspace.center.page_views.view_of(reader)
    assert shown is not None
    shown.view.setFocus()
    qtbot.wait_until(shown.view.hasFocus)
    return shown
