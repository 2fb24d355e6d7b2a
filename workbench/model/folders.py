"""Folders that were imported and can be imported again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.model.ids import FolderId


@dataclass(frozen=True, slots=True)
class FolderChoice:
    """Which files of a folder come in.

    Patterns are those of a shell (`*.pdf`, `drafts/*`), letter case apart, matched
    against the path inside the folder and against the name alone. Without `include`
    every file that can be read comes in; `exclude` wins.
    """

    path: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    has_subfolders: bool = True


@dataclass(frozen=True, slots=True)
class ImportedFolder:
    """A folder that the project remembers, and when it was imported last."""

    id: FolderId
    choice: FolderChoice
    imported_at: datetime
