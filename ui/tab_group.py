"""Tabs beside each other: a half of the window, or a window of their own."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QTabWidget, QWidget

from ui.parts import focus_into

TITLE_LENGTH = 32

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


class TabGroup(QTabWidget):
    """Shows one widget of several; `emptied` says that the last one left.

    `split_requested` and `window_requested` ask for what is in front to be shown
    beside the others, or in a window of its own.
    """

    emptied = Signal()
    named = Signal()
    closing = Signal(QWidget)
    split_requested = Signal()
    window_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setTabsClosable(True)
        self.setMovable(True)
        bar = self.tabBar()
        bar.setAccessibleName("What is open")
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        bar.customContextMenuRequested.connect(self._open_menu)
        bar.setAcceptDrops(True)
        bar.setChangeCurrentOnDrag(True)
        self.tabCloseRequested.connect(self.close_tab)

    def show_whether_in_front(self, *, is_front: bool) -> None:
        """Let the tabs look as those that what is opened next comes among, or not."""
        bar = self.tabBar()
        if bar.property("front") != is_front:
            bar.setProperty("front", is_front)
            bar.style().unpolish(bar)
            bar.style().polish(bar)

    def widgets(self) -> list[QWidget]:
        """Return what has a tab, from left to right."""
        found = (self.widget(number) for number in range(self.count()))
        return [widget for widget in found if widget is not None]

    def of_kind(self, kind: type[AnyWidget]) -> list[AnyWidget]:
        """Return what has a tab and is of a kind, from left to right."""
        return [widget for widget in self.widgets() if isinstance(widget, kind)]

    def add(self, widget: QWidget, title: str) -> None:
        """Add a tab at the right end, without showing it."""
        self.addTab(widget, "")
        self.name_tab(widget, title)

    def name_tab(self, widget: QWidget, title: str) -> None:
        """Name a tab anew."""
        number = self.indexOf(widget)
        short = title if len(title) <= TITLE_LENGTH else f"{title[: TITLE_LENGTH - 1]}…"
        # An ampersand in a tab's text would become a shortcut.
        self.setTabText(number, short.replace("&", "&&"))
        self.setTabToolTip(number, title.replace("<", "&lt;"))
        self.named.emit()

    def title_of(self, widget: QWidget) -> str:
        """Return a tab's whole title."""
        return self.tabToolTip(self.indexOf(widget)).replace("&lt;", "<")

    def bring_to_front(self, widget: QWidget | None, *, is_new: bool = False) -> None:
        """Show a tab and put the focus into it: what was asked for is read next."""
        if widget is not None:
            self.setCurrentWidget(widget)
            focus_into(widget, is_new=is_new)

    def step(self, by: int) -> None:
        """Bring the next tab to the front, after the last the first."""
        if self.count():
            number = (self.currentIndex() + by) % self.count()
            self.bring_to_front(self.widget(number))

    def close_tab(self, number: int) -> None:
        """Close a tab; what was done in it is saved already."""
        widget = self.widget(number)
        if widget is not None:
            self.closing.emit(widget)
            self.take(widget)
            widget.deleteLater()

    def take(self, widget: QWidget) -> None:
        """Take a tab out, to close it or to put it elsewhere."""
        self.removeTab(self.indexOf(widget))
        if not self.count():
            self.emptied.emit()

    def menu_of(self, number: int) -> QMenu:
        """Return the menu of a tab."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, ask in (
            ("Open in the other half", self.split_requested),
            ("Open in a new window", self.window_requested),
        ):
            menu.addAction(text).triggered.connect(ask)
        menu.addSeparator()
        close = menu.addAction("Close")
        close.triggered.connect(lambda: self.close_tab(number))
        others = menu.addAction("Close the others")
        others.setEnabled(self.count() > 1)
        others.triggered.connect(lambda: self._close_others(number))
        return menu

    def _open_menu(self, position: QPoint) -> None:
        number = self.tabBar().tabAt(position)
        if number >= 0:
            self.bring_to_front(self.widget(number))
            self.menu_of(number).popup(self.tabBar().mapToGlobal(position))

    def _close_others(self, number: int) -> None:
        for other in reversed(range(self.count())):
            if other != number:
                self.close_tab(other)
