"""A query that can be run by a click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from ui.widgets.plain import plain_tooltip

LONGEST = 80
INDENT = 10
"""A link's text stands so far inside the link, whose edge is its focus ring."""


def query_link(query: str, owner: QWidget) -> QToolButton:
    """Make a button that shows a query like a link."""
    shown = query if len(query) <= LONGEST else f"{query[: LONGEST - 1]}…"
    link = QToolButton(owner)
    link.setText(shown.replace("&", "&&"))
    link.setProperty("link", True)
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    link.setAccessibleName(f"Search {query}")
    link.setToolTip(plain_tooltip(f"Search {query}"))
    return link
