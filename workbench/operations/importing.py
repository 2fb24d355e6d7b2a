"""Bringing files in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from workbench.importing.finding import find_files
from workbench.importing.formats import SUFFIXES
from workbench.importing.workers import Asked
from workbench.jobs import Tracker
from workbench.model.folders import FileState, FolderChoice, FolderFile
from workbench.model.imports import ImportOutcome, ImportStatus
from workbench.model.row_mappings import RowMapping
from workbench.operations.arrivals import Arrival, Arrivals
from workbench.operations.references import References, references_beside
from workbench.project import Project
from workbench.views import Edit

READABLE = tuple(SUFFIXES)
"""The endings of the files that are read."""

MOST_NAMED = 8
"""How many of the files that are passed over are named."""


def import_paths(
    project: Project,
    paths: Sequence[Path],
    tracker: Tracker | None = None,
    rows: RowMapping | None = None,
    encoding: str = "",
) -> list[ImportOutcome]:
    """Import files and folders; each document becomes one line of the report.

    May run on any thread. The whole import is one step, whatever it is cut into.
    After a wish to stop, what is in stays in, and the report names the rest. `rows`
    says what becomes of a sheet's columns; without it that is guessed, as is an
    `encoding`.
    """
    found = find_files(paths)
    references = references_beside(paths)
    arrivals = [
        Arrival(Asked(it, encoding, rows))
        for it in found.files
        if it not in references.paths
    ]
    coming = Arrivals(project, arrivals, tracker or Tracker(), references)
    outcomes = [*coming.come_in(), *_problems(references)]
    others = [
        it
        for it in found.passed_over
        if it not in references.paths and not _is_of(project, it)
    ]
    return [*outcomes, _passed_over(others)] if others else outcomes


def import_folder(
    project: Project,
    choice: FolderChoice,
    files: Sequence[FolderFile],
    tracker: Tracker | None = None,
) -> list[ImportOutcome]:
    """Bring in files of a folder, and remember it so that it can be imported again.

    `files` are those of a preview that an analyst wants; what changed becomes a new
    version of its document. All of it is one step, as with `import_paths`.
    """
    wanted = [it for it in files if it.can_come_in]
    arrivals = [
        Arrival(
            Asked(Path(it.path)),
            renews=it.document_id if it.state is FileState.CHANGED else None,
        )
        for it in wanted
    ]
    references = references_beside([Path(choice.path)])
    coming = Arrivals(project, arrivals, tracker or Tracker(), references)

    def remember(edit: Edit) -> None:
        edit.folders.keep(choice, datetime.now(UTC))

    return [*coming.come_in(remember), *_problems(references)]


def _problems(references: References) -> list[ImportOutcome]:
    """Return a line for each thing that is wrong with files of references."""
    place = str(min(references.paths, default=Path()))
    return [
        ImportOutcome(
            place, ImportStatus.PASSED_OVER, None, "References", error=it, files=0
        )
        for it in references.problems
    ]


def _is_of(project: Project, path: Path) -> bool:
    """Tell whether a file is the project, or one that SQLite keeps beside it."""
    own = project.path.resolve()
    return path.parent.resolve() == own.parent and path.name.startswith(own.name)


def _passed_over(paths: Sequence[Path]) -> ImportOutcome:
    folder = Path(os.path.commonpath([it.parent for it in paths]))
    names = ", ".join(it.name for it in paths[:MOST_NAMED])
    more = f" and {len(paths) - MOST_NAMED:,} more" if paths[MOST_NAMED:] else ""
    kinds = "file of a kind that is" if len(paths) == 1 else "files of kinds that are"
    return ImportOutcome(
        str(folder),
        ImportStatus.PASSED_OVER,
        None,
        folder.name,
        error=f"{len(paths):,} {kinds} not read: {names}{more}.",
        files=len(paths),
    )
