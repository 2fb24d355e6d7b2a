"""Whoosh's query parser, set up for this program.

Importing this module imports Whoosh; `language` therefore imports it late. No schema
is given: words come back as typed, and the tokenizer that indexed the texts splits
them.
"""

# Whoosh has no types.
# mypy: allow-untyped-calls

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from whoosh import qparser
from whoosh.qparser import syntax

from workbench.model.search import Unread
from workbench.model.spans import Span
from workbench.search.conditions.asked import Bounds
from workbench.search.reading.repairing import EXPRESSION
from workbench.search.reading.typed import Group, Kind, Operator, Parsed, Part, Piece

MOST_KEPT: Final = 5_000
"""What is not stated is asked for again with each document that joins."""
TEXT_FIELD: Final = "text"
ALIAS_FIELD: Final = "alias"

_RANGE = re.compile(
    r"(?P<open>[\[{])\s*(?P<start>[\d\-./]*?)\s*"
    r"\b(?i:to)\b\s*(?P<end>[\d\-./]*?)\s*(?P<close>[\]}])"
)
_OPERATOR = r"(?<![^\s()]){}(?![^\s()])"
_MINUS = r"(?<![^\s()])-(?=[^\s\-)])"
_WRITTEN = {
    Kind.PHRASE: re.compile(r'"(?P<text>[^"]*)"(?P<tail>~\d*)?'),
    Kind.EXPRESSION: re.compile(EXPRESSION),
    Kind.VALUE: re.compile(r"(?<=:)'(?P<text>[^']*)'(?![^\s()])"),
}

_Filter = Callable[[Any, Any], Any]


class WrittenPlugin:
    """Reads what has signs around it, each kind as a word that remembers its match."""

    def taggers(self, _parser: object) -> list[tuple[object, int]]:
        """Return a tagger for each kind."""
        return [(_Tagger(kind, pattern), 0) for kind, pattern in _WRITTEN.items()]

    def filters(self, _parser: object) -> list[tuple[_Filter, int]]:
        """Return nothing: nodes stay as they are."""
        return []


class _Tagger:
    def __init__(self, kind: Kind, pattern: re.Pattern[str]) -> None:
        self._kind = kind
        self._pattern = pattern

    def match(self, _parser: object, text: str, place: int) -> Any:
        found = self._pattern.match(text, place)
        if found is None:
            return None
        node: Any = syntax.WordNode(found["text"])
        node.kind = self._kind
        node.tail = found.groupdict().get("tail") or ""
        return node.set_range(found.start(), found.end())


class LonelyPlugin:
    """Drops fields and operators that have nothing to work on, and remembers which.

    Whoosh itself takes such a field for a word, and fails on such operators when it
    builds the query (`a OR OR b`).
    """

    def __init__(self) -> None:
        self.dropped: list[Unread] = []

    def taggers(self, _parser: object) -> list[tuple[object, int]]:
        """Return nothing: this plug-in reads no characters."""
        return []

    def filters(self, _parser: object) -> list[tuple[_Filter, int]]:
        """Return the filters; Whoosh has its fields at 100, its operators at 600."""
        return [(self._drop_fields, 90), (self._drop_operators, 590)]

    def _drop_fields(self, parser: object, group: Any) -> Any:
        kept: list[Any] = []
        for node in reversed(group.nodes):
            if isinstance(node, syntax.GroupNode):
                kept.insert(0, self._drop_fields(parser, node))
            elif isinstance(node, syntax.FieldnameNode) and not _has_value(kept):
                node.endchar = node.startchar + len(node.original.rstrip())
                self._remember(node, f"{node.original.rstrip()} without a value")
            else:
                kept.insert(0, node)
        group.nodes = kept
        return group

    def _drop_operators(self, parser: object, group: Any) -> Any:
        kept: list[Any] = []
        for node in reversed(group.nodes):
            if isinstance(node, syntax.GroupNode):
                kept.insert(0, self._drop_operators(parser, node))
            elif isinstance(node, syntax.Operator) and not _has_operand(node, kept):
                self._remember(node, f"{node.text} (nothing to join)")
            else:
                kept.insert(0, node)
        while kept and isinstance(kept[0], syntax.InfixOperator):
            node = kept.pop(0)
            self._remember(node, f"{node.text} (nothing to join)")
        group.nodes = kept
        return group

    def _remember(self, node: Any, reason: str) -> None:
        self.dropped.append(Unread(reason, _span(node)))


def _has_value(following: list[Any]) -> bool:
    if not following:
        return False
    node = following[0]
    if isinstance(node, syntax.FieldnameNode | syntax.Operator):
        return False
    return isinstance(node, syntax.GroupNode) or bool(node.has_fieldname)


def _has_operand(operator: object, following: list[Any]) -> bool:
    if not following or isinstance(following[0], syntax.InfixOperator):
        return False
    is_prefix = isinstance(operator, syntax.PrefixOperator)
    return not (is_prefix and isinstance(following[0], syntax.PrefixOperator))


@lru_cache(maxsize=MOST_KEPT)
def parse(query: str, conditions: tuple[str, ...]) -> Parsed:
    """Read a query; `conditions` are the fields beside those of this module."""
    names = "|".join(map(re.escape, (TEXT_FIELD, ALIAS_FIELD, *conditions)))
    lonely = LonelyPlugin()
    operators = qparser.OperatorsPlugin(
        And=_OPERATOR.format("AND"),
        Or=_OPERATOR.format("OR"),
        Not=f"(?:{_OPERATOR.format('NOT')}|{_MINUS})",
        AndNot=None,
        AndMaybe=None,
        Require=None,
    )
    parser = qparser.QueryParser(
        TEXT_FIELD,
        schema=None,
        plugins=[
            qparser.FieldsPlugin(rf"(?<![^\s()\-])(?P<text>(?i:{names})):\s*"),
            WrittenPlugin(),
            qparser.RangePlugin(_RANGE),
            qparser.GroupPlugin(),
            lonely,
            operators,
        ],
    )
    part = _part(parser.process(query))
    return Parsed(part, tuple(sorted(lonely.dropped, key=_start)))


def _part(node: Any) -> Part:
    if isinstance(node, syntax.GroupNode):
        operator = Operator.AND
        if isinstance(node, syntax.NotGroup):
            operator = Operator.NOT
        elif isinstance(node, syntax.OrGroup):
            operator = Operator.OR
        return Group(operator, tuple(map(_part, node.nodes)))
    field = (getattr(node, "fieldname", None) or TEXT_FIELD).lower()
    if isinstance(node, syntax.RangeNode):
        start, end = node.start or "", node.end or ""
        bounds = Bounds(start, end, bool(node.startexcl), bool(node.endexcl))
        text = f"[{start} to {end}]"
        return Piece(Kind.RANGE, text, field, _span(node), bounds=bounds)
    kind, tail = getattr(node, "kind", Kind.WORD), getattr(node, "tail", "")
    return Piece(kind, node.text, field, _span(node), tail)


def _span(node: Any) -> Span:
    return Span(node.startchar or 0, node.endchar or 0)


def _start(unread: Unread) -> int:
    return unread.span.start if unread.span else 0
