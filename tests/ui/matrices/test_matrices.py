"""The matrix of tags in the window: counting, opening, saving, staying up to date."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.windows import window_over
from ui.main_window import MainWindow
from ui.matrices.bar import Export
from ui.matrices.controller import MatrixController
from ui.matrices.panel import MatrixPanel
from ui.matrices.saving import MatrixSaving
from ui.places.place import Tab, TabKind
from ui.widgets.heat_grid import SIDE
from ui.widgets.kept_popups import KeptPopup, NamePopup
from workbench.model.attributes import Subject
from workbench.model.matrices import MatrixDefinition, MatrixKind, MatrixOrder
from workbench.operations.attributes import (
    create_attribute,
    remove_attribute,
    set_values,
)
from workbench.operations.passages import remove_passages
from workbench.operations.saved_matrices import remove_matrix, save_matrix
from workbench.operations.tags import rename_tag
from workbench.project import Project


def opened(window: MainWindow, qtbot: QtBot) -> MatrixPanel:
    window.actions_by_id["tags.matrix"].trigger()
    panel = window.workspace.center.tabs.currentWidget()
    assert isinstance(panel, MatrixPanel)
    counted(panel, qtbot, MatrixKind.DOCUMENT)
    return panel


def counted(panel: MatrixPanel, qtbot: QtBot, kind: MatrixKind) -> None:
    qtbot.wait_until(
        lambda: (
            bool(panel.answer.matrix.rows)
            and panel.answer.matrix.definition.kind is kind
        )
    )


def choose(panel: MatrixPanel, qtbot: QtBot, kind: MatrixKind) -> None:
    box = panel.bar.kinds
    box.setCurrentIndex(box.findData(kind))
    box.activated.emit(box.currentIndex())
    counted(panel, qtbot, kind)


def place_of(panel: MatrixPanel, tag: str, column: str) -> tuple[int, int]:
    grid = panel.matrix.grid
    rows = [it.title for it in grid.rows]
    columns = [it.title for it in grid.columns]
    return rows.index(tag), columns.index(column)


def test_enter_lists_what_a_cell_counts(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    title = panel.matrix.grid.columns[1].title
    row, column = place_of(panel, "level", title)
    panel.matrix.setFocus()
    panel.matrix.go_to(row, column)
    count = panel.matrix.grid.counts[row, column]
    assert panel.matrix.accessibleDescription() == (
        f"{count} passage tagged level in “{title[:39]}…”"
    )
    qtbot.keyClick(panel.matrix, Qt.Key.Key_Return)
    lists = window.workspace.bottom
    qtbot.wait_until(lambda: len(lists.passages.model.ids) == count)
    assert lists.currentWidget() is lists.passages
    (passage,) = window.workspace.project.passages.some(lists.passages.model.ids)
    paths = [window.workspace.project.tags.path(it) for it in passage.tag_ids]
    assert any(it.startswith("level") for it in paths)
    assert lists.passages.bar.chips.buttons[0].text().startswith("Tagged level in")


def test_a_click_on_a_total_lists_all_of_a_row(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    row, column = place_of(panel, "aim", "All documents")
    point = QPoint(column * panel.matrix.grid.side + 5, row * SIDE + 5)
    qtbot.mouseClick(panel.matrix.viewport(), Qt.MouseButton.LeftButton, pos=point)
    total = panel.matrix.grid.counts[row, column]
    passages = window.workspace.bottom.passages
    qtbot.wait_until(lambda: len(passages.model.ids) == total)
    assert total == 13


@pytest.mark.parametrize("kind", list(MatrixKind))
def test_every_kind_is_shown_or_says_why_not(
    window: MainWindow, qtbot: QtBot, kind: MatrixKind
) -> None:
    panel = opened(window, qtbot)
    box = panel.bar.kinds
    box.setCurrentIndex(box.findData(kind))
    box.activated.emit(box.currentIndex())
    qtbot.wait_until(lambda: panel.answer.matrix.definition.kind is kind)
    has_cells = bool(panel.answer.matrix.rows and panel.answer.matrix.columns)
    assert panel.matrix.isVisible() is has_cells
    assert panel.empty.isVisible() is not has_cells
    assert panel.bar.near.isVisible() is (kind is MatrixKind.NEAR)
    assert panel.bar.attributes.isVisible() is (kind is MatrixKind.ATTRIBUTE)
    said = panel.bar.rule.text
    is_plain = kind in {MatrixKind.DOCUMENT, MatrixKind.ATTRIBUTE}
    assert bool(said) is (has_cells and not is_plain) or kind is MatrixKind.CASE


def test_it_is_counted_again_after_changes_and_keeps_its_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    project = window.workspace.project
    total = panel.answer.matrix.total
    row, column = place_of(panel, "meetings", "All documents")
    panel.matrix.go_to(row, column)
    tag = project.tags.at_path("leads named")
    rename_tag(project, tag.id, "zz leads")
    last = project.passages.all()[-1]
    remove_passages(project, [last.id])
    qtbot.wait_until(lambda: panel.answer.matrix.total == total - 1)
    titles = [it.title for it in panel.matrix.grid.rows]
    assert "zz leads" in titles
    assert panel.matrix.current == place_of(panel, "meetings", "All documents")
    project.undo()
    qtbot.wait_until(lambda: panel.answer.matrix.total == total)


def test_empty_rows_are_left_out_until_they_are_asked_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    choose(panel, qtbot, MatrixKind.NEAR)
    matrix = panel.answer.matrix
    assert len(matrix.rows) < matrix.all_rows
    assert f"{len(matrix.rows)} of {matrix.all_rows} tags" in panel.bar.facts.text
    assert panel.bar.empty_button.text() == "Show all"
    panel.bar.empty_button.click()
    qtbot.wait_until(lambda: len(panel.answer.matrix.rows) == matrix.all_rows)
    assert panel.bar.empty_button.text() == "Leave out empty ones"


def test_a_matrix_is_saved_and_comes_back_after_a_restart(
    path: Path, qtbot: QtBot
) -> None:
    with window_over(path, qtbot) as window:
        panel = opened(window, qtbot)
        choose(panel, qtbot, MatrixKind.OVERLAP)
        panel.bar.save_button.click()
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, NamePopup)
        popup.field.setText("Together")
        qtbot.keyClick(popup.field, Qt.Key.Key_Return)
        (saved,) = window.workspace.project.matrices.saved()
        assert (saved.name, saved.id) == ("Together", panel.saved_id)
        assert saved.definition == panel.definition
        tabs = window.workspace.center.tabs
        assert tabs.tabText(tabs.currentIndex()) == "Together"
    with window_over(path, qtbot) as window:
        center = window.workspace.center
        (panel,) = center.strips.of_kind(MatrixPanel)
        assert center.tab_of(panel) == Tab(TabKind.MATRIX, (saved.id,))
        assert panel.definition.kind is MatrixKind.OVERLAP


def test_saved_ones_are_opened_renamed_and_removed_by_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    project = window.workspace.project
    save_matrix(project, "By total", MatrixDefinition(order=MatrixOrder.TOTAL))
    panel = opened(window, qtbot)
    panel.bar.saved_button.click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, KeptPopup)
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_F2)
    name = QApplication.focusWidget()
    qtbot.keyClicks(name, "Most first")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert [it.name for it in project.matrices.saved()] == ["Most first"]
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    other = window.workspace.center.tabs.currentWidget()
    assert isinstance(other, MatrixPanel)
    assert other is not panel
    assert other.definition.order is MatrixOrder.TOTAL
    window.activateWindow()
    remove_matrix(project, project.matrices.saved()[0].id)
    qtbot.wait_until(lambda: other.saved_id is None)


def test_saving_under_the_same_name_changes_what_is_kept(
    window: MainWindow, qtbot: QtBot
) -> None:
    project = window.workspace.project
    panel = opened(window, qtbot)
    saving = panel.findChild(MatrixSaving)
    assert saving is not None
    saving.save("Mine")
    choose(panel, qtbot, MatrixKind.NEAR)
    saving.save("mine")
    (saved,) = project.matrices.saved()
    assert (saved.name, saved.definition) == ("Mine", panel.definition)
    project.undo()
    qtbot.wait_until(lambda: panel.definition.kind is MatrixKind.DOCUMENT)
    counted(panel, qtbot, MatrixKind.DOCUMENT)


def test_an_attribute_that_is_removed_is_said(window: MainWindow, qtbot: QtBot) -> None:
    project = window.workspace.project
    for it in project.attributes.all():
        remove_attribute(project, it.id)
    panel = opened(window, qtbot)
    kind = create_attribute(project, Subject.DOCUMENT, "Kind")
    set_values(project, kind, [project.documents.ids()[0]], "memo")
    choose(panel, qtbot, MatrixKind.ATTRIBUTE)
    assert "No value" in [it.title for it in panel.matrix.grid.columns]
    chosen = panel.definition.attribute_id
    assert chosen == kind
    assert panel.matrix.isVisible()
    remove_attribute(project, chosen)
    qtbot.wait_until(panel.empty.isVisible)
    assert panel.empty.accessibleName() == "This cannot be counted"


def test_counts_passages_and_pictures_become_files(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = opened(window, qtbot)
    controller = panel.findChild(MatrixController)
    assert controller is not None
    table, passages = tmp_path / "matrix.csv", tmp_path / "passages.csv"
    drawing, image = tmp_path / "matrix.svg", tmp_path / "matrix.png"
    for export, path in (
        (Export.COUNTS, table), (Export.PASSAGES, passages),
        (Export.PICTURE, drawing), (Export.PICTURE, image),
    ):  # fmt: skip
        controller.write(export, path)
        qtbot.wait_until(lambda path=path: path.exists() and path.stat().st_size > 0)
    qtbot.wait_until(lambda: not QImage(str(image)).isNull())
    matrix = panel.answer.matrix
    rows = list(csv.reader(table.read_text("utf-8-sig").splitlines()))
    assert len(rows) == len(matrix.rows) + 2
    assert rows[-1][len(matrix.columns) + 1] == str(matrix.total)
    listed = list(csv.DictReader(passages.read_text("utf-8-sig").splitlines()))
    assert len(listed) == sum(matrix.counts.values())
    assert "Passages by tag and document" in drawing.read_text()
    assert "level/vice minister" in drawing.read_text()


def test_nothing_tagged_says_what_to_do(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "Empty.workbench"
    Project.create(path, analyst="ana").close()
    with window_over(path, qtbot) as window:
        window.actions_by_id["tags.matrix"].trigger()
        (panel,) = window.workspace.center.strips.of_kind(MatrixPanel)
        qtbot.wait_until(lambda: panel.empty.accessibleName() == "No tags yet")
        assert not panel.bar.export_button.isEnabled()


def test_a_saved_matrix_that_cannot_be_read_is_refused_with_a_sentence(
    path: Path, qtbot: QtBot
) -> None:
    with Project.open(path, analyst="ana") as project:
        save_matrix(project, "Odd", MatrixDefinition())
        with project.operation("Set up") as edit:
            edit.matrices._run("update saved_matrices set definition = '[]'")
    with window_over(path, qtbot) as window:
        panel = opened(window, qtbot)
        panel.bar.saved_button.click()
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, KeptPopup)
        assert popup.choices.shown[0].fact == "cannot be read"
        qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
        assert "“Odd” counts cannot be read" in window.bar.sentence
