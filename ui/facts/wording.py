"""How facts and their states read in the window."""

from __future__ import annotations

from ui.facts.entries import State
from ui.facts.lines import Fold, Heading
from ui.widgets.badge import BadgeKind
from ui.widgets.counting import count_of
from ui.widgets.link_words import verdict_words
from ui.widgets.moments import readable_moment
from workbench.model.facts import FactKind
from workbench.model.links import Link

LETTERS = ("A", "B")
KIND_NAMES = {
    FactKind.DATE: "Dates",
    FactKind.MONEY: "Money",
    FactKind.PERCENT: "Percentages",
    FactKind.NUMBER: "Numbers",
    FactKind.PERSON: "People",
    FactKind.ORGANIZATION: "Organizations",
}
STATE_TONES = {
    State.DIFFERS: BadgeKind.WARN,
    State.DECIDED: BadgeKind.PLAIN,
    State.ONLY_A: BadgeKind.PLAIN,
    State.ONLY_B: BadgeKind.PLAIN,
    State.SAME: BadgeKind.OK,
}
STATE_NAMES = {
    State.DIFFERS: "Differs",
    State.DECIDED: "Decided",
    State.ONLY_A: "Only in A",
    State.ONLY_B: "Only in B",
    State.SAME: "Same",
}


def lettered(letter: str, title: str) -> str:
    """Return a document's title behind the letter that rows call it by."""
    return f"{letter} · {title}" if title else ""


def heading_fact(heading: Heading) -> str:
    """Return what stands after the name of a kind."""
    if not heading.differing:
        return f"{heading.entries:,}"
    return f"{heading.entries:,} · {count_of(heading.differing, 'differs', 'differ')}"


def fold_words(fold: Fold) -> str:
    """Return what stands on the line that hides or shows what is the same."""
    verb = "Hide" if fold.is_open else "Show"
    return f"{verb} {fold.entries:,} that both say alike"


def passed_by(verdict: Link) -> str:
    """Return the reason of a verdict, who gave it, and when."""
    moment = readable_moment(verdict.created_at)
    return " · ".join(it for it in (verdict.reason, verdict.analyst, moment) if it)


def verdict_in_words(verdict: Link) -> str:
    """Return all there is to say of a verdict."""
    return f"{verdict_words(verdict.kind)} · {passed_by(verdict)}"
