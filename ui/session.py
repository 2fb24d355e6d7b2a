"""What the window remembers between two starts: sizes, tabs, recent projects."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from ui.described.model import ColumnPlace
from ui.places.arrangement import Arrangement, from_json, to_json
from workbench.model.search import AliasUse, Scope, SearchOptions, SortBy
from workbench.settings import NAME

RECENT = 10
MOST_POSITIONS = 500
LONGEST_QUERY = 2000


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
    def settings_path(self) -> Path:
        """Where the settings of the same person are kept."""
        return Path(self._settings.fileName()).with_name(NAME)

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

    def arrangement(self, path: Path) -> Arrangement | None:
        """Return how a project's tabs stood; None at the first time."""
        return from_json(str(self._settings.value(f"arrangements/{_key(path)}") or ""))

    def keep_arrangement(self, path: Path, arrangement: Arrangement) -> None:
        """Remember how a project's tabs stand."""
        self._settings.setValue(f"arrangements/{_key(path)}", to_json(arrangement))

    def columns(self, path: Path) -> dict[str, list[ColumnPlace]]:
        """Return how a project's tables of documents and cases were arranged."""
        try:
            value = self._settings.value(f"columns/{_key(path)}")
            kept = json.loads(str(value or "{}"))
            return {
                str(table): [ColumnPlace(str(k), int(w), bool(h)) for k, w, h in places]
                for table, places in kept.items()
            }
        except (AttributeError, ValueError, TypeError):
            return {}  # Somebody wrote into the file.

    def keep_columns(self, path: Path, tables: Mapping[str, list[ColumnPlace]]) -> None:
        """Remember how a project's tables of documents and cases are arranged."""
        self._settings.setValue(f"columns/{_key(path)}", json.dumps(tables))

    def table_looks(self, path: Path) -> dict[str, Any]:
        """Return how a project's comparison tables were looked at last."""
        try:
            kept = json.loads(str(self._settings.value(f"tables/{_key(path)}") or "{}"))
        except ValueError:
            return {}  # Somebody wrote into the file.
        return kept if isinstance(kept, dict) else {}

    def keep_table_looks(self, path: Path, looks: Mapping[str, Any]) -> None:
        """Remember how a project's comparison tables are looked at."""
        self._settings.setValue(f"tables/{_key(path)}", json.dumps(looks))

    def search(self, path: Path) -> tuple[str, SearchOptions]:
        """Return what was searched for in a project last, and how."""
        try:
            kept = json.loads(str(self._settings.value(f"searches/{_key(path)}")))
            return str(kept["query"]), SearchOptions(
                Scope(kept["scope"]),
                SortBy(kept["sort"]),
                AliasUse(kept["aliases"]),
                zones=bool(kept["zones"]),
            )
        except (ValueError, TypeError, LookupError):
            return "", SearchOptions()  # Never searched, or somebody wrote there.

    def keep_search(self, path: Path, query: str, options: SearchOptions) -> None:
        """Remember what is searched for in a project."""
        kept = {
            "query": query[:LONGEST_QUERY],
            "scope": options.scope,
            "sort": options.sort,
            "aliases": options.aliases,
            "zones": options.zones,
        }
        self._settings.setValue(f"searches/{_key(path)}", json.dumps(kept))

    def flush(self) -> None:
        """Write what is remembered into its file now, and nothing but that."""
        self._settings.sync()

    def positions(self, path: Path) -> dict[int, int]:
        """Return where each document of a project was read last, as offsets."""
        kept = self._kept_positions()
        return {document_id: at for key, document_id, at in kept if key == _key(path)}

    def keep_positions(self, path: Path, positions: Mapping[int, int]) -> None:
        """Remember where documents were read last; the oldest of many are forgotten."""
        key = _key(path)
        new = [(key, document_id, at) for document_id, at in positions.items()]
        known = {it[:2] for it in new}
        old = [it for it in self._kept_positions() if it[:2] not in known]
        kept = [*old, *new][-MOST_POSITIONS:]
        self._settings.setValue("places/positions", json.dumps(kept))

    def page_modes(self, path: Path) -> dict[int, str]:
        """Return how the pages of a project's documents were shown last."""
        try:
            kept = json.loads(str(self._settings.value(f"pages/{_key(path)}") or "{}"))
            return {int(it): str(mode) for it, mode in kept.items()}
        except (AttributeError, ValueError, TypeError):
            return {}  # Somebody wrote into the file.

    def keep_page_modes(self, path: Path, modes: Mapping[int, str]) -> None:
        """Remember how the pages of a project's documents are shown."""
        self._settings.setValue(f"pages/{_key(path)}", json.dumps(modes))

    def _kept_positions(self) -> list[tuple[str, int, int]]:
        try:
            kept = json.loads(str(self._settings.value("places/positions") or "[]"))
            return [(str(key), int(it), max(0, int(at))) for key, it, at in kept]
        except (ValueError, TypeError):
            return []  # Somebody wrote into the file.


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
