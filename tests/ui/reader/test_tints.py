from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.painted import PaintedPassage
from ui.tints import READABLE_LAYERS, faded_tint, tint, wash
from workbench.model.spans import Span
from workbench.model.tags import COLORS


def luminance(color: QColor) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def under_wash(colors: tuple[int, ...], selected: int) -> QColor:
    color = wash(PaintedPassage(1, Span(0, 1), (selected,)))
    return theme.mixed(tint(colors), color, color.alphaF())


def blends() -> list[tuple[int, ...]]:
    """All orders of all colors up to the neutral tint, that too, and no color."""
    every = [
        colors
        for layers in range(READABLE_LAYERS + 1)
        for colors in product(range(COLORS), repeat=layers)
    ]
    return [*every, (0,) * (READABLE_LAYERS + 1)]


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def look(request, qapp: QApplication):
    theme.apply(qapp, request.param)
    yield theme.tokens()
    theme.apply(qapp, dark=False)


def test_text_can_be_read_on_every_blend_of_tags(look):
    assert min(contrast(look.text, tint(colors)) for colors in blends()) >= 4.5


def test_text_can_be_read_in_a_selected_passage_on_every_blend(look):
    under = [
        under_wash(colors, one)
        for colors in blends()
        for one in set(colors) or range(COLORS)
    ]
    assert min(contrast(look.text, color) for color in under) >= 4.5


@given(st.lists(st.integers(0, COLORS - 1), min_size=READABLE_LAYERS + 1))
def test_above_that_every_blend_is_the_same_neutral(colors):
    assert tint(tuple(colors)) == tint((0,) * (READABLE_LAYERS + 1))


def test_grey_text_of_zones_and_text_on_what_steps_back_can_be_read(look):
    for ground in (look.surface, faded_tint()):
        assert contrast(look.muted, ground) >= 4.5
        assert contrast(look.text, ground) >= 4.5


def test_text_can_be_read_on_hits_and_selections_in_zones_too(look):
    assert contrast(look.text, look.hit) >= 4.5
    assert contrast(look.text, look.selection) >= 4.5
