"""The matrix: its order and words, what keys and clicks do, and what is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.reuse.made_up import SHARING, pair
from ui.colors import DARK, LIGHT, Tokens
from ui.reuse.matrix_view import MatrixView
from ui.reuse.model import (
    Entry,
    Order,
    Sharing,
    in_words,
    matrix_of,
    pair_in_words,
)
from ui.widgets.heat import DOUBLING, SHARES, heat, text_on_heat
from ui.widgets.heat_grid import SIDE


def titles(order: Order, *, only_sharing: bool = False) -> list[str]:
    return [
        it.title for it in matrix_of(SHARING, order, only_sharing=only_sharing).rows
    ]


def test_orders() -> None:
    by_title = ["A loner", "alpha story", "Beta memo", "Mid report", "Zeta release"]
    assert titles(Order.TITLE) == by_title
    assert titles(Order.DATE) == [
        "Beta memo", "Zeta release", "alpha story", "A loner", "Mid report",
    ]  # fmt: skip
    assert titles(Order.CLUSTER)[-1] == "A loner"
    assert "A loner" not in titles(Order.TITLE, only_sharing=True)


def test_cells_are_the_same_on_both_sides() -> None:
    matrix = matrix_of(SHARING, Order.CLUSTER, only_sharing=False)
    for row, one in enumerate(matrix.rows):
        for column, other in enumerate(matrix.rows):
            found = matrix.cell(row, column)
            assert found is matrix.cell(column, row)
            expected = {one.id, other.id} in [{it.a, it.b} for it in SHARING.shared]
            assert (found is not None) is expected


def test_words() -> None:
    one, other = SHARING.by_id[1], SHARING.by_id[2]
    assert in_words(pair(1, 2)) == "1 statement (1 verbatim)"
    assert pair_in_words(one, other, SHARING.shared[0]) == (
        "8 statements (5 verbatim, 2 altered, 1 paraphrased) in Zeta release and"
        " alpha story"
    )
    assert pair_in_words(one, other, None) == (
        "Nothing shared by Zeta release and alpha story"
    )


def test_levels_begin_where_they_say() -> None:
    for level, words in enumerate(DOUBLING.words):
        first, _, last = words.rstrip("+").partition("–")
        assert DOUBLING.level_of(int(first)) == level
        assert DOUBLING.level_of(int(last or first)) == level
    assert DOUBLING.level_of(5000) == len(SHARES) - 1


def luminance(color: QColor) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (part(it) for it in color.getRgbF()[:3])  # type: ignore[index]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_numbers_can_be_read_on_every_color(colors: Tokens) -> None:
    for level in range(len(SHARES)):
        ground, text = heat(colors, level), text_on_heat(colors, level)
        low, high = sorted((luminance(ground), luminance(text)))
        assert (high + 0.05) / (low + 0.05) >= 4.5


@pytest.fixture
def view(qtbot: QtBot) -> MatrixView:
    view = MatrixView()
    qtbot.add_widget(view)
    view.resize(700, 400)
    view.show_matrix(matrix_of(SHARING, Order.TITLE, only_sharing=False))
    view.show()
    qtbot.wait_exposed(view)
    return view


def test_keys_go_from_cell_to_cell_and_enter_opens(
    view: MatrixView, qtbot: QtBot
) -> None:
    chosen: list[tuple[int, int]] = []
    view.pair_chosen.connect(lambda a, b: chosen.append((a, b)))
    view.go_to(0, 0)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert (view.current, chosen) == ((0, 0), [])
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current == (1, 4)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [(2, 1)]
    assert "8 statements" in view.accessibleDescription()


def test_a_click_opens_a_pair_and_an_empty_cell_only_becomes_current(
    view: MatrixView, qtbot: QtBot
) -> None:
    chosen: list[tuple[int, int]] = []
    view.pair_chosen.connect(lambda a, b: chosen.append((a, b)))
    click(view, qtbot, 4, 2)
    click(view, qtbot, 0, 3)
    assert chosen == [(1, 4)]
    assert view.current == (0, 3)


def click(view: MatrixView, qtbot: QtBot, row: int, column: int) -> None:
    point = QPoint(column * SIDE + 5, row * SIDE + 5)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_the_color_tells_how_many(view: MatrixView) -> None:
    view.go_to(0, 0)
    picture = view.viewport().grab().toImage()
    assert picture.pixelColor(*inside(4, 1)) == heat(LIGHT, DOUBLING.level_of(8))
    assert picture.pixelColor(*inside(4, 2)) == heat(LIGHT, DOUBLING.level_of(3))
    assert picture.pixelColor(*inside(4, 0)) == LIGHT.surface


def inside(row: int, column: int) -> tuple[int, int]:
    return column * SIDE + 4, row * SIDE + 4


def test_the_current_pair_stays_when_the_order_changes(view: MatrixView) -> None:
    view.go_to(4, 1)
    view.show_matrix(matrix_of(SHARING, Order.DATE, only_sharing=False))
    assert [view.matrix.rows[it].id for it in view.current] == [1, 2]


def test_a_thousand_documents_scroll_to_any_cell(qtbot: QtBot) -> None:
    entries = [Entry(it, f"Document {it:04}") for it in range(1000)]
    many = Sharing(entries, [pair(it, 999) for it in range(0, 999, 2)])
    view = MatrixView()
    qtbot.add_widget(view)
    view.resize(900, 600)
    view.show_matrix(matrix_of(many, Order.TITLE, only_sharing=False))
    view.show()
    qtbot.wait_exposed(view)
    view.go_to(998, 999)
    shown = view.rows_in_view(
        view.offset.y(), view.offset.y() + view.viewport().height()
    )
    assert 998 in shown
    assert len(shown) < 30
    place = QPoint(999 * SIDE + 4, 998 * SIDE + 4) - view.offset
    assert view.cell_at(place) == (998, 999)
    assert "1 statement" in view.grid.words(998, 999)
    assert isinstance(view.grab().toImage(), QImage)
