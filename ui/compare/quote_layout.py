"""One quote of a row: as many lines as it may have, the last one cut with an ellipsis.

Qt counts UTF-16 units here; excerpts count code points.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ui import theme
from ui.compare.excerpts import Excerpt, shortened
from workbench.model.spans import Span

_SAMPLE = "The two sides will hear from industry before measures take effect, and "


def quote_font() -> QFont:
    """Return what quotes are set in."""
    return theme.reading_font(14)


def pitch() -> int:
    """Return the distance of two lines."""
    return QFontMetrics(quote_font()).height()


def letter() -> float:
    """Return how wide a letter is on average, and a little more."""
    width = QFontMetricsF(quote_font()).horizontalAdvance(_SAMPLE)
    return 1.07 * width / len(_SAMPLE)


def laid_out(
    shown: Excerpt, width: int, lines: int, *, are_new: bool
) -> tuple[QTextLayout, int]:
    """Break an excerpt into at most so many lines; return it with their number."""
    layout, count, end = _broken(shown, width, lines, are_new=are_new)
    whole = _qt_length(shown.text)
    if end < whole:
        cut = shortened(shown, len(_first_units(shown.text, end)))
        layout, count, _ = _broken(cut, width, lines, are_new=are_new)
    return layout, count


def changed_colors(*, are_new: bool) -> tuple[QColor, QColor]:
    """Return the ink and the ground of words that only one side has."""
    colors = theme.tokens()
    return (colors.ok, colors.ok_soft) if are_new else (colors.bad, colors.bad_soft)


def _broken(
    shown: Excerpt, width: int, lines: int, *, are_new: bool
) -> tuple[QTextLayout, int, int]:
    """Break into lines; return also how many there are, and where the last ends."""
    layout = QTextLayout(shown.text, quote_font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(
        [_marked(shown.text, span, are_new=are_new) for span in shown.marked]
    )
    layout.beginLayout()
    count = end = 0
    while count < lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, count * pitch()))
        count, end = count + 1, line.textStart() + line.textLength()
    layout.endLayout()
    return layout, count, end


def _marked(text: str, span: Span, *, are_new: bool) -> QTextLayout.FormatRange:
    """Return how differing words look: struck where they went, underlined where new."""
    marked = QTextLayout.FormatRange()
    marked.start = _qt_length(text[: span.start])
    marked.length = _qt_length(span.of(text))
    form = QTextCharFormat()
    ink, ground = changed_colors(are_new=are_new)
    form.setForeground(ink)
    form.setBackground(ground)
    form.setFontUnderline(are_new)
    form.setFontStrikeOut(not are_new)
    marked.format = form
    return marked


def _qt_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first_units(text: str, units: int) -> str:
    """Return the beginning of a text that has so many UTF-16 units."""
    encoded = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return encoded.decode("utf-16-le", "ignore")
