"""Bringing files in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from workbench.errors import UnreadableFile, WorkbenchError
from workbench.importing.finding import find_files
from workbench.importing.readers import read_file
from workbench.jobs import Cancelled, Tracker
from workbench.model.documents import ParsedDocument
from workbench.model.imports import ImportOutcome, ImportStatus
from workbench.operations.arriving import add_document
from workbench.operations.labels import counted
from workbench.project import Project
from workbench.views import Edit

BATCH_CHARACTERS = 1_000_000
"""A batch is one transaction: small, so that the window can write in between."""

MOST_NAMED = 8
"""How many of the files that are passed over are named."""

Reading = list[ParsedDocument] | ImportOutcome


def import_paths(
    project: Project, paths: Sequence[Path], tracker: Tracker | None = None
) -> list[ImportOutcome]:
    """Import files and folders; each document becomes one line of the report.

    May run on any thread. The whole import is one step, whatever it is cut into.
    After a wish to stop, what is in stays in, and the report names the rest.
    """
    found = find_files(paths)
    files = found.files
    outcomes: list[ImportOutcome] = []
    done = 0
    try:
        with project.series() as merge_key:
            for batch in _batches(_read_all(files, tracker or Tracker())):
                outcomes += _commit(project, batch, merge_key, _imported(outcomes))
                done += len(batch)
    except Cancelled:
        outcomes += [_failed(it, "Not imported: cancelled.") for it in files[done:]]
    except WorkbenchError as error:
        # A full disk, say. What is in stays in, so the report has to tell.
        if not outcomes:
            raise
        outcomes += [_failed(it, f"Not imported: {error}") for it in files[done:]]
    others = [it for it in found.passed_over if not _is_of(project, it)]
    return [*outcomes, _passed_over(others)] if others else outcomes


def _read_all(files: Sequence[Path], tracker: Tracker) -> Iterator[Reading]:
    for done, path in enumerate(files):
        tracker.advance(done, len(files), path.name)
        try:
            yield read_file(path)
        except UnreadableFile as error:
            yield _failed(path, str(error))
    tracker.advance(len(files), len(files))


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    batch: list[Reading] = []
    characters = 0
    try:
        for reading in readings:
            batch.append(reading)
            if not isinstance(reading, ImportOutcome):
                characters += sum(len(it.text) for it in reading)
            if characters >= BATCH_CHARACTERS:
                yield batch
                batch, characters = [], 0
    except Cancelled:
        # What was read before the wish to stop still comes in.
        yield batch
        raise
    yield batch


def _commit(
    project: Project, batch: Sequence[Reading], merge_key: str, before: int
) -> list[ImportOutcome]:
    with project.operation("Import", merge_key) as edit:
        outcomes = [it for reading in batch for it in _add(project, edit, reading)]
        edit.label = counted("Import", before + _imported(outcomes), "document")
    return outcomes


def _add(project: Project, edit: Edit, reading: Reading) -> Iterator[ImportOutcome]:
    if isinstance(reading, ImportOutcome):
        yield reading
    else:
        yield from (add_document(project, edit, it) for it in reading)


def _imported(outcomes: Sequence[ImportOutcome]) -> int:
    return sum(it.status is ImportStatus.IMPORTED for it in outcomes)


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


def _failed(path: Path, error: str) -> ImportOutcome:
    return ImportOutcome(str(path), ImportStatus.FAILED, None, path.stem, error=error)
