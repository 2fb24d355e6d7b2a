"""The words, tones and icons of links, the same wherever the window shows one.

A `PairKind` has the words of the `LinkKind` of its name.
"""

from __future__ import annotations

from dataclasses import dataclass

from ui.widgets.badge import BadgeKind
from workbench.model.alignments import PairKind
from workbench.model.links import LinkKind


@dataclass(frozen=True, slots=True)
class _Look:
    words: str
    tone: BadgeKind
    icon_name: str
    meaning: str


_LOOKS = {
    LinkKind.VERBATIM: _Look("verbatim", BadgeKind.OK, "quote", "The same words"),
    LinkKind.ALTERED: _Look(
        "altered", BadgeKind.WARN, "pencil", "The same, with words changed"
    ),
    LinkKind.PARAPHRASE: _Look(
        "paraphrase",
        BadgeKind.PLAIN,
        "message-square-quote",
        "The same statement in other words",
    ),
    LinkKind.CONTRADICTS: _Look(
        "contradicts", BadgeKind.BAD, "circle-x", "Both cannot be true"
    ),
    LinkKind.UPDATES: _Look(
        "updates", BadgeKind.PLAIN, "history", "The newer replaces the older"
    ),
    LinkKind.DIFFERENT_TIME: _Look(
        "different time",
        BadgeKind.PLAIN,
        "clock",
        "Both can be true, at different times",
    ),
    LinkKind.DIFFERENT_SCOPE: _Look(
        "different scope",
        BadgeKind.PLAIN,
        "list-tree",
        "Both can be true, of different things",
    ),
    LinkKind.NAMING_VARIANT: _Look(
        "naming variant", BadgeKind.PLAIN, "tag", "Two names of the same thing"
    ),
    LinkKind.NOT_A_CONFLICT: _Look(
        "not a conflict", BadgeKind.OK, "circle-check", "The two go together"
    ),
}
_FROM_THE_TARGET = {LinkKind.UPDATES: "updated by"}
"""Only a link with a direction reads differently from its other end."""
_VERDICTS = {LinkKind.CONTRADICTS: "contradiction"}


def words_of(kind: LinkKind | PairKind, *, from_target: bool = False) -> str:
    """Return what a badge says; `from_target` reads a link from its other end."""
    named = LinkKind(kind.value)
    if from_target and named in _FROM_THE_TARGET:
        return _FROM_THE_TARGET[named]
    return _LOOKS[named].words


def verdict_words(kind: LinkKind) -> str:
    """Return what a verdict is called: `contradiction`, not `contradicts`."""
    return _VERDICTS.get(kind) or words_of(kind)


def tone_of(kind: LinkKind | PairKind) -> BadgeKind:
    """Return the tone of a badge that says it."""
    return _LOOKS[LinkKind(kind.value)].tone


def icon_name(kind: LinkKind | PairKind) -> str:
    """Return the icon that stands for it."""
    return _LOOKS[LinkKind(kind.value)].icon_name


def meaning_of(kind: LinkKind | PairKind) -> str:
    """Return what it says of the two places, for tooltips and choices."""
    return _LOOKS[LinkKind(kind.value)].meaning
