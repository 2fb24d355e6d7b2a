"""The look of the window: colors, fonts, and switching between light and dark.

The colors themselves are in `ui.colors`, the style sheet's text in `ui.style`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui import colors as _colors
from ui.colors import (
    DARK,
    LIGHT,
    TAG_HUES,
    Tokens,
    blended_tint,
    border_color,
    hover_color,
    is_dark,
    mixed,
    named_colors,
    tag_color,
    tag_tint,
    tokens,
)
from ui.resources import colored_svg, resource_path
from ui.style import style_sheet

__all__ = [
    "DARK",
    "LIGHT",
    "TAG_HUES",
    "Tokens",
    "apply",
    "blended_tint",
    "border_color",
    "hover_color",
    "interface_font",
    "is_dark",
    "mixed",
    "named_colors",
    "palette_of",
    "reading_font",
    "tag_color",
    "tag_tint",
    "theme_signals",
    "tokens",
]

INTERFACE_FAMILY = "Inter"
READING_FAMILY = "Source Serif 4"


class ThemeSignals(QObject):
    """Tells when the colors have changed."""

    changed = Signal()


class _State:
    """What was asked for; all windows of the process look the same."""

    forced: bool | None = None
    is_following = False
    has_fonts = False
    system_palette: QPalette | None = None
    pictures: QTemporaryDir | None = None


theme_signals = ThemeSignals()


def interface_font(
    size: int = 13, *, semibold: bool = False, tabular: bool = False
) -> QFont:
    """Return the font of labels and lists; `tabular` gives figures of one width."""
    font = QFont([INTERFACE_FAMILY, "Noto Sans", "sans-serif"])
    font.setPixelSize(size)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    if semibold:
        font.setWeight(QFont.Weight.DemiBold)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def reading_font(size: int = 16) -> QFont:
    """Return the font of documents and quotations."""
    font = QFont([READING_FAMILY, "Noto Serif", "serif"])
    font.setPixelSize(size)
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


@contextmanager
def styled_last() -> Iterator[None]:
    """Let many widgets find their places before the style sheet is worked out.

    It is worked out anew for each widget that is put beneath another: building a
    project's panels beneath it takes four times as long.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def apply(app: QApplication, dark: bool | None = None) -> None:  # noqa: FBT001
    """Give the whole program its look; with None it follows the system."""
    if _State.system_palette is None:
        _State.system_palette = QPalette(app.palette())
    load_fonts()
    _State.forced = dark
    if not _State.is_following:
        app.styleHints().colorSchemeChanged.connect(_follow_system)
        _State.is_following = True
    _switch(app, dark=_system_is_dark(app) if dark is None else dark)


def load_fonts() -> None:
    """Make the bundled fonts known to Qt, once."""
    if _State.has_fonts:
        return
    _State.has_fonts = True
    for path in sorted(resource_path("fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


def _follow_system() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and _State.forced is None:
        _switch(app, dark=_system_is_dark(app))


def _system_is_dark(app: QApplication) -> bool:
    scheme = app.styleHints().colorScheme()
    if scheme != Qt.ColorScheme.Unknown:
        return scheme == Qt.ColorScheme.Dark
    palette = _State.system_palette or app.palette()
    return palette.window().color().lightness() < palette.text().color().lightness()


def _switch(app: QApplication, *, dark: bool) -> None:
    colors = DARK if dark else LIGHT
    _colors.use(colors)
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(interface_font())
    app.setPalette(palette_of(colors))
    app.setStyleSheet(style_sheet(_sheet_values(colors)))
    theme_signals.changed.emit()


def _sheet_values(colors: Tokens) -> dict[str, str]:
    """Return the tokens and what the style sheet derives from them."""
    on_accent = colors.background if colors is DARK else colors.surface
    derived = {
        "hover": hover_color(),
        "press": mixed(colors.raised, colors.text, 0.13),
        "field": border_color(),
        "faint": mixed(colors.muted, colors.background, 0.35),
        "scroll": mixed(colors.background, colors.muted, 0.40),
        "on_accent": on_accent,
        "accent_hover": mixed(colors.accent, colors.text, 0.15),
        "focus_on_accent": colors.text,
    }
    return {
        **named_colors(colors),
        **{name: color.name() for name, color in derived.items()},
        "icon_open": _picture("chevron-down", colors.muted),
        "icon_up": _picture("chevron-up", colors.muted),
        "icon_closed": _picture("chevron-right", colors.muted),
        "icon_back": _picture("chevron-left", colors.muted),
        "icon_close": _picture("x", colors.muted),
        "icon_checked": _picture("check", on_accent),
    }


def _picture(name: str, color: QColor) -> str:
    """Return the path of an icon in one color; style sheets take only files."""
    if _State.pictures is None:
        _State.pictures = QTemporaryDir()
    path = Path(_State.pictures.filePath(f"{name}-{color.name()[1:]}.svg"))
    if not path.exists():
        path.write_bytes(colored_svg(name, color.name()))
    return path.as_posix()


def palette_of(colors: Tokens) -> QPalette:
    """Return the Qt palette that says the same as the tokens."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, color in {
        role.Window: colors.background,
        role.WindowText: colors.text,
        role.Base: colors.surface,
        role.AlternateBase: colors.background,
        role.Text: colors.text,
        role.PlaceholderText: colors.muted,
        role.Button: colors.raised,
        role.ButtonText: colors.text,
        role.BrightText: colors.bad,
        role.ToolTipBase: colors.raised,
        role.ToolTipText: colors.text,
        role.Highlight: colors.accent_soft,
        role.HighlightedText: colors.text,
        role.Link: colors.accent,
        role.LinkVisited: colors.accent,
        role.Accent: colors.accent,
        role.Light: colors.raised,
        role.Midlight: colors.line,
        role.Mid: colors.line,
        role.Dark: colors.line,
        role.Shadow: colors.line,
    }.items():
        palette.setColor(which, color)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(
            QPalette.ColorGroup.Disabled,
            which,
            mixed(colors.muted, colors.background, 0.35),
        )
    return palette
