"""The concordance below: lines, plot, collocates, n-grams and key words in turn."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.concordance.collocates_page import CollocatesPage
from ui.concordance.key_words_page import KeyWordsPage
from ui.concordance.lines_page import LinesPage
from ui.concordance.ngrams_page import NGramsPage
from ui.concordance.page import Page, control_button
from ui.concordance.plot_page import PlotPage
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel
from ui.widgets.segments import Segments


class Part(StrEnum):
    """The pages, by what they are called on screen."""

    LINES = "Lines"
    PLOT = "Plot"
    COLLOCATES = "Collocates"
    NGRAMS = "N-grams"
    KEY_WORDS = "Key words"


TIPS = {
    Part.LINES: "Every match with the words around it",
    Part.PLOT: "Where in each document the matches stand",
    Part.COLLOCATES: "Which words stand near the matches",
    Part.NGRAMS: "Which words follow each other again and again",
    Part.KEY_WORDS: "Which words are peculiar to a document",
}


class ConcordancePanel(QWidget):
    """One page at a time, each with its own controls in the line above."""

    place_activated = Signal(int, int, int)
    query_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lines = LinesPage()
        self.plot = PlotPage()
        self.collocates = CollocatesPage()
        self.ngrams = NGramsPage()
        self.key_words = KeyWordsPage()
        self.pages: dict[Part, Page] = {
            Part.LINES: self.lines,
            Part.PLOT: self.plot,
            Part.COLLOCATES: self.collocates,
            Part.NGRAMS: self.ngrams,
            Part.KEY_WORDS: self.key_words,
        }
        self.switch = Segments("Concordance", {it: it.value for it in Part}, TIPS)
        self.facts = ElidedLabel("")
        self.facts.setFont(interface_font(12, tabular=True))
        self.facts.setProperty("muted", True)
        self.export_button = control_button(
            "", "Export what is listed, with the search in it…", "upload"
        )
        self._pages = QStackedWidget()
        self._awaits_rows = False
        self._lay_out()
        self.switch.chosen.connect(self._turn_to)
        self.export_button.clicked.connect(lambda: self.page.export_wanted.emit())
        self.lines.place_activated.connect(self.place_activated)
        self.plot.place_activated.connect(self.place_activated)
        self._turn_to(Part.LINES)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[self.switch.choice]

    @property
    def view(self) -> QWidget:
        """What the panel is there for: the rows of the page, or what stands instead."""
        return self.page.view if self.page.has_view else self.switch

    def turn_to(self, part: Part) -> None:
        """Show a page."""
        self.switch.choose(part)

    def _turn_to(self, part: Part) -> None:
        page = self.pages[part]
        for other in self.pages.values():
            other.controls.setVisible(other is page)
        self._pages.setCurrentWidget(page)
        self._tell(page)

        self._awaits_rows = False

    def _tell(self, page: Page) -> None:
        if page is self.page:
            self.facts.set_text(page.facts)
            self.export_button.setEnabled(page.has_view)
            self._enter_rows()

    def _enter_rows(self) -> None:
        """Take the keyboard from the switch to the rows it was waiting for."""
        if self._awaits_rows and self.page.has_view:
            self._awaits_rows = False
            if self.switch.isAncestorOf(QApplication.focusWidget() or self):
                self.page.view.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._awaits_rows = not self.page.has_view

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(14, 4, 10, 4)
        line.setSpacing(12)
        line.addWidget(self.switch)
        line.addWidget(self.facts, 1)
        for page in self.pages.values():
            line.addWidget(page.controls)
            self._pages.addWidget(page)
            page.facts_changed.connect(lambda _facts, it=page: self._tell(it))
        line.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._pages, 1)
