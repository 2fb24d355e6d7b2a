"""The colors of highlights: readable to three layers, neutral above that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtGui import QColor

from ui.colors import LIGHT
from ui.colors import paper_tint as tint_on_paper
from ui.painted import PaintedPassage
from ui.theme import blended_tint, mixed, tag_color, tokens

READABLE_LAYERS = 3
_NEUTRAL_SHARE = 0.22
_UNTAGGED_SHARE = 0.12
_FADED_SHARE = 0.05
_FADED_STRIPE_SHARE = 0.35
_WASH_SHARE = 0.14


def layer_colors(passages: Sequence[PaintedPassage]) -> tuple[int, ...]:
    """Return the colors that lie over each other: of each passage its first tag's.

    Untagged passages add none; the bars show the other tags.
    """
    return tuple(passage.colors[0] for passage in passages if passage.colors)


@cache
def _blended(colors: tuple[int, ...], surface: str) -> QColor:
    del surface  # only a key: each theme has its own
    return blended_tint(colors)


def tint(colors: tuple[int, ...]) -> QColor:
    """Return the color behind text under these tags."""
    shown = tokens()
    if not colors:
        return mixed(shown.surface, shown.muted, _UNTAGGED_SHARE)
    if len(colors) > READABLE_LAYERS:
        return mixed(shown.surface, shown.muted, _NEUTRAL_SHARE)
    return _blended(colors, shown.surface.name())


def faded_tint() -> QColor:
    """Return the color behind text whose passages, however many, step back."""
    return mixed(tokens().surface, tokens().muted, _FADED_SHARE)


def paper_tint(colors: tuple[int, ...]) -> QColor:
    """Return what is multiplied with the print on a page under these tags."""
    if not colors or len(colors) > READABLE_LAYERS:
        return mixed(LIGHT.surface, LIGHT.muted, _NEUTRAL_SHARE)
    return tint_on_paper(colors)


def faded_paper_tint() -> QColor:
    """Return what is multiplied with print whose passages step back."""
    return mixed(LIGHT.surface, LIGHT.muted, _FADED_SHARE)


def stripe(color: int | None) -> QColor:
    """Return the color of a bar; None for a passage without a tag."""
    if color is None:
        return mixed(tokens().surface, tokens().muted, 0.7)
    return _hue(color)


@cache
def _hue(color: int) -> QColor:
    return tag_color(color)


def faded_stripe() -> QColor:
    """Return the color of the bar of a passage that steps back."""
    return mixed(tokens().surface, tokens().muted, _FADED_STRIPE_SHARE)


def stripe_colors(passage: PaintedPassage) -> list[QColor]:
    """Return the colors of a passage's bar, one for each tag."""
    return [stripe(color) for color in passage.colors] or [stripe(None)]


def wash(passage: PaintedPassage) -> QColor:
    """Return the see-through color that lies over the selected passage's tints."""
    color = QColor(stripe_colors(passage)[0])
    color.setAlphaF(_WASH_SHARE)
    return color
