"""The colors of the window by what they are for, in light and dark; and of tags.

Which of the two is in use is decided in `ui.theme`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every color of the window by what it is for; copy before changing one."""

    background: QColor
    surface: QColor
    raised: QColor
    line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    accent_soft: QColor
    hit: QColor
    warn: QColor
    warn_soft: QColor
    bad: QColor
    bad_soft: QColor
    ok: QColor
    ok_soft: QColor
    selection: QColor


LIGHT = Tokens(
    background=QColor("#F6F7F9"),
    surface=QColor("#FFFFFF"),
    raised=QColor("#FFFFFF"),
    line=QColor("#DFE3E8"),
    text=QColor("#1B2430"),
    muted=QColor("#5A6675"),
    accent=QColor("#2457C5"),
    accent_soft=QColor("#E6EDFB"),
    hit=QColor("#FFE08A"),
    warn=QColor("#9A5B00"),
    warn_soft=QColor("#FFF3DC"),
    bad=QColor("#B3261E"),
    bad_soft=QColor("#FCE8E6"),
    ok=QColor("#1C6B3C"),
    ok_soft=QColor("#E3F4EA"),
    selection=QColor("#C5D8FB"),
)
DARK = Tokens(
    background=QColor("#14181E"),
    surface=QColor("#1B2129"),
    raised=QColor("#222A34"),
    line=QColor("#323C48"),
    text=QColor("#E6EAF0"),
    muted=QColor("#A3AEBC"),
    accent=QColor("#8FB3FF"),
    accent_soft=QColor("#24365C"),
    hit=QColor("#6B5310"),
    warn=QColor("#F2C063"),
    warn_soft=QColor("#3A2E14"),
    bad=QColor("#FF9C94"),
    bad_soft=QColor("#46211F"),
    ok=QColor("#86D6A4"),
    ok_soft=QColor("#1C3A29"),
    selection=QColor("#2F4A80"),
)

# Found by search: the largest distance between the nearest two, seen with normal,
# red-blind and green-blind eyes, among hues over which five layers leave text legible.
# A test holds both.
TAG_HUES = (
    "#3C6EDC", "#DC8228", "#28823C", "#82288C", "#28AAC8", "#1E5A46", "#463CBE",
    "#AA5A82", "#F07896", "#962814", "#8C82F0", "#D23C14", "#14AA6E", "#6482B4",
    "#AA1464", "#785AAA",
)  # fmt: skip
TINT_LIGHT = 0.15
TINT_DARK = 0.16
TINT_PAPER = 0.26


class _State:
    tokens = LIGHT


def use(colors: Tokens) -> None:
    """Make these the colors in use; only the theme switches."""
    _State.tokens = colors


def tokens() -> Tokens:
    """Return the colors in use; ask again after `theme_signals.changed`."""
    return _State.tokens


def is_dark() -> bool:
    """Tell whether the dark colors are in use."""
    return _State.tokens is DARK


def tag_color(index: int) -> QColor:
    """Return the hue of a tag, for stripes and squares; any index is taken."""
    return QColor(TAG_HUES[index % len(TAG_HUES)])


def tag_tint(index: int) -> QColor:
    """Return the hue of a tag mixed into the surface, to lie behind text."""
    return blended_tint([index])


def hover_color() -> QColor:
    """Return the ground of what the pointer is on: a tint, not a mark."""
    return mixed(tokens().background, tokens().text, 0.05)


def border_color() -> QColor:
    """Return the edge of fields and buttons, a little stronger than a separator."""
    return mixed(tokens().line, tokens().muted, 0.30)


def blended_tint(indexes: Iterable[int]) -> QColor:
    """Return what overlapping tags look like behind text, in the order painted."""
    color = tokens().surface
    for index in indexes:
        color = mixed(color, tag_color(index), TINT_DARK if is_dark() else TINT_LIGHT)
    return color


def paper_tint(indexes: Iterable[int]) -> QColor:
    """Return what overlapping tags look like on white paper, in either theme."""
    color = LIGHT.surface
    for index in indexes:
        color = mixed(color, tag_color(index), TINT_PAPER)
    return color


def mixed(base: QColor, over: QColor, share: float) -> QColor:
    """Return `base` with `share` (0 to 1) of `over` in it."""
    return QColor(
        round(base.red() + (over.red() - base.red()) * share),
        round(base.green() + (over.green() - base.green()) * share),
        round(base.blue() + (over.blue() - base.blue()) * share),
    )


def named_colors(colors: Tokens) -> dict[str, str]:
    """Return the tokens as `#rrggbb` by name, for style sheets and pictures."""
    return {each.name: getattr(colors, each.name).name() for each in fields(colors)}
