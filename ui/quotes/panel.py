"""The quotations of the document being read: their sources, and what was changed."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.keymap import new_action
from ui.quotes.bar import NAMES, QuotesBar
from ui.quotes.delegate import HEIGHT, QuoteDelegate
from ui.quotes.detail import QuoteDetail
from ui.quotes.model import LINKED_ROLE, QUOTE_ROLE, Audited, QuotesModel
from ui.quotes.words import counts_line
from ui.widgets.dragging import Source
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_table import RowTable
from workbench.model.links import Stretch
from workbench.model.quotations import AuditedQuote, QuoteSource

NOTHING_OPEN = (
    "No document open",
    "Open one: its quotations are listed here, each with the document it is from.",
)
STOPPED = ("Stopped", "Not every quotation was looked for.")
NO_SOURCE = "No other document has the words of this quotation"


class QuotesPanel(QWidget):
    """Enter goes to a quotation in its text; keys are in `ui.part_actions`.

    `place_activated` carries a document and a place in it, `explained` why a key does
    nothing.
    """

    shown = Signal()
    again_wanted = Signal()
    place_activated = Signal(int, int, int)
    compare_requested = Signal(object, object)  # Stretch quoted, that of the source
    accept_requested = Signal(object)  # AuditedQuote
    export_requested = Signal()
    cite_wanted = Signal(QPoint)
    explained = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Quotations")
        self.audited: Audited | None = None
        self.model = QuotesModel(self)
        self.table = RowTable()
        self.detail = QuoteDetail()
        self.bar = QuotesBar()
        self.empty = EmptyState(*NOTHING_OPEN, is_primary=False)
        self._pages = QStackedWidget()
        self._prepare()
        self._add_actions()
        self._lay_out()
        self._connect()
        self._show_empty(*NOTHING_OPEN)

    @property
    def view(self) -> QWidget:
        """The rows, which the panel is there for."""
        return self.table

    @property
    def current(self) -> AuditedQuote | None:
        """The quotation that the list stands on."""
        quote: AuditedQuote | None = self.table.currentIndex().data(QUOTE_ROLE)
        return quote

    def show_quotes(self, audited: Audited) -> None:
        """Show these; of the same document the current row stays."""
        before = self.audited
        is_same = before is not None and before.document_id == audited.document_id
        self.audited = audited
        self._fill(self.current if is_same else None)

    def show_nothing_open(self) -> None:
        """Say that there is no document to look at."""
        self.audited = None
        self._show_empty(*NOTHING_OPEN)

    def show_working(self) -> None:
        """Say that sources are being looked for; what is shown stays until then."""
        self.bar.say("Looking for sources…")

    def show_stopped(self) -> None:
        """Say that somebody stopped the work, and offer to begin again."""
        self.audited = None
        self._show_empty(*STOPPED, action="Begin again")

    def set_editable(self, *, is_editable: bool) -> None:
        """Take away what changes the project, or give it back."""
        for action in (self._cite, self._accept):
            action.setEnabled(is_editable)
        self.bar.set_editable(is_editable=is_editable)

    def go_on(self) -> None:
        """Stand on the next quotation."""
        row = self.table.currentIndex().row() + 1
        if row < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(row, 0))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    # Filling

    def _fill(self, current: AuditedQuote | None) -> None:
        audited, kind = self.audited, self.bar.kinds.choice
        if audited is None:
            return
        self.model.show(audited, kind)
        if not audited.quotes:
            self._show_empty(
                f"No quotations in “{audited.title}”",
                "Words in quotation marks and block quotations are listed here.",
            )
            return
        self.bar.say(f"{counts_line(audited.quotes)} · {audited.title}")
        self.bar.show_tools(is_visible=True)
        if not self.model.rowCount():
            named = NAMES[kind].lower()
            self.empty.set_content(f"None is “{named}”", counts_line(audited.quotes))
            self.empty.set_action("Show all")
            self._pages.setCurrentWidget(self.empty)
            return
        self._pages.setCurrentWidget(self._full)
        row = self.model.row_of(current) if current else 0
        self.table.setCurrentIndex(self.model.index(max(row, 0), 0))
        self._show_current()
        if self.hasFocus():
            # Nothing in it took the keyboard while it was empty.
            self.table.setFocus()

    def _show_empty(self, title: str, text: str, action: str = "") -> None:
        self.empty.set_content(title, text)
        self.empty.set_action(action)
        self.bar.say("")
        self.bar.show_tools(is_visible=False)
        self._pages.setCurrentWidget(self.empty)

    def _show_current(self) -> None:
        quote = self.current
        self.detail.show_quote(quote)
        self.bar.show_state(
            has_source=quote is not None and quote.source is not None,
            is_linked=bool(self.table.currentIndex().data(LINKED_ROLE)),
        )

    # Asking

    def _go_to_quote(self, index: QModelIndex) -> None:
        quote: AuditedQuote | None = index.data(QUOTE_ROLE)
        if quote is not None and self.audited is not None:
            span = quote.quotation.span
            self.place_activated.emit(self.audited.document_id, span.start, span.end)

    def _go_to_source(self) -> None:
        if source := self._source():
            place = source.span
            self.place_activated.emit(source.document_id, place.start, place.end)

    def _compare(self) -> None:
        if (source := self._source()) and self.audited and (quote := self.current):
            here = Stretch(self.audited.document_id, quote.quotation.span)
            self.compare_requested.emit(here, source.stretch)

    def to_cite(self) -> list[Source]:
        """Return the place of the current quotation."""
        if self.audited is None or (quote := self.current) is None:
            return []
        return [Stretch(self.audited.document_id, quote.quotation.span)]

    def _request_citation(self) -> None:
        if self.to_cite():
            self.cite_wanted.emit(self.table.point_of_current())

    def _request_link(self) -> None:
        if self._source() and (quote := self.current):
            self.accept_requested.emit(quote)

    def _source(self) -> QuoteSource | None:
        """Return the source of the current quotation; say so if it has none."""
        quote = self.current
        if quote is not None and quote.source is None:
            self.explained.emit(NO_SOURCE)
        return quote.source if quote else None

    def _follow_advice(self) -> None:
        if self.audited is not None and self.audited.quotes:
            self.bar.kinds.choose(None)
        else:
            self.again_wanted.emit()

    # Building

    def _prepare(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(QuoteDelegate(table))
        table.setAccessibleName("Quotations")
        table.setMouseTracking(True)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setDefaultSectionSize(HEIGHT)
        for header in (table.horizontalHeader(), table.verticalHeader()):
            header.setSelectionModel(QItemSelectionModel(self.model, header))

    def _add_actions(self) -> None:
        self._actions: list[QAction] = []
        for action_id, act in (
            ("quotes.source", self._go_to_source),
            ("quotes.compare", self._compare),
            ("quotes.cite", self._request_citation),
            ("quotes.accept", self._request_link),
        ):
            action = new_action(action_id, self.table)
            action.triggered.connect(lambda _=False, act=act: act())
            self._actions.append(action)
        *_, self._cite, self._accept = self._actions

    def _lay_out(self) -> None:
        self._full = QSplitter()
        self._full.setChildrenCollapsible(False)
        self._full.addWidget(self.table)
        self._full.addWidget(self.detail)
        self._full.setSizes([800, 480])
        self._pages.addWidget(self._full)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.bar.kinds.chosen.connect(lambda _kind: self._fill(self.current))
        self.table.row_opened.connect(self._go_to_quote)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.selectionModel().currentRowChanged.connect(
            lambda *_: self._show_current()
        )
        self.bar.source_button.clicked.connect(self._go_to_source)
        self.bar.compare_button.clicked.connect(self._compare)
        self.bar.accept_button.clicked.connect(self._request_link)
        self.bar.export_button.clicked.connect(self.export_requested)
        self.empty.activated.connect(self._follow_advice)

    def _open_menu(self, point: QPoint) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        go = menu.addAction("Go to the quotation\tEnter")
        go.triggered.connect(lambda: self._go_to_quote(self.table.currentIndex()))
        menu.addActions(self._actions if self.current.source else [self._cite])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(point))
