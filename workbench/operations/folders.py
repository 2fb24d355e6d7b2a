"""Folders: what is in them, what of it is new, and importing them again."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from workbench.errors import UnreadableFile
from workbench.importing.finding import Place, files_in
from workbench.importing.formats import SUFFIXES, Format
from workbench.jobs import Tracker
from workbench.model.documents import KnownFile
from workbench.model.folders import (
    FileState,
    FolderChoice,
    FolderFile,
    FolderPreview,
    ImportedFolder,
)
from workbench.model.ids import FolderId
from workbench.operations.labels import quoted
from workbench.project import Project
from workbench.views import Stores

LOOK: Final = "Looking through the folder"
_SHEETS: Final = {Format.CSV, Format.WORKBOOK}
_CHUNK: Final = 1 << 20


def look_through(
    view: Stores, choice: FolderChoice, tracker: Tracker | None = None
) -> FolderPreview:
    """Return what a folder holds, and what of it the project has already.

    Files are compared with what was imported by their bytes. Call it in a job.
    """
    root = _checked_root(choice.path)
    tracker = tracker or Tracker()
    found = list(files_in(choice))
    judge = _Judge(view, root)
    files = []
    for done, (path, place) in enumerate(found):
        tracker.advance(done, len(found), LOOK)
        files.append(judge.judged(path, place))
    seen = {os.path.abspath(path) for path, _ in found}  # noqa: PTH100 - as imported
    return FolderPreview(choice, (*files, *judge.missing(seen)))


def imported_folders(view: Stores) -> list[ImportedFolder]:
    """Return the folders that can be imported again, the last one first."""
    return view.folders.all()


def forget_folder(project: Project, folder_id: FolderId) -> None:
    """Do not offer a folder to be imported again; its documents stay."""
    with project.operation("Forget folder") as edit:
        folder = edit.folders.get(folder_id)
        edit.label = f"Forget folder {quoted(Path(folder.choice.path).name)}"
        edit.folders.forget(folder_id)


def _checked_root(path: str) -> Path:
    root = Path(path)
    if not root.is_dir():
        raise UnreadableFile(
            f"There is no folder {path}; look where it was moved to."
            if not root.exists()
            else f"{root.name} is not a folder; choose the folder that it is in."
        )
    return root


class _Judge:
    """Tells what the files of a folder are to a project."""

    def __init__(self, view: Stores, root: Path) -> None:
        self._root = root
        self._at: defaultdict[str, list[KnownFile]] = defaultdict(list)
        self._by_digest: dict[str, KnownFile] = {}
        for known in view.documents.files():
            self._at[known.path].append(known)
            self._by_digest.setdefault(known.sha256, known)
        self._sizes = {it.size for it in self._by_digest.values()}

    def judged(self, path: Path, place: Place) -> FolderFile:
        """Return a file with its state."""
        size = _size(path)
        if place is Place.LEFT_OUT:
            return self._file(path, size, FileState.LEFT_OUT)
        if place is Place.OTHER or size is None:
            return self._file(path, size, FileState.NOT_READ)
        there = self._at.get(os.path.abspath(path), [])  # noqa: PTH100 - as imported
        digest = _digest(path) if size in self._sizes else ""
        same = next((it for it in there if it.sha256 == digest), None)
        if same := same or self._by_digest.get(digest):
            return self._file(path, size, FileState.SAME, same)
        if there and SUFFIXES[path.suffix.lower()] in _SHEETS:
            return self._file(path, size, FileState.ROWS)
        if there:
            return self._file(path, size, FileState.CHANGED, there[0])
        return self._file(path, size, FileState.NEW)

    def missing(self, seen: set[str]) -> Iterator[FolderFile]:
        """Yield the documents whose files were in the folder and are not any more."""
        inside = f"{os.path.abspath(self._root)}{os.sep}"  # noqa: PTH100
        for path, known in self._at.items():
            if path.startswith(inside) and path not in seen and not _is_there(path):
                yield self._file(Path(path), None, FileState.MISSING, known[0])

    def _file(
        self,
        path: Path,
        size: int | None,
        state: FileState,
        known: KnownFile | None = None,
    ) -> FolderFile:
        inner = os.path.relpath(path, self._root)
        own, name = (known.document_id, known.name) if known else (None, "")
        return FolderFile(str(path), inner, size or 0, state, own, name)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return None


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def _digest(path: Path) -> str:
    """Return a SHA-256; empty for a file that cannot be read, which is told later."""
    try:
        with path.open("rb") as file:
            return _digest_of(iter(lambda: file.read(_CHUNK), b""))
    except OSError:
        return ""


def _digest_of(chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()
