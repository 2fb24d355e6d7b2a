"""The tab with a search's answer: how it was understood, and its hits by document."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.search.delegate import ResultsDelegate
from ui.search.examples import NothingFound, SearchExamples
from ui.search.ignored import IgnoredLine
from ui.search.model import ResultRole, ResultsModel
from ui.search.scope import ScopeSwitch
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import PlainLabel
from workbench.model.search import Answer, Hit


class ResultsView(QTreeView):
    """The tree of hits; Enter opens one, as a click does."""

    opened = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Search results")
        self.setItemDelegate(ResultsDelegate(self))
        self.clicked.connect(self.opened)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class SearchPanel(QWidget):
    """Shows an `Answer`; asks to open places and to run other queries."""

    place_activated = Signal(int, int, int)
    query_chosen = Signal(str)
    scope_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ResultsModel(self)
        self.view = ResultsView(self)
        self.view.setModel(self.model)
        self.view.opened.connect(self._open)
        self.scope_switch = ScopeSwitch(self)
        self.scope_switch.chosen.connect(self.scope_chosen)
        self._understood = ElidedLabel("")
        self._understood.setFont(interface_font(12))
        self._understood.setProperty("muted", True)
        self._counts = PlainLabel("")
        self._counts.setFont(interface_font(12, semibold=True, tabular=True))
        self._ignored = IgnoredLine(self)
        self.examples = SearchExamples(self)
        self.examples.query_chosen.connect(self.query_chosen)
        self.nothing_found = NothingFound(self)
        self.nothing_found.query_chosen.connect(self.query_chosen)
        self._pages = QStackedWidget(self)
        for page in (self.examples, self.nothing_found, self.view):
            self._pages.addWidget(page)
        self._arrange()

    @property
    def counts(self) -> str:
        """Return the counts as shown: `17 hits in 4 documents`."""
        return self._counts.text()

    @property
    def understood(self) -> str:
        """Return the line that says how the query was read."""
        return self._understood.text

    @property
    def ignored(self) -> str:
        """Return the warning about parts that were left out, if it shows."""
        return self._ignored.text

    def show_answer(self, answer: Answer) -> None:
        """Show the hits, or what to try where there are none."""
        current = self.view.currentIndex().data(ResultRole.HIT)
        self.model.show_hits(answer.hits)
        self.view.expandAll()
        self._return_to(current)
        self._understood.set_text(understood_line(answer))
        self._counts.setText(counts_line(answer))
        self._ignored.show_parts(answer.understood.ignored)
        if answer.hits:
            self._pages.setCurrentWidget(self.view)
            return
        if answer.query.strip():
            self.nothing_found.show_suggestions(answer.query, answer.suggestions)
            self._pages.setCurrentWidget(self.nothing_found)
        else:
            self._pages.setCurrentWidget(self.examples)

    def next_hit(self) -> None:
        """Open the hit below the current one; after the last comes the first."""
        self._step(1)

    def previous_hit(self) -> None:
        """Open the hit above the current one; before the first comes the last."""
        self._step(-1)

    def focus_results(self) -> None:
        """Take the focus into the list, at the first hit if none is current."""
        hits = self.model.hit_indexes()
        if not hits:
            return
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(hits[0])
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(14, 6, 10, 6)
        line.setSpacing(12)
        line.addWidget(self._counts)
        line.addWidget(self._understood, 1)
        line.addWidget(self.scope_switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self._ignored)
        layout.addWidget(self._pages, 1)

    def _step(self, by: int) -> None:
        hits = self.model.hit_indexes()
        if not hits:
            return
        current = self.view.currentIndex()
        if current in hits:
            place = (hits.index(current) + by) % len(hits)
        else:
            place = 0 if by > 0 else -1
        self.view.setCurrentIndex(hits[place])
        self.view.scrollTo(hits[place])
        self._open(hits[place])

    def _return_to(self, hit: object) -> None:
        """Keep the place in the list when the same hit is found again."""
        if not isinstance(hit, Hit):
            return
        for index in self.model.hit_indexes():
            found = index.data(ResultRole.HIT)
            if (found.document_id, found.span) == (hit.document_id, hit.span):
                self.view.setCurrentIndex(index)
                return

    def _open(self, index: QModelIndex) -> None:
        hit = index.data(ResultRole.HIT)
        if isinstance(hit, Hit):
            first = min(hit.matches, default=hit.span)
            self.place_activated.emit(hit.document_id, first.start, first.end)
        elif index.isValid():
            self.view.setExpanded(index, not self.view.isExpanded(index))


def counts_line(answer: Answer) -> str:
    """Say how much was found, and how much of it is listed."""
    if not answer.query.strip():
        return ""
    if not answer.total:
        return "No hits"
    documents = count_of(answer.documents, "document")
    line = f"{count_of(answer.total, 'hit')} in {documents}"
    if len(answer.hits) < answer.total:
        line += f", best {len(answer.hits):,} shown"
    return line


def understood_line(answer: Answer) -> str:
    """Say how the query was read."""
    sentence = answer.understood.sentence
    if not sentence or sentence.lower().startswith("understood"):
        return sentence
    return f"Understood as {sentence}"
