"""The windows that may stay open beside the work, one of each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from ui.guide import Guide
from ui.key_list import KeyList
from ui.live_settings import LiveSettings
from ui.preferences.window import Preferences


class Beside:
    """Makes a window when it is first asked for, and then brings it to the front."""

    def __init__(self, parent: QWidget, settings: LiveSettings) -> None:
        self._parent = parent
        self._settings = settings
        self._open: dict[str, QDialog] = {}

    def show_keys(self) -> None:
        """Show every key."""
        self._show("keys", lambda: KeyList(self._parent))

    def show_guide(self) -> None:
        """Show how things are done."""
        self._show("guide", lambda: Guide(self._parent))

    def show_preferences(self) -> None:
        """Show what can be chosen."""
        self._show("preferences", lambda: Preferences(self._settings, self._parent))

    def _show(self, name: str, make: Callable[[], QDialog]) -> None:
        window = self._open.get(name) or make()
        self._open[name] = window
        window.show()
        window.raise_()
        window.activateWindow()
