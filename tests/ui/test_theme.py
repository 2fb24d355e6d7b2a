"""The look keeps its promises: contrast, hues apart, and following the system."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import colors, theme
from ui.compare.kinds import ORDER, Kind, look_of
from ui.reader.painting import CHOSEN_SHARE
from ui.resources import icon, resource_path
from ui.widgets.badge import BadgeKind, badge_colors
from ui.widgets.heat import SHARES, heat, text_on_heat
from ui.widgets.strokes import tone_color

ICONS = sorted(path.stem for path in resource_path("icons").glob("*.svg"))
GROUNDS = ("background", "surface", "raised")
INKS = ("text", "muted", "accent", "warn", "bad", "ok")


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def tokens(request: pytest.FixtureRequest) -> Iterator[theme.Tokens]:
    colors.use(theme.DARK if request.param else theme.LIGHT)
    yield theme.tokens()
    colors.use(theme.LIGHT)


def linear(color: QColor) -> tuple[float, float, float]:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return (
        channel(color.redF()),
        channel(color.greenF()),
        channel(color.blueF()),
    )


def luminance(color: QColor) -> float:
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_every_ink_is_legible_on_every_ground(
    tokens: theme.Tokens, ink: str, ground: str
) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("name", ["accent", "warn", "bad", "ok"])
def test_a_color_is_legible_on_its_soft_ground(tokens: theme.Tokens, name: str) -> None:
    assert contrast(getattr(tokens, name), getattr(tokens, f"{name}_soft")) >= 4.5


@pytest.mark.parametrize(
    "ground",
    ["hit", "selection", "accent_soft", "warn_soft", "bad_soft", "ok_soft"],
)
def test_text_stands_out_on_hits_and_soft_grounds(
    tokens: theme.Tokens, ground: str
) -> None:
    assert contrast(tokens.text, getattr(tokens, ground)) >= 6


def test_muted_facts_are_legible_on_a_selected_row(tokens: theme.Tokens) -> None:
    assert contrast(tokens.muted, tokens.accent_soft) >= 4.5
    assert contrast(tokens.muted, theme.hover_color()) >= 4.5


@pytest.mark.parametrize("kind", list(BadgeKind))
def test_badges_are_legible(tokens: theme.Tokens, kind: BadgeKind) -> None:
    assert contrast(*badge_colors(kind)) >= 4.5


@pytest.mark.parametrize("level", range(len(SHARES)))
def test_numbers_are_legible_on_every_color_of_the_matrix(
    tokens: theme.Tokens, level: int
) -> None:
    assert contrast(text_on_heat(tokens, level), heat(tokens, level)) >= 4.5


@pytest.mark.parametrize("kind", ORDER)
def test_every_kind_of_pair_is_seen_in_text_bar_and_ribbon(
    tokens: theme.Tokens, kind: Kind
) -> None:
    tone = tone_color(look_of(kind).tone)
    chosen = colors.mixed(tokens.surface, tone, CHOSEN_SHARE)
    assert contrast(tokens.text, chosen) >= 6
    for ground in (tokens.surface, tokens.background, chosen):
        assert contrast(tone, ground) >= 3


def test_text_stands_out_on_every_tint(tokens: theme.Tokens) -> None:
    tints = [theme.tag_tint(index) for index in range(len(theme.TAG_HUES))]
    assert min(contrast(tokens.text, tint) for tint in tints) >= 6


def test_five_overlapping_tints_leave_text_legible(tokens: theme.Tokens) -> None:
    worst = min(
        contrast(tokens.text, theme.blended_tint(five))
        for five in combinations(range(len(theme.TAG_HUES)), 5)
    )
    assert worst >= 4.5


def test_stripes_can_be_seen_on_what_they_lie_on(tokens: theme.Tokens) -> None:
    hues = [theme.tag_color(index) for index in range(len(theme.TAG_HUES))]
    assert min(contrast(hue, tokens.surface) for hue in hues) >= 2
    assert len({hue.name() for hue in hues}) == 16


# How red-blind and green-blind eyes see linear RGB (Machado et al. 2009).
EYES = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "red-blind": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "green-blind": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_OKLAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)

Matrix = tuple[tuple[float, float, float], ...]


def times(matrix: Matrix, vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def perceived(color: QColor, eyes: Matrix) -> tuple[float, ...]:
    seen = tuple(min(max(value, 0), 1) for value in times(eyes, linear(color)))
    cones = tuple(value ** (1 / 3) for value in times(TO_CONES, seen))
    return times(TO_OKLAB, cones)


@pytest.mark.parametrize("eyes", EYES)
def test_tag_hues_stay_apart_for_all_eyes(eyes: str) -> None:
    seen = [perceived(QColor(hue), EYES[eyes]) for hue in theme.TAG_HUES]
    nearest = min(
        sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
        for one, other in combinations(seen, 2)
    )
    assert nearest >= 0.07


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_renders_in_both_themes(qapp: QApplication, name: str) -> None:
    inks = []
    for shown in (theme.LIGHT, theme.DARK):
        colors.use(shown)
        picture = icon(name).pixmap(QSize(16, 16)).toImage()
        inks.append(
            darkest_opaque(picture.convertToFormat(picture.Format.Format_ARGB32))
        )
    colors.use(theme.LIGHT)
    assert None not in inks
    assert inks[0] != inks[1]


def darkest_opaque(picture) -> str | None:  # type: ignore[no-untyped-def]
    found = [
        color
        for x in range(picture.width())
        for y in range(picture.height())
        if (color := picture.pixelColor(x, y)).alpha() > 60
    ]
    return min(found, key=QColor.lightness).name() if found else None


def test_an_icon_that_is_not_there_is_told_at_once() -> None:
    with pytest.raises(LookupError, match="no-such-icon"):
        icon("no-such-icon")


def test_an_icon_that_is_changed_leaves_the_shared_one_alone(
    qapp: QApplication,
) -> None:
    for _ in range(50):
        own = QIcon(icon("tag"))
        own.addPixmap(QPixmap(4, 4))
        assert not own.pixmap(16, 16).isNull()
    assert not icon("tag").pixmap(16, 16).isNull()


def test_every_icon_that_the_window_names_is_bundled() -> None:
    call = re.compile(r"""(?:\bicon|add_button)\(\s*"([a-z0-9-]+)\"""")
    named = {
        name
        for path in Path(colors.__file__).parent.rglob("*.py")
        for name in call.findall(path.read_text("utf-8"))
    }
    assert "plus" in named
    assert named <= set(ICONS)


@pytest.fixture
def restored(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.apply(qapp, dark=False)


def test_switching_repaints_everything_in_the_other_colors(
    restored: QApplication, qtbot: QtBot
) -> None:
    theme.apply(restored, dark=False)
    assert not theme.is_dark()
    with qtbot.waitSignal(theme.theme_signals.changed):
        theme.apply(restored, dark=True)
    assert theme.is_dark()
    shown = restored.palette().color(QPalette.ColorRole.Window)
    assert shown == theme.DARK.background
    assert theme.DARK.accent.name() in restored.styleSheet()


def test_without_a_choice_the_system_decides(restored: QApplication) -> None:
    theme.apply(restored)
    scheme = restored.styleHints().colorScheme()
    assert theme.is_dark() == (scheme == scheme.Dark)


def test_the_style_sheet_is_one_that_qt_can_read(
    restored: QApplication, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    theme.apply(restored, dark=True)
    assert "$" not in restored.styleSheet()
    assert "Could not parse" not in capfd.readouterr().err


def test_the_bundled_fonts_are_the_ones_in_use(restored: QApplication) -> None:
    theme.apply(restored, dark=False)
    assert {"Inter", "Source Serif 4"} <= set(QFontDatabase.families())
    assert QFontInfo(theme.interface_font()).family() == "Inter"
    assert QFontInfo(theme.interface_font(semibold=True)).weight() == 600
    assert QFontInfo(theme.reading_font()).family() == "Source Serif 4"


def test_fonts_and_icons_come_with_their_licenses() -> None:
    for path in ("fonts/Inter-LICENSE.txt", "fonts/SourceSerif4-LICENSE.md"):
        assert "Open Font License" in resource_path(path).read_text("utf-8")
    assert "ISC License" in resource_path("icons/LICENSE").read_text("utf-8")
