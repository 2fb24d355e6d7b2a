"""Whoosh's query parser and stemmer, set up for this program.

Importing this module imports Whoosh; `language` therefore imports it late. No schema
is given: words come back as typed, and the tokenizer that indexed the texts splits
them.
"""

# Whoosh has no types.
# mypy: allow-untyped-calls

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from whoosh import qparser
from whoosh.lang.snowball.english import EnglishStemmer
from whoosh.qparser import syntax

FIELDS: Final = ("title", "tag", "date", "source", "doc")
TEXT_FIELD: Final = "text"

_FIELD = rf"(?<![^\s()\-])(?P<text>(?i:{'|'.join(FIELDS)})):\s*"
_RANGE = re.compile(
    r"(?P<open>[\[{])\s*(?P<start>[\d\-./]*?)\s*"
    r"\b(?i:to)\b\s*(?P<end>[\d\-./]*?)\s*(?P<close>[\]}])"
)
_OPERATOR = r"(?<![^\s()]){}(?![^\s()])"
_MINUS = r"(?<![^\s()])-(?=[^\s\-])"

_Filter = Callable[[Any, Any], Any]


class OperandsPlugin:
    """Drops operators that have nothing to work on, and remembers which.

    Whoosh itself fails on them when it builds the query (`a OR OR b`).
    """

    def __init__(self) -> None:
        self.dropped: list[str] = []

    def taggers(self, _parser: object) -> list[tuple[object, int]]:
        """Return nothing: this plug-in reads no characters."""
        return []

    def filters(self, _parser: object) -> list[tuple[_Filter, int]]:
        """Return the filter, to run just before Whoosh's operators at 600."""
        return [(self._drop, 590)]

    def _drop(self, parser: object, group: Any) -> Any:
        kept: list[Any] = []
        for node in reversed(group.nodes):
            if isinstance(node, syntax.GroupNode):
                kept.insert(0, self._drop(parser, node))
            elif isinstance(node, syntax.Operator) and not _has_operand(node, kept):
                self.dropped.insert(0, node.text)
            else:
                kept.insert(0, node)
        while kept and isinstance(kept[0], syntax.InfixOperator):
            self.dropped.insert(0, kept.pop(0).text)
        group.nodes = kept
        return group


def _has_operand(operator: object, following: list[Any]) -> bool:
    if not following or isinstance(following[0], syntax.InfixOperator):
        return False
    is_prefix = isinstance(operator, syntax.PrefixOperator)
    return not (is_prefix and isinstance(following[0], syntax.PrefixOperator))


def parse(query: str) -> tuple[Any, list[str]]:
    """Return Whoosh's query tree, not normalized, and the operators left out."""
    operands = OperandsPlugin()
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
            qparser.FieldsPlugin(_FIELD),
            qparser.PhrasePlugin(),
            qparser.RangePlugin(_RANGE),
            qparser.GroupPlugin(),
            operands,
            operators,
        ],
    )
    return parser.parse(query, normalize=False), operands.dropped


def stem(word: str) -> str:
    """Return the stem of a lower-case English word (Snowball's: `use` is not `us`)."""
    return str(EnglishStemmer().stem(word))
