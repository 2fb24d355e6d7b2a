"""The network: its edges and arrows, its names, keys, the pointer, and pictures."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.reuse.made_up import SHARING, pair
from ui.reuse.framing import Framing
from ui.reuse.model import Entry, Order, Sharing, matrix_of
from ui.reuse.network import Edge, Network, network_of
from ui.reuse.network_labels import labels_of
from ui.reuse.network_view import NetworkView
from ui.reuse.network_walk import Standing, at_point, next_edge
from ui.reuse.pictures import write_matrix, write_network
from ui.widgets.pictures import MOST_DOTS
from workbench.errors import WorkbenchError
from workbench.model.alignments import PairKind


@pytest.fixture(scope="module")
def network() -> Network:
    return network_of(SHARING, lambda: None)


def edge_of(network: Network, a: int, b: int) -> Edge:
    ids = [it.id for it in network.nodes]
    return next(it for it in network.edges if {ids[it.start], ids[it.end]} == {a, b})


def test_nodes_are_the_documents_that_share(network: Network) -> None:
    assert {it.id for it in network.nodes} == {1, 2, 3, 4}
    assert sum(network.weights) == 2 * (8 + 3 + 2)


def test_arrows_lead_from_the_earlier_to_the_later(network: Network) -> None:
    ids = [it.id for it in network.nodes]
    later = edge_of(network, 1, 2)
    assert (ids[later.start], ids[later.end], later.is_arrow) == (1, 2, True)
    backwards = edge_of(network, 1, 4)
    assert (ids[backwards.start], backwards.is_arrow) == (4, True)
    assert not edge_of(network, 3, 4).is_arrow


def test_a_year_is_not_before_a_day_in_it() -> None:
    entries = [Entry(1, "a", "2022"), Entry(2, "b", "2022-05-01")]
    found = network_of(Sharing(entries, [pair(1, 2)]), lambda: None)
    assert not found.edges[0].is_arrow


def test_lines_are_styled_by_what_most_statements_are(network: Network) -> None:
    kinds = [edge_of(network, *ids).kind for ids in ((1, 2), (1, 4), (3, 4))]
    assert kinds == [PairKind.VERBATIM, PairKind.ALTERED, PairKind.PARAPHRASE]


def test_names_cover_neither_each_other_nor_nodes() -> None:
    entries = [Entry(it, f"A document with a long title {it}") for it in range(60)]
    shared = [pair(it // 3, it) for it in range(1, 60)]
    found = network_of(Sharing(entries, shared), lambda: None)
    labels = labels_of(found, found.by_weight, Framing(40, 100, 100))
    assert len(labels) > 10
    boxes = [it.box for it in labels]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


@pytest.fixture
def view(network: Network, qtbot: QtBot) -> NetworkView:
    view = NetworkView()
    qtbot.add_widget(view)
    view.resize(800, 500)
    view.show_network(network)
    view.show()
    qtbot.wait_exposed(view)
    view.activateWindow()
    view.setFocus()
    return view


def test_space_walks_the_edges_and_enter_opens_them(
    view: NetworkView, qtbot: QtBot
) -> None:
    pairs: list[tuple[int, int]] = []
    documents: list[int] = []
    view.pair_chosen.connect(lambda a, b: pairs.append((a, b)))
    view.document_chosen.connect(documents.append)
    ids = [it.id for it in view.network.nodes]
    view.go_to(Standing(ids.index(1)))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert "8 statements" in view.words
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (documents, pairs) == ([1], [(1, 2), (4, 1)])


def test_arrows_reach_every_node(view: NetworkView, qtbot: QtBot) -> None:
    seen, waiting = set[int](), [0]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        for key in keys:
            view.go_to(Standing(node))
            qtbot.keyClick(view, key)
            assert view.current is not None
            waiting.append(view.current.node)
    assert seen == set(range(len(view.network.nodes)))


def test_walking_the_edges_comes_round(network: Network) -> None:
    start = Standing(network.by_weight[0])
    standing = start
    for _ in network.edges_of[start.node]:
        standing = next_edge(network, standing, 1)
    assert next_edge(network, standing, 1) == next_edge(network, start, 1)
    assert next_edge(network, start, -1) == standing


def test_zoom_keeps_the_place_under_the_pointer(view: NetworkView) -> None:
    center = QPointF(123, 210)
    before = view.framing
    view.zoom(1.5, center)
    after = view.framing
    assert after.scale == pytest.approx(before.scale * 1.5)
    assert (center.x() - before.dx) / before.scale == pytest.approx(
        (center.x() - after.dx) / after.scale
    )


def test_keys_enlarge_shrink_move_and_show_all(view: NetworkView, qtbot: QtBot) -> None:
    whole = view.framing
    qtbot.keyClicks(view, "++-")
    assert view.framing.scale == pytest.approx(whole.scale * 1.25)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.framing.dx < whole.dx
    qtbot.keyClicks(view, "0")
    assert view.framing == whole


def test_a_click_on_a_line_opens_its_pair(view: NetworkView, qtbot: QtBot) -> None:
    chosen: list[tuple[int, int]] = []
    view.pair_chosen.connect(lambda a, b: chosen.append((a, b)))
    edge = edge_of(view.network, 1, 2)
    one, other = (
        view.framing.point(view.network.places[it]) for it in (edge.start, edge.end)
    )
    middle = (one + other) / 2
    assert at_point(view.network, view.framing, middle) == Standing(edge.start, edge)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    assert chosen == [(1, 2)]


def test_dragging_moves_all_of_it(view: NetworkView, qtbot: QtBot) -> None:
    before = view.framing
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.mouseMove(view, QPoint(60, 50))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(60, 50))
    assert (view.framing.dx - before.dx, view.framing.dy - before.dy) == (40, 30)


def test_pictures(network: Network, tmp_path: Path, qtbot: QtBot) -> None:
    matrix = matrix_of(SHARING, Order.TITLE, only_sharing=False)
    assert write_matrix(matrix, tmp_path / "matrix.svg") == 5
    assert write_network(network, tmp_path / "network.svg") == 4
    for name in ("matrix.svg", "network.svg"):
        written = (tmp_path / name).read_text()
        ET.fromstring(written)
        assert "Zeta release" in written
    write_matrix(matrix, tmp_path / "matrix.png")
    write_network(network, tmp_path / "network.png")
    assert not QImage(str(tmp_path / "matrix.png")).isNull()
    assert QImage(str(tmp_path / "network.png")).width() >= 2000
    with pytest.raises(WorkbenchError, match="could not be written"):
        write_matrix(matrix, tmp_path / "none" / "matrix.svg")


def test_a_very_large_matrix_fits_into_a_png(tmp_path: Path, qtbot: QtBot) -> None:
    entries = [Entry(it, f"Document {it}") for it in range(240)]
    many = matrix_of(Sharing(entries, [pair(1, 2)]), Order.TITLE, only_sharing=False)
    write_matrix(many, tmp_path / "large.png")
    picture = QImage(str(tmp_path / "large.png"))
    dots = picture.width() * picture.height()
    assert 0.99 * MOST_DOTS < dots <= 1.01 * MOST_DOTS
