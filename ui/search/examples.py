"""What the search tab says before anything was asked: the language, by examples."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.search.query_link import INDENT, query_link
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel

EXAMPLES = (
    ("export group", "both words, anywhere in a document; also exports, groups"),
    ('"export controls"', "exactly these words, in this order"),
    ('"export controls"~5', "the same words within five words of each other"),
    ("econom* date:[2007 to 2023]", "words that begin so, in documents of these years"),
    (
        "(goverment~ OR tag:level) NOT quota",
        "spelled nearly so, or tagged; without quota",
    ),
)


class SearchExamples(QWidget):
    """Explains the query language by queries that can be run."""

    query_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = PlainLabel("Search every document at once")
        title.setIndent(INDENT)
        title.setFont(interface_font(14, semibold=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, (query, meaning) in enumerate(EXAMPLES):
            explanation = PlainLabel(meaning)
            explanation.setProperty("muted", True)
            link = query_link(query, self)
            link.clicked.connect(lambda _=False, it=query: self.query_chosen.emit(it))
            grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(explanation, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14 - INDENT, 4, 14, 4)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addLayout(grid)
        layout.addStretch()
