"""Says in plain words how a query was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from workbench.model.search import Scope, Understood, UnderstoodWord, Unread
from workbench.search.tree import And, Filter, Leaf, Node, Not, Or, Term, leaves

LONGEST_ABBREVIATION: Final = 5
FORMS_NAMED: Final = 6
ALIASES_NAMED: Final = 12
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
        tuple(UnderstoodWord(term.label, term.forms, term.aliases) for term in terms),
        tuple(leaf.label for leaf in found if isinstance(leaf, Filter)),
        tuple(unread),
    )


def part(leaf: Leaf) -> str:
    """Name one word, phrase or condition, with what it stands for."""
    return _phrase(leaf)


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
    said = [", ".join(_forms(term))] if _forms(term) else []
    if term.aliases:
        said.append(f"also {_names(term.aliases)}")
    is_exact = term.is_phrase and not term.how
    label = f"exact {term.label}" if is_exact else term.label
    return f"{label} ({'; '.join(said)})" if said else label


def _forms(term: Term) -> list[str]:
    """Return what to say of the words found for a term, apart from its aliases."""
    if not term.sequences:
        return ["no such word"]
    if term.is_phrase:
        return [term.how] if term.how else []
    forms = [*filter(None, [term.how, _capitals(term)])]
    more = ["…"] if len(term.forms) > FORMS_NAMED else []
    return [*forms, *term.forms[:FORMS_NAMED], *more]


def _capitals(term: Term) -> str:
    words = term.sequences[0].words
    if not any(word.capitals for word in words):
        return ""
    if "." in term.label:
        return "in capitals, with or without dots"
    # "US" finds no "U.S.", which must not be a surprise.
    is_short = len(words) == 1 and len(words[0].folded) <= LONGEST_ABBREVIATION
    return "in capitals, without dots" if is_short else "in capitals"


def _names(names: Sequence[str]) -> str:
    more = len(names) - ALIASES_NAMED
    said = ", ".join(names[:ALIASES_NAMED])
    return f"{said} and {more} more" if more > 0 else said
