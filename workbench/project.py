"""The open project: one SQLite file, its stores, its history and its search.

One connection writes, and only inside an operation; another one reads, so that an
import on another thread never blocks what the window shows.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

from workbench.errors import ReadOnlyProject, WorkbenchError
from workbench.model.changes import Action, Changes
from workbench.model.search import Answer, Scope
from workbench.search.index import Index, create_index
from workbench.search.searcher import Searcher
from workbench.store import database
from workbench.store.documents import DocumentStore, unpack_blocks
from workbench.store.history import Recorder, RowChange, StepStore
from workbench.store.lock import FileLock
from workbench.store.notes import NoteStore
from workbench.store.passages import PassageStore
from workbench.store.tables import CaseStore, TableStore
from workbench.store.tags import TagStore

SUFFIX = ".workbench"
DEFAULT_LIMIT = 200

Listener = Callable[[Changes], None]


class Stores:
    """The stores of a project over one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.documents = DocumentStore(connection)
        self.passages = PassageStore(connection)
        self.tags = TagStore(connection)
        self.notes = NoteStore(connection)
        self.cases = CaseStore(connection)
        self.tables = TableStore(connection)
        self.history = StepStore(connection)


class Edit(Stores):
    """What an operation writes with; `label` names the step it will become."""

    def __init__(self, connection: sqlite3.Connection, analyst: str) -> None:
        super().__init__(connection)
        self.analyst = analyst
        self.label = ""


class ProjectView(Stores):
    """A project to read from, over a connection of its own."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self.path = path
        self._reading = connection
        self._searcher = Searcher(connection, self.documents)

    @property
    def name(self) -> str:
        """The project's name: that of its file, without the suffix."""
        return self.path.stem

    def search(
        self, query: str, scope: Scope = Scope.DOCUMENT, limit: int = DEFAULT_LIMIT
    ) -> Answer:
        """Answer what an analyst typed; never raises on account of the query."""
        return self._searcher.search(query, scope, limit)

    def problems(self) -> list[str]:
        """Return what is wrong with the file's pages, keys and search index."""
        index = Index(self._reading)
        texts = ((it[0], it[1], it[3]) for it in self.documents.texts())
        return database.integrity_problems(self._reading) + index.problems(texts)


class Project(ProjectView):
    """One project file while it is open."""

    def __init__(self, path: Path, analyst: str, lock: FileLock | None) -> None:
        super().__init__(path, database.connect(path, read_only=True))
        self.analyst = analyst
        self.read_only_reason = ""
        self._lock = lock
        self._listeners: list[Listener] = []
        self._writing = threading.RLock()
        self._edit: Edit | None = None
        self._writer: sqlite3.Connection | None = None

    @classmethod
    def create(cls, path: Path, *, analyst: str = "") -> Project:
        """Make a new project file and open it."""
        database.create(path, create_index)
        return cls.open(path, analyst=analyst)

    @classmethod
    def open(cls, path: Path, *, analyst: str = "", read_only: bool = False) -> Project:
        """Open a project; while another program has it open, for reading only."""
        version = database.check_file(path)
        lock = None if read_only else _lock_for(path)
        if lock:
            database.upgrade(path, version, create_index)
        project = cls(path, analyst, lock)
        if lock:
            project._start_writing()
        else:
            project.read_only_reason = _why_read_only(path, asked_for=read_only)
        return project

    @property
    def is_read_only(self) -> bool:
        """Tell whether changes are refused."""
        return self._writer is None

    def close(self) -> None:
        """Close the project; a single file remains."""
        self._reading.close()
        if self._writer is not None:
            database.close_writer(self._writer)
            self._writer = None
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextlib.contextmanager
    def reader(self) -> Iterator[ProjectView]:
        """Give a job its own view of the project, closed at the end."""
        connection = database.connect(self.path, read_only=True)
        try:
            yield ProjectView(self.path, connection)
        finally:
            connection.close()

    @contextlib.contextmanager
    def operation(self, label: str, merge_key: str = "") -> Iterator[Edit]:
        """Make everything inside one transaction, one step and one notice.

        An operation inside an operation is part of the outer one. Steps that follow
        each other with the same `merge_key` become one. When nothing was changed,
        there is no step and no notice.
        """
        with self._writing:
            if self._edit is not None:
                yield self._edit
                return
            with self._transaction() as edit:
                edit.label = label
                yield edit
                ids = self._recorder.record(edit.label, self.analyst, merge_key)
        if ids:
            self._announce(Changes(edit.label, Action.DONE, ids))

    def undo(self) -> Changes:
        """Take the last step back; all of it or, with a reason, none."""
        return self._turn("undo", Action.UNDONE)

    def redo(self) -> Changes:
        """Do the step that was taken back last again."""
        return self._turn("redo", Action.REDONE)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change; returns what ends that.

        It is called after the commit, on the thread that made the change.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def checkpoint(self) -> None:
        """Fold the write-ahead log in, so that a copy of the file is complete."""
        if self._writer is not None:
            with self._writing, contextlib.suppress(sqlite3.OperationalError):
                self._writer.execute("pragma wal_checkpoint(passive)")

    def _start_writing(self) -> None:
        self._writer = database.open_writer(self.path)
        self._index = Index(self._writer)
        self._recorder = Recorder(self._writer, self._follow)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Edit]:
        if self._writer is None:
            raise ReadOnlyProject(self.read_only_reason)
        _begin(self._writer)
        self._edit = Edit(self._writer, self.analyst)
        try:
            yield self._edit
            self._writer.execute("commit")
        except BaseException as error:
            if self._writer.in_transaction:
                self._writer.execute("rollback")
            _explain(error, self.path.name)
            raise
        finally:
            self._edit = None

    def _turn(self, direction: str, action: Action) -> Changes:
        with self._writing, self._transaction():
            turn = self._recorder.undo if direction == "undo" else self._recorder.redo
            label, ids = turn()
        changes = Changes(label, action, ids)
        self._announce(changes)
        return changes

    def _announce(self, changes: Changes) -> None:
        for listener in list(self._listeners):
            listener(changes)

    def _follow(self, changes: Sequence[RowChange]) -> None:
        """Keep the search index equal to the texts, in the same transaction."""
        before: dict[int, RowChange] = {}
        for change in changes:
            if change.table == "texts":
                before.setdefault(change.row_id, change)
        for row_id, change in before.items():
            if change.kind != "insert":
                _, document_id, content, blocks = change.old
                self._index.remove(document_id, content, unpack_blocks(blocks))
            self._add_to_index(row_id)

    def _add_to_index(self, version_id: int) -> None:
        assert self._writer is not None
        row = self._writer.execute(
            "select document_id, content, blocks from texts where id = ?", [version_id]
        ).fetchone()
        if row:
            self._index.add(row[0], row[1], unpack_blocks(row[2]))


def _lock_for(path: Path) -> FileLock | None:
    lock = FileLock(path)
    return lock if _is_writable(path) and lock.acquire() else None


def _is_writable(path: Path) -> bool:
    try:
        with path.open("rb+"):
            return True
    except OSError:
        return False


def _why_read_only(path: Path, *, asked_for: bool) -> str:
    if asked_for:
        return f"{path.name} is open for reading only."
    if not _is_writable(path):
        return f"{path.name} is write-protected; save a copy elsewhere to change it."
    return (
        f"{path.name} is already open elsewhere, so it can only be read here;"
        " close it there to make changes."
    )


def _begin(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("begin immediate")
    except sqlite3.OperationalError as error:
        raise WorkbenchError(
            f"The project is busy ({error}); try again in a moment."
        ) from error


_ADVICE: Mapping[int, str] = {
    sqlite3.SQLITE_FULL: "the disk is full. Nothing was changed; free some space, or"
    " save a copy of the project elsewhere",
    sqlite3.SQLITE_IOERR: "the disk could not be written. Nothing was changed; save a"
    " copy of the project elsewhere",
    sqlite3.SQLITE_READONLY: "the file became write-protected. Nothing was changed",
}


def _explain(error: BaseException, name: str) -> None:
    """Raise what a person can act on in place of SQLite's own words."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _ADVICE:
        raise WorkbenchError(f"{name} was not saved: {_ADVICE[code]}.") from error
