"""What the cells of a line say: words, on two rows where they are long, and why."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QFontMetrics

from ui.facts.entries import Value
from ui.facts.lines import Line
from ui.facts.model import NOTHING_SAID, Column
from ui.facts.wording import passed_by
from ui.theme import interface_font

INSET, RIGHT_INSET = 12, 8
WIDE_LETTER = 9
"""Letters of running text are narrower than this on the average."""
Said = tuple[str, str]
"""Words, and the muted ones below them."""


def said_in(line: Line, column: Column) -> Said:
    """Return what a cell says besides its badge."""
    entry = line.entry
    match column:
        case Column.SUBJECT:
            return ("", "") if line.number else (entry.row.subject, entry.explained)
        case Column.A:
            return _said(line.a, line.number)
        case Column.B:
            return _said(line.b, line.number)
        case Column.STATE:
            verdict = entry.verdict_on(line.number)
            return "", passed_by(verdict) if verdict else ""


def rows_of_text(line: Line, widths: Mapping[Column, int]) -> int:
    """Return how many rows of text the highest cell of these columns needs."""
    metrics = QFontMetrics(interface_font())
    return max(
        _rows(said_in(line, column), width - INSET - RIGHT_INSET, metrics)
        for column, width in widths.items()
    )


def broken(words: str, width: int) -> Said:
    """Return what fits of words in a row, and what is left for the next one."""
    metrics = QFontMetrics(interface_font())
    if metrics.horizontalAdvance(words) <= width:
        return words, ""
    parts = words.split(" ")
    fitting = 1
    while metrics.horizontalAdvance(" ".join(parts[: fitting + 1])) <= width:
        fitting += 1
    return " ".join(parts[:fitting]), " ".join(parts[fitting:])


def _said(value: Value | None, number: int) -> Said:
    if value is None:
        return "", "" if number else NOTHING_SAID
    return value.words, value.meaning


def _rows(said: Said, width: int, metrics: QFontMetrics) -> int:
    words, below = said
    # Measuring is slow: nothing is measured that fits in any case.
    may_be_long = len(words) * WIDE_LETTER > width and " " in words
    is_long = may_be_long and metrics.horizontalAdvance(words) > width
    return 1 + is_long + bool(words and below)
