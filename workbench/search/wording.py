"""Says in plain words how a query was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from workbench.model.search import Scope, Understood, UnderstoodWord, Unread
from workbench.search.tree import And, Filter, Node, Not, Or, Term, leaves

FORMS_NAMED: Final = 6
_TOGETHER = {
    Scope.DOCUMENT: ", in the same document",
    Scope.PARAGRAPH: ", in one paragraph",
}


def understood(tree: Node | None, scope: Scope, unread: Iterable[Unread]) -> Understood:
    """Describe a tree, and what was left out of it."""
    if tree is None:
        return Understood("Nothing to search for.", unread=tuple(unread))
    found = [leaf for leaf, _ in leaves(tree)]
    terms = [leaf for leaf in found if isinstance(leaf, Term)]
    return Understood(
        _phrase(tree) + (_TOGETHER[scope] if _joins(tree) else ""),
        tuple(UnderstoodWord(term.label, term.forms) for term in terms),
        tuple(leaf.label for leaf in found if isinstance(leaf, Filter)),
        tuple(unread),
    )


def _joins(node: Node) -> bool:
    """Tell whether words must stand together anywhere in the tree."""
    if isinstance(node, Not):
        return _joins(node.part)
    if isinstance(node, And):
        words = [leaf for leaf, _ in leaves(node) if isinstance(leaf, Term)]
        return len(words) > 1
    return isinstance(node, Or) and any(map(_joins, node.parts))


def _phrase(node: Node, *, nested: bool = False) -> str:
    if isinstance(node, Term):
        return _term(node)
    if isinstance(node, Filter):
        return node.label
    if isinstance(node, Not):
        return f"not {_phrase(node.part, nested=True)}"
    joined = (" and " if isinstance(node, And) else " or ").join(
        _phrase(part, nested=True) for part in node.parts
    )
    return f"({joined})" if nested and isinstance(node, And | Or) else joined


def _term(term: Term) -> str:
    if term.is_phrase:
        return f"exact {term.label}"
    is_capital = any(word.capitals for way in term.sequences for word in way.words)
    forms = ["in capitals"] if is_capital else []
    forms += term.forms[:FORMS_NAMED]
    if len(term.forms) > FORMS_NAMED:
        forms.append("…")
    if not term.sequences:
        forms.append("no such word")
    return f"{term.label} ({', '.join(forms)})" if forms else term.label
