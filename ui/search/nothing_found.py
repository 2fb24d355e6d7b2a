"""What the search tab says when nothing was found, and what to ask instead."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.search.query_link import INDENT, query_link
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain import PlainLabel
from workbench.model.search import Answer, Elsewhere

LONGEST_QUERY = 120


class NothingFound(QWidget):
    """Offers the nearest queries, and what asking a little differently would find."""

    query_chosen = Signal(str)
    elsewhere_chosen = Signal(object)  # Elsewhere

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_documents = True
        self._title = PlainLabel("No hits")
        self._title.setFont(interface_font(14, semibold=True))
        self._title.setIndent(INDENT)
        self._advice = PlainLabel("")
        self._advice.setProperty("muted", True)
        self._advice.setWordWrap(True)
        self._advice.setIndent(INDENT)
        self._links = FlowLayout(spacing=12)
        self._elsewhere = QGridLayout()
        self._elsewhere.setHorizontalSpacing(16)
        self._elsewhere.setVerticalSpacing(0)
        self._elsewhere.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14 - INDENT, 4, 14, 4)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._advice)
        layout.addLayout(self._links)
        layout.addLayout(self._elsewhere)
        layout.addStretch()

    @property
    def advice(self) -> str:
        """Return what to do instead, as shown."""
        return self._advice.text()

    def show_answer(self, answer: Answer) -> None:
        """Offer other queries instead of the one that found nothing."""
        query = " ".join(answer.query.split())
        short = query if len(query) <= LONGEST_QUERY else f"{query[:LONGEST_QUERY]}…"
        self._title.setText(f"Nothing found for {short}")
        others = {it.query.strip("()") for it in answer.elsewhere}
        suggestions = [it for it in answer.suggestions if it not in others]
        self._advice.setText(self._advise(answer))
        self._links.clear()
        for suggestion in suggestions:
            link = query_link(suggestion, self)
            link.clicked.connect(
                lambda _=False, it=suggestion: self.query_chosen.emit(it)
            )
            self._links.addWidget(link)
        self._show_elsewhere(answer)

    def _advise(self, answer: Answer) -> str:
        if not self.has_documents:
            return "There is no document yet. Import some; then they can be searched."
        if answer.suggestions or answer.elsewhere:
            return "Perhaps one of these:"
        return "Try fewer words, a part of a word with *, or OR between words."

    def _show_elsewhere(self, answer: Answer) -> None:
        while (item := self._elsewhere.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, other in enumerate(answer.elsewhere):
            link = query_link(other.query, self)
            link.setText(_sentence(other))
            link.setAccessibleName(f"{_sentence(other)}: search {other.query}")
            link.clicked.connect(
                lambda _=False, it=other: self.elsewhere_chosen.emit(it)
            )
            self._elsewhere.addWidget(link, row, 0, Qt.AlignmentFlag.AlignLeft)
            query = PlainLabel(other.query)
            query.setProperty("muted", True)
            self._elsewhere.addWidget(query, row, 1)


def _sentence(other: Elsewhere) -> str:
    found = count_of(other.documents, "document")
    return f"{other.what[:1].upper()}{other.what[1:]}: {found}"
