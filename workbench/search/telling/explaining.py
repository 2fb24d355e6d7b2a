"""Why a query finds one document, or why it does not: part by part."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from workbench.model.search import Explanation, Listed, Reason, Scope, SearchOptions
from workbench.search.choosing import found, matching
from workbench.search.indexing.paragraphs import TextSource
from workbench.search.matching import find, merge
from workbench.search.planning import Planner
from workbench.search.reading.language import Reading
from workbench.search.telling import wording
from workbench.search.telling.missing import NOT_THERE, why_missing
from workbench.search.tree import And, Filter, Leaf, Node, Not, Term, leaves
from workbench.text.content import clutter_of, content_of

NOTHING_ASKED = "Not found: there is nothing to search for."
FOUND = "Found."
DISCARDED = "Not found: all its hits were discarded."
UNDATED = "Not found, but named as undated: it has no date."
APART = "Not found: all of it is there, but never together in one paragraph."

_Part = tuple[Leaf, bool]


class Explaining:
    """Explains one document at a time, over one connection."""

    def __init__(
        self, connection: sqlite3.Connection, planner: Planner, texts: TextSource
    ) -> None:
        self._connection = connection
        self._planner = planner
        self._texts = texts

    def of(
        self, reading: Reading, options: SearchOptions, document: Listed
    ) -> Explanation:
        """Say of each part of a query whether the document has it, and what decides."""
        if reading.tree is None:
            return Explanation(document, is_found=False, sentence=NOTHING_ASKED)
        content, zones = self._paragraphs(document)
        searched = content + zones if options.zones else content
        reasons: dict[_Part, Reason] = {}
        for leaf, is_negated in leaves(reading.tree):
            if isinstance(leaf, Term):
                count = _count(leaf, searched)
                why = "" if count or is_negated else why_missing(leaf, content, zones)
                reason = _of_term(leaf, count, why, is_negated=is_negated)
            else:
                reason = self._of_filter(leaf, document, is_negated=is_negated)
            reasons[leaf, is_negated] = reason
        is_found, sentence = self._outcome(reading, options, document, reasons)
        return Explanation(document, is_found, sentence, tuple(reasons.values()))

    def _paragraphs(self, document: Listed) -> tuple[list[str], list[str]]:
        """Return the paragraphs, without what is in zones, and that alone."""
        text = self._texts.text(document.document_id)
        zones = self._texts.zones(document.document_id)
        spans = [it.span for it in self._texts.blocks(document.document_id)]
        clutter = [clutter_of(text, it, zones) for it in spans] if zones else []
        return [content_of(text, it, zones) for it in spans], clutter

    def _of_filter(self, leaf: Filter, document: Listed, *, is_negated: bool) -> Reason:
        is_so = document.document_id in leaf.documents
        values = self._planner.filters.values(leaf.about, document.document_id)
        part = f"not {leaf.label}" if is_negated else leaf.label
        return Reason(part, is_so != is_negated, values)

    def _outcome(
        self,
        reading: Reading,
        options: SearchOptions,
        document: Listed,
        reasons: Mapping[_Part, Reason],
    ) -> tuple[bool, str]:
        assert reading.tree is not None
        own = int(document.document_id)
        plan = self._planner.plan(reading.tree, options)
        if own in matching(self._connection, plan):
            is_found = own in found(self._connection, plan)
            return is_found, FOUND if is_found else DISCARDED
        if reading.possible is not None:
            wider = self._planner.plan(reading.possible, options)
            if own in matching(self._connection, wider):
                return False, UNDATED
        blamed = _blamed(reading.tree, reasons)
        if not blamed and plan.scope is Scope.PARAGRAPH:
            return False, APART
        return False, _sentence([reasons[part] for part in blamed])


def _count(term: Term, paragraphs: Iterable[str]) -> int:
    return sum(len(merge(find(term, text))) for text in paragraphs)


def _of_term(term: Term, count: int, why: str, *, is_negated: bool) -> Reason:
    times = "it is there once" if count == 1 else f"it is there {count:,} times"
    detail = times if count else why or NOT_THERE
    part = wording.part(term)
    if is_negated:
        return Reason(f"not {part}", not count, detail)
    return Reason(part, bool(count), detail)


def _blamed(
    node: Node, reasons: Mapping[_Part, Reason], *, is_negated: bool = False
) -> list[_Part]:
    """Return the parts that fail, of whatever lets the whole fail."""
    if _holds(node, reasons, is_negated=is_negated):
        return []
    if isinstance(node, Not):
        return _blamed(node.part, reasons, is_negated=not is_negated)
    if isinstance(node, Term | Filter):
        return [(node, is_negated)]
    parts = (_blamed(part, reasons, is_negated=is_negated) for part in node.parts)
    return list(dict.fromkeys(blamed for part in parts for blamed in part))


def _holds(
    node: Node, reasons: Mapping[_Part, Reason], *, is_negated: bool = False
) -> bool:
    """Tell whether a node is true of the document, or under a NOT, that it is not."""
    if isinstance(node, Not):
        return _holds(node.part, reasons, is_negated=not is_negated)
    if isinstance(node, Term | Filter):
        return reasons[node, is_negated].holds
    parts = (_holds(part, reasons, is_negated=is_negated) for part in node.parts)
    return all(parts) if isinstance(node, And) != is_negated else any(parts)


def _sentence(failing: list[Reason]) -> str:
    """Name the first part that decides, with its detail, and the others."""
    first, *others = failing
    said = f"Not found: {first.part} fails"
    said += f", since {first.detail}." if first.detail else "."
    if others:
        so_do = "So does" if len(others) == 1 else "So do"
        said += f" {so_do} {' and '.join(it.part for it in others)}."
    return said
