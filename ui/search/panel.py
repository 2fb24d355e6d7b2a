"""The tab with a search's answer: how it was understood, and its hits by document."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.search.acts import HitActs
from ui.search.examples import SearchExamples
from ui.search.explanation import ExplanationCard
from ui.search.facets import FacetsView
from ui.search.header import ResultsHeader
from ui.search.model import Found, Group, ResultRole, ResultsModel, gathered
from ui.search.nothing_found import NothingFound
from ui.search.unread_line import UnreadLine
from ui.search.view import ResultsView
from ui.search.walk import HitWalk
from ui.widgets.counting import count_of
from workbench.model.search import Answer, Hit, Listed


class SearchPanel(QWidget):
    """Shows an `Answer`; asks to open places and to run other queries.

    `place_activated` opens a hit's first match, `document_activated` a document that
    is listed without hits.
    """

    place_activated = Signal(int, int, int)
    document_activated = Signal(int)
    query_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ResultsModel(self)
        self.view = ResultsView(self.model, self)
        self.acts = HitActs(self.view)
        self.walk = HitWalk(self.view)
        self.header = ResultsHeader()
        self.asides, self.tick_bar = self.header.asides, self.header.tick_bar
        self.unread = UnreadLine()
        self.facets = FacetsView()
        self.card = ExplanationCard()
        self.examples = SearchExamples()
        self.nothing_found = NothingFound()
        self._pages = QStackedWidget()
        for page in (self.examples, self.nothing_found, self.view):
            self._pages.addWidget(page)
        for action_id in (
            "results.tag", "results.tag_words", "results.cite", "results.discard",
        ):  # fmt: skip
            self.tick_bar.add(self.acts.actions[action_id])
        self._arrange()
        self._connect()

    # What is shown

    @property
    def counts(self) -> str:
        """Return the counts as shown: `17 hits in 4 documents`."""
        return self.header.counts.text()

    @property
    def understood(self) -> str:
        """Return the line that says how the query was read."""
        return self.header.understood.text

    @property
    def ignored(self) -> str:
        """Return the warning about parts that were left out, if it shows."""
        return self.unread.text

    def show_answer(
        self, answer: Answer, listed: Answer, *, is_same: bool = False
    ) -> None:
        """Show the hits, or what to try where there are none.

        `listed` is another answer where the hits are still those of the query before;
        `is_same` says that its question was the one before.
        """
        still = listed.query if listed is not answer else ""
        self.header.understood.set_text(understood_line(answer))
        self.header.show_counts(counts_line(listed))
        self.unread.show_answer(answer, still=still)
        self.asides.show_answer(listed, is_with_discarded=self.header.options.discarded)
        self.show_found(gathered(listed.hits, listed.undated), is_same=is_same)
        if not listed.query.strip():
            self._pages.setCurrentWidget(self.examples)
        elif listed.total or listed.undated:
            self._pages.setCurrentWidget(self.view)
        else:
            self.nothing_found.show_answer(listed)
            self._pages.setCurrentWidget(self.nothing_found)
        self._show_facets_if_any()

    def show_found(self, found: Found, *, is_same: bool = False) -> None:
        """Show other lines; what is current stays so, by its line if it `is_same`."""
        self.view.show_found(found, is_same=is_same)
        self._show_ticks()

    # Moving about

    def next_hit(self) -> None:
        """Open the hit below the current one; after the last comes the first."""
        self.walk.step(1)

    def previous_hit(self) -> None:
        """Open the hit above the current one; before the first comes the last."""
        self.walk.step(-1)

    def focus_results(self) -> None:
        """Take the focus into the list, at the first hit if none is current."""
        if not self.model.rowCount():
            return
        if not self.view.currentIndex().isValid():
            first = 1 if self.model.total else 0
            self.view.setCurrentIndex(self.model.index(first, 0))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_facets(self) -> None:
        """Go to what narrows the search, which is shown if it was not."""
        self.header.facets_button.setChecked(True)
        self._show_facets_if_any()
        if not self.facets.isVisible():
            return
        self.facets.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.facets.currentIndex().isValid():
            self.facets.setCurrentIndex(self.facets.facets.index(0))

    # Inside

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.facets)
        middle.addWidget(self._pages, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 10, 8)
        beside.addWidget(self.card)
        middle.addLayout(beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.unread)
        layout.addLayout(middle, 1)

    def _connect(self) -> None:
        self.view.row_opened.connect(self._open)
        self.walk.arrived.connect(self._open_hit)
        self.examples.query_chosen.connect(self.query_chosen)
        self.nothing_found.query_chosen.connect(self.query_chosen)
        self.model.ticks_changed.connect(self._show_ticks)
        self.tick_bar.untick_wanted.connect(self._untick)
        self.acts.facets_wanted.connect(self.focus_facets)
        self.header.facets_button.clicked.connect(self._show_facets_if_any)
        self.card.closed.connect(self.focus_results)
        self.facets.facets.modelReset.connect(self._show_facets_if_any)

    def _show_facets_if_any(self) -> None:
        is_wanted = self.header.facets_button.isChecked()
        has_any = self.facets.facets.rowCount() > 0
        is_asked = self._pages.currentWidget() is not self.examples
        self.facets.setVisible(is_wanted and has_any and is_asked)

    def _show_ticks(self) -> None:
        self.model.ticks.total = self.model.total
        self.header.show_ticks(len(self.model.ticks), self.model.total)

    def _untick(self) -> None:
        self.model.clear_ticks()
        self.view.setFocus()

    def _open(self, index: QModelIndex) -> None:
        hit, undated = index.data(ResultRole.HIT), index.data(ResultRole.UNDATED)
        if isinstance(hit, Hit):
            self.view.setCurrentIndex(index)
            self._open_hit(hit)
        elif isinstance(undated, Listed):
            self.document_activated.emit(undated.document_id)
        elif isinstance(index.data(ResultRole.GROUP), Group):
            self.view.toggle_group(index)

    def _open_hit(self, hit: Hit) -> None:
        first = min(hit.matches, default=hit.span)
        self.place_activated.emit(hit.document_id, first.start, first.end)


def counts_line(answer: Answer) -> str:
    """Say how much was found."""
    if not answer.query.strip():
        return ""
    if not answer.is_counted:
        return "Counting…"
    if not answer.total:
        return "No hits"
    documents = count_of(answer.documents, "document")
    return f"{count_of(answer.total, 'hit')} in {documents}"


def understood_line(answer: Answer) -> str:
    """Say how the query was read."""
    sentence = answer.understood.sentence
    is_sentence = sentence.endswith(".")
    if not sentence or is_sentence or sentence.lower().startswith("understood"):
        return sentence
    return f"Understood as {sentence}"
