"""The elements of a page: where each stands in the text, and what it says it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_A-Za-z]+|\d+[a-z]*")
# What a page says of its layout, or of what its article is about.
_NOT_ITS_OWN = re.compile(
    r"(?:has|have|no|not|non|with|without|is|js|in|on|category|cat|tag|topic|term|post"
    r"|page|single|layout|lang|theme|type|format|status)-.*",
    re.IGNORECASE,
)
_LONGEST_NAMES = 500


@dataclass(frozen=True, slots=True)
class Tally:
    """What was written down so far: characters, those in links, links, and so on.

    `prose` are the characters of paragraphs that say something, `titles` the first
    headings and `headings` all of them; of both only those that are no link.
    """

    characters: int = 0
    linked: int = 0
    links: int = 0
    controls: int = 0
    prose: int = 0
    titles: int = 0
    headings: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.characters + other.characters,
            self.linked + other.linked,
            self.links + other.links,
            self.controls + other.controls,
            self.prose + other.prose,
            self.titles + other.titles,
            self.headings + other.headings,
        )

    @property
    def link_share(self) -> float:
        """How much of the text is links, 0 to 1."""
        return self.linked / self.characters if self.characters else 0.0


@dataclass(slots=True, eq=False)
class Part:
    """An element of a page: its pieces from `start` to `end`, and what they hold.

    `names` are the words of its classes and its id, `classes` of its classes alone;
    `role` is what it says it is for. `level` is how deep it stands.
    """

    tag: str
    start: int
    level: int
    role: str = ""
    property: str = ""
    names: frozenset[str] = frozenset()
    is_modal: bool = False
    end: int = 0
    tally: Tally = field(default_factory=Tally)

    def holds(self, other: Part) -> bool:
        """Tell whether another part lies inside this one, or is it."""
        return self.start <= other.start and other.end <= self.end and (
            self.level <= other.level
        )
