"""Which things hang together by ties, directly or by way of others."""

from __future__ import annotations

from collections.abc import Iterable


def components(count: int, ties: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return what hangs together of the things 0 to `count`, the largest group first.

    Each group is in order; of groups alike in size the one with the lowest thing
    comes first.
    """
    leader = list(range(count))

    def find(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for a, b in ties:
        one, other = sorted((find(a), find(b)))
        leader[other] = one
    groups: dict[int, list[int]] = {}
    for one in range(count):
        groups.setdefault(find(one), []).append(one)
    return sorted(groups.values(), key=lambda it: (-len(it), it[0]))


def clustered(count: int, ties: Iterable[tuple[int, int]]) -> list[int]:
    """Return the things 0 to `count` in an order in which those tied stand together.

    Group by group, each from its most tied thing outwards, as reverse Cuthill and
    McKee do.
    """
    pairs = [(a, b) for a, b in ties if a != b]
    neighbors: list[set[int]] = [set() for _ in range(count)]
    for a, b in pairs:
        neighbors[a].add(b)
        neighbors[b].add(a)
    found: list[int] = []
    for group in components(count, pairs):
        found += outwards(group, neighbors)
    return found


def outwards(group: list[int], neighbors: list[set[int]]) -> list[int]:
    """Return a group from its most tied thing to the farthest, breadth first."""

    def rank(one: int) -> tuple[int, int]:
        return -len(neighbors[one]), one

    waiting = [min(group, key=rank)]
    seen = set(waiting)
    for one in waiting:
        fresh = sorted(neighbors[one] - seen, key=rank)
        seen.update(fresh)
        waiting += fresh
    return waiting
