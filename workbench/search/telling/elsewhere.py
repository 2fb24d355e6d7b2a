"""Asking a little differently where a query found nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from workbench.model.search import AliasUse, Scope, SearchOptions
from workbench.search.reading.language import Reading
from workbench.search.tree import Filter, Leaf, Term, leaves

# What stands before the value of a condition and goes with it.
_ITS_FIELD = re.compile(r"(?:(?<![^\s()])(?:NOT\s+|-))*(?:[^\s():\"-]+:\s*)?$")

Other = tuple[str, str, SearchOptions]


def others(reading: Reading, options: SearchOptions) -> Iterator[Other]:
    """Yield what each other way is called, its query and its options.

    Whether one finds anything is not known yet.
    """
    if reading.tree is None:
        return
    asked = " ".join(reading.tidied.split())
    if options.scope is Scope.PARAGRAPH:
        wider = replace(options, scope=Scope.DOCUMENT)
        yield "with the words anywhere in a document", asked, wider
    if options.aliases is not AliasUse.ALL:
        yield "with all aliases", asked, replace(options, aliases=AliasUse.ALL)
    if not options.zones:
        yield "in zones, too", asked, replace(options, zones=True)
    for what, change in (
        ("with these words, but not as a phrase", _loosened),
        ("without the conditions", _unconditional),
        ("in your notes", _noted),
    ):
        changed = _changed(reading, change)
        if changed not in {"", asked}:
            yield what, changed, options


_Change = Callable[[Leaf, str], str]


def _changed(reading: Reading, change: _Change) -> str:
    """Return the query with each part changed; excluded words stay excluded."""
    assert reading.tree is not None
    query = reading.tidied
    parts = sorted(leaves(reading.tree), key=lambda part: part[0].start, reverse=True)
    for leaf, is_negated in parts:
        is_condition = isinstance(leaf, Filter)
        if is_negated and not is_condition:
            continue
        before, typed = query[: leaf.start], query[leaf.start : leaf.end]
        instead = change(leaf, typed)
        if instead != typed:
            before = _ITS_FIELD.sub("", before)
        query = before + instead + query[leaf.end :]
    return " ".join(query.split())


def _loosened(leaf: Leaf, typed: str) -> str:
    if isinstance(leaf, Filter) or not leaf.is_phrase:
        return typed
    words = typed.rpartition('"')[0].strip('"').split()
    return f"({' '.join(words)})" if len(words) > 1 else typed


def _unconditional(leaf: Leaf, typed: str) -> str:
    return "" if isinstance(leaf, Filter) else typed


def _noted(leaf: Leaf, typed: str) -> str:
    return f"note:{typed}" if isinstance(leaf, Term) else typed
