"""One analyst's day, through the real window; read back from the file and the CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ui.app import build
from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.tag_picker import TagPicker
from ui.workspace import Workspace
from workbench.model.cells import CellState
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations import tables
from workbench.operations.checking import check
from workbench.project import Project

RELEASE = (
    "Two ministries open a group\n\n"
    "November 08, 2022\n\n"
    "- The group will hear industry before controls take effect.\n"
    "- It meets twice a year.\n\n"
    "“We want a fair field,” the minister said.\u00a0They met in May 2022.\n"
)
STORY = (
    "Group opens\r\n\r\n"
    "The US and its partner opened a group.\r\n"
    "Follow us for more.\r\n"
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    _, window = build(
        dark=False, session=Session(tmp_path / "window.ini"), analyst="ana"
    )
    qtbot.add_widget(window)
    window.resize(1280, 800)
    window.show()
    yield window
    window.close_project()


@pytest.fixture
def workspace(window: MainWindow, tmp_path: Path) -> Workspace:
    window.create_project(tmp_path / "day")
    assert window.workspace is not None
    return window.workspace


MIDDLE = QPoint(600, 400)


def drop(window: MainWindow, *paths: Path, at: QPoint = MIDDLE) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
           Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(window, QDragEnterEvent(at, *how))
    QApplication.sendEvent(window, QDropEvent(QPointF(at), *how))


@pytest.fixture
def with_files(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> Workspace:
    """A project into which two good files, a copy and a bad one were dropped."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "release.txt").write_bytes(RELEASE.encode())
    (folder / "story.txt").write_bytes(STORY.encode())
    (folder / "copy.txt").write_bytes(STORY.encode())
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF")
    with qtbot.wait_signal(workspace.imports.ended, timeout=20_000):
        drop(window, folder / "release.txt", folder / "story.txt",
             folder / "copy.txt", bad)  # fmt: skip
    return workspace


def go_back_to(qtbot: QtBot, window: MainWindow) -> None:
    """Click into the window, away from the report beside it."""
    window.activateWindow()
    qtbot.wait_until(window.isActiveWindow)


def ids(workspace: Workspace) -> dict[str, int]:
    return {it.name: it.id for it in workspace.project.documents.all()}


def menu(window: MainWindow, action_id: str) -> None:
    window.actions_by_id[action_id].trigger()


def test_dropped_files_come_in_and_the_report_names_the_rest(
    with_files: Workspace, tmp_path: Path
) -> None:
    assert sorted(ids(with_files)) == ["release", "story"]
    assert with_files.project.documents.text(ids(with_files)["story"]) == STORY
    report = with_files.imports.report
    assert report.isVisible()
    assert report.counts == "2 imported, 1 duplicate, 1 failed"
    assert with_files.library.model.rowCount() == 2


def test_a_dropped_project_file_is_opened(
    window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    with Project.create(tmp_path / "other.workbench") as other:
        path = other.path
    drop(window, path)
    assert window.workspace is not None
    assert window.workspace.project.path == path


def test_a_file_dropped_on_a_text_can_be_its_new_version_or_a_document(
    qtbot: QtBot, window: MainWindow, with_files: Workspace, tmp_path: Path
) -> None:
    project, document = with_files.project, ids(with_files)["story"]
    go_back_to(qtbot, window)
    with_files.center.open_document(document)
    reader = with_files.center.current_reader()
    assert reader is not None
    at = reader.pane.mapTo(window, QPoint(40, 40))
    path = tmp_path / "later.txt"

    def choose(number: int) -> None:
        path.write_text(f"{STORY}\nText {number}.\n")
        drop(window, path, at=at)
        qtbot.wait_until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        offered = QApplication.activePopupWidget()
        assert isinstance(offered, QMenu)
        assert [it.text() for it in offered.actions()] == [
            "&New version of “story”",
            "&Import as a document of its own",
        ]
        offered.actions()[number].trigger()
        offered.close()

    choose(0)
    qtbot.wait_until(lambda: project.documents.get(document).version == 2)
    choose(1)
    qtbot.wait_until(lambda: "later" in ids(with_files))
    assert project.documents.get(document).version == 2
    assert len(ids(with_files)) == 3


def test_imported_documents_are_seen_at_once_and_the_first_is_selected(
    with_files: Workspace,
) -> None:
    (chosen,) = with_files.library.documents_selected()
    assert chosen.name == "release"
    assert with_files.center.tabs.count() == 0


def test_a_search_opens_its_hit_in_the_reader(
    qtbot: QtBot, window: MainWindow, with_files: Workspace
) -> None:
    field = with_files.header.search_field
    field.setFocus()
    controller = with_files.bottom.search_controller
    with qtbot.wait_signal(controller.answered, timeout=20_000):
        qtbot.keyClicks(field, '"May 2022"')
    qtbot.wait_until(lambda: with_files.results.counts != "", timeout=20_000)
    menu(window, "go.next_hit")
    reader = with_files.center.current_reader()
    assert reader is not None
    assert with_files.center.document_of(reader) == ids(with_files)["release"]


def test_a_day_of_reading_is_in_the_file_and_can_all_be_undone(
    qtbot: QtBot, window: MainWindow, with_files: Workspace, tmp_path: Path
) -> None:
    project = with_files.project
    before = state(project)
    release = ids(with_files)["release"]

    # Read, select, tag with a new name by keyboard alone.
    go_back_to(qtbot, window)
    reader = with_files.center.open_document(release)
    start = RELEASE.index("- The group")
    span = Span(start, RELEASE.index(" before controls"))
    reader.select(span)
    reader.pane.setFocus()
    qtbot.keyClick(reader.pane, Qt.Key.Key_T)
    picker = with_files.center.findChild(TagPicker)
    qtbot.wait_until(picker.isVisible)
    qtbot.keyClicks(picker._field, "business/consulted")
    qtbot.keyClick(picker._field, Qt.Key.Key_Return)
    (passage,) = project.passages.all()
    assert (passage.span, passage.quote) == (span, span.of(RELEASE))
    assert [project.tags.get(it).path for it in passage.tag_ids] == [
        "business/consulted"
    ]
    assert project.history.undo_label == "Tag passage “consulted”"

    # An overlapping one, with the same tag, and a note on it.
    reader.select(Span(start + 6, RELEASE.index("- It meets")))
    qtbot.keyClick(reader.pane, Qt.Key.Key_Q)
    qtbot.keyClick(reader.pane, Qt.Key.Key_N)
    qtbot.wait_until(with_files.passage.note_field.isVisible)
    with_files.passage.note_field.setFocus()
    qtbot.keyClicks(with_files.passage.note_field, "Who is industry?")
    qtbot.wait_until(lambda: len(project.notes.all()) == 1, timeout=5000)

    # Notes on the project and on a document.
    menu(window, "edit.project_note")
    editor = with_files.notes.editor.text_field
    qtbot.keyClicks(editor, "What was agreed?")
    qtbot.wait_until(lambda: len(project.notes.all()) == 2, timeout=5000)

    # The tag tree.
    tag = project.tags.at_path("business")
    with_files.tags.recolor_requested.emit([tag.id], 3)
    assert project.tags.get(tag.id).color == 3

    # A table whose cell rests on the passage.
    with_files.new_tables.form.created.emit("Bodies")
    table = project.tables.named("Bodies")
    row = tables.add_row(
        project, table.id, "Release", project.documents.get(release).id
    )
    column = tables.add_column(project, table.id, "Industry", "Who is heard?")
    panel = with_files.center.current_table()
    assert panel is not None
    panel.summary_edited.emit(row, column, "heard before controls")
    with_files.center.open_document(release).select_passage(passage.id)
    menu(window, "passage.cite")
    qtbot.wait_until(with_files.cite_picker.isVisible)
    qtbot.keyClick(with_files.cite_picker.choices.field, Qt.Key.Key_Return)
    cell = project.tables.get(table.id).rows[0].cells[0]
    assert (cell.state, cell.summary) == (CellState.SUPPORTED, "heard before controls")

    # The citation leads back to the passage.
    with_files.center.passage_activated.emit(passage.id)
    reader = with_files.center.current_reader()
    assert reader is not None
    assert reader.selected_passage == passage.id

    # Side by side.
    menu(window, "view.compare")
    assert len(with_files.center.tabs.currentWidget().readers) == 2

    # Everything is in the file, and in the CSV.
    export = tmp_path / "passages.csv"
    export_passages(qtbot, with_files, export)
    content = export.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(content.decode("utf-8-sig").splitlines(keepends=True)))
    assert [it["tag"] for it in lines] == ["business/consulted"] * 2
    assert lines[0]["quote"] == f"'{span.of(RELEASE)}"
    assert lines[0]["sha256"] == project.documents.get(release).sha256
    assert check(project) == []

    # Undo takes everything back to where the day began, and redo brings it again.
    after = state(project)
    while project.history.undo_label != "Import 2 documents":
        menu(window, "edit.undo")
    assert state(project) == before
    while project.history.redo_label:
        menu(window, "edit.redo")
    assert state(project) == after

    # And it is all there after closing and opening again.
    path = project.path
    window.close_project()
    assert [it.name for it in tmp_path.glob("day*")] == ["day.workbench"]
    window.open_project(path)
    assert window.workspace is not None
    assert state(window.workspace.project) == after
    menu(window, "edit.undo")
    assert window.workspace.project.history.redo_label


def test_titles_and_dates_are_edited_in_place(
    window: MainWindow, with_files: Workspace
) -> None:
    menu(window, "view.documents")
    model = with_files.library.model
    row = model.row_of(ids(with_files)["story"])
    model.setData(model.index(row, 0), "A better title")
    document = with_files.project.documents.get(ids(with_files)["story"])
    assert document.title == "A better title"
    model.setData(model.index(row, 1), "yesterday")
    assert "is not a date" in window.bar.sentence
    assert document.date == with_files.project.documents.get(document.id).date


def test_every_entry_of_the_menus_has_a_command(window: MainWindow) -> None:
    from ui.actions import ACTIONS

    assert set(window.actions_by_id) == {it.id for it in ACTIONS if it.menu}


def test_opening_what_is_open_changes_nothing(
    window: MainWindow, workspace: Workspace
) -> None:
    window.open_project(workspace.project.path)
    assert window.workspace is workspace
    assert not workspace.project.is_read_only


def export_passages(qtbot: QtBot, workspace: Workspace, path: Path) -> None:
    from ui.exchange.export_form import ExportChoice, ExportWish

    wish = ExportWish(ExportChoice("Passages", "passages", None), is_raw=False)
    workspace.exports.export(wish, path)
    qtbot.wait_until(path.exists, timeout=20_000)


def state(project: Project) -> tuple[object, ...]:
    return (
        project.documents.all(),
        [(it.span, it.quote, it.tag_ids, it.note) for it in project.passages.all()],
        [(it.path, it.color, it.passages) for it in project.tags.all()],
        sorted((it.target.on, it.text) for it in project.notes.all()),
        [project.tables.get(it) for it, _ in project.tables.all()],
        project.notes.on(NoteTarget(NoteOn.PROJECT)) is None,
    )
