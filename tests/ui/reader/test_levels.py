"""Offsets and heights of the view: to and fro, level, also between two letters."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from ui.reader.model import PageHead
from ui.reader.pane import ReadingPane
from workbench.model.documents import Block, BlockKind
from workbench.model.spans import Span

PARAGRAPH = (
    "The two sides will hear from industry before the measures take effect. " * 6
)
COUNT = 40
TEXT = "\n\n".join(f"{number} {PARAGRAPH}" for number in range(COUNT))


def blocks() -> list[Block]:
    found, at = [], 0
    for number, part in enumerate(TEXT.split("\n\n")):
        kind = BlockKind.HEADING if number % 7 == 3 else BlockKind.PARAGRAPH
        found.append(Block(Span(at, at + len(part)), kind, 2))
        at += len(part) + 2
    return found


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    pane = ReadingPane()
    qtbot.add_widget(pane)
    pane.resize(500, 420)
    pane.set_document(TEXT, blocks(), PageHead("A title", "Facts about it"))
    pane.show()
    qtbot.wait_exposed(pane)
    return pane


quickly = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quickly
@given(offset=st.floats(0, len(TEXT)), y=st.integers(0, 400))
def test_an_offset_that_is_put_at_a_height_stands_there(
    pane: ReadingPane, offset: float, y: int
) -> None:
    pane.put(offset, y)
    top, way = pane.verticalScrollBar().value(), pane.verticalScrollBar().maximum()
    if 0 < top < way:
        # A pixel is about three letters of a line.
        assert pane.levels().offset_at(y) == pytest.approx(offset, abs=6)


@quickly
@given(offset=st.integers(0, len(TEXT)))
def test_further_down_is_further_on(pane: ReadingPane, offset: int) -> None:
    pane.put(offset, 100)
    levels = pane.levels()
    found = [levels.offset_at(y) for y in range(0, pane.viewport().height(), 3)]
    assert found == sorted(found)


def test_the_ends_of_the_view_are_the_ends_of_the_text(pane: ReadingPane) -> None:
    bar = pane.verticalScrollBar()
    assert pane.levels().depth == 0
    assert pane.levels().offset_at(0) == -1
    bar.setValue(bar.maximum())
    bar.setValue(bar.maximum())
    levels = pane.levels()
    assert levels.offset_at(levels.depth) == pytest.approx(
        len(TEXT.rstrip()) + 1, abs=1
    )
    pane.put(-1, 0)
    assert bar.value() == 0


def test_extents_are_those_of_the_lines_in_view_and_beyond_it_in_order(
    pane: ReadingPane,
) -> None:
    middle = TEXT.index("20 The")
    pane.put(middle, 150)
    levels = pane.levels()
    top, bottom = levels.extent(Span(middle, middle + 5))
    assert top == pytest.approx(150, abs=2)
    assert 20 <= bottom - top <= 40
    spans = [block.span for block in blocks()]
    tops = [levels.extent(span)[0] for span in spans]
    assert tops == sorted(tops)
    assert levels.in_view().overlaps(Span(middle, middle + 5))
