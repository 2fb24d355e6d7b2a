"""What the search tab says before there is an answer, and when nothing was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import interface_font
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain import PlainLabel, plain_tooltip

EXAMPLES = (
    ("export group", "both words, anywhere in a document; also exports, groups"),
    ('"export controls"', "exactly these words, in this order"),
    (
        "(dialogue OR exchange) NOT quota",
        "either word, but not in documents with the third",
    ),
    ("econom* date:[2007 to 2023]", "words that begin so, in documents of these years"),
)


class SearchExamples(QWidget):
    """Explains the query language by four queries that can be run."""

    query_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = PlainLabel("Search every document at once")
        title.setFont(interface_font(14, semibold=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, (query, meaning) in enumerate(EXAMPLES):
            explanation = PlainLabel(meaning)
            explanation.setProperty("muted", True)
            grid.addWidget(self._link(query), row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(explanation, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 2, 14, 4)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addLayout(grid)
        layout.addStretch()

    def _link(self, query: str) -> QToolButton:
        return query_link(query, self)


class NothingFound(QWidget):
    """Says that nothing was found and offers the nearest queries."""

    query_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel("No hits")
        self._title.setFont(interface_font(14, semibold=True))
        self._advice = PlainLabel("")
        self._advice.setProperty("muted", True)
        self._advice.setWordWrap(True)
        self._links = FlowLayout(spacing=8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 2, 14, 4)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._advice)
        layout.addLayout(self._links)
        layout.addStretch()

    def show_suggestions(self, query: str, suggestions: Sequence[str]) -> None:
        """Offer these queries instead of the one that found nothing."""
        self._title.setText(f"Nothing found for {query}")
        self._advice.setText(
            "Perhaps one of these:"
            if suggestions
            else "Try fewer words, a part of a word with *, or OR between words."
        )
        self._links.clear()
        for suggestion in suggestions:
            self._links.addWidget(query_link(suggestion, self))


def query_link(query: str, owner: SearchExamples | NothingFound) -> QToolButton:
    """Make a button that asks `owner` to run this query."""
    link = QToolButton(owner)
    link.setText(query.replace("&", "&&"))
    link.setProperty("link", True)
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    link.setAccessibleName(f"Search {query}")
    link.setToolTip(plain_tooltip(f"Search {query}"))
    link.clicked.connect(lambda: owner.query_chosen.emit(query))
    return link
