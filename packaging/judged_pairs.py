"""Reads which statements were judged to be the same, and counts what was found.

The judgments are in `judged_pairs.toml`, places only: the texts are elsewhere.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from workbench.model.alignments import Pair
from workbench.model.spans import Span

JUDGMENTS = Path(__file__).with_suffix(".toml")

Places = tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Judged:
    """Two texts, by the beginnings of their names, and what is the same in them."""

    a: str
    b: str
    related: Sequence[Places] = ()
    doubtful: Sequence[Places] = ()


@dataclass(slots=True)
class Tally:
    """What was found: `right` judgments, of `related`, and pairs that are `wrong`."""

    right: int = 0
    related: int = 0
    pairs: int = 0
    wrong: list[tuple[str, str, Pair]] = field(default_factory=list)
    missed: list[tuple[str, str, Places]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The part of the pairs that is right; doubtful ones do not count."""
        return 1 - len(self.wrong) / self.pairs if self.pairs else 1.0

    @property
    def recall(self) -> float:
        """The part of what is related that was found."""
        return self.right / self.related if self.related else 1.0

    def count(self, judged: Judged, found: Sequence[Pair]) -> None:
        """Add what was found in two texts."""
        hit = [any(_is_at(it, one) for it in found) for one in judged.related]
        self.right += sum(hit)
        self.related += len(hit)
        self.missed += [
            (judged.a, judged.b, places)
            for places, was_found in zip(judged.related, hit, strict=True)
            if not was_found
        ]
        for pair in found:
            is_right = any(_is_at(pair, it) for it in judged.related)
            if is_right or not any(_is_at(pair, it) for it in judged.doubtful):
                self.pairs += 1
                if not is_right:
                    self.wrong.append((judged.a, judged.b, pair))


def read_judgments(folder: str, names: Sequence[str] | None = None) -> list[Judged]:
    """Return what was judged of a folder.

    With `names` of texts that were read whole, their other pairs follow, as having
    nothing in common.
    """
    rows = tomllib.loads(JUDGMENTS.read_text("utf-8"))["compared"]
    judged = [
        Judged(it["a"], it["b"], _places(it, "related"), _places(it, "doubtful"))
        for it in rows
        if it["folder"] == folder
    ]
    listed = {frozenset((it.a, it.b)) for it in judged}
    others = combinations(names or (), 2)
    return judged + [Judged(*it) for it in others if frozenset(it) not in listed]


def _places(row: dict[str, list[list[int]]], name: str) -> list[Places]:
    return [
        (Span(a, a_end), Span(b, b_end)) for a, a_end, b, b_end in row.get(name, [])
    ]


def _is_at(pair: Pair, places: Places) -> bool:
    """Tell whether most of the shorter stretch is inside the other, on both sides."""
    return all(
        2 * (min(one.end, other.end) - max(one.start, other.start))
        > min(len(one), len(other))
        for one, other in zip((pair.a, pair.b), places, strict=True)
    )
