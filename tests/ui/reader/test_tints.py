from itertools import combinations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.reader.model import PaintedPassage
from ui.reader.tints import tint, wash
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


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_every_blend_of_tags(qapp: QApplication, dark: bool):
    theme.apply(qapp, dark)
    text = theme.tokens().text
    blends = [(), (0, 1, 2, 3)]
    for layers in (1, 2, 3):
        blends += combinations(range(COLORS), layers)
    blends += [(color,) * 3 for color in range(COLORS)]
    assert min(contrast(text, tint(colors)) for colors in blends) >= 4.5
    selected = [
        under_wash(colors, one) for colors in blends for one in colors or range(COLORS)
    ]
    assert min(contrast(text, color) for color in selected) >= 4.5
    theme.apply(qapp, dark=False)
