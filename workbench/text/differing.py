"""Ties the tokens of an old text to those of a new one, moved ones too.

First come long runs of tokens that stand once in either text, wherever they moved:
nothing else can be meant. The heaviest of them that keep their order bound regions,
which are aligned word by word. What is left over may be unique now: a second round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from workbench.text.sequences import (
    Run,
    align,
    by_new,
    free_stretches,
    heaviest_chain,
    joined,
    room_after,
    shared_prefix,
    shared_suffix,
    unique,
)
from workbench.text.tokens import Tokens

UNIQUE = 8
"""So many tokens that stand once in either text cannot be mistaken."""
_REPETITIVE = 32
_LOCAL_SEEDS = (16, 4)
_MOST_CELLS = 400_000_000
_NOISE = 40
_EDGE = 50


class Matcher:
    """Finds the runs of tokens that two texts share; no token belongs to two."""

    def __init__(
        self, old: Tokens, new: Tokens, pause: Callable[[], None] = lambda: None
    ) -> None:
        self._old, self._new, self._pause = old, new, pause
        self.runs: list[Run] = []
        self.certain: list[Run] = []
        self.taken_old = bytearray(len(old))
        self.taken_new = bytearray(len(new))

    def match(self) -> list[Run]:
        """Return the runs by their place in the old text; `pause` may raise."""
        self.certain = self._take_seeds(UNIQUE)
        self._grow(0)
        self._take_ends()
        for length in (_REPETITIVE, UNIQUE):
            known = len(self.runs)
            self._take_seeds(length)
            self._grow(known)
            self._fill()
        return sorted(self.runs)

    def _take_ends(self) -> None:
        """Take what both texts begin and end with, also where nothing is unique."""
        old, new = self._old.ids, self._new.ids
        free = min(room_after(self.taken_old, 0), room_after(self.taken_new, 0))
        self._take((0, 0, shared_prefix(old, 0, new, 0, free)))
        free = min(len(old) - 1 - self.taken_old.rfind(1),
                   len(new) - 1 - self.taken_new.rfind(1))  # fmt: skip
        size = shared_suffix(old, len(old), new, len(new), free)
        self._take((len(old) - size, len(new) - size, size))

    def _take(self, run: Run) -> None:
        i, j, size = run
        if size:
            self.taken_old[i : i + size] = self.taken_new[j : j + size] = b"\1" * size
            self.runs.append(run)

    # Runs that stand once in either text ----------------------------------------------

    def _seeds(self, length: int) -> list[Run]:
        self._pause()
        old = unique(self._old.ids, free_stretches(self.taken_old), length)
        new = unique(self._new.ids, free_stretches(self.taken_new), length)
        return joined(old, new, length)

    def _take_seeds(self, length: int) -> list[Run]:
        """Take what stands once in either text, what keeps its order first."""
        seeds = self._seeds(length)
        known = len(self.runs)
        in_order = heaviest_chain(seeds)
        others = set(seeds).difference(in_order)
        for seed in [*in_order, *sorted(others)]:
            self._take(self._still_free(seed))
        return self.runs[known:]

    def _grow(self, first: int) -> None:
        """Let runs, from the one numbered `first` on, take all equal around them."""
        self._pause()
        for at in range(first, len(self.runs)):
            self.runs[at] = self._extended(self.runs[at])

    def _still_free(self, run: Run) -> Run:
        i, j, size = run
        old, new = self.taken_old, self.taken_new
        while size and (old[i] or new[j]):
            i, j, size = i + 1, j + 1, size - 1
        for taken, at in ((old, i), (new, j)):
            first = taken.find(1, at, at + size)
            size = first - at if first >= 0 else size
        return i, j, shared_prefix(self._old.ids, i, self._new.ids, j, size)

    def _extended(self, run: Run) -> Run:
        i, j, size = run
        after = min(room_after(self.taken_old, i + size),
                    room_after(self.taken_new, j + size))  # fmt: skip
        before = min(i - 1 - self.taken_old.rfind(1, 0, i),
                     j - 1 - self.taken_new.rfind(1, 0, j))  # fmt: skip
        old, new = self._old.ids, self._new.ids
        more = shared_prefix(old, i + size, new, j + size, after)
        less = shared_suffix(old, i, new, j, before)
        wider = i - less, j - less, less + size + more
        for taken, at in ((self.taken_old, wider[0]), (self.taken_new, wider[1])):
            taken[at : at + wider[2]] = b"\1" * wider[2]
        return wider

    # What stands between them ---------------------------------------------------------

    def _fill(self) -> None:
        """Align what two runs enclose in both texts, the closest pairs first."""
        self._pause()
        ends = [(0, 0, 0), (len(self._old), len(self._new), 0)]
        runs = sorted([*self.runs, *ends])
        in_new = sorted(runs, key=by_new)
        after = dict(pairwise(in_new))
        before = {other: one for one, other in after.items()}
        apart = [
            (one, other) for one, other in pairwise(runs) if after.get(one) != other
        ]
        for one, other in pairwise(runs):
            if after.get(one) == other:
                self._align(range(one[0] + one[2], other[0]),
                            range(one[1] + one[2], other[1]))  # fmt: skip
        for one, other in apart:
            self._align_behind(one, other[0], after[one][1] if one in after else 0)
            self._align_before(other, one, before[other])
        self._pause()
        chain = [ends[0], *heaviest_chain(sorted(self.runs)), ends[1]]
        for one, other in pairwise(chain):
            self._align(_free(self.taken_old, one[0] + one[2], other[0]),
                        _free(self.taken_new, one[1] + one[2], other[1]))  # fmt: skip

    def _align_behind(self, run: Run, old_end: int, new_end: int) -> None:
        """Align the end of a stretch that moved: what follows it in both texts."""
        i, j = run[0] + run[2], run[1] + run[2]
        self._align(_free(self.taken_old, i, min(old_end, i + _EDGE)),
                    _free(self.taken_new, j, min(new_end, j + _EDGE)))  # fmt: skip

    def _align_before(self, run: Run, old_before: Run, new_before: Run) -> None:
        i, j, _ = run
        old_start, new_start = old_before[0] + old_before[2], sum(new_before[1:])
        self._align(_free(self.taken_old, max(old_start, i - _EDGE), i),
                    _free(self.taken_new, max(new_start, j - _EDGE), j))  # fmt: skip

    def _align(self, old_at: Sequence[int], new_at: Sequence[int]) -> None:
        regions = [(old_at, new_at)]
        while regions:
            old_at, new_at = regions.pop()
            left = [self._old.ids[i] for i in old_at]
            right = [self._new.ids[j] for j in new_at]
            if set(left).isdisjoint(right):
                continue
            if len(left) * len(right) > _MOST_CELLS:
                regions += self._split(old_at, new_at, left, right)
            else:
                self._tie(old_at, new_at, align(left, right))

    def _split(
        self,
        old_at: Sequence[int],
        new_at: Sequence[int],
        left: list[int],
        right: list[int],
    ) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
        """Tie what is unique in a region that is too large to align; yield the rest."""
        for length in _LOCAL_SEEDS:
            seeds = heaviest_chain(joined(unique(left, [(0, len(left))], length),
                                           unique(right, [(0, len(right))], length),
                                           length))  # fmt: skip
            if not seeds:
                continue
            done = 0, 0
            for i, j, size in [*seeds, (len(left), len(right), 0)]:
                skip = max(0, done[0] - i, done[1] - j)
                if skip and skip >= size:
                    continue
                i, j, size = i + skip, j + skip, size - skip  # noqa: PLW2901
                yield old_at[done[0] : i], new_at[done[1] : j]
                for step in range(size):
                    self._take((old_at[i + step], new_at[j + step], 1))
                done = i + size, j + size
            return

    def _tie(
        self, old_at: Sequence[int], new_at: Sequence[int], blocks: list[Run]
    ) -> None:
        for i, j, size in self._solid(old_at, new_at, blocks):
            start = 0
            for step in range(1, size + 1):
                if (
                    step == size
                    or old_at[i + step] != old_at[i + step - 1] + 1
                    or new_at[j + step] != new_at[j + step - 1] + 1
                ):
                    self._take((old_at[i + start], new_at[j + start], step - start))
                    start = step

    def _solid(
        self, old_at: Sequence[int], new_at: Sequence[int], blocks: list[Run]
    ) -> list[Run]:
        """Leave out islands: a few shared words in what was written anew."""
        ends = [(0, 0, 0), (len(old_at), len(new_at), 0)]
        while True:
            bounds = pairwise([ends[0], *blocks, ends[1]])
            changed = [self._changed(old_at, new_at, *them) for them in bounds]
            kept = [
                block
                for block, (before, after) in zip(
                    blocks, pairwise(changed), strict=True
                )
                if before + after < _NOISE
                or self._old.size(old_at[block[0]], old_at[block[0] + block[2] - 1] + 1)
                >= min(before, after)
            ]
            if len(kept) == len(blocks):
                return kept
            blocks = kept

    def _changed(
        self, old_at: Sequence[int], new_at: Sequence[int], one: Run, other: Run
    ) -> int:
        """Return how many characters were replaced between two blocks."""
        gone = old_at[one[0] + one[2] : other[0]]
        come = new_at[one[1] + one[2] : other[1]]
        return max(
            sum(self._old.size(it, it + 1) for it in gone),
            sum(self._new.size(it, it + 1) for it in come),
        )


def _free(taken: bytearray, start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if not taken[at]]
