"""Says which words of two texts are not in the other, in reading order."""

from __future__ import annotations

from collections.abc import Callable

from workbench.model.spans import Span
from workbench.model.word_diffs import WordDiff
from workbench.text.tokens import Tokens
from workbench.text.tying import compare


def word_diff(old: str, new: str, pause: Callable[[], None] = lambda: None) -> WordDiff:
    """Compare two texts word by word; `pause` is called now and then, may raise."""
    compared = compare(old, new, pause)
    return WordDiff(
        _runs(compared.old_tokens, compared.tied_old),
        _runs(compared.new_tokens, compared.tied_new),
    )


def _runs(tokens: Tokens, tied: bytearray) -> tuple[Span, ...]:
    runs: list[Span] = []
    first = tied.find(0)
    while first >= 0:
        end = tied.find(1, first)
        end = len(tied) if end < 0 else end
        runs.append(Span(tokens.spans[first][0], tokens.spans[end - 1][1]))
        first = tied.find(0, end)
    return tuple(runs)
