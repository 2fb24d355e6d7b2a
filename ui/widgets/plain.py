"""Text that is shown as it is: never read as HTML, whatever a document says."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

LONGEST_WORD = 24
_LONG = re.compile(rf"(\S{{{LONGEST_WORD}}})(?=\S)")


class PlainLabel(QLabel):
    """A label for text that came from somewhere else."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def wrapped_label(text: str) -> PlainLabel:
    """Return a label that breaks its lines, and words that are wider than one."""
    label = PlainLabel(breakable(text))
    label.setAccessibleName(text)
    label.setWordWrap(True)
    return label


def breakable(text: str) -> str:
    """Return a text that can be broken also inside of words wider than a line."""
    return _LONG.sub("\\1\u200b", text)


def plain_tooltip(text: str) -> str:
    """Return what to hand to `setToolTip`, or as `ToolTipRole`, to show `text`."""
    # Qt takes anything with a tag in it for HTML, so that is told to be none.
    if "<" in text or "&" in text:
        return f"<span style='white-space: pre-wrap'>{escape(text)}</span>"
    return text
