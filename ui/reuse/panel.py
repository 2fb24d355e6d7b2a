"""What documents share: a matrix, a network and a list, with one line above them."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.keymap import new_action
from ui.reuse.bar import Bar, Export, Part
from ui.reuse.matrix_view import MatrixView
from ui.reuse.model import Matrix, Order, Sharing, matrix_of
from ui.reuse.network import Network
from ui.reuse.network_view import ZOOM, NetworkView
from ui.reuse.pairs_model import Column, PairsModel
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.ground import lay_on_surface
from ui.widgets.row_table import RowTable, size_columns
from workbench.jobs import Progress

__all__ = ["Export", "Order", "Part", "ReusePanel"]

NUMBERS = {
    Column.STATEMENTS: 94, Column.VERBATIM: 84, Column.ALTERED: 78,
    Column.PARAPHRASE: 104,
}  # fmt: skip


class Absence(Enum):
    """Why there is nothing to see: a heading, a sentence, and what to do."""

    NO_DOCUMENTS = (
        "Nothing to compare yet",
        "Import documents. Here you then see which of them say the same.",
        "",
    )
    ONE_DOCUMENT = (
        "Only one document",
        "Import a second one. Here you then see what both say.",
        "",
    )
    NOT_COMPARED = (
        "Not compared yet",
        "Compare the documents to see which of them share statements.",
        "Compare",
    )
    COMPARING = ("Comparing the documents…", "What they share is shown here soon.", "")
    NOTHING_SHARED = (
        "Nothing is shared",
        "No statement of one document stands in another.",
        "",
    )


class ReusePanel(QWidget):
    """Shows and asks; keys are in `ui.part_actions`.

    `network_wanted` asks for the network of what is shown to be laid out.
    """

    update_wanted = Signal()
    network_wanted = Signal()
    pair_chosen = Signal(int, int)
    document_chosen = Signal(int)
    export_wanted = Signal(object)  # Export
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sharing = Sharing()
        self.bar = Bar()
        self.matrix = MatrixView()
        self.network = NetworkView()
        self.pairs_model = PairsModel()
        self.pairs = RowTable()
        self.empty = EmptyState("", "", is_primary=False)
        self.waiting = EmptyState(
            "Drawing the network…", "Documents that share much come to stand together."
        )
        self.said = ElidedLabel("")
        self._has_network = False
        self._awaits_network = False
        self._is_known = False
        self._views = QStackedWidget()
        self._shown: QWidget = self.empty
        self._set_up_pairs()
        self._lay_out()
        self._connect()
        self.setAccessibleName("Shared statements")
        self._choose_view()

    @property
    def view(self) -> QWidget:
        """What the panel is there for."""
        return self.bar.parts if isinstance(self._shown, EmptyState) else self._shown

    def show_sharing(self, sharing: Sharing) -> None:
        """Show what documents share."""
        self._is_known = True
        known = self.sharing
        is_other = (sharing.entries, sharing.shared) != (known.entries, known.shared)
        self.sharing = sharing
        if is_other:
            self._has_network = self._awaits_network = False
        self.bar.show_facts(sharing)
        self.pairs_model.show(sharing)
        self._show_matrix()
        self._choose_view()

    def show_network(self, network: Network) -> None:
        """Show the network that was laid out."""
        self._has_network = True
        self.network.show_network(network)
        self._choose_view()

    def show_progress(self, progress: Progress) -> None:
        """Say how far the comparison has come."""
        self.bar.show_progress(progress)
        self._choose_view()

    def show_end(self) -> None:
        """Say what is known again, once nothing is compared any more."""
        self.bar.show_facts(self.sharing)
        self._choose_view()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _show_matrix(self) -> None:
        only = self.bar.only_sharing.isChecked()
        matrix = matrix_of(self.sharing, self.bar.order, only_sharing=only)
        self.matrix.show_matrix(matrix)

    def _choose_view(self) -> None:
        absence = self._absence()
        if absence is not None:
            title, text, act = absence.value
            self.empty.set_content(title, text)
            self.empty.set_action(act)
        self._show_view(self.empty if absence else self._view_of(self.bar.part))
        self.bar.show_part(has_view=absence is None)
        self._say()

    def _show_view(self, view: QWidget) -> None:
        """Show a view; the keyboard stays where it is, or goes along."""
        focused = QApplication.focusWidget() or self
        # The first thing to be seen takes the keyboard, which had to wait above it.
        from_above = self._shown is self.empty and self.bar.parts.isAncestorOf(focused)
        had_focus = focused is self._shown or from_above
        self._shown = view
        self._views.setCurrentWidget(view)
        if had_focus:
            self.view.setFocus()

    def _view_of(self, part: Part) -> QWidget:
        if part is Part.NETWORK and not self._has_network:
            if not self._awaits_network:
                self._awaits_network = True
                self.network_wanted.emit()
            return self.waiting
        views = {
            Part.MATRIX: self.matrix, Part.NETWORK: self.network, Part.LIST: self.pairs,
        }  # fmt: skip
        return views[part]

    def _absence(self) -> Absence | None:
        count, sharing = len(self.sharing.entries), self.sharing
        if not self._is_known:
            return Absence.COMPARING
        if count < 2:
            return Absence.ONE_DOCUMENT if count else Absence.NO_DOCUMENTS
        if sharing.shared:
            return None
        if self.bar.is_comparing:
            return Absence.COMPARING
        return Absence.NOT_COMPARED if sharing.stale else Absence.NOTHING_SHARED

    def _say(self) -> None:
        """Say below what the current cell, edge or row is."""
        shown, words = self._shown, ""
        if shown is self.matrix:
            words = self.matrix.words
        elif shown is self.network:
            words = self.network.words
        elif shown is self.pairs and self.pairs.currentIndex().isValid():
            words = self.pairs_model.words(self.pairs.currentIndex().row())
        self.said.set_text(words)

    def _open_row(self) -> None:
        index = self.pairs.currentIndex()
        if index.isValid():
            pair = self.pairs_model.rows[index.row()]
            self.pair_chosen.emit(pair.a, pair.b)

    def _set_up_pairs(self) -> None:
        self.pairs.setModel(self.pairs_model)
        self.pairs.setAccessibleName("Pairs of documents that share statements")
        size_columns(self.pairs, Column.FIRST, NUMBERS)
        header = self.pairs.horizontalHeader()
        header.setSectionResizeMode(Column.SECOND, header.ResizeMode.Stretch)
        header.setSortIndicator(Column.STATEMENTS, Qt.SortOrder.DescendingOrder)
        self.pairs.setSortingEnabled(True)

    def _lay_out(self) -> None:
        for view in (self.matrix, self.network, self.pairs, self.empty, self.waiting):
            self._views.addWidget(view)
        self.said.setFont(interface_font(12))
        self.said.setContentsMargins(14, 6, 14, 6)
        lay_on_surface(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._views, 1)
        column.addWidget(self.said)

    def _connect(self) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        update = new_action("reuse.update", self, context)
        update.triggered.connect(lambda: self.update_wanted.emit())
        self.bar.update_wanted.connect(self.update_wanted)
        self.bar.part_chosen.connect(self._choose_view)
        self.bar.arranged.connect(self._show_matrix)
        self.bar.export_wanted.connect(self.export_wanted)
        self.bar.zoomed.connect(
            lambda by: self.network.zoom(ZOOM**by) if by else self.network.show_whole()
        )
        self.empty.activated.connect(self.update_wanted)
        for view in (self.matrix, self.network):
            view.pair_chosen.connect(self.pair_chosen)
            view.current_changed.connect(self._say)
        self.network.document_chosen.connect(self.document_chosen)
        self.pairs.row_opened.connect(lambda _: self._open_row())
        self.pairs.clicked.connect(lambda _: self._open_row())
        self.pairs.selectionModel().currentRowChanged.connect(lambda *_: self._say())

    @property
    def shown_matrix(self) -> Matrix:
        """The matrix as it is arranged."""
        return self.matrix.matrix
