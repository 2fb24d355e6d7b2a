"""What ties two texts beside each other: found pairs, and links that somebody made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ui.compare.kinds import Kind
from workbench.model.alignments import Pair
from workbench.model.ids import DocumentId
from workbench.model.links import Link, LinkKind
from workbench.model.spans import Span
from workbench.model.version_pairs import VersionPair, VersionPairKind
from workbench.model.word_diffs import WordDiff

_SAME_SHARE = 0.6
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Tie:
    """Stretch `a` of the text in pane `left` and stretch `b` of that in pane `right`.

    What only one text has is None in the other. `score` is None where nobody but an
    analyst found it; `diff` is what is known of changed words, as spans of the texts.
    A twin is tied both ways; the way back is the `mirrored` one, which is not listed.
    """

    left: int
    right: int
    kind: Kind
    a: Span | None
    b: Span | None
    score: float | None = None
    links: tuple[Link, ...] = ()
    diff: WordDiff | None = None
    is_mirrored: bool = False

    @property
    def listed(self) -> Tie:
        """The tie as it stands in the list."""
        if not self.is_mirrored:
            return self
        return replace(self, a=self.b, b=self.a, is_mirrored=False)

    @property
    def place(self) -> tuple[Span, Span]:
        """Where it stands, to sort by."""
        a, b = self.a or self.b or _NOWHERE, self.b or self.a or _NOWHERE
        return a, b

    def end_in(self, pane: int) -> Span | None:
        """Return its stretch in a pane."""
        return {self.left: self.a, self.right: self.b}.get(pane)

    def is_same(self, other: Tie | None) -> bool:
        """Tell whether both tie the same stretches, whatever else is said of them."""
        if other is None:
            return False
        mine, its = self.listed, other.listed
        return _key(mine) == _key(its)


def _key(tie: Tie) -> tuple[int, int, Span | None, Span | None]:
    return tie.left, tie.right, tie.a, tie.b


def ties_of_pairs(
    left: int, right: int, pairs: Iterable[Pair], *, are_turned: bool = False
) -> list[Tie]:
    """Tie what was found; `are_turned` when `a` of the pairs is the right text."""
    return [
        Tie(
            left,
            right,
            LinkKind(it.kind.value),
            it.b if are_turned else it.a,
            it.a if are_turned else it.b,
            it.score,
        )
        for it in pairs
    ]


def ties_of_versions(pairs: Iterable[VersionPair]) -> list[Tie]:
    """Tie the blocks of an old version, in the left pane, and of a new one."""
    return [
        Tie(
            0, 1, it.kind, it.old, it.new, 1.0, diff=WordDiff(it.removed, it.added)
        )
        for it in pairs
    ]  # fmt: skip


def mirrored(ties: Iterable[Tie]) -> list[Tie]:
    """Return the ways back of twins."""
    return [replace(it, a=it.b, b=it.a, is_mirrored=True) for it in ties]


def with_links(
    ties: Sequence[Tie],
    links: Sequence[Link],
    panes: tuple[int, int],
    documents: tuple[DocumentId, DocumentId],
) -> list[Tie]:
    """Add the links between two texts to what they accept; others are ties as well."""
    all_ties = list(ties)
    for link in links:
        ends = _ends(link, *documents)
        if ends is None:
            continue
        found = next((n for n, it in enumerate(all_ties) if _are_same(it, ends)), None)
        if found is None:
            all_ties.append(Tie(*panes, link.kind, *ends, links=(link,)))
        else:
            tie = all_ties[found]
            all_ties[found] = replace(tie, links=(*tie.links, link))
    return all_ties


def _ends(link: Link, left: DocumentId, right: DocumentId) -> tuple[Span, Span] | None:
    """Return where a link stands, first in the left text."""
    source, target = link.source, link.target
    if source.is_orphaned or target.is_orphaned:
        return None
    if left == right:
        first, second = sorted((source.span, target.span))
        return first, second
    if source.document_id == left:
        return source.span, target.span
    return target.span, source.span


def _are_same(tie: Tie, ends: tuple[Span, Span]) -> bool:
    stretches = (tie.a, tie.b)
    return all(
        mine is not None
        and _shared(mine, its) >= _SAME_SHARE * max(len(mine), len(its))
        for mine, its in zip(stretches, ends, strict=True)
    )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def is_drawn(tie: Tie) -> bool:
    """Tell whether a tie is shown: blocks that stayed as they were are not."""
    return tie.kind is not VersionPairKind.SAME
