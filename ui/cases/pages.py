"""What belongs to the chosen case: its mentions to decide on, documents, table rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.cases.contents import Contents, Line, Page
from ui.cases.lines import LINE_ROLE, LineDelegate, LinesModel
from ui.keymap import explain, keymap, new_action
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.segments import Segments

NAMES = {
    Page.POSSIBLE: "To decide",
    Page.CONFIRMED: "Confirmed",
    Page.REFUSED: "Refused",
    Page.DOCUMENTS: "Documents",
    Page.ROWS: "Rows",
}
_TIPS = {
    Page.POSSIBLE: "Places that have a name of the case",
    Page.CONFIRMED: "Passages that mention the case",
    Page.REFUSED: "Places that do not mean the case",
    Page.DOCUMENTS: "Documents put into the case, and those that mention it",
    Page.ROWS: "Rows of comparison tables that describe the case",
}
_CONFIRMING = {Page.POSSIBLE: "Confirm", Page.REFUSED: "Confirm"}
_REFUSING = {
    Page.POSSIBLE: "Refuse",
    Page.CONFIRMED: "Take back",
    Page.REFUSED: "Decide again",
    Page.DOCUMENTS: "Take out",
}
_EMPTY = {
    Page.POSSIBLE: (
        "Nothing to decide",
        "No other place has a name of this case. Add what else texts call it.",
    ),
    Page.CONFIRMED: (
        "No mention confirmed yet",
        "Confirm places that have a name of the case, or select words while reading.",
    ),
    Page.REFUSED: ("Nothing refused", "Places that do not mean the case come here."),
    Page.DOCUMENTS: (
        "No documents yet",
        "Put documents into the case; those that mention it come by themselves.",
    ),
    Page.ROWS: (
        "No table row yet",
        "A row of a comparison table that describes this case is listed here.",
    ),
}


class CasePages(QWidget):
    """Lists under a line of buttons; Enter opens, keys are in `ui.case_actions`."""

    opened = Signal(object)  # Line
    confirm_requested = Signal(object, object)  # Page, list[Line]
    refuse_requested = Signal(object, object)
    add_requested = Signal(object)  # global point

    def __init__(self) -> None:
        super().__init__()
        self._contents: Contents | None = None
        self.segments = Segments("What belongs to the case", NAMES, _TIPS)
        self.facts = ElidedLabel("")
        self.confirm_button = QToolButton()
        self.refuse_button = QToolButton()
        self.add_button = QToolButton()
        self.model = LinesModel(self)
        self.list = _Lines()
        self.empty = EmptyState("", "", is_primary=False)
        self._pages = QStackedWidget()
        self._set_up()
        self._lay_out()
        self._connect()
        self._show_page()

    @property
    def page(self) -> Page:
        """Return which list is shown."""
        return self.segments.choice

    @property
    def contents(self) -> Contents | None:
        """Return what was read of the case; None until it is."""
        return self._contents

    def show_contents(self, contents: Contents | None) -> None:
        """Show what was read; the current row stays where it was."""
        self._contents = contents
        for page, name in NAMES.items():
            count = len(contents.lines[page]) if contents else 0
            self.segments.rename(page, f"{name} {count:,}" if count else name)
        self._show_page()

    def take_focus(self) -> None:
        """Go to what is listed or, where nothing is, to the choice of lists."""
        if self.model.lines:
            self.list.setFocus()
        else:
            self.segments.take_focus()

    def take_out(self, lines: Collection[Line]) -> None:
        """Show lines of this page no longer, before the project is read again."""
        if self._contents is not None:
            page, gone = self.page, set(map(id, lines))
            left = [it for it in self._contents.lines[page] if id(it) not in gone]
            shown = {**self._contents.lines, page: left}
            self.show_contents(Contents(self._contents.case_id, shown))

    def say(self, facts: str) -> None:
        """Say what is going on."""
        self.facts.set_text(facts)

    def chosen(self) -> list[Line]:
        """Return the selected lines, from top to bottom."""
        rows = sorted(it.row() for it in self.list.selectedIndexes())
        return [self.model.lines[row] for row in rows]

    def _show_page(self) -> None:
        page, contents = self.page, self._contents
        lines: Sequence[Line] = contents.lines[page] if contents else ()
        row = max(self.list.currentIndex().row(), 0)
        had = {it.row() for it in self.list.selectedIndexes()}
        is_same = list(lines) == list(self.model.lines)
        self.model.show(lines)
        if lines and not (is_same and had):
            self._stand_on(min(row, len(lines) - 1))
        self.empty.set_content(*(_EMPTY[page] if contents else ("Reading…", "")))
        self._pages.setCurrentWidget(self.list if lines else self.empty)
        for button, words in (
            (self.confirm_button, _CONFIRMING.get(page, "")),
            (self.refuse_button, _REFUSING.get(page, "")),
            (self.add_button, "Add…" if page is Page.DOCUMENTS else ""),
        ):
            button.setText(words)
            button.setAccessibleName(words)
            is_add = button is self.add_button
            button.setVisible(bool(words) and (bool(lines) or is_add))

    def _stand_on(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row))

    def _set_up(self) -> None:
        self.list.setModel(self.model)
        self.list.setAccessibleName("What belongs to the case")
        self.facts.setFont(interface_font(12, tabular=True))
        self.facts.setProperty("muted", True)
        explain(self.confirm_button, "Confirm what is selected", "case.confirm")
        explain(self.refuse_button, "Decide against what is selected", "case.refuse")
        explain(self.add_button, "Put a document into the case", "case.add_document")
        for button in (self.confirm_button, self.refuse_button, self.add_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._confirm = new_action("case.confirm", self.list)
        self._refuse = new_action("case.refuse", self.list)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self._add = new_action("case.add_document", self, within)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(14, 6, 14, 6)
        line.setSpacing(4)
        line.addWidget(self.segments)
        line.addSpacing(8)
        line.addWidget(self.facts, 1)
        for button in (self.confirm_button, self.refuse_button, self.add_button):
            line.addWidget(button)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.segments.chosen.connect(lambda _: self._show_page())
        self.list.row_opened.connect(lambda it: self.opened.emit(it.data(LINE_ROLE)))
        self.list.customContextMenuRequested.connect(self._open_menu)
        for action in (self._confirm, self._refuse, self._add):
            action.triggered.connect(lambda _=False, it=action: self._act(it))
        self.confirm_button.clicked.connect(lambda: self._act(self._confirm))
        self.refuse_button.clicked.connect(lambda: self._act(self._refuse))
        self.add_button.clicked.connect(lambda: self._act(self._add))

    def _act(self, action: QAction) -> None:
        if action is self._add:
            self.segments.choose(Page.DOCUMENTS)
            below = QPoint(0, self.add_button.height())
            self.add_requested.emit(self.add_button.mapToGlobal(below))
            return
        is_confirming = action is self._confirm
        lines = self.chosen()
        if lines and self.page in (_CONFIRMING if is_confirming else _REFUSING):
            asked = self.confirm_requested if is_confirming else self.refuse_requested
            asked.emit(self.page, lines)

    def _open_menu(self, at: QPoint) -> None:
        if not self.list.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        line = self.list.indexAt(at).data(LINE_ROLE)
        menu.addAction("Open\tEnter").triggered.connect(lambda: self.opened.emit(line))
        for words, action in (
            (_CONFIRMING.get(self.page), self._confirm),
            (_REFUSING.get(self.page), self._refuse),
        ):
            if words:
                key = keymap.text_of(action.objectName())
                entry = menu.addAction(f"{words}\t{key}")
                entry.triggered.connect(lambda _=False, it=action: self._act(it))
        menu.popup(self.list.viewport().mapToGlobal(at))


class _Lines(QListView):
    """Several rows may be selected; Enter or a double click opens the current one."""

    row_opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self.row_opened)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
