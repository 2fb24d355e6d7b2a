"""Which documents share statements: all are compared with each other, once.

A document that came in or was changed is compared with all the others. To tell with
which of them it may share something, their fingerprints are enough; only those that may
are prepared and aligned, by the same function as two documents side by side.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from workbench.errors import ReadOnlyProject, WorkbenchError
from workbench.jobs import Tracker
from workbench.model.alignments import Pair
from workbench.model.ids import DocumentId
from workbench.model.reuse import Reuse, ReuseDocument, ReuseUpdate
from workbench.operations.comparing import prepared
from workbench.operations.prepared_texts import PreparedTexts
from workbench.project import Project
from workbench.store.reuse import Compared
from workbench.text.comparing.aligning import aligned
from workbench.text.comparing.fingerprints import (
    MOST_COPIES,
    Counterparts,
    fingerprint_of,
    packed,
    unpacked,
)
from workbench.views import ProjectView

METHOD: Final = 2
"""Raise it when `aligned` finds other pairs: then all is compared anew."""
BATCH_CHARACTERS: Final = 1_000_000
"""Of documents that are kept as compared together."""
TABLE: Final = "shared_statements"
"""What the notice of an update names."""

Fingerprints = dict[DocumentId, "array[int]"]
Found = dict[tuple[DocumentId, DocumentId], list[Pair]]


def update_reuse(project: Project, tracker: Tracker | None = None) -> ReuseUpdate:
    """Compare whatever was not compared yet; no step, and nothing to undo.

    Call it in a job. What is done when it is cancelled is kept, and the next call goes
    on from there.
    """
    if project.is_read_only:
        raise ReadOnlyProject(project.read_only_reason)
    with project.reader() as view:
        return _Update(project, view, tracker or Tracker()).run()


def reuse_of(view: ProjectView) -> Reuse:
    """Return what was found, leaving out what documents shared before they changed."""
    current = view.reuse.current(METHOD)
    listed = view.documents.listed(view.documents.ids())
    documents = tuple(
        ReuseDocument(own, it.title or it.name, own in current)
        for own, it in sorted(listed.items())
    )
    shared = view.reuse.shared(current)
    common = view.reuse.common(current, MOST_COPIES)
    return Reuse(documents, tuple(shared), tuple(common))


def shared_pairs(view: ProjectView, a: DocumentId, b: DocumentId) -> list[Pair]:
    """Return what two documents share, by its place in `a`, then in `b`.

    Nothing before both were compared, and nothing of a document with itself.
    """
    if a == b or len(view.reuse.current(METHOD, (a, b))) < 2:
        return []
    if a < b:
        return view.reuse.pairs(a, b)
    pairs = [replace(it, a=it.b, b=it.a) for it in view.reuse.pairs(b, a)]
    return sorted(pairs, key=lambda it: (it.a, it.b))


def _known(view: ProjectView) -> Fingerprints:
    """Return the fingerprints of the documents that need not be compared."""
    unpacked_ones = {
        own: unpacked(it.fingerprint) for own, it in view.reuse.current(METHOD).items()
    }
    return {own: it for own, it in unpacked_ones.items() if it is not None}


class _Update:
    """Compares batch by batch what is new with all that was compared."""

    def __init__(self, project: Project, view: ProjectView, tracker: Tracker) -> None:
        self._project = project
        self._view = view
        self._tracker = tracker
        self._states = view.reuse.states(METHOD)
        self._known = _known(view)
        self._waiting = [own for own in self._states if own not in self._known]
        self._texts = PreparedTexts(lambda it: prepared(view, it, self._pause))
        self._done = 0
        self._at = 0, len(self._waiting), ""

    def run(self) -> ReuseUpdate:
        try:
            self._forget_outdated()
            pairs = sum(self._compare(batch) for batch in self._batches())
        finally:
            self._texts.let_go()
        return ReuseUpdate(len(self._waiting), pairs)

    def _forget_outdated(self) -> None:
        """Drop what is known of documents that are gone or have changed."""
        outdated = self._view.reuse.compared().keys() - self._known.keys()
        if outdated:
            with self._project.aside(TABLE) as edit:
                edit.reuse.forget(outdated)

    def _batches(self) -> Iterator[list[DocumentId]]:
        batch: list[DocumentId] = []
        characters = 0
        for document in self._view.documents.some(self._waiting):
            batch.append(document.id)
            characters += document.characters
            if characters >= BATCH_CHARACTERS:
                yield batch
                batch, characters = [], 0
        if batch:
            yield batch

    def _compare(self, batch: list[DocumentId]) -> int:
        """Compare some documents with all known ones and each other, and keep it."""
        new = self._fingerprints(batch)
        everything = self._known | new
        counterparts = Counterparts(new)
        found: Found = {}
        for number, one in enumerate(sorted(everything)):
            self._advance(number * len(batch) // len(everything))
            for other in sorted(counterparts.of(one, everything[one])):
                if one < other or one not in new:
                    a, b = sorted((one, other))
                    found[a, b] = self._aligned(a, b)
        self._keep(new, found)
        self._done += len(batch)
        return sum(map(len, found.values()))

    def _fingerprints(self, batch: list[DocumentId]) -> Fingerprints:
        found: Fingerprints = {}
        for own in batch:
            self._advance(0)
            found[own] = fingerprint_of(self._texts.of(own))
        return found

    def _aligned(self, a: DocumentId, b: DocumentId) -> list[Pair]:
        return aligned(self._texts.of(a), self._texts.of(b), self._pause)

    def _keep(self, new: Fingerprints, found: Found) -> None:
        with self._project.aside(TABLE) as edit:
            if edit.reuse.compared().keys() != self._known.keys():
                raise WorkbenchError(
                    "The documents are being compared by another job; wait for that to"
                    " end, and compare what is left."
                )
            for (a, b), pairs in found.items():
                edit.reuse.add(a, b, pairs)
            edit.reuse.set_compared(
                {
                    own: Compared(self._states[own], packed(it))
                    for own, it in new.items()
                }
            )
        self._known |= new

    def _advance(self, more: int) -> None:
        done, total = self._done + more, len(self._waiting)
        self._at = done, total, f"Comparing {done:,} of {total:,} documents"
        self._pause()

    def _pause(self) -> None:
        self._tracker.advance(*self._at)
