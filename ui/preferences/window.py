"""The window of the preferences; what is chosen there counts at once."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from ui.live_settings import LiveSettings
from ui.preferences.entries import EntriesPage
from ui.preferences.keys_page import KeysPage
from ui.widgets.ground import lay_on_surface
from workbench.settings import Group


class Preferences(QDialog):
    """A page for each group of settings, and one for the keys; never modal."""

    def __init__(self, settings: LiveSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Preferences")
        self.setModal(False)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setAccessibleName("Pages of the preferences")
        for group in Group:
            self._add(EntriesPage(group, settings), group.value)
        self.keys_page = KeysPage(settings)
        self._add(self.keys_page, "Keys")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.resize(720, 560)

    def _add(self, page: QWidget, name: str) -> None:
        lay_on_surface(page)
        self.pages.addTab(page, name)
