"""Links in what an analyst writes: `[[passage 12]]`, `[[tag aims/long term]]`.

They are plain text, so that a note reads the same in any program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from workbench.model.spans import Span
from workbench.model.tags import PATH_SEPARATOR, folded


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


def relinked(text: str, old: str, new: str) -> str:
    """Return a text whose links to a tag, or to one beneath it, lead to its new path.

    A path with brackets cannot stand in a link: what led there stays as it was.
    """
    pieces, done = [], 0
    for link in links_in(text):
        to = _led_on(link, old, new)
        if to is not None and links_in(to):
            pieces += [text[done : link.span.start], to]
            done = link.span.end
    return "".join([*pieces, text[done:]])


def _led_on(link: Link, old: str, new: str) -> str | None:
    before = folded(old).split(PATH_SEPARATOR)
    names = link.name.split(PATH_SEPARATOR)
    is_there = [folded(it) for it in names[: len(before)]] == before
    if link.to is not LinkTo.TAG or not is_there:
        return None
    return written(LinkTo.TAG, PATH_SEPARATOR.join([new, *names[len(before) :]]))
