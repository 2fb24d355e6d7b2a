"""The folders that were imported."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from workbench.errors import NotFound
from workbench.model.folders import FolderChoice, ImportedFolder
from workbench.model.ids import FolderId
from workbench.store.choices import pack_choices, unpack_choices
from workbench.store.moments import moment_of

_SELECT = (
    "select id, path, include, exclude, subfolders, imported_at from imported_folders"
)


class FolderStore:
    """Reads and writes imported folders on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[ImportedFolder]:
        """Return the folders, what was imported last first."""
        rows = self._run(f"{_SELECT} order by imported_at desc, id desc")
        return [_folder(*row) for row in rows]

    def get(self, folder_id: FolderId) -> ImportedFolder:
        """Return one folder; `NotFound` when the project does not remember it."""
        row = self._run(f"{_SELECT} where id = ?", [folder_id]).fetchone()
        if row is None:
            raise NotFound("That folder is not remembered in this project any more.")
        return _folder(*row)

    def at(self, path: str) -> ImportedFolder | None:
        """Return the folder at a path, if the project remembers it."""
        row = self._run(f"{_SELECT} where path = ?", [path]).fetchone()
        return _folder(*row) if row else None

    def keep(self, choice: FolderChoice, imported_at: datetime) -> None:
        """Remember a folder, or that it was imported again."""
        self._run(
            "insert into imported_folders (path, include, exclude, subfolders,"
            " imported_at) values (?, ?, ?, ?, ?) on conflict (path) do update set"
            " include = excluded.include, exclude = excluded.exclude,"
            " subfolders = excluded.subfolders, imported_at = excluded.imported_at",
            [
                choice.path,
                pack_choices(choice.include),
                pack_choices(choice.exclude),
                int(choice.has_subfolders),
                imported_at.isoformat(timespec="seconds"),
            ],
        )

    def forget(self, folder_id: FolderId) -> None:
        """Do not remember a folder any more; its documents stay."""
        self._run("delete from imported_folders where id = ?", [folder_id])


def _folder(
    folder_id: int, path: str, include: str, exclude: str, subfolders: int, at: str
) -> ImportedFolder:
    patterns = unpack_choices(include), unpack_choices(exclude)
    choice = FolderChoice(path, *patterns, has_subfolders=bool(subfolders))
    return ImportedFolder(FolderId(folder_id), choice, moment_of(at))
