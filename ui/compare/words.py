"""What is said of a pair, the same in the list and at its ribbon."""

from __future__ import annotations

from ui.compare.kinds import Kind
from ui.compare.ties import Tie
from ui.widgets.link_words import words_of
from workbench.model.links import LinkKind


def name_of(kind: Kind) -> str:
    """Return the word for a kind."""
    return words_of(kind) if isinstance(kind, LinkKind) else kind.value


def score_words(tie: Tie) -> str:
    """Return how sure the find is.

    Empty for what an analyst alone has tied, and for what has the very same words.
    """
    is_guess = tie.kind in {LinkKind.ALTERED, LinkKind.PARAPHRASE}
    is_told = is_guess and tie.score is not None
    return f"{tie.score:.0%} sure".replace("%", " %") if is_told else ""


def link_words(tie: Tie) -> str:
    """Return as what somebody linked it; empty when nobody did."""
    kinds = ", ".join(dict.fromkeys(name_of(it.kind) for it in tie.links))
    return f"linked as {kinds}" if kinds else ""


def told_of(tie: Tie) -> str:
    """Return all of this on one line, and the reasons below it."""
    parts = [name_of(tie.kind).capitalize(), score_words(tie), link_words(tie)]
    first = " · ".join(part for part in parts if part)
    return "\n".join([first, *(it.reason for it in tie.links if it.reason)])
