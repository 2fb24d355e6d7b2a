"""Badges of sources: how many a cell has, and how far they can be trusted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
from workbench.text.facts.calendar import interval_of
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

_Pair = tuple[DocumentId, DocumentId]
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
    pairs = list(deriving.pairs(sources)) if len(sources) > 1 else []
    derived = [(one, other) for one, other, is_known in pairs if is_known]
    return SourceBadges(
        len(sources),
        tuple(derived),
        frozenset().union(*(flags.get(it, frozenset()) for it in sources)),
        tuple(_tying(sources, derived, [it[:2] for it in pairs if not it[2]])),
    )


def _tying(
    sources: Iterable[DocumentId], known: Sequence[_Pair], unknown: Sequence[_Pair]
) -> Iterator[_Pair]:
    """Yield those unknown pairs that tie documents which nothing tied before."""
    group = {it: it for it in sources}
    for at, (one, other) in enumerate([*known, *unknown]):
        mine, theirs = group[one], group[other]
        if mine == theirs:
            continue
        group = {it: mine if own == theirs else own for it, own in group.items()}
        if at >= len(known):
            yield one, other


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
        self._dates = {it.id: interval_of(it.date) for it in view.documents.all()}
        self._current = view.reuse.current(METHOD).keys()
        self._shared = cache(self._shared_of)

    def pairs(
        self, sources: dict[DocumentId, list[Citation]]
    ) -> Iterator[tuple[DocumentId, DocumentId, bool]]:
        """Yield which two share what they are cited for, and whether dates say more.

        Then the later one comes first: it has from the other what both say.
        """
        for one, other in combinations(sources, 2):
            mine, theirs = _spans(sources[one]), _spans(sources[other])
            cited = {one: mine, other: theirs}
            links = self._links[frozenset((one, other))]
            if any(_ties(it, cited) for it in links) or self._share(
                one, mine, other, theirs
            ):
                yield self._in_order(one, other)

    def _in_order(
        self, one: DocumentId, other: DocumentId
    ) -> tuple[DocumentId, DocumentId, bool]:
        """Put the later one first, where all of one date is later than the other.

        A link tells nothing of it: those that say how alike two passages are have no
        direction.
        """
        mine, theirs = self._dates[one], self._dates[other]
        if mine is None or theirs is None or mine.overlaps(theirs):
            return one, other, False
        return (one, other, True) if mine.first > theirs.last else (other, one, True)

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
