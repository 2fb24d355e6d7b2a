"""What stands in the list of references: a line for each, and for what is broken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from workbench.model.ids import DocumentId
from workbench.model.references import (
    Matching,
    MatchReason,
    Reference,
    ReferenceChange,
    ReferenceMatch,
    UnsureReference,
)
from workbench.operations.reference_facts import changes_of
from workbench.views import ProjectView

Chosen = Mapping[Reference, DocumentId]


class Standing(IntEnum):
    """How a reference stands; what is sure comes first."""

    MATCHED = 1
    UNSURE = 2
    MISSING = 3
    BROKEN = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A reference with its document, or a sentence about what is broken.

    `changes` are all that it could change, also what documents say otherwise now.
    """

    standing: Standing
    title: str
    facts: str
    reference: Reference | None = None
    matched: ReferenceMatch | None = None
    candidates: tuple[DocumentId, ...] = ()
    changes: tuple[ReferenceChange, ...] = ()

    def shown_changes(self, *, overwrites: bool) -> list[ReferenceChange]:
        """Return what would be changed now."""
        return [it for it in self.changes if overwrites or not it.old]


def lines_of(view: ProjectView, matching: Matching, chosen: Chosen) -> list[Line]:
    """Return the lines, with the documents that a person chose for references."""
    matches = [it for it in matching.matches if it.reference not in chosen]
    there = set(view.documents.ids())
    matches += [
        ReferenceMatch(document_id, reference, MatchReason.CHOSEN)
        for reference, document_id in chosen.items()
    ]
    matches = [it for it in matches if it.document_id in there]
    lines = _matched(view, matches)
    lines += _unsure(view, [it for it in matching.unsure if it.reference not in chosen])
    lines += [
        Line(Standing.MISSING, it.name, _about(it), it)
        for it in matching.unmatched
        if it not in chosen
    ]
    return lines + [Line(Standing.BROKEN, it, "") for it in matching.problems]


def _matched(view: ProjectView, matches: Sequence[ReferenceMatch]) -> list[Line]:
    names = _names(view, (it.document_id for it in matches))
    changes = changes_of(view, matches, overwrite=True)
    return [
        Line(
            Standing.MATCHED,
            it.reference.name,
            f"{names[it.document_id]} · {it.reason}",
            it.reference,
            it,
            changes=tuple(its),
        )
        for it, its in zip(matches, changes, strict=True)
    ]


def _unsure(view: ProjectView, unsure: Sequence[UnsureReference]) -> list[Line]:
    names = _names(view, (it for one in unsure for it in one.candidates))
    return [
        Line(
            Standing.UNSURE,
            it.reference.name,
            " · ".join(filter(None, [_could_be(it, names), _about(it.reference)])),
            it.reference,
            candidates=it.candidates,
        )
        for it in unsure
    ]


def _could_be(unsure: UnsureReference, names: Mapping[DocumentId, str]) -> str:
    could = " or ".join(names[it] for it in unsure.candidates)
    return f"Could be {could} · {unsure.reason}"


def _about(reference: Reference) -> str:
    authors = "; ".join(reference.authors)
    return " · ".join(filter(None, [authors, reference.date, reference.source]))


def _names(view: ProjectView, ids: Iterable[DocumentId]) -> dict[DocumentId, str]:
    wanted = list(ids)
    gone = dict.fromkeys(wanted, "a document that is gone")
    return gone | {it: its.name for it, its in view.documents.listed(wanted).items()}
