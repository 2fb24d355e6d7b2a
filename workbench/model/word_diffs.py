"""Which words of two texts are not in the other."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class WordDiff:
    """Spans of the old text that went, and spans of the new text that came.

    Words that follow each other are one span. What only moved, or differs in blanks
    or the form of quotation marks, is in neither.
    """

    removed: tuple[Span, ...]
    added: tuple[Span, ...]
