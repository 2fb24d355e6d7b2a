"""The dispersion plot: where ticks stand, how one moves, and its pictures."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from tests.ui.concordance.conftest import Concordances
from ui.colors import LIGHT
from ui.concordance.panel import Part
from ui.concordance.plot_export import export_plot
from ui.concordance.plot_painting import ROW, bar_of, tick_x
from ui.concordance.plot_rows import Plot, PlotRow, plot_of
from ui.widgets.pictures import LONGEST_SIDE
from workbench.errors import WorkbenchError
from workbench.model.concordances import Concordance, Dispersion
from workbench.model.ids import DocumentId
from workbench.model.search import Listed, SearchOptions, Understood

ImportText = Callable[..., DocumentId]


def made_up(documents: int, places: list[float]) -> Plot:
    listed = [Listed(DocumentId(it), f"{it}.txt", "") for it in range(documents)]
    rows = [Dispersion(it, 1000, array("d", places)) for it in listed]
    numbers = [it for it in range(documents) for _ in places]
    starts = array("q", [int(it * 1000) for it in places] * documents)
    lines = Concordance(
        "ten", SearchOptions(), Understood(""), array("q", numbers), starts, starts
    )
    return plot_of(lines, rows, "so many")


def test_each_document_with_hits_has_a_row(shown: Concordances) -> None:
    shown.show("group", Part.PLOT)
    rows = shown.panel.plot.plot_view.plot.rows
    assert [(it.title, it.count) for it in rows] == [("first", 2), ("second", 2)]
    assert shown.panel.facts.text.startswith("4 matches in 2 of 3 documents · DP 0.")


def test_every_tick_leads_to_its_characters(
    shown: Concordances, qtbot: QtBot, import_text: ImportText
) -> None:
    import_text("Group it is, and at the very end a group", name="fourth")
    shown.show("group", Part.PLOT)
    view = shown.panel.plot.plot_view
    for number, row in enumerate(view.plot.rows):
        for place in row.dispersion.places:
            bar = bar_of(
                QRect(0, number * ROW, view.viewport().width(), ROW),
                row, view.plot.longest, equal=False,
            )  # fmt: skip
            point = QPointF(tick_x(bar, place), bar.center().y()).toPoint()
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert len(shown.places) == 6
    for document_id, start, end in shown.places:
        text = shown.project.documents.text(DocumentId(document_id))
        assert text[start:end].lower() == "group"
    assert len(set(shown.places)) == 6


def test_keys_move_between_documents_and_hits(
    shown: Concordances, qtbot: QtBot
) -> None:
    shown.show("group", Part.PLOT)
    view = shown.panel.plot.plot_view
    keys = Qt.Key
    for key, current in (
        (keys.Key_Right, (0, 1)), (keys.Key_Right, (0, 1)), (keys.Key_Down, (1, 0)),
        (keys.Key_End, (1, 1)), (keys.Key_Home, (1, 0)), (keys.Key_Down, (1, 0)),
        (keys.Key_Up, (0, 0)), (keys.Key_PageDown, (1, 0)),
    ):  # fmt: skip
        qtbot.keyClick(view, key)
        assert view.current == current
    assert "second, match 1 of 2" in view.accessibleDescription()
    qtbot.keyClick(view, keys.Key_Return)
    assert len(shown.places) == 1


def test_a_thousand_documents_scroll_and_paint_only_what_is_seen(qtbot: QtBot) -> None:
    from ui.concordance.plot_view import PlotView

    view = PlotView()
    qtbot.addWidget(view)
    view.resize(800, 226)
    view.show_plot(made_up(1000, [0.1, 0.9]))
    view.show()
    height = view.viewport().height()
    assert view.verticalScrollBar().maximum() == 1000 * ROW - height
    view.go_to(999, 1)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    assert view.current == (999, 1)
    view.grab()


def test_bars_are_as_long_as_texts_or_all_alike(shown: Concordances) -> None:
    shown.show("group", Part.PLOT)
    page = shown.panel.plot
    plot, room = page.plot_view.plot, QRect(0, 0, 1000, ROW)
    widths = [bar_of(room, it, plot.longest, equal=False).width() for it in plot.rows]
    sizes = [it.dispersion.characters for it in plot.rows]
    assert widths[0] / widths[1] == pytest.approx(sizes[0] / sizes[1])
    same = {bar_of(room, it, plot.longest, equal=True).width() for it in plot.rows}
    assert same == {max(widths)}
    page.lengths.choose(True)
    assert page.plot_view.look.equal


@given(st.lists(st.floats(0, 1), min_size=1), st.floats(-0.5, 1.5))
def test_the_nearest_hit_is_nearest(places: list[float], share: float) -> None:
    listed = Listed(DocumentId(1), "one", "")
    row = PlotRow(Dispersion(listed, 10, array("d", sorted(places))), 0, 0.0)
    found = abs(row.dispersion.places[row.nearest(share)] - share)
    assert found == min(abs(it - share) for it in places)


def test_even_hits_have_no_deviation_and_heaped_ones_much() -> None:
    even = made_up(1, [it / 10 + 0.05 for it in range(10)])
    heaped = made_up(1, [0.5] * 10)
    assert even.rows[0].deviation == pytest.approx(0)
    assert heaped.rows[0].deviation == pytest.approx(0.9)


def test_pictures_show_the_plot(shown: Concordances, tmp_path: Path) -> None:
    shown.show("group", Part.PLOT)
    plot = shown.panel.plot.plot_view.plot
    assert export_plot(plot, tmp_path / "plot.svg", equal=False) == 2
    assert export_plot(plot, tmp_path / "plot.png", equal=True) == 2
    svg = QSvgRenderer(str(tmp_path / "plot.svg"))
    assert svg.isValid()
    assert "first" in (tmp_path / "plot.svg").read_text()
    image = QImage(str(tmp_path / "plot.png"))
    assert image.width() == 2 * svg.viewBox().width()
    assert image.pixelColor(2, 2) == LIGHT.surface
    colors = {
        image.pixel(x, y)
        for x in range(0, image.width(), 1)
        for y in range(120, image.height(), 9)
    }
    assert len(colors) > 3


def test_a_picture_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("plot.svg", "plot.png"):
        with pytest.raises(WorkbenchError, match="could not be written"):
            export_plot(made_up(1, [0.5]), tmp_path / "none" / name, equal=False)
    many = made_up(LONGEST_SIDE // ROW + 1, [0.5])
    with pytest.raises(WorkbenchError, match="export SVG instead"):
        export_plot(many, tmp_path / "plot.png", equal=False)
