"""The pair that somebody chose, found again by its words when the texts are others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.compare.ties import Tie

Words = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A tie and the words at its ends, as they were when it was chosen."""

    tie: Tie
    words: Words

    @classmethod
    def of(cls, tie: Tie, texts: Sequence[str]) -> Chosen:
        """Choose a tie of these texts."""
        return cls(tie.listed, words_of(tie.listed, texts))

    def found_in(self, ties: Sequence[Tie], texts: Sequence[str]) -> Tie | None:
        """Return the tie with the same words, or at least those at one end.

        Of several it is the nearest to where the tie stood.
        """
        panes = self.tie.left, self.tie.right
        beside = [it for it in ties if (it.left, it.right) == panes]
        likely = [it for it in beside if self._equal_ends(it, texts)]
        return min(likely, key=lambda it: self._strangeness(it, texts), default=None)

    def _strangeness(self, tie: Tie, texts: Sequence[str]) -> tuple[int, bool, int]:
        moved = sum(
            abs(its.start - mine.start)
            for its, mine in zip(tie.place, self.tie.place, strict=True)
        )
        return -self._equal_ends(tie, texts), tie.is_mirrored, moved

    def _equal_ends(self, tie: Tie, texts: Sequence[str]) -> int:
        ends = zip(words_of(tie.listed, texts), self.words, strict=True)
        return sum(its is not None and its == mine for its, mine in ends)


def words_of(tie: Tie, texts: Sequence[str]) -> Words:
    """Return what a tie ties, in the words of the texts."""
    a, b = tie.a, tie.b
    return (
        texts[tie.left][a.start : a.end] if a else None,
        texts[tie.right][b.start : b.end] if b else None,
    )
