"""Matrices with other columns than rows: scales, keys, what is painted, pictures."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ui.colors import DARK, LIGHT, Tokens
from ui.widgets.heat import DOUBLING, SHARES, heat, scale_to, text_on_heat
from ui.widgets.heat_grid import SIDE, Heading, HeatGrid
from ui.widgets.heat_painting import HEAD
from ui.widgets.heat_pictures import TITLES, write_grid
from ui.widgets.heat_view import HeatView


def grid(rows: int = 3, columns: int = 40, most: int = 2_400) -> HeatGrid:
    return HeatGrid(
        [Heading(f"r{it}", f"Row {it}", color=it) for it in range(rows)],
        [Heading(it, f"Column {it}", is_sum=it == 0) for it in range(columns)],
        {(0, 0): 7, (1, 2): 1, (2, 39): most},
        scale_to(most),
    )


@pytest.fixture
def view(qtbot: QtBot) -> HeatView:
    view = HeatView("Made up")
    qtbot.add_widget(view)
    view.resize(700, 400)
    view.show_grid(grid())
    view.show()
    qtbot.wait_exposed(view)
    return view


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_a_scale_reaches_to_the_largest_number(most: int, count: int) -> None:
    scale = scale_to(most)
    assert len(scale.starts) == len(scale.words) == len(SHARES)
    assert list(scale.starts) == sorted(set(scale.starts))
    level = scale.level_of(min(count, most))
    assert scale.starts[level] <= min(count, most)
    assert level == len(SHARES) - 1 or min(count, most) < scale.starts[level + 1]


def test_scales_in_words() -> None:
    assert DOUBLING.words == ["1", "2–3", "4–7", "8–15", "16+"]
    assert scale_to(4).words == ["1", "2", "3", "4", "5+"]
    assert scale_to(2_400).words == ["1–4", "5–24", "25–124", "125–624", "625+"]


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_levels_differ_in_lightness_so_that_no_hue_is_needed(colors: Tokens) -> None:
    grays = [heat(colors, it).lightnessF() for it in range(len(SHARES))]
    steps = [abs(a - b) for a, b in pairwise(grays)]
    assert grays == sorted(grays, reverse=colors is LIGHT)
    assert min(steps) > 0.02
    assert all(
        abs(text_on_heat(colors, it).lightnessF() - gray) > 0.3
        for it, gray in enumerate(grays)
    )


def test_keys_reach_every_corner_of_what_is_not_square(
    view: HeatView, qtbot: QtBot
) -> None:
    assert view.current == (1, 2)
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.current == (2, 39)
    assert view.accessibleDescription() == "2,400 · Row 2 · Column 39"
    assert 39 in view.columns_in_view(
        view.offset.x(), view.offset.x() + view.viewport().width()
    )
    chosen: list[tuple[int, int]] = []
    view.cell_opened.connect(lambda *cell: chosen.append(cell))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [(2, 39)]
    qtbot.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.current == (0, 0)


def test_cells_are_wide_enough_for_their_numbers(view: HeatView) -> None:
    assert view.grid.side > SIDE
    assert grid(most=30).side == SIDE


def test_colors_of_numbers_and_of_sums(view: HeatView) -> None:
    view.go_to(0, 5)
    picture = view.viewport().grab().toImage()
    assert inside(picture, view, 1, 2) == heat(LIGHT, 0)
    assert inside(picture, view, 0, 0) == LIGHT.background
    assert inside(picture, view, 2, 2) == LIGHT.surface


def inside(picture: QImage, view: HeatView, row: int, column: int) -> QColor:
    return picture.pixelColor(column * view.grid.side + 3, row * SIDE + 3)


def test_the_current_cell_stays_when_rows_come_and_go(view: HeatView) -> None:
    view.go_to(2, 39)
    other = grid(rows=2, columns=41)
    other.rows = [Heading("r9", "New"), Heading("r2", "Row 2")]
    view.show_grid(other)
    assert view.current == (1, 39)
    view.show_grid(HeatGrid())
    assert (view.words, view.current) == ("", (0, 0))


def test_a_picture_shows_all_of_it(tmp_path: Path, qtbot: QtBot) -> None:
    wide = grid(columns=60)
    path = tmp_path / "wide.png"
    assert write_grid(wide, path, "Wide") == 3
    picture = QImage(str(path))
    width = TITLES + 60 * wide.side + 8
    scale = picture.width() / width
    assert picture.height() == int((HEAD + 3 * SIDE + 8) * scale)
    at = int((TITLES + 39 * wide.side + 3) * scale), int((HEAD + 2 * SIDE + 3) * scale)
    assert picture.pixelColor(*at) == heat(LIGHT, len(SHARES) - 1)
