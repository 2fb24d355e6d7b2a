"""Where to draw the nodes of a network, so that those that are tied stand together.

After Fruchterman and Reingold 1991: ties pull, nodes push each other away, in a grid,
so that only near ones are asked; what moves cools down. Nothing is drawn by lot.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from heapq import nsmallest
from statistics import fmean

from workbench.text.components import components, outwards

Tie = tuple[int, int, float]
Point = tuple[float, float]

ROUNDS = 60
STRONGEST = 8
"""Ties of a node that pull, by weight; more would only make a knot of all."""
REACH = 2.0
"""How far a node pushes; the usual distance of two is 1."""
NEAREST = 0.7
PULL = 3.0
PUSH = 1.0
GRAVITY = 0.3
CELLS = 14
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
LEAN = math.radians(14)
"""So that names beside nodes of a row do not meet."""
GAP = 1.6
SHAPE = 1.9
"""How wide a network is against its height."""


def network_layout(
    count: int, ties: Sequence[Tie], pause: Callable[[], object] = lambda: None
) -> list[Point]:
    """Return where each of the nodes 0 to `count` stands; the usual distance is 1.

    Parts without a tie between them stand side by side. `pause` is called often.
    """
    kept = _strongest(count, ties)
    places: list[Point] = [(0.0, 0.0)] * count
    boxes = []
    for group in components(count, [(a, b) for a, b, _ in ties]):
        part = _Part(group, kept)
        for heat in _heats(len(group)):
            part.step(heat)
            pause()
        part.part_all(pause)
        part.lie_down()
        boxes.append(_Box(group, part.xs, part.ys))
    for box, x, y in _packed(boxes):
        for one, px, py in zip(box.group, box.xs, box.ys, strict=True):
            places[one] = (x + px, y + py)
    return places


def _strongest(count: int, ties: Sequence[Tie]) -> list[tuple[int, int]]:
    by_node: list[list[Tie]] = [[] for _ in range(count)]
    for tie in ties:
        if tie[0] != tie[1]:
            by_node[tie[0]].append(tie)
            by_node[tie[1]].append(tie)
    kept: set[tuple[int, int]] = set()
    for own in by_node:
        best = nsmallest(STRONGEST, own, key=lambda it: (-it[2], it[0], it[1]))
        kept.update((min(a, b), max(a, b)) for a, b, _ in best)
    return sorted(kept)


def _heats(count: int) -> Iterator[float]:
    """Yield how far a node may move at most, round by round."""
    rounds = ROUNDS if count > 2 else 12
    for number in range(rounds):
        yield 1.2 * (1 - number / rounds) + 0.02


class _Part:
    """Nodes that hang together, while they look for their places."""

    def __init__(self, group: Sequence[int], ties: Sequence[tuple[int, int]]) -> None:
        place = {one: number for number, one in enumerate(group)}
        self._ties = [(place[a], place[b]) for a, b in ties if a in place]
        degrees = [0] * len(group)
        neighbors: list[set[int]] = [set() for _ in group]
        for a, b in self._ties:
            degrees[a] += 1
            degrees[b] += 1
            neighbors[a].add(b)
            neighbors[b].add(a)
        self._pulls = [PULL / math.sqrt(degrees[a] * degrees[b]) for a, b in self._ties]
        self.xs, self.ys = [0.0] * len(group), [0.0] * len(group)
        for number, one in enumerate(_in_rings(neighbors)):
            radius, angle = math.sqrt(number), number * GOLDEN_ANGLE
            self.xs[one] = radius * math.cos(angle)
            self.ys[one] = radius * math.sin(angle)

    def step(self, heat: float) -> None:
        """Let every node move once, at most as far as `heat`."""
        inwards = -GRAVITY / math.sqrt(len(self.xs))
        moves_x = [inwards * x for x in self.xs]
        moves_y = [inwards * y for y in self.ys]
        self._push(moves_x, moves_y)
        self._push_crowds(moves_x, moves_y)
        self._pull(moves_x, moves_y)
        for one, (x, y) in enumerate(zip(moves_x, moves_y, strict=True)):
            length = math.hypot(x, y)
            if length:
                share = min(length, heat) / length
                self.xs[one] += x * share
                self.ys[one] += y * share

    def part_all(self, pause: Callable[[], object]) -> None:
        """Move nodes apart that stand on each other."""
        for _ in range(ROUNDS):
            is_clear = True
            for one, other, dx, dy, far in self._near(NEAREST):
                is_clear = False
                short = (NEAREST * 1.01 - far) / 2
                self.xs[one] += dx * short
                self.ys[one] += dy * short
                self.xs[other] -= dx * short
                self.ys[other] -= dy * short
            pause()
            if is_clear:
                return

    def lie_down(self) -> None:
        """Turn all nodes so that they spread farther across than up."""
        mean_x, mean_y = fmean(self.xs), fmean(self.ys)
        xs, ys = [x - mean_x for x in self.xs], [y - mean_y for y in self.ys]
        across, up = sum(x * x for x in xs), sum(y * y for y in ys)
        both = sum(x * y for x, y in zip(xs, ys, strict=True))
        angle = LEAN - math.atan2(2 * both, across - up) / 2
        cos, sin = math.cos(angle), math.sin(angle)
        self.xs = [x * cos - y * sin for x, y in zip(xs, ys, strict=True)]
        self.ys = [x * sin + y * cos for x, y in zip(xs, ys, strict=True)]

    def _push(self, moves_x: list[float], moves_y: list[float]) -> None:
        for one, other, dx, dy, far in self._near(REACH):
            force = PUSH / max(far, 0.05)
            moves_x[one] += dx * force
            moves_y[one] += dy * force
            moves_x[other] -= dx * force
            moves_y[other] -= dy * force

    def _push_crowds(self, moves_x: list[float], moves_y: list[float]) -> None:
        """Push whole cells of a coarse grid apart, as if each were one heavy node."""
        crowds = self._crowds()
        for crowd in crowds:
            push_x = push_y = 0.0
            for other in crowds:
                dx, dy = crowd.x - other.x, crowd.y - other.y
                square = dx * dx + dy * dy
                if square > REACH * REACH:
                    force = PUSH * len(other.nodes) / square
                    push_x += dx * force
                    push_y += dy * force
            for one in crowd.nodes:
                moves_x[one] += push_x
                moves_y[one] += push_y

    def _crowds(self) -> list[_Crowd]:
        wide = max(max(self.xs) - min(self.xs), max(self.ys) - min(self.ys))
        side = max(wide / CELLS, REACH)
        cells = self._cells(side)
        return [_Crowd(own, self.xs, self.ys) for own in cells.values()]

    def _cells(self, side: float) -> dict[tuple[int, int], list[int]]:
        cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for one, (x, y) in enumerate(zip(self.xs, self.ys, strict=True)):
            cells[int(x // side), int(y // side)].append(one)
        return cells

    def _pull(self, moves_x: list[float], moves_y: list[float]) -> None:
        xs, ys = self.xs, self.ys
        for (one, other), strength in zip(self._ties, self._pulls, strict=True):
            dx, dy = xs[one] - xs[other], ys[one] - ys[other]
            force = math.hypot(dx, dy) * strength
            moves_x[one] -= dx * force
            moves_y[one] -= dy * force
            moves_x[other] += dx * force
            moves_y[other] += dy * force

    def _near(self, reach: float) -> list[tuple[int, int, float, float, float]]:
        """Return pairs nearer than `reach`: both, the way from the second, how far."""
        xs, ys = self.xs, self.ys
        cells = self._cells(reach)
        found = []
        for (column, row), own in cells.items():
            around = [*own]
            for at in ((1, -1), (1, 0), (1, 1), (0, 1)):
                around += cells.get((column + at[0], row + at[1]), ())
            for number, one in enumerate(own):
                x, y = xs[one], ys[one]
                for other in around[number + 1 :]:
                    dx, dy = x - xs[other], y - ys[other]
                    if abs(dx) < reach and abs(dy) < reach:
                        far = math.hypot(dx, dy)
                        if far < 1e-9:
                            angle = (one * len(xs) + other) * GOLDEN_ANGLE
                            found.append(
                                (one, other, math.cos(angle), math.sin(angle), 0.0)
                            )
                        elif far < reach:
                            found.append((one, other, dx / far, dy / far, far))
        return found


class _Crowd:
    """Nodes near each other, and the middle of them."""

    def __init__(
        self, nodes: Sequence[int], xs: Sequence[float], ys: Sequence[float]
    ) -> None:
        self.nodes = nodes
        self.x = sum(xs[it] for it in nodes) / len(nodes)
        self.y = sum(ys[it] for it in nodes) / len(nodes)


def _in_rings(neighbors: list[set[int]]) -> list[int]:
    """Return all nodes, those near the most tied one first."""
    everything = list(range(len(neighbors)))
    found = outwards(everything, neighbors)
    while len(found) < len(everything):
        rest = sorted(set(everything) - set(found))
        found += outwards(rest, neighbors)
    return found


class _Box:
    """A part that is laid out, with its lower corner at 0."""

    def __init__(
        self, group: Sequence[int], xs: Sequence[float], ys: Sequence[float]
    ) -> None:
        left, low = min(xs), min(ys)
        self.group = group
        self.xs = [x - left for x in xs]
        self.ys = [y - low for y in ys]
        self.width = max(self.xs) + GAP
        self.height = max(self.ys) + GAP


def _packed(boxes: Sequence[_Box]) -> Iterator[tuple[_Box, float, float]]:
    """Yield parts with their places, shelf by shelf, the tallest first."""
    area = sum(it.width * it.height for it in boxes)
    widest = max([math.sqrt(area * SHAPE), *(it.width for it in boxes)], default=0.0)
    x = y = shelf = 0.0
    for box in sorted(boxes, key=lambda it: (-it.height, -it.width, it.group[0])):
        if x and x + box.width > widest:
            x, y, shelf = 0.0, y + shelf, 0.0
        yield box, x, y
        x, shelf = x + box.width, max(shelf, box.height)
