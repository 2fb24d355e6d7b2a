"""What the window remembers between two starts: sizes, looks, recent projects."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

RECENT = 10


class Session:
    """Settings in one INI file, so that a test can have its own."""

    def __init__(self, path: Path | None = None) -> None:
        self._settings = QSettings(
            str(path or _config_path()), QSettings.Format.IniFormat
        )

    def state(self, name: str) -> QByteArray:
        """Return a remembered geometry or splitter state; empty when there is none."""
        value = self._settings.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember a geometry or splitter state."""
        self._settings.setValue(f"window/{name}", state)

    @property
    def dark(self) -> bool | None:
        """Whether dark was chosen; None follows the system."""
        value = self._settings.value("look/dark")
        return None if value is None else str(value).lower() == "true"

    @dark.setter
    def dark(self, dark: bool | None) -> None:
        self._settings.setValue("look/dark", dark)

    def recent(self) -> list[Path]:
        """Return the projects opened last, the newest first."""
        value = self._settings.value("projects/recent") or []
        return [Path(it) for it in ([value] if isinstance(value, str) else value)]

    def remember_project(self, path: Path) -> None:
        """Put a project at the top of the recent ones."""
        resolved = path.resolve()
        others = [it for it in self.recent() if it != resolved]
        kept = [str(it) for it in [resolved, *others][:RECENT]]
        self._settings.setValue("projects/recent", kept)

    def open_documents(self, path: Path) -> list[int] | None:
        """Return the documents that were open in a project; None at the first time."""
        if not self._settings.contains(f"tabs/{_key(path)}"):
            return None
        value = self._settings.value(f"tabs/{_key(path)}") or []
        return [int(it) for it in ([value] if isinstance(value, str) else value)]

    def keep_open_documents(self, path: Path, ids: list[int]) -> None:
        """Remember the documents that are open in a project."""
        self._settings.setValue(f"tabs/{_key(path)}", [str(it) for it in ids])


def sample_path() -> Path:
    """Return where the sample project that a person opens from the menu lies."""
    location = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "Sample.workbench"


def _config_path() -> Path:
    location = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(location)) / "window.ini"


def _key(path: Path) -> str:
    # A slash would make groups inside the INI file.
    return str(path.resolve()).replace("/", "|").replace("\\", "|")
