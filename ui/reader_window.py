"""A second window to read in: tabs, notices and a status line, no menus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from ui.notices import Notices
from ui.parts import Parts
from ui.tab_group import TabGroup
from ui.widgets.notice_bar import NoticeBar

SIZE = (760, 860)


class ReaderWindow(QMainWindow):
    """Shows tabs on another part of the screen; closing it closes only them.

    The keys of the program work in it once its owner has added their actions.
    `escaped` tells of an Esc that nothing in it had a use for.
    """

    closed = Signal()
    escaped = Signal()

    def __init__(self, tabs: TabGroup, project_name: str, notices: Notices) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.tabs = tabs
        self._project_name = project_name
        self._bar = NoticeBar(notices)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._bar)
        rows.addWidget(tabs, 1)
        self.setCentralWidget(body)
        self._parts = Parts([self._bar, tabs])
        self.resize(*SIZE)
        tabs.currentChanged.connect(self._name_after_tab)
        tabs.named.connect(self._name_after_tab)
        tabs.emptied.connect(self.close)

    def come_forward(self) -> None:
        """Bring the window before the others, and give it the keys."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def _name_after_tab(self) -> None:
        if self.tabs.count():
            title = self.tabs.title_of(self.tabs.currentWidget())
            self.setWindowTitle(f"{title} – {self._project_name}")

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return self._parts.step(1 if next else -1) or super().focusNextPrevChild(next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._bar.isVisible():
            self._bar.dismiss()
        else:
            self.escaped.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
