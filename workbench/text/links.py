"""Links in what an analyst writes: `[[passage 12]]`, `[[tag aims/long term]]`.

They are plain text, so that a note reads the same in any program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from workbench.model.spans import Span


class LinkTo(StrEnum):
    """What a link can lead to."""

    PASSAGE = "passage"
    DOCUMENT = "document"
    TAG = "tag"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Link:
    """One link and where it stands; `name` is a tag's path or a number."""

    span: Span
    to: LinkTo
    name: str


# At most 18 digits: what is longer is no id that SQLite could hold.
_NUMBERED = r"(passage|document|note) ([1-9][0-9]{0,17})"
_NAMED = r"(tag) ([^\[\]\s][^\[\]\r\n]*)"
_LINK = re.compile(rf"\[\[(?:{_NUMBERED}|{_NAMED})\]\]")


def written(to: LinkTo, name: int | str) -> str:
    """Return a link as it stands in a text."""
    return f"[[{to.value} {name}]]"


def links_in(text: str) -> list[Link]:
    """Return the links of a text in order; what only looks like one is text."""
    return [
        Link(Span(*match.span()), LinkTo(match[1] or match[3]), match[2] or match[4])
        for match in _LINK.finditer(text)
    ]
