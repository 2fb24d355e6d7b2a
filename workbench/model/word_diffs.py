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

    def moved(self, old: int, new: int) -> WordDiff:
        """Return what it is in two texts of which the compared ones begin there."""
        return WordDiff(_moved(self.removed, old), _moved(self.added, new))


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(it.start + by, it.end + by) for it in spans)
