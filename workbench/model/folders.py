"""Folders that were imported and can be imported again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.model.ids import DocumentId, FolderId


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


class FileState(StrEnum):
    """What an import would make of a file of a folder."""

    NEW = "new"
    CHANGED = "changed"
    ROWS = "rows"
    SAME = "in the project"
    MISSING = "missing"
    LEFT_OUT = "left out"
    REFERENCES = "references"
    NOT_READ = "not read"


@dataclass(frozen=True, slots=True)
class FolderFile:
    """One file of a folder, or a document whose file is not there any more.

    `inner` is the path inside the folder, `size` in bytes. `document_id` is the
    document that the file is, would be a new version of, or was; `name` is what that
    is called. The rows of a changed sheet come in as documents of their own, those
    that are in the project already apart.
    """

    path: str
    inner: str
    size: int
    state: FileState
    document_id: DocumentId | None = None
    name: str = ""

    @property
    def can_come_in(self) -> bool:
        """Tell whether an import changes anything."""
        return self.state in {FileState.NEW, FileState.CHANGED, FileState.ROWS}


@dataclass(frozen=True, slots=True)
class FolderPreview:
    """What a folder holds; files in order, then what is missing."""

    choice: FolderChoice
    files: tuple[FolderFile, ...]

    def count(self, *states: FileState) -> int:
        """Return how many files are in these states."""
        return sum(it.state in states for it in self.files)

    @property
    def coming(self) -> tuple[FolderFile, ...]:
        """Return the files that an import would bring in."""
        return tuple(it for it in self.files if it.can_come_in)
