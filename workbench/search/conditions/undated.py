"""What conditions on dates mean for documents that have none.

Nobody knows whether `date:2022` holds for them, and so neither does `NOT date:2022`.
A query finds what it holds for whatever their dates would be; what it might hold for,
depending on their dates, is named as undated instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbench.search.tree import And, Filter, Node, Not, Or, leaves

Undated = Callable[[], frozenset[int]]


def asks_dates(tree: Node) -> bool:
    """Tell whether the tree has any condition on dates."""
    return any(isinstance(leaf, Filter) and leaf.is_date for leaf, _ in leaves(tree))


def certain(tree: Node, undated: Undated) -> Node:
    """Return the tree that documents without a date match only if they surely do."""
    return _granted(tree, undated(), is_negated=True) if asks_dates(tree) else tree


def possible(tree: Node, undated: Undated) -> Node:
    """Return the tree that documents without a date match if some date would do."""
    return _granted(tree, undated(), is_negated=False) if asks_dates(tree) else tree


def _granted(node: Node, undated: frozenset[int], *, is_negated: bool) -> Node:
    """Let each condition on dates that is not negated hold for the undated, too.

    To hold under a NOT is to be left out: `certain` therefore begins as negated.
    """
    if isinstance(node, Not):
        return Not(_granted(node.part, undated, is_negated=not is_negated))
    if isinstance(node, And | Or):
        parts = (_granted(part, undated, is_negated=is_negated) for part in node.parts)
        return type(node)(tuple(parts))
    if isinstance(node, Filter) and node.is_date and not is_negated:
        return replace(node, documents=node.documents | undated)
    return node
