"""Which statements of two texts say the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.spans import Span


class PairKind(StrEnum):
    """How much two statements have in common.

    `verbatim` ones have the same words, whatever their letter case, quotation marks
    and markup; `altered` ones differ in some; a `paraphrase` shares what it speaks of.
    """

    VERBATIM = "verbatim"
    ALTERED = "altered"
    PARAPHRASE = "paraphrase"


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch of text `a` that says what a stretch of text `b` says.

    `score` goes from 0 to 1; the higher, the less can it be chance.
    """

    kind: PairKind
    score: float
    a: Span
    b: Span
