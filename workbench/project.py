"""The open project: one SQLite file, its stores, its history and its search.

One connection writes, and only inside an operation; another one reads, so that an
import on another thread never blocks what the window shows.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self
from uuid import uuid4

from workbench.errors import ReadOnlyProject, StillRunning, WorkbenchError
from workbench.following import IndexFollower, build_index
from workbench.model.changes import Action, Changes
from workbench.model.ids import StepId
from workbench.store import database
from workbench.store.history import Recorder
from workbench.store.lock import FileLock, lock_for
from workbench.store.texts import TextCache
from workbench.store.trouble import explain, moved
from workbench.views import Edit, ProjectView

SUFFIX = ".workbench"

Listener = Callable[[Changes], None]


class Project(ProjectView):
    """One project file while it is open."""

    def __init__(
        self, path: Path, analyst: str, lock: FileLock | None, read_only_reason: str
    ) -> None:
        super().__init__(path, database.connect(path, read_only=True), analyst)
        self.read_only_reason = read_only_reason
        self._lock = lock
        self._sitting = uuid4().hex
        self._series: set[str] = set()
        self._listeners: list[Listener] = []
        self._writing = threading.RLock()
        self._edit: Edit | None = None
        self._writer: sqlite3.Connection | None = None

    @classmethod
    def create(cls, path: Path, *, analyst: str = "") -> Project:
        """Make a new project file and open it."""
        database.create(path, build_index)
        return cls.open(path, analyst=analyst)

    @classmethod
    def open(cls, path: Path, *, analyst: str = "", read_only: bool = False) -> Project:
        """Open a project; while another program has it open, for reading only."""
        version = database.check_file(path)
        reason = f"{path.name} is open for reading only."
        lock, reason = (None, reason) if read_only else lock_for(path)
        with contextlib.ExitStack() as on_failure:
            if lock:
                on_failure.callback(lock.release)
                database.upgrade(path, version, build_index)
            project = cls(path, analyst, lock, reason)
            on_failure.callback(project.close)
            if lock:
                project._start_writing()
            on_failure.pop_all()
        return project

    @property
    def is_read_only(self) -> bool:
        """Tell whether changes are refused."""
        return self._writer is None

    def close(self) -> None:
        """Close the project, once what is being written is through.

        A single file remains. Operations that come later are refused.
        """
        with self._writing:
            self._reading.close()
            if self._writer is not None:
                database.close_writer(self._writer)
                self._writer = None
                self.read_only_reason = f"{self.path.name} was closed; open it again."
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextlib.contextmanager
    def reader(self) -> Iterator[ProjectView]:
        """Give a job its own view of the project as it is now, closed at the end.

        What is changed meanwhile is not seen, so that names and ids fit together.
        """
        connection = database.connect(self.path, read_only=True)
        try:
            connection.execute("begin")
            yield ProjectView(self.path, connection, self.analyst)
        except sqlite3.DatabaseError as error:
            raise database.unusable(self.path.name, error) from error
        finally:
            connection.close()

    @contextlib.contextmanager
    def operation(self, label: str, merge_key: str = "") -> Iterator[Edit]:
        """Make everything inside one transaction, one step and one notice.

        An operation inside an operation is part of the outer one. Steps that follow
        each other with the same `merge_key` become one, unless the project was closed
        or a step was undone in between. When nothing was changed, there is no step and
        no notice.
        """
        with self._writing:
            if self._edit is not None:
                yield self._edit
                return
            with self._transaction() as edit:
                edit.label = label
                yield edit
                is_series = merge_key in self._series
                if merge_key and not is_series:
                    merge_key = f"{self._sitting}:{merge_key}"
                ids = self._recorder.record(
                    edit.label,
                    self.analyst,
                    merge_key,
                    is_series=is_series,
                    removed=edit.removed,
                )
        if ids:
            self._announce(Changes(edit.label, Action.DONE, ids))

    @contextlib.contextmanager
    def aside(self, *kinds: str) -> Iterator[Edit]:
        """Write beside the history: one transaction and one notice, but no step.

        Only for tables that no step records; `kinds` are theirs. Waits for an operation
        that goes on in another thread, and cannot be part of one. What is removed is
        not kept anywhere, so it must not lie on in the file either.
        """
        with self._writing:
            assert self._edit is None, "an operation is going on"
            with self._transaction() as edit:
                assert self._writer is not None
                with database.erasing(self._writer):
                    yield edit
        self._announce(Changes("", Action.DONE, {it: frozenset() for it in kinds}))

    @contextlib.contextmanager
    def series(self) -> Iterator[str]:
        """Give a merge key whose operations are one step, whatever comes in between.

        Such operations must only add: other steps, later ones, may rest on what they
        added. The step cannot be undone until the series ends.
        """
        key = f"series:{uuid4().hex}"
        self._series.add(key)
        try:
            yield key
        finally:
            self._series.discard(key)

    def undo(self) -> Changes:
        """Take the last step back; all of it or, with a reason, none."""
        return self._turn("undo", Action.UNDONE)

    def redo(self) -> Changes:
        """Do the step that was taken back last again."""
        return self._turn("redo", Action.REDONE)

    def walk_to(self, step_id: StepId) -> Changes | None:
        """Undo or redo until this step is the newest in force; one notice.

        When a step on the way refuses, the project stays where it was.
        """
        with self._writing, self._transaction():
            self._refuse_unfinished()
            walked = self._recorder.walk_to(step_id)
            self._sitting = uuid4().hex
        if walked is None:
            return None
        label, is_back, ids = walked
        changes = Changes(label, Action.UNDONE if is_back else Action.REDONE, ids)
        self._announce(changes)
        return changes

    def empty_bin(self) -> Changes:
        """Lose what is in the bin for good, and with it all that could be undone.

        What is lost must not stay in the file either; `WorkbenchError` where it does.
        """
        problem: sqlite3.Error | None = None
        with self._writing:
            with self._transaction() as edit:
                edit.bin.empty()
                edit.reuse.forget_removed()
                edit.cells.forget_removed()
                edit.absences.forget_removed()
                edit.cases.forget_removed()
                self._follower.forget_removed()
                self._recorder.forget()
            assert self._writer is not None
            try:
                self._writer.execute("vacuum")
            except sqlite3.Error as error:
                problem = error
        changes = Changes("Empty the bin", Action.DONE, {"bin_entries": frozenset()})
        self._announce(changes)
        if problem is not None:
            raise WorkbenchError(
                f"The bin is empty, but traces of what it held stay in {self.path.name}"
                f" ({problem}); free some space on the disk and empty the bin again."
            ) from problem
        return changes

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change; returns what ends that.

        It is called after the commit, on the thread that made the change.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def checkpoint(self, *, empty_log: bool = False) -> None:
        """Fold the write-ahead log in, so that a copy of the file is complete.

        The log is written over later; or emptied, unless something is being read.
        """
        if self._writer is not None:
            how = "truncate" if empty_log else "passive"
            with self._writing, contextlib.suppress(sqlite3.OperationalError):
                self._writer.execute(f"pragma wal_checkpoint({how})")

    def _start_writing(self) -> None:
        try:
            writer = database.open_writer(self.path)
        except sqlite3.OperationalError as error:
            self.read_only_reason = (
                f"{self.path.name} can only be read ({error}); see whether its disk is"
                " full, and open it again."
            )
            return
        self._writer = writer
        self._texts = TextCache(writer)
        self._identity = _identity(self.path)
        self._follower = IndexFollower(writer)
        self._recorder = Recorder(writer, self._follower.follow)
        # Opens the log while it surely has its name: a file that is moved later can
        # still be read.
        self._reading.execute("select 1 from project").fetchone()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Edit]:
        if self._writer is None:
            raise ReadOnlyProject(self.read_only_reason)
        if _identity(self.path) != self._identity:
            raise moved(self.path)
        try:
            self._writer.execute("begin immediate")
            self._edit = Edit(self._writer, self.analyst, self._texts)
            yield self._edit
            self._writer.execute("commit")
        except BaseException as error:
            if self._writer.in_transaction:
                self._writer.execute("rollback")
            # The ids of texts that were taken back will be given out again.
            self._texts = TextCache(self._writer)
            explain(error, self.path.name)
            raise
        finally:
            self._edit = None

    def _turn(self, direction: str, action: Action) -> Changes:
        with self._writing, self._transaction():
            if direction == "undo":
                self._refuse_unfinished()
            turn = self._recorder.undo if direction == "undo" else self._recorder.redo
            label, ids = turn()
            self._sitting = uuid4().hex
        changes = Changes(label, action, ids)
        self._announce(changes)
        return changes

    def _refuse_unfinished(self) -> None:
        if any(self._recorder.is_next_to_undo(key) for key in list(self._series)):
            raise StillRunning(
                f"“{self.history.undo_label}” is still going on; cancel it, or undo it"
                " when it is through."
            )

    def _announce(self, changes: Changes) -> None:
        for listener in list(self._listeners):
            listener(changes)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells this file from every other; None when it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
