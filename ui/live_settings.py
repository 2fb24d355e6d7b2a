"""The settings of the running program: what changes them saves and tells it at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from workbench.errors import WorkbenchError
from workbench.settings import USUAL, Look, Settings, read_settings, write_settings


def wanted_dark(settings: Settings) -> bool | None:
    """Return whether the window is to be dark; None follows the system."""
    return {Look.DARK: True, Look.LIGHT: False}.get(Look(settings.look))


class LiveSettings(QObject):
    """Holds the settings of one file; `trouble` is a sentence about that file."""

    changed = Signal(object)  # the Settings before
    trouble = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.now = USUAL
        self.problem = ""
        try:
            self.now = read_settings(path)
        except WorkbenchError as error:
            self.problem = str(error)

    def change(self, **values: Any) -> None:
        """Choose other values by the names of `Settings`; what works stays in force."""
        before, self.now = self.now, replace(self.now, **values)
        if self.now == before:
            return
        self.changed.emit(before)
        try:
            write_settings(self._path, self.now)
        except WorkbenchError as error:
            self.trouble.emit(str(error))
