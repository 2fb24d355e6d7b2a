"""Finds, sorts and counts off the UI thread what the concordance shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from ui.common import Common
from ui.concordance import finding
from ui.concordance.collocates_page import CollocatesPage
from ui.concordance.finding import Asked, Found
from ui.concordance.panel import ConcordancePanel, Part
from ui.concordance.plot_rows import Plot
from ui.concordance.serving import Serving, Show, Wish, Work
from ui.widgets.counting import count_of
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.concordances import (
    Collocate,
    Concordance,
    KeyWord,
    Line,
    NGram,
)
from workbench.model.ids import DocumentId
from workbench.model.search import Answer, SearchOptions, SortBy
from workbench.operations import concordances, word_statistics
from workbench.views import ProjectView

TEXT_KINDS = (
    "documents", "versions", "zones", "aliases", "alias_groups", "discarded_hits",
)  # fmt: skip
AROUND = 200
"""Characters on either side of a match; more than a wide window shows."""
PAUSE_MS = 300
BY_MATCHES = (Part.LINES, Part.PLOT, Part.COLLOCATES)
NO_HITS = (
    "No hits",
    (
        "The search finds no words in the texts; conditions alone mark none. Try fewer"
        " words, or a part of a word with *."
    ),
)


class ConcordanceController(QObject):
    """Follows what was searched for last; a page that is hidden is only marked stale.

    `lines` as they were found serve every page until another query or another text.
    """

    def __init__(self, common: Common, panel: ConcordancePanel) -> None:
        super().__init__(panel)
        self._project = common.project
        self._panel = panel
        self._answer: Answer | None = None
        self.lines: Concordance | None = None
        self.asked = Asked()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._renew_all)
        self._servings = self._serve(common)
        panel.lines.serve(self._read_line)
        panel.lines.set_editable(is_editable=not common.project.is_read_only)
        common.signals.changed.connect(self._follow_project)
        self._connect()

    def follow(self, answer: Answer, options: SearchOptions) -> None:
        """Show the lines of what was searched for, unless they are shown already."""
        # Lines have an order of their own.
        options = replace(options, sort=SortBy.DOCUMENT)
        asked = Asked(answer.query, options, answer.words)
        if asked == self.asked and answer == self._answer:
            return
        self.asked, self._answer = asked, answer
        self.lines = None
        for part in (*BY_MATCHES, Part.NGRAMS):
            if part is not Part.NGRAMS or self._panel.ngrams.is_with_word:
                self._servings[part].renew()

    def document_read(self, document_id: int) -> None:
        """Let this be the document whose key words are shown."""
        page = self._panel.key_words
        if page.read != document_id:
            page.read = DocumentId(document_id)
            if not page.is_of_chosen:
                self._servings[Part.KEY_WORDS].renew()

    def documents_chosen(self, document_ids: Sequence[DocumentId]) -> None:
        """Let these be the documents chosen in the library."""
        page = self._panel.key_words
        page.chosen = document_ids
        if page.is_of_chosen:
            self._servings[Part.KEY_WORDS].renew()

    def _serve(self, common: Common) -> dict[Part, Serving]:
        work: dict[Part, tuple[str, Wish, Show]] = {
            Part.LINES: ("Finding lines", self._wish_lines, self._show_lines),
            Part.PLOT: ("Plotting matches", self._wish_plot, self._show_plot),
            Part.COLLOCATES: (
                "Counting collocates", self._wish_collocates, self._show_collocates,
            ),
            Part.NGRAMS: ("Counting n-grams", self._wish_ngrams, self._show_ngrams),
            Part.KEY_WORDS: (
                "Counting key words", self._wish_key_words, self._show_key_words,
            ),
        }  # fmt: skip
        pages = self._panel.pages
        return {
            part: Serving(common, pages[part], label, wish, show)
            for part, (label, wish, show) in work.items()
        }

    def _connect(self) -> None:
        panel, servings = self._panel, self._servings
        panel.lines.sort_bar.changed.connect(servings[Part.LINES].renew)
        panel.collocates.changed.connect(servings[Part.COLLOCATES].renew)
        panel.ngrams.changed.connect(servings[Part.NGRAMS].renew)
        panel.key_words.changed.connect(servings[Part.KEY_WORDS].renew)
        panel.collocates.row_activated.connect(self._search_near)
        panel.ngrams.row_activated.connect(
            lambda row: panel.query_chosen.emit(f'"{row.text}"')
        )
        panel.key_words.row_activated.connect(self._search_key_word)

    def _follow_project(self, changes: Changes) -> None:
        if not changes.touches(*TEXT_KINDS):
            return
        page = self._panel.key_words
        if page.read is not None and not self._project.documents.are_there([page.read]):
            page.read = None
        self.lines = None
        if not self._pause.isActive():
            self._pause.start()

    def _renew_all(self) -> None:
        self.lines = None
        for serving in self._servings.values():
            serving.renew()

    def _read_line(self, lines: Concordance, number: int) -> Line:
        return concordances.line_at(self._project, lines, number, AROUND)

    def _has_query(self, part: Part) -> bool:
        if self.asked.is_empty:
            self._panel.pages[part].show_purpose()
        return not self.asked.is_empty

    # What is asked for: everything a job needs is taken along

    def _wish_lines(self) -> Work | None:
        if not self._has_query(Part.LINES):
            return None
        asked, known = self.asked, self.lines
        keys = self._panel.lines.sort_bar.keys

        def work(view: ProjectView, tracker: Tracker) -> Found:
            return finding.find_sorted(view, asked, known, keys, tracker)

        return work

    def _wish_plot(self) -> Work | None:
        if not self._has_query(Part.PLOT):
            return None
        asked, known = self.asked, self.lines

        def work(view: ProjectView, tracker: Tracker) -> Plot:
            return finding.find_plot(view, finding.find(view, asked, known, tracker))

        return work

    def _wish_collocates(self) -> Work | None:
        if not self._has_query(Part.COLLOCATES):
            return None
        asked, known, page = self.asked, self.lines, self._panel.collocates
        window, measure, least = page.reach, page.measure, page.least

        def work(
            view: ProjectView, tracker: Tracker
        ) -> tuple[Concordance, list[Collocate]]:
            lines = finding.find(view, asked, known, tracker)
            return lines, word_statistics.collocates(
                view, lines, window, measure, least, tracker
            )

        return work

    def _wish_ngrams(self) -> Work | None:
        page = self._panel.ngrams
        size, least = page.length, page.least
        word = self.asked.words if page.is_with_word else ""
        if page.is_with_word and not word:
            page.show_instead(
                "No word to look for", "Search for a word above, or ask for all texts."
            )
            return None

        def work(view: ProjectView, tracker: Tracker) -> list[NGram]:
            return word_statistics.ngrams(view, size, least, tracker, None, word)

        return work

    def _wish_key_words(self) -> Work | None:
        page = self._panel.key_words
        documents, least = list(page.document_ids), page.least
        if not documents:
            page.show_purpose()
            return None

        def work(view: ProjectView, tracker: Tracker) -> list[KeyWord]:
            return word_statistics.keyness(view, documents, least, tracker)

        return work

    # What came back

    def _show_lines(self, found: Found) -> None:
        self.lines = found.lines
        if len(found.lines):
            self._panel.lines.show_found(found)
        else:
            self._panel.lines.show_instead(*NO_HITS)

    def _show_plot(self, plot: Plot) -> None:
        self.lines = plot.lines
        if plot.rows:
            self._panel.plot.show_plot(plot)
        else:
            self._panel.plot.show_instead(*NO_HITS)

    def _show_collocates(self, found: tuple[Concordance, list[Collocate]]) -> None:
        self.lines, rows = found
        page: CollocatesPage = self._panel.collocates
        if rows:
            matches = count_of(len(self.lines), "match", "matches")
            page.show_rows(rows, f"{count_of(len(rows), 'word')} near {matches}")
        elif len(self.lines):
            page.show_instead(
                "No collocates", "No word is near so often; ask for fewer times."
            )
        else:
            page.show_instead(*NO_HITS)

    def _show_ngrams(self, rows: list[NGram]) -> None:
        page = self._panel.ngrams
        if rows:
            page.show_rows(rows, f"{count_of(len(rows), 'sequence')} of words")
        elif not self._project.documents.count():
            page.show_purpose()
        else:
            page.show_instead(
                "Nothing repeated so often",
                "Ask for fewer words in a row, or for fewer times.",
            )

    def _show_key_words(self, rows: list[KeyWord]) -> None:
        page = self._panel.key_words
        if rows:
            page.show_rows(rows, count_of(len(rows), "word"))
        else:
            page.show_instead(
                "Nothing to compare",
                "Key words need other documents beside these, and words in both.",
            )

    def _search_near(self, row: Collocate) -> None:
        query = self._panel.collocates.query_near(self.asked.words, row)
        self._panel.query_chosen.emit(query)

    def _search_key_word(self, row: KeyWord) -> None:
        ids = self._panel.key_words.document_ids
        names = [it.name for it in self._project.documents.some(ids)]
        where = " OR ".join(f'doc:"{name}"' for name in names)
        where = f"({where})" if len(names) > 1 else where
        self._panel.query_chosen.emit(f"{row.word} {where}")
