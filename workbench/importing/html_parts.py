"""The elements of a page: where each stands in its text, and what it says it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import sub
from typing import NamedTuple

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_A-Za-z]+|\d+[a-z]*")
# What a page says of its layout, or of what its article is about.
_SAID_OF_OTHERS = re.compile(
    r"(?:has|have|no|not|non|with|without|is|js|category|cat|tag|topic|term"
    r"|layout|lang|theme|type|format|status|wp)-.*",
    re.IGNORECASE,
)
_LONGEST_NAMES = 500
_SHORTEST_PROSE = 80
_SHORTEST_DENSE_PROSE = 30
"""Of Chinese and Japanese, which say as much in fewer characters."""

Attributes = Mapping[str, str | None]


class Tally(NamedTuple):
    """How much there is of something: characters, those in links, links, and so on.

    `prose` are the characters of paragraphs that say something. `titles` are headings
    of the first level and `headings` those of all, where they are no links.
    """

    characters: int = 0
    linked: int = 0
    links: int = 0
    controls: int = 0
    prose: int = 0
    titles: int = 0
    headings: int = 0

    def since(self, before: Tally) -> Tally:
        """Return what came after an earlier count."""
        return Tally(*map(sub, self, before))

    @property
    def link_share(self) -> float:
        """How much of the text is links, 0 to 1."""
        return self.linked / self.characters if self.characters else 0.0


NOTHING = Tally()


@dataclass(slots=True, eq=False)
class Part:
    """An element of a page: its pieces from `start` to `end`, and how much they hold.

    `names` are the words of its classes and its id; `role` and `kind` (the itemprop)
    are what it says it is for. `depth` is how many elements it stands in, `before` how
    much of the page stands above it.
    """

    tag: str
    start: int
    depth: int
    role: str
    kind: str
    names: frozenset[str]
    before: Tally
    end: int = -1
    tally: Tally = NOTHING

    def holds(self, other: Part) -> bool:
        """Tell whether another part lies inside this one, or is it."""
        is_around = self.start <= other.start and other.end <= self.end
        return is_around and self.depth <= other.depth


class Parts:
    """Writes down the parts of a page while it is walked."""

    def __init__(self) -> None:
        self.all: list[Part] = []
        self.links = 0
        self.controls = 0
        self._open: list[Part] = []
        self._characters = self._linked = self._prose = 0
        self._titles = self._headings = 0

    def enter(self, tag: str, attributes: Attributes, start: int) -> None:
        """Begin a part at the piece that comes next."""
        part = Part(
            tag,
            start,
            len(self._open),
            (attributes.get("role") or "").lower(),
            (attributes.get("itemprop") or "").lower(),
            names_of(attributes.get("class") or "", attributes.get("id") or ""),
            self.total(),
        )
        self._open.append(part)
        self.all.append(part)

    def leave(self, end: int) -> None:
        """End the innermost part before the piece that comes next."""
        part = self._open.pop()
        part.end = end
        part.tally = self.total().since(part.before)

    def count(self, text: str, level: int, linked: int) -> None:
        """Count a piece, of which so many characters are in links."""
        self._characters += len(text)
        self._linked += linked
        is_link = linked * 2 > len(text)
        if level:
            self._headings += not is_link
            self._titles += level == 1 and not is_link
        elif _is_prose(text) and not is_link:
            self._prose += len(text)

    def total(self) -> Tally:
        """Return what was counted so far."""
        return Tally(
            self._characters, self._linked, self.links, self.controls, self._prose,
            self._titles, self._headings,
        )  # fmt: skip

    def drop(self, start: int) -> None:
        """Forget the closed parts from a piece on, which was joined with others."""
        while self.all and self.all[-1].start >= start and self.all[-1].end >= 0:
            self.all.pop()


@lru_cache(4096)
def names_of(classes: str, name: str) -> frozenset[str]:
    """Return the words that an element is called by.

    >>> sorted(names_of("article__shareBar has-sidebar", "top"))
    ['article', 'bar', 'share', 'top']
    """
    said = f"{classes[:_LONGEST_NAMES]} {name[:_LONGEST_NAMES]}".split()
    own = " ".join(it for it in said if not _SAID_OF_OTHERS.fullmatch(it))
    return frozenset(map(str.lower, _WORD.findall(own)))


def _is_prose(text: str) -> bool:
    if len(text) >= _SHORTEST_PROSE:
        return True
    return len(text) >= _SHORTEST_DENSE_PROSE and "。" in text
