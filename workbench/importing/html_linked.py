"""What a page says of itself in JSON-LD, which may be anything at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from workbench.importing.text_writing import storable

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

LONGEST: Final = 300
_LONGEST_SCRIPT = 500_000
_MOST_THINGS = 5_000
_ARTICLES = ("article", "posting", "report", "legislation", "speech", "book", "thesis")

_Thing = dict[str, Any]


class LinkedThings:
    """The things that a page describes, the article among them first."""

    def __init__(self, page: LexborHTMLParser) -> None:
        things = [
            thing
            for script in page.css('script[type="application/ld+json"]')
            for thing in _things(_json(script.text()))
        ][:_MOST_THINGS]
        self._articles = [it for it in things if _is_article(it)]
        self._all = self._articles + [it for it in things if not _is_article(it)]
        self._names = {
            str(it["@id"]): it for it in things if "@id" in it and "name" in it
        }

    def of_article(self, key: str) -> list[str]:
        """Return the texts under a key of the first article that has any."""
        return next(filter(None, (self._texts(it, key) for it in self._articles)), [])

    def first(self, key: str) -> str:
        """Return the first text under a key of anything that is described."""
        found = (text for it in self._all for text in self._texts(it, key))
        return next(found, "")

    def each(self, key: str) -> Iterator[str]:
        """Yield every text under a key, those of articles first."""
        for thing in self._all:
            yield from self._texts(thing, key)

    def _texts(self, thing: _Thing, key: str) -> list[str]:
        value = thing.get(key)
        values = value if isinstance(value, list) else [value]
        return [text for it in values[:_MOST_THINGS] if (text := self._text(it))]

    def _text(self, value: object) -> str:
        """Return a text, or the name of a thing that has one here or elsewhere."""
        if isinstance(value, dict):
            named = value if "name" in value else self._names.get(str(value.get("@id")))
            value = named.get("name") if named else None
        return one_line(value) if isinstance(value, str) else ""


def one_line(text: str, longest: int = LONGEST) -> str:
    """Return one line that can be stored."""
    return " ".join(storable(text[: 4 * longest]).split())[:longest]


def _is_article(thing: _Thing) -> bool:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(it, str) and it.lower().endswith(_ARTICLES) for it in kinds)


def _things(value: object) -> Iterator[_Thing]:
    """Yield the objects in a value, without recursion, as it may nest without end."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting += reversed(value.values())
        elif isinstance(value, list):
            waiting += reversed(value)


def _json(text: str) -> object:
    if len(text) > _LONGEST_SCRIPT:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
