"""Says how alike two short texts are."""

from __future__ import annotations

from workbench.text.tokens import plain


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 1; blanks and quote marks hardly count."""
    from rapidfuzz.distance import Levenshtein  # start-up does not pay for it

    if one == other:
        return 1.0
    alike = Levenshtein.normalized_similarity(one, other)
    if " ".join(plain(one).split()) == " ".join(plain(other).split()):
        return 0.95 + 0.04 * alike
    return float(min(alike, 0.99))
