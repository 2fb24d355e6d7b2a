"""The documents that share something as nodes, what they share as edges."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ui.reuse.model import Entry, Sharing
from workbench.model.alignments import PairKind
from workbench.model.reuse import Shared
from workbench.text.network_layout import Point, Tie, network_layout


@dataclass(frozen=True, slots=True)
class Edge:
    """What two nodes share; `is_arrow` if `start` is known to be the earlier one."""

    start: int
    end: int
    shared: Shared
    is_arrow: bool

    def other(self, node: int) -> int:
        """Return the node at the other end."""
        return self.end if node == self.start else self.start

    @property
    def kind(self) -> PairKind:
        """What most of the statements are."""
        counts = {
            PairKind.VERBATIM: self.shared.verbatim,
            PairKind.ALTERED: self.shared.altered,
            PairKind.PARAPHRASE: self.shared.paraphrase,
        }
        return max(counts, key=lambda it: counts[it])


@dataclass(frozen=True)
class Network:
    """Nodes with their places; the usual distance of two is 1."""

    nodes: Sequence[Entry] = ()
    edges: Sequence[Edge] = ()
    places: Sequence[Point] = ()

    def work_out(self) -> None:
        """Work out at once, off the UI thread, what drawing needs again and again."""
        _ = self.shares, self.edges_of, self.by_weight

    @cached_property
    def weights(self) -> Sequence[int]:
        """How many statements each node shares with all others."""
        weights = [0] * len(self.nodes)
        for edge in self.edges:
            weights[edge.start] += edge.shared.statements
            weights[edge.end] += edge.shared.statements
        return weights

    @cached_property
    def shares(self) -> Sequence[float]:
        """How large each node is against the largest, by area."""
        most = max(self.weights, default=1)
        return [math.sqrt(it / most) for it in self.weights]

    @cached_property
    def edges_of(self) -> Sequence[Sequence[Edge]]:
        """The edges of each node, the strongest first."""
        found: list[list[Edge]] = [[] for _ in self.nodes]
        strongest = sorted(self.edges, key=lambda it: -it.shared.statements)
        for edge in strongest:
            found[edge.start].append(edge)
            found[edge.end].append(edge)
        return found

    @cached_property
    def by_weight(self) -> Sequence[int]:
        """The nodes, those that share most first."""
        return sorted(range(len(self.nodes)), key=lambda it: (-self.weights[it], it))


def network_of(sharing: Sharing, pause: Callable[[], object]) -> Network:
    """Lay out what documents share; takes a second or two for a thousand of them."""
    nodes = sorted(
        (it for it in sharing.entries if it.id in sharing.sharers),
        key=lambda it: (it.title.casefold(), it.id),
    )
    place = {it.id: number for number, it in enumerate(nodes)}
    edges = [_edge(nodes, place[it.a], place[it.b], it) for it in sharing.shared]
    ties: list[Tie] = [(it.start, it.end, it.shared.statements) for it in edges]
    network = Network(nodes, edges, network_layout(len(nodes), ties, pause))
    network.work_out()
    return network


def _edge(nodes: Sequence[Entry], a: int, b: int, shared: Shared) -> Edge:
    """Make an edge from the earlier document to the later, as texts are taken over."""
    start, end = sorted((a, b), key=lambda it: nodes[it].date)
    first, last = nodes[start].date, nodes[end].date
    # A year is not earlier than a day in it.
    is_arrow = bool(first) and not last.startswith(first)
    return Edge(start, end, shared, is_arrow)
