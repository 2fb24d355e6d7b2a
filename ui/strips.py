"""All strips of tabs of a project: the halves of its window and windows of their own.

Knows where tabs are, not what they show.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ui.halves import Halves
from ui.notices import Notices
from ui.reader_window import ReaderWindow
from ui.tab_group import TabGroup

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


class Strips(QWidget):
    """The strip that was used last is in front; without any tab `empty` is shown."""

    front_changed = Signal()  # another tab is in front, or another strip
    closing = Signal(QWidget)
    arranged = Signal()  # a half or a window came or went
    split_requested = Signal()
    window_requested = Signal()
    window_opened = Signal(object)  # ReaderWindow, not shown yet

    def __init__(self, project_name: str, notices: Notices, empty: QWidget) -> None:
        super().__init__()
        self._project_name = project_name
        self._notices = notices
        self._windows: list[ReaderWindow] = []
        self.front = self._last_half = self._make_group()
        self.halves = Halves(self.front)
        self._empty = empty
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(self.halves)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        _app().focusChanged.connect(self._follow_focus)

    def groups(self) -> list[TabGroup]:
        """Return every strip: the halves from the left, then those in windows."""
        return [*self.halves.groups(), *(it.tabs for it in self._windows)]

    def windows(self) -> list[ReaderWindow]:
        """Return the windows beside the main one, the oldest first."""
        return list(self._windows)

    def of_kind(self, kind: type[AnyWidget]) -> list[AnyWidget]:
        """Return the tabs of a kind, those of the strip in front first."""
        others = [it for it in self.groups() if it is not self.front]
        return [tab for group in [self.front, *others] for tab in group.of_kind(kind)]

    def group_of(self, widget: QWidget) -> TabGroup | None:
        """Return the strip that a widget has its tab in."""
        return next((it for it in self.groups() if it.indexOf(widget) >= 0), None)

    def add(self, widget: QWidget, title: str) -> None:
        """Add a tab to the strip in front, and read it."""
        self.front.add(widget, title)
        self._choose_page()
        self.bring_to_front(widget, is_new=True)

    def bring_to_front(self, widget: QWidget, *, is_new: bool = False) -> None:
        """Show a tab in its half or window, and give it the focus."""
        group = self.group_of(widget)
        if group is not None:
            self._put_in_front(group)
            group.bring_to_front(widget, is_new=is_new)
            _come_forward(group.window())

    def name_tab(self, widget: QWidget, title: str) -> None:
        """Name a tab anew."""
        group = self.group_of(widget)
        if group is not None:
            group.name_tab(widget, title)

    def close_tab(self, widget: QWidget) -> None:
        """Close a tab, wherever it is."""
        group = self.group_of(widget)
        if group is not None:
            group.close_tab(group.indexOf(widget))

    def other_half(self) -> TabGroup:
        """Return the half beside the one in front, which is made if there is none.

        For a window of its own, that is the half that was used last.
        """
        if self.front not in self.halves.groups():
            return self._last_half
        return self.halves.other(self.front) or self.add_half()

    def add_half(self) -> TabGroup:
        """Make a second half, still empty."""
        group = self._make_group()
        self.halves.add(group)
        self.arranged.emit()
        return group

    def open_window(self) -> ReaderWindow:
        """Make a window with an empty strip, which is in front from now on."""
        group = self._make_group()
        window = ReaderWindow(group, self._project_name, self._notices)
        window.closed.connect(lambda: self._forget(window))
        self._windows.append(window)
        self.window_opened.emit(window)
        self.front = group
        self.arranged.emit()
        return window

    def finish(self) -> None:
        """Close all windows but the main one, and follow the focus no more."""
        _app().focusChanged.disconnect(self._follow_focus)
        for window in self.windows():
            window.close()

    def move_tab(self, widget: QWidget, target: TabGroup) -> None:
        """Put a tab into another strip."""
        source = self.group_of(widget)
        if source is not None and source is not target:
            title = source.title_of(widget)
            source.take(widget)
            self.front = target
            self.add(widget, title)

    def _make_group(self) -> TabGroup:
        group = TabGroup()
        group.closing.connect(self.closing)
        group.emptied.connect(lambda: self._drop(group))
        group.currentChanged.connect(lambda: self._tell_of(group))
        group.split_requested.connect(self.split_requested)
        group.window_requested.connect(self.window_requested)
        return group

    def _drop(self, group: TabGroup) -> None:
        """Take an empty half away; a window closes by itself."""
        other = self.halves.other(group) if group in self.halves.groups() else None
        if other is not None:
            self.halves.drop(group)
            self._last_half = other
            self._put_in_front(other if self.front is group else self.front)
            self.arranged.emit()
        self._choose_page()

    def _forget(self, window: ReaderWindow) -> None:
        for widget in window.tabs.widgets():
            self.closing.emit(widget)
        self._windows.remove(window)
        if self.front is window.tabs:
            self._put_in_front(self._last_half)
        self.arranged.emit()

    def _choose_page(self) -> None:
        has_tabs = any(group.count() for group in self.halves.groups())
        self._pages.setCurrentWidget(self.halves if has_tabs else self._empty)

    def _put_in_front(self, group: TabGroup) -> None:
        is_other = self.front is not group
        self.front = group
        if group in self.halves.groups():
            self._last_half = group
        for half in self.halves.groups():
            half.show_whether_in_front(is_front=half is self._last_half)
        if is_other:
            self.front_changed.emit()

    def _tell_of(self, group: TabGroup) -> None:
        if group is self.front:
            self.front_changed.emit()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Let what has the focus be in front; beside the strips, the half used last.

        What the panels show of a reader in another window stays as it is then.
        """
        if new is None:
            return
        groups = self.groups()
        around = next((it for it in groups if it.isAncestorOf(new)), None)
        if around is not None:
            self._put_in_front(around)
        elif new.window() is self.window():
            self.front = self._last_half


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _come_forward(window: QWidget) -> None:
    if window.isMinimized():
        window.showNormal()
    if window.isVisible() and not window.isActiveWindow():
        window.raise_()
        window.activateWindow()
