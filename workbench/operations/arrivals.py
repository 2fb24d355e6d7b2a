"""Many files arrive: read side by side in workers, written in batches as one step."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from workbench.errors import WorkbenchError
from workbench.importing.workers import Asked, Refused, shared_workers
from workbench.jobs import Cancelled, Tracker
from workbench.model.documents import ParsedDocument
from workbench.model.ids import DocumentId
from workbench.model.imports import ImportOutcome, ImportStatus
from workbench.operations.annotating import mark_annotations
from workbench.operations.arriving import add_document, make_attributes
from workbench.operations.labels import counted
from workbench.operations.near_copies import near_copies
from workbench.operations.references import References
from workbench.operations.renewing import Renewal, prepare_renewal, renew
from workbench.project import Project
from workbench.views import Edit

BATCH_CHARACTERS: Final = 1_000_000
"""A batch is one transaction: small, so that the window can write in between."""

BATCH_DOCUMENTS: Final = 1_000
BYTES_LIKE_A_CHARACTER: Final = 16
FILES: Final = "files"
ROWS: Final = "rows"


@dataclass(frozen=True, slots=True)
class Portion:
    """Some of the documents in a file: a sheet's rows are too many for one batch.

    `before` counts those of the file that came in before.
    """

    file: Sequence[ParsedDocument]
    before: int = 0

    @property
    def documents(self) -> Sequence[ParsedDocument]:
        """Return the documents of this portion."""
        return self.file[self.before : self.before + BATCH_DOCUMENTS]

    @property
    def is_last(self) -> bool:
        """Tell whether the file is through with it."""
        return self.before + BATCH_DOCUMENTS >= len(self.file)


Reading = Portion | Renewal | ImportOutcome


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that shall come in, perhaps as the next version of a document."""

    asked: Asked
    renews: DocumentId | None = None


class Arrivals:
    """One import: every file of it ends as at least one line of the report."""

    def __init__(
        self,
        project: Project,
        arrivals: Iterable[Arrival],
        tracker: Tracker,
        references: References,
    ) -> None:
        self._project = project
        self._references = references
        # New versions first: a series of operations may only add after its first one.
        self._arrivals = sorted(arrivals, key=lambda it: it.renews is None)
        self._tracker = tracker
        self._progress = _Progress([it.asked.path for it in self._arrivals], tracker)
        self._outcomes: list[ImportOutcome] = []
        self._done = 0

    def come_in(
        self, beside: Callable[[Edit], None] | None = None
    ) -> list[ImportOutcome]:
        """Import all of them; `beside` writes what else belongs to the step."""
        try:
            with self._project.series() as merge_key:
                for batch in self._batches():
                    self._commit(batch, merge_key, beside)
                    beside = None
            return self._with_near_copies()
        except Cancelled:
            return [*self._outcomes, *self._rest("Not imported: cancelled.")]
        except WorkbenchError as error:
            # A full disk, say. What is in stays in, so the report has to tell.
            if not self._outcomes:
                raise
            return [*self._outcomes, *self._rest(f"Not imported: {error}")]

    def _rest(self, reason: str) -> list[ImportOutcome]:
        rest = self._arrivals[self._done :]
        return [_failed(it.asked.path, reason) for it in rest]

    # Reading --------------------------------------------------------------------------

    def _readings(self) -> Iterator[Reading]:
        asked = [it.asked for it in self._arrivals]
        readings = shared_workers().read(asked, self._progress.pause)
        parts: list[ParsedDocument] = []
        for arrival, reading in zip(self._arrivals, readings, strict=True):
            self._progress.show(arrival.asked.path)
            if isinstance(reading, Refused):
                yield _failed(reading.path, reading.reason)
            elif arrival.renews is None:
                yield from self._portions(reading)
            else:
                whole, *others = reading
                parts += others
                yield self._renewal(arrival.renews, arrival.asked.path, whole)
        # Attachments of changed mails are added, so they come behind the new versions.
        yield from self._portions(parts)
        self._progress.show_end()

    def _portions(self, parsed: Sequence[ParsedDocument]) -> Iterator[Portion]:
        for before in range(0, len(parsed), BATCH_DOCUMENTS):
            if before:
                self._progress.show_part(before, len(parsed))
            yield Portion(parsed, before)

    def _renewal(
        self, document_id: DocumentId, path: Path, parsed: ParsedDocument
    ) -> Renewal | ImportOutcome:
        try:
            with self._project.reader() as view:
                return prepare_renewal(view, document_id, parsed, self._tracker)
        except WorkbenchError as error:
            return _failed(path, str(error))

    def _batches(self) -> Iterator[list[Reading]]:
        batch: list[Reading] = []
        characters = 0
        try:
            for reading in self._readings():
                batch.append(reading)
                characters += _characters(reading)
                if characters >= BATCH_CHARACTERS:
                    yield batch
                    batch, characters = [], 0
        except Cancelled:
            # What was read before the wish to stop still comes in.
            if batch:
                yield batch
            raise
        yield batch

    # Writing --------------------------------------------------------------------------

    def _commit(
        self,
        batch: Sequence[Reading],
        merge_key: str,
        beside: Callable[[Edit], None] | None,
    ) -> None:
        with self._project.operation("Import", merge_key) as edit:
            outcomes = [it for reading in batch for it in self._write(edit, reading)]
            if beside:
                beside(edit)
            edit.label = _label([*self._outcomes, *outcomes])
        self._outcomes += outcomes
        self._done += sum(_is_through(it) for it in batch)

    def _write(self, edit: Edit, reading: Reading) -> Iterator[ImportOutcome]:
        if isinstance(reading, ImportOutcome):
            yield reading
        elif isinstance(reading, Renewal):
            yield _renewed(self._project, edit, reading)
        else:
            if not reading.before:
                make_attributes(edit, reading.file)
            for document in reading.documents:
                described = self._references.described(document)
                yield add_document(self._project, edit, described)

    def _with_near_copies(self) -> list[ImportOutcome]:
        ids = [it.document_id for it in self._outcomes if _is_in(it) and it.document_id]
        copies = near_copies(self._project, ids, self._tracker)
        return [
            replace(it, near_copies=copies[it.document_id])
            if it.document_id in copies and _is_in(it)
            else it
            for it in self._outcomes
        ]


class _Progress:
    """Tells how far an import came: by files, and in words by bytes."""

    def __init__(self, paths: Sequence[Path], tracker: Tracker) -> None:
        self._tracker = tracker
        self._sizes = [_size(it) for it in paths]
        self._total = _megabytes(sum(self._sizes))
        self._files = self._bytes = 0

    def show(self, path: Path) -> None:
        """Report the file that was read; raises `Cancelled` after a wish to stop."""
        words = f"{_megabytes(self._bytes)} of {self._total} MB · {path.name}"
        self._tracker.advance(self._files, len(self._sizes), words, FILES)
        self._bytes += self._sizes[self._files]
        self._files += 1

    def show_part(self, done: int, total: int) -> None:
        """Report how many documents of the file at hand are in: rows of a sheet."""
        if len(self._sizes) == 1:
            self._tracker.advance(done, total, "", ROWS)
        else:
            words = f"{done:,} of {total:,} {ROWS}"
            self._tracker.advance(self._files - 1, len(self._sizes), words, FILES)

    def pause(self) -> None:
        """Report nothing new; raises `Cancelled` after a wish to stop."""
        if self._tracker.is_cancelled:
            raise Cancelled

    def show_end(self) -> None:
        """Report that all were read."""
        self._tracker.advance(len(self._sizes), len(self._sizes), "", FILES)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f}" if size < 10_000_000 else f"{size / 1e6:,.0f}"


def _size(path: Path) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - twice as fast
    except (OSError, ValueError):
        return 0


def _characters(reading: Reading) -> int:
    """Return what a reading adds to its batch; all new versions share the first.

    A row of a sheet costs something, however short it is, and so does a large file
    with little text: a batch is held in memory.
    """
    if not isinstance(reading, Portion):
        return 0
    least = BATCH_CHARACTERS // BATCH_DOCUMENTS
    return sum(
        max(least, len(it.text), len(it.original) // BYTES_LIKE_A_CHARACTER)
        for it in reading.documents
    )


def _is_through(reading: Reading) -> bool:
    return not isinstance(reading, Portion) or reading.is_last


def _renewed(project: Project, edit: Edit, renewal: Renewal) -> ImportOutcome:
    parsed = renewal.parsed
    try:
        replacement = renew(edit, renewal)
        mark_annotations(project, renewal.document_id, parsed.annotations)
    except WorkbenchError as error:
        return _failed(Path(parsed.path), str(error))
    return ImportOutcome(
        path=parsed.path,
        status=ImportStatus.RENEWED,
        document_id=replacement.document_id,
        name=edit.documents.get(replacement.document_id).name,
        characters=len(parsed.text),
        sha256=parsed.sha256,
        encoding=parsed.encoding,
        warnings=parsed.warnings,
    )


def _label(outcomes: Sequence[ImportOutcome]) -> str:
    """Return “Import 3 documents”, “Import 3 documents and 1 new version”."""
    renewed = sum(it.status is ImportStatus.RENEWED for it in outcomes)
    added = sum(map(_is_in, outcomes))
    if not renewed:
        return counted("Import", added, "document")
    versions = _count(renewed, "new version")
    both = f"{_count(added, 'document')} and {versions}"
    return f"Import {both if added else versions}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _is_in(outcome: ImportOutcome) -> bool:
    return outcome.status is ImportStatus.IMPORTED


def _failed(path: Path, error: str) -> ImportOutcome:
    return ImportOutcome(str(path), ImportStatus.FAILED, None, path.stem, error=error)
