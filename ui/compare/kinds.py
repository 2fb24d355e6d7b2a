"""How each kind of pair looks and reads: a tone, a stroke, a fill, one word.

The stroke and the fill say without color what the tone says with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ui.widgets.badge import BadgeKind
from ui.widgets.strokes import Stroke
from workbench.model.links import LinkKind
from workbench.model.version_pairs import VersionPairKind

Kind = LinkKind | VersionPairKind


@dataclass(frozen=True, slots=True)
class KindLook:
    """`fill` is how much of the tone lies in a ribbon; 0 leaves only its edges."""

    tone: str
    stroke: Stroke
    fill: float
    badge: BadgeKind = BadgeKind.PLAIN


_SOLID = KindLook("muted", Stroke.SOLID, 0.12)
_LOOKS: dict[str, KindLook] = {
    LinkKind.VERBATIM: KindLook("ok", Stroke.SOLID, 0.2, BadgeKind.OK),
    LinkKind.ALTERED: KindLook("warn", Stroke.DASHED, 0.16, BadgeKind.WARN),
    LinkKind.PARAPHRASE: KindLook("muted", Stroke.DOTTED, 0.0),
    LinkKind.CONTRADICTS: KindLook("bad", Stroke.SOLID, 0.16, BadgeKind.BAD),
    VersionPairKind.SAME: KindLook("muted", Stroke.SOLID, 0.0),
    VersionPairKind.CHANGED: KindLook("warn", Stroke.DASHED, 0.16, BadgeKind.WARN),
    VersionPairKind.MOVED: KindLook("accent", Stroke.SOLID, 0.18),
    VersionPairKind.MOVED_AND_CHANGED: KindLook("accent", Stroke.DASHED, 0.1),
    VersionPairKind.REMOVED: KindLook("bad", Stroke.SOLID, 0.16, BadgeKind.BAD),
    VersionPairKind.ADDED: KindLook("ok", Stroke.SOLID, 0.2, BadgeKind.OK),
}
ORDER: tuple[Kind, ...] = (
    *LinkKind,
    VersionPairKind.MOVED,
    VersionPairKind.MOVED_AND_CHANGED,
    VersionPairKind.CHANGED,
    VersionPairKind.REMOVED,
    VersionPairKind.ADDED,
)
"""The order in which kinds are offered; blocks that are the same are not listed."""


def look_of(kind: Kind) -> KindLook:
    """Return how a kind is drawn."""
    return _LOOKS.get(kind, _SOLID)
