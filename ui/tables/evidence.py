"""What the current cell rests on, below the table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.keymap import explain, keymap, new_action
from ui.tables.evidence_list import (
    MARGIN,
    ROLE_WIDTH,
    CitationDelegate,
    CitationsModel,
)
from ui.tables.states import ROLE_BADGES
from ui.widgets.counting import count_of
from ui.widgets.plain import PlainLabel
from ui.widgets.section_header import SectionHeader
from workbench.model.cells import Citation, Role

NO_CELL = "Choose a cell to see what it rests on."
NO_CITATION = (
    "Nothing cited yet. Select a passage while reading and {} to cite it here."
)


class CitationsView(QListView):
    """The list of citations; Enter or a click opens, Delete removes, keys set roles.

    A click on the role asks for the menu instead.
    """

    opened = Signal(QModelIndex)
    remove_requested = Signal()
    role_requested = Signal(object)
    role_menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Citations of the cell")
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(CitationDelegate(self))
        for role in Role:
            chosen = new_action(f"evidence.{role}", self).triggered
            chosen.connect(lambda _=False, role=role: self.role_requested.emit(role))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not is_plain or event.button() != Qt.MouseButton.LeftButton:
            return
        if not index.isValid():
            return
        if event.position().x() < MARGIN + ROLE_WIDTH:
            self.role_menu_requested.emit(event.position().toPoint())
        else:
            self.opened.emit(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class EvidenceStrip(QWidget):
    """Lists a cell's citations; asks to open, to remove, and to change roles."""

    passage_activated = Signal(int)
    remove_requested = Signal(list)
    role_requested = Signal(list, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CitationsModel(self)
        self.view = CitationsView(self)
        self.view.setModel(self._model)
        self._header = SectionHeader("Evidence")
        self._buttons = self._add_buttons()
        self._hint = PlainLabel(NO_CELL)
        self._hint.setProperty("muted", True)
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(14, 8, 14, 8)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._hint)
        self._pages.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._pages, 1)
        self.view.opened.connect(self._open)
        self.view.remove_requested.connect(self._remove)
        self.view.role_requested.connect(self._change_role)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.role_menu_requested.connect(self._show_menu)
        self.show_nothing()

    @property
    def hint(self) -> str:
        """Return what is said in place of citations."""
        return self._hint.text()

    def show_nothing(self) -> None:
        """Show that no cell is current."""
        self._show_page("Evidence", [], NO_CELL)

    def show_cell(self, place: str, citations: list[tuple[Citation, str]]) -> None:
        """Show a cell's citations with their documents; `place` names the cell."""
        hint = NO_CITATION.format(keymap.way_to("passage.cite"))
        self._show_page(f"Evidence · {place}", citations, hint)

    def selected(self) -> list[Citation]:
        """Return the chosen citations, from top to bottom."""
        indexes = sorted(self.view.selectedIndexes(), key=QModelIndex.row)
        found = (self._model.citation(index) for index in indexes)
        return [citation for citation in found if citation is not None]

    def _show_page(
        self, title: str, citations: list[tuple[Citation, str]], hint: str
    ) -> None:
        current = self.view.currentIndex().row()
        self._model.show_citations(citations)
        self._header.set_title(title)
        self._header.set_fact(count_of(len(citations), "passage") if citations else "")
        self._hint.setText(hint)
        self._pages.setCurrentIndex(1 if citations else 0)
        for button in self._buttons:
            button.setVisible(bool(citations))
        if citations:
            row = min(max(current, 0), len(citations) - 1)
            self.view.setCurrentIndex(self._model.index(row))

    def _add_buttons(self) -> list[QToolButton]:
        icons = {
            Role.SUPPORTS: "circle-check",
            Role.CONTRADICTS: "circle-x",
            Role.CONTEXT: "info",
        }
        buttons = []
        for role, name in icons.items():
            tooltip = f"Mark as {ROLE_BADGES[role][0]}"
            button = self._header.add_button(name, tooltip)
            explain(button, tooltip, f"evidence.{role}")
            button.clicked.connect(lambda _=False, role=role: self._change_role(role))
            buttons.append(button)
        remove = self._header.add_button("unlink", "Remove the citation (Del)")
        remove.clicked.connect(self._remove)
        return [*buttons, remove]

    def _open(self, index: QModelIndex) -> None:
        citation = self._model.citation(index)
        if citation is not None:
            self.passage_activated.emit(citation.passage_id)

    def _remove(self) -> None:
        if ids := [citation.id for citation in self.selected()]:
            self.remove_requested.emit(ids)

    def _change_role(self, role: Role) -> None:
        ids = [citation.id for citation in self.selected() if citation.role != role]
        if ids:
            self.role_requested.emit(ids, role)

    def _show_menu(self, position: QPoint) -> None:
        if not self.selected():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        show = menu.addAction("Show in document")
        show.triggered.connect(lambda: self._open(self.view.currentIndex()))
        menu.addSeparator()
        for role in Role:
            key = keymap.text_of(f"evidence.{role}")
            action = menu.addAction(f"{ROLE_BADGES[role][0].capitalize()}\t{key}")
            action.triggered.connect(lambda _=False, role=role: self._change_role(role))
        menu.addSeparator()
        menu.addAction("Remove citation\tDel").triggered.connect(self._remove)
        menu.popup(self.view.viewport().mapToGlobal(position))
