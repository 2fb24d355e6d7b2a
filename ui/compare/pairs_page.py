"""All pairs as a list, under a filter; what there is to say while there are none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.compare.bar import COMPARING
from ui.compare.kind_filter import KindFilter
from ui.compare.pair_delegate import PairDelegate
from ui.compare.pair_model import TIE, Differences, PairModel
from ui.compare.ties import Tie
from ui.keymap import new_action
from ui.theme import theme_signals
from ui.widgets.empty_state import EmptyState
from ui.widgets.ground import lay_on_surface
from ui.widgets.keys import ENTER_KEYS

NOT_YET = (COMPARING, "What they share is listed here in a moment.")
_NO_MATCH = ("No pair of this kind", "Choose another kind, or show all pairs.")


class PairsPage(QWidget):
    """`chosen` follows the current row; Enter and a double click ask for the pair."""

    chosen = Signal(object)  # Tie
    opened = Signal(object)  # Tie
    unlink_wanted = Signal(object)  # Tie
    menu_wanted = Signal(object, QPoint)  # Tie, where on the screen

    def __init__(self, differences: Differences) -> None:
        super().__init__()
        self.model = PairModel(differences, self)
        self.filter = KindFilter()
        self.view = QListView()
        self.empty = EmptyState("", "")
        self._words = NOT_YET
        self._is_told = False
        self._pages = QStackedWidget()
        self._set_up_view()
        self._lay_out()
        self.filter.changed.connect(self._filter)
        self.filter.order.chosen.connect(self._sort)
        unlink = new_action("pairs.unlink", self.view)
        unlink.triggered.connect(lambda: self._with_current(self.unlink_wanted.emit))
        theme_signals.changed.connect(self.view.viewport().update)
        self.setFocusProxy(self.view)

    @property
    def current(self) -> Tie | None:
        """The pair in the current row."""
        index = self.view.currentIndex()
        return index.data(TIE) if index.isValid() else None

    def show_pairs(self, tied: object = None) -> None:
        """Show what the model has now; the tied pair is current if it is there."""
        self.filter.show_counts(self.model)
        self._choose_page()
        if isinstance(tied, Tie):
            self.choose(tied)

    def say(self, title: str, text: str) -> None:
        """Say this while there are no pairs."""
        self._words = (title, text)
        self._choose_page()

    def choose(self, tie: Tie | None) -> None:
        """Make a pair current without telling of it."""
        index = self.model.index_of(tie)
        self._is_told = True
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)
        self._is_told = False

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(PairDelegate(self.model, view.viewport()))
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setMouseTracking(True)
        view.setAccessibleName("Pairs of statements")
        view.installEventFilter(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._ask_menu)
        view.selectionModel().currentChanged.connect(self._tell)
        view.doubleClicked.connect(lambda it: self.opened.emit(it.data(TIE)))

    def _lay_out(self) -> None:
        lay_on_surface(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self._pages, 1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() in ENTER_KEYS:  # type: ignore[attr-defined]
            self._with_current(self.opened.emit)
            return True
        return super().eventFilter(watched, event)

    def _with_current(self, ask: object) -> None:
        if self.current is not None and callable(ask):
            ask(self.current)

    def _ask_menu(self, point: QPoint) -> None:
        if self.current is not None:
            on_screen = self.view.viewport().mapToGlobal(point)
            self.menu_wanted.emit(self.current, on_screen)

    def _tell(self, index: QModelIndex) -> None:
        if not self._is_told and index.isValid():
            self.chosen.emit(index.data(TIE))

    def _filter(self) -> None:
        current = self.current
        kinds = self.filter.kinds
        self.model.filter(kinds, only_linked=self.filter.only_linked)
        self.show_pairs(current)

    def _sort(self) -> None:
        current = self.current
        self.model.sort_by(self.filter.order.choice)
        self.show_pairs(current)

    def _choose_page(self) -> None:
        has_rows, has_any = bool(self.model.ties), bool(self.model.total)
        self.empty.set_content(*(_NO_MATCH if has_any else self._words))
        self.filter.setVisible(has_any)
        self._pages.setCurrentWidget(self.view if has_rows else self.empty)
