"""Rows get the height of their text, and nothing that is read moves meanwhile."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from ui.tables.cell.cell_pictures import CellPictures
from ui.tables.cell.line_bounds import WordWidths
from ui.tables.cell.rich_layouts import RichLayout
from ui.tables.cell_marks import CellParts
from ui.tables.grid.cells_view import CellsView
from ui.tables.model import MANY_LINES, CellsModel
from ui.theme import interface_font
from workbench.model.cells import Cell
from workbench.model.ids import ColumnId, RowId, TableId
from workbench.model.tables import Column, ColumnKind, ComparisonTable, Row

ROWS = 80
WORDS = "the officials of both sides met and said so "
texts = st.lists(
    st.sampled_from(
        [
            "officials",
            "of",
            "**both**",
            "sides",
            "- met",
            "\n",
            "\n1. ",
            "x" * 40,
            "“so”",
        ]
    ),
    max_size=60,
).map(" ".join)


@pytest.fixture
def view(qtbot: QtBot) -> CellsView:
    columns = tuple(Column(ColumnId(it), f"Question {it}", "") for it in (1, 2))
    rows = tuple(
        Row(RowId(number), f"Row {number}", None, None, cells_of(number))
        for number in range(1, ROWS)
    )
    model = CellsModel(ComparisonTable(TableId(1), "Table", columns, rows))
    view = CellsView(model)
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.show()
    qtbot.waitExposed(view)
    return view


def cells_of(row: int) -> tuple[Cell, ...]:
    return (
        Cell(RowId(row), ColumnId(1), WORDS * (row % 7)),
        Cell(RowId(row), ColumnId(2), "short"),
    )


def needed(view: CellsView) -> list[int]:
    delegate, model = view.itemDelegate(), view.model()
    return [
        max(
            delegate.height_of(model.index(line, it), view.columnWidth(it) - 1) + 1
            for it in range(model.columnCount())
        )
        for line in range(model.rowCount())
    ]


def test_soon_all_rows_are_as_high_as_they_need(qtbot: QtBot, view: CellsView) -> None:
    wanted = needed(view)
    lines = range(view.model().rowCount())
    qtbot.waitUntil(lambda: [view.rowHeight(it) for it in lines] == wanted)


def test_measuring_what_is_above_moves_nothing(qtbot: QtBot, view: CellsView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    view.measure_visible_rows()
    line = view.rowAt(view.viewport().height() // 2)
    before, wanted = view.rowViewportPosition(line), needed(view)
    above = range(line)
    assert [view.rowHeight(it) for it in above] != wanted[:line]
    qtbot.waitUntil(lambda: [view.rowHeight(it) for it in above] == wanted[:line])
    assert view.rowViewportPosition(line) == before


def test_all_cells_in_view_are_painted_in_the_end(
    qtbot: QtBot, view: CellsView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.tables.cell.delegate.PAINTING_SECONDS", 0)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.measure_visible_rows()
    view.viewport().repaint()
    qtbot.waitUntil(lambda: not view.itemDelegate().postponed)
    frames = view.viewport().grab().toImage()
    view.viewport().repaint()
    assert view.viewport().grab().toImage() == frames


@pytest.mark.parametrize("ways", [(1.0,), (0.5, 1.0, 0.5), (1.0, 0.0)])
def test_nothing_stays_unpainted_after_jumps(
    qtbot: QtBot, view: CellsView, monkeypatch: pytest.MonkeyPatch, ways: list[float]
) -> None:
    monkeypatch.setattr("ui.tables.grid.cells_view.MEASURING_SECONDS", 0)
    bar, wanted = view.verticalScrollBar(), needed(view)
    for way in ways:
        bar.setValue(int(bar.maximum() * way))
        view.viewport().repaint()
    screen = view.screen()
    lines = range(view.model().rowCount())
    qtbot.waitUntil(lambda: [view.rowHeight(it) for it in lines] == wanted)
    qtbot.waitUntil(lambda: not view.itemDelegate().postponed)
    qtbot.wait(50)  # What is about to be painted anyhow.
    shown = screen.grabWindow(view.winId()).toImage()
    view.viewport().repaint()
    assert screen.grabWindow(view.winId()).toImage() == shown


def test_many_changes_are_told_as_one(view: CellsView) -> None:
    model, told = view.model(), []
    assert isinstance(model, CellsModel)
    model.dataChanged.connect(
        lambda first, last: told.append((first.row(), last.row()))
    )
    keys = [(RowId(it), ColumnId(1)) for it in range(1, MANY_LINES + 3)]
    model.tell_changed(keys)
    assert told == [(0, MANY_LINES + 1)]


@settings(deadline=None)
@given(texts, st.integers(60, 400))
def test_no_text_is_higher_than_its_bound(text: str, room: int) -> None:
    font = interface_font()
    height = RichLayout(text, font, room).height
    assert int(height) <= WordWidths(font).most_height(text, room)


def test_a_cell_is_painted_once_for_each_size(qtbot: QtBot) -> None:
    pictures, painted = CellPictures(), []
    shown = CellParts(cells_of(1)[0], ColumnKind(), "", "", (), has_note=False)

    def paint(_painter: QPainter, rect: object) -> None:
        painted.append(rect)

    for width in (100, 100, 120):
        pictures.get(shown, QSize(width, 50), 1.0, paint)
    assert len(painted) == 2
