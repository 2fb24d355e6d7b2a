"""Folders: what is in them, what of it is new, and importing them again."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
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
from workbench.model.ids import DocumentId, FolderId
from workbench.operations.labels import quoted
from workbench.operations.reference_files import must_have_references
from workbench.project import Project
from workbench.views import Stores

LOOK: Final = "Looking through the folder"
_SHEETS: Final = {Format.CSV, Format.WORKBOOK}
_LONGEST: Final = 200


def look_through(
    view: Stores, choice: FolderChoice, tracker: Tracker | None = None
) -> FolderPreview:
    """Return what a folder holds, and what of it the project has already.

    Files are compared with what was imported by their bytes. Call it in a job.
    """
    root = _checked_root(choice.path)
    tracker = tracker or Tracker()
    found = list(_found(choice, tracker))
    judge = _Judge(view, root)
    files = []
    for done, (path, place) in enumerate(found):
        tracker.advance(done, len(found), LOOK, "files")
        files.append(judge.seen(path, place))
    return FolderPreview(choice, tuple(judge.judged(files)))


def imported_folders(view: Stores) -> list[ImportedFolder]:
    """Return the folders that can be imported again, the last one first."""
    return view.folders.all()


def forget_folder(project: Project, folder_id: FolderId) -> None:
    """Do not offer a folder to be imported again; its documents stay."""
    with project.operation("Forget folder") as edit:
        folder = edit.folders.get(folder_id)
        edit.label = f"Forget folder {quoted(Path(folder.choice.path).name)}"
        edit.folders.forget(folder_id)


def _found(choice: FolderChoice, tracker: Tracker) -> Iterator[tuple[Path, Place]]:
    """Yield the files; how many there will be is not known yet."""
    for number, found in enumerate(files_in(choice), 1):
        tracker.advance(0, number, LOOK, "files")
        yield found


def _checked_root(path: str) -> Path:
    root, shown = Path(path), path if len(path) < _LONGEST else f"{path[:_LONGEST]}…"
    try:
        is_folder = root.is_dir()
        is_there = is_folder or root.exists()
    except OSError:  # too long a name, say
        is_folder = is_there = False
    if not is_there:
        raise UnreadableFile(f"There is no folder {shown}; look where it was moved to.")
    if not is_folder:
        raise UnreadableFile(
            f"{root.name} is not a folder; choose the folder that it is in."
        )
    if _as_kept(path) != path:
        raise UnreadableFile(
            f"The name of the folder {_as_kept(path)} is not written in UTF-8, so it"
            " cannot be remembered; rename the folder."
        )
    return root


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file of a folder beside what the project knows of it.

    `there` are the documents that came from this path, `same` those that are these
    very bytes, wherever they came from. `size` is None for a file that nobody can
    look at.
    """

    path: Path
    place: Place
    size: int | None
    there: Sequence[KnownFile]
    same: Sequence[KnownFile]

    @property
    def is_sheet(self) -> bool:
        """Tell whether its documents are rows."""
        return SUFFIXES.get(self.path.suffix.lower()) in _SHEETS

    @property
    def own(self) -> KnownFile | None:
        """Return the document that is the file as a whole, not a part of it."""
        names = {_as_kept(self.path.stem), _as_kept(self.path.name)}
        return next((it for it in reversed(self.there) if it.name in names), None)

    @property
    def renewed(self) -> KnownFile | None:
        """Return the document that the file would be a new version of."""
        is_new = self.place is Place.WANTED and self.size is not None and not self.same
        return self.own if is_new and not self.is_sheet else None


class _Judge:
    """Tells what the files of a folder are to a project."""

    def __init__(self, view: Stores, root: Path) -> None:
        self._root = root
        self._at: defaultdict[str, list[KnownFile]] = defaultdict(list)
        self._by_digest: defaultdict[str, list[KnownFile]] = defaultdict(list)
        self._sizes = set()
        for known in view.documents.files():
            self._at[known.path].append(known)
            self._by_digest[known.sha256].append(known)
            self._sizes.add(known.size)

    def seen(self, path: Path, place: Place) -> _Seen:
        """Look at a file."""
        size = _size(path)
        there = self._at.get(_kept_path(path), [])
        digest = _digest(path) if place is Place.WANTED and size in self._sizes else ""
        return _Seen(path, place, size, there, self._by_digest.get(digest, []))

    def judged(self, files: Sequence[_Seen]) -> Iterator[FolderFile]:
        """Yield the files with their states, then the documents whose files are gone.

        A copy of what a file said until it was changed is a file of its own.
        """
        renewed = {it.renewed.document_id for it in files if it.renewed}
        yield from (self._judged(it, renewed) for it in files)
        yield from self._missing({_kept_path(it.path) for it in files})

    def _judged(self, seen: _Seen, renewed: AbstractSet[DocumentId]) -> FolderFile:
        staying = [it for it in seen.same if it.document_id not in renewed]
        if seen.place is Place.LEFT_OUT:
            return self._file(seen, FileState.LEFT_OUT)
        if seen.place is Place.OTHER or seen.size is None:
            is_bibliography = must_have_references(seen.path)
            state = FileState.REFERENCES if is_bibliography else FileState.NOT_READ
            return self._file(seen, state)
        if staying:
            here = [it for it in staying if it in seen.there]
            return self._file(seen, FileState.SAME, [*here, *staying][0])
        if seen.there and seen.is_sheet:
            return self._file(seen, FileState.ROWS)
        if seen.renewed:
            return self._file(seen, FileState.CHANGED, seen.renewed)
        return self._file(seen, FileState.NEW)

    def _missing(self, seen: AbstractSet[str]) -> Iterator[FolderFile]:
        inside = f"{os.path.abspath(self._root)}{os.sep}"  # noqa: PTH100
        for path, known in self._at.items():
            if path.startswith(inside) and path not in seen and not _is_there(path):
                gone = _Seen(Path(path), Place.WANTED, None, known, [])
                yield self._file(gone, FileState.MISSING, known[0])

    def _file(
        self, seen: _Seen, state: FileState, known: KnownFile | None = None
    ) -> FolderFile:
        inner = os.path.relpath(seen.path, self._root)
        own, name = (known.document_id, known.name) if known else (None, "")
        return FolderFile(str(seen.path), inner, seen.size or 0, state, own, name)


def _kept_path(path: Path) -> str:
    """Return a path as the project keeps that of a file."""
    return _as_kept(os.path.abspath(path))  # noqa: PTH100 - a link stays a link


def _as_kept(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


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
    """Return a SHA-256; empty for what cannot be read, which is told later."""
    try:
        if not path.is_file():  # a pipe would keep us waiting
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
