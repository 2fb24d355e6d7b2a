"""What a cue is: a sort of line, and where it is believed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from workbench.model.zones import ZoneKind


class Place(Enum):
    """Where a cue is believed."""

    ANYWHERE = "anywhere"
    EDGE = "above the first or below the last paragraph of prose"
    COMPANY = "there, and only in a row of cues"
    UNDER_LINKS = "above the prose, on a page that begins with skip links"


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines of one sort; `longest` is in characters.

    `pattern` is for `re.fullmatch`, without groups. It is compiled when first needed,
    since compiling all of them takes as long as building a window.
    """

    kind: ZoneKind
    reason: str
    place: Place
    pattern: str
    longest: int


_TRIMMED = " -–—*•·>»›→#|=_~+.!:…✕×▶►▼✓"
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")


def cue(
    kind: ZoneKind, reason: str, place: Place, *patterns: str, longest: int = 160
) -> Cue:
    """Make a cue of patterns, one of which a plain line has to match as a whole."""
    return Cue(kind, reason, place, "|".join(patterns), longest)


def plain_line(line: str) -> str:
    """Return a line in small letters, without marks around it and Markdown links.

    Blanks become single spaces, and the apostrophe is always the straight one.
    """
    if "](" in line:
        line = _LINK.sub(r"\1", line)
    return " ".join(line.lower().replace("’", "'").split()).strip(_TRIMMED)
