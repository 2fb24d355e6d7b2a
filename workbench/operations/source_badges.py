"""Badges of sources: how many a cell has, and how far they can be trusted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import Final

from workbench.model.attributes import Subject
from workbench.model.cells import Cell, CellKey, Citation, Role
from workbench.model.ids import DocumentId
from workbench.model.links import Link, LinkKind, Stretch
from workbench.model.search import AliasUse, SearchOptions
from workbench.model.source_badges import DocumentBadge, SourceBadges
from workbench.model.spans import Span
from workbench.model.tables import ComparisonTable
from workbench.model.zones import ZoneKind
from workbench.operations.reuse import METHOD
from workbench.views import ProjectView

_DERIVING: Final = (LinkKind.VERBATIM, LinkKind.ALTERED, LinkKind.PARAPHRASE)
_EVERYWHERE: Final = SearchOptions(aliases=AliasUse.NONE, zones=True, discarded=True)
_WORDS: Final = "draft OR entwurf OR brouillon OR borrador"
_DRAFT: Final = re.compile(
    r"[\W_]*(?:draft|entwurf|brouillon|borrador)[\W_]*"
    r"(?:(?:version|v|no|nr)?[\W_]*\d[\d.]*)?[\W_]*",
    re.IGNORECASE,
)
_LINE_END: Final = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]")
_LONGEST: Final = 80
"""Characters of a line that says nothing else, on either side of the word."""

Badges = dict[DocumentId, frozenset[DocumentBadge]]


def badges_of_documents(view: ProjectView) -> Badges:
    """Return the badges of each document that has any.

    `draft` where the text says so in a block or line of its own, or an attribute does;
    `undated` without a date; `paywalled` with an accepted zone of that kind.
    """
    found: defaultdict[DocumentId, set[DocumentBadge]] = defaultdict(set)
    for document_id in _drafts(view):
        found[document_id].add(DocumentBadge.DRAFT)
    for document in view.documents.all():
        if not document.date:
            found[document.id].add(DocumentBadge.UNDATED)
    for document_id in view.zones.with_kind(ZoneKind.PAYWALL):
        found[document_id].add(DocumentBadge.PAYWALLED)
    return {own: frozenset(badges) for own, badges in found.items()}


def source_badges(
    view: ProjectView, table: ComparisonTable
) -> dict[CellKey, SourceBadges]:
    """Return the badges of each cell that has sources; context alone is none."""
    flags = badges_of_documents(view)
    deriving = _Deriving(view)
    return {
        (cell.row_id, cell.column_id): _badges(cell, flags, deriving)
        for row in table.rows
        for cell in row.cells
        if _sources(cell)
    }


def _badges(cell: Cell, flags: Badges, deriving: _Deriving) -> SourceBadges:
    sources = _sources(cell)
    return SourceBadges(
        len(sources),
        tuple(deriving.pairs(sources)) if len(sources) > 1 else (),
        frozenset().union(*(flags.get(it, frozenset()) for it in sources)),
    )


def _sources(cell: Cell) -> dict[DocumentId, list[Citation]]:
    """Return what a cell cites, by document, without what is only context."""
    found: defaultdict[DocumentId, list[Citation]] = defaultdict(list)
    for citation in cell.citations:
        if citation.document_id is not None and citation.role is not Role.CONTEXT:
            found[citation.document_id].append(citation)
    return dict(sorted(found.items()))


class _Deriving:
    """Tells which of two documents has from the other what both are cited for."""

    def __init__(self, view: ProjectView) -> None:
        self._view = view
        self._links: defaultdict[frozenset[DocumentId], list[Link]] = defaultdict(list)
        for link in view.links.all():
            if link.kind in _DERIVING:
                ends = frozenset((link.source.document_id, link.target.document_id))
                self._links[ends].append(link)
        self._dates = {it.id: it.date or "~" for it in view.documents.all()}
        self._current = view.reuse.current(METHOD).keys()
        self._shared = cache(self._shared_of)

    def pairs(
        self, sources: dict[DocumentId, list[Citation]]
    ) -> Iterator[tuple[DocumentId, DocumentId]]:
        """Yield who derives from whom."""
        for one, other in combinations(sources, 2):
            mine, theirs = _spans(sources[one]), _spans(sources[other])
            link = next(
                (it for it in self._links[frozenset((one, other))]
                 if _ties(it, {one: mine, other: theirs})), None,
            )  # fmt: skip
            if link is not None or self._share(one, mine, other, theirs):
                yield self._in_order(one, other, link)

    def _in_order(
        self, one: DocumentId, other: DocumentId, link: Link | None
    ) -> tuple[DocumentId, DocumentId]:
        """Put the later one first; of equally old ones, the linked or newer one."""
        dates = self._dates[one], self._dates[other]
        if dates[0] != dates[1]:
            return (one, other) if dates[0] > dates[1] else (other, one)
        if link is not None:
            return link.source.document_id, link.target.document_id
        return max(one, other), min(one, other)

    def _share(
        self, one: DocumentId, mine: list[Span], other: DocumentId, theirs: list[Span]
    ) -> bool:
        """Tell whether a statement that both have is what both are cited for."""
        if not {one, other} <= self._current:
            return False
        return any(
            any(a.overlaps(it) for it in mine) and any(b.overlaps(it) for it in theirs)
            for a, b in self._shared(one, other)
        )

    def _shared_of(self, a: DocumentId, b: DocumentId) -> list[tuple[Span, Span]]:
        return [(it.a, it.b) for it in self._view.reuse.pairs(a, b)]


def _ties(link: Link, cited: dict[DocumentId, list[Span]]) -> bool:
    """Tell whether a link stands between what two documents are cited for."""
    return all(_touches(end.stretch, cited) for end in (link.source, link.target))


def _touches(stretch: Stretch, cited: dict[DocumentId, list[Span]]) -> bool:
    return any(stretch.span.overlaps(it) for it in cited[stretch.document_id])


def _spans(citations: Sequence[Citation]) -> list[Span]:
    return [Span(it.start, it.end) for it in citations]


def _drafts(view: ProjectView) -> Iterator[DocumentId]:
    for found in view.matches(_WORDS, _EVERYWHERE):
        text = view.documents.text(found.document_id)
        if any(_DRAFT.fullmatch(_line_around(text, it)) for it in found.spans()):
            yield found.document_id
    for own, values in view.attributes.values(Subject.DOCUMENT).items():
        if any(map(_DRAFT.fullmatch, values.values())):
            yield DocumentId(own)


def _line_around(text: str, place: Span) -> str:
    before = _LINE_END.split(text[max(0, place.start - _LONGEST) : place.start])[-1]
    after = _LINE_END.split(text[place.start : place.start + _LONGEST])[0]
    return before + after
