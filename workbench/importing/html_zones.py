"""Tells from a page's own structure what in it is not the article.

An element is believed by its tag, its role, the words it is called by, and by how much
of it is links. What holds the article is never set apart, and inside the article an
element must look like what it is called: shares and related stories are links, a
newsletter box asks for something, an advert is short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from workbench.importing.html_parts import Part, Tally
from workbench.importing.html_words import (
    ADVERTS,
    COMMENTS,
    COOKIES,
    KEPT,
    KINDS,
    NEWSLETTERS,
    PAYWALLS,
    SEARCHES,
    SITE,
    is_called,
)
from workbench.model.zones import ZoneKind

_ROLES: Final = {
    "navigation": ZoneKind.NAVIGATION,
    "banner": ZoneKind.NAVIGATION,
    "search": ZoneKind.NAVIGATION,
    "contentinfo": ZoneKind.OTHER,
    "complementary": ZoneKind.OTHER,
    "dialog": ZoneKind.OTHER,
    "alertdialog": ZoneKind.OTHER,
}
_TAGS: Final = {
    "nav": "navigation",
    "header": "banner",
    "footer": "contentinfo",
    "aside": "complementary",
    "search": "search",
    "dialog": "dialog",
}
_OF_ARTICLES: Final = frozenset({"header", "footer", "aside"})
_NEVER: Final = frozenset({"html", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6"})
_CONTENT: Final = frozenset({"content", "article", "entry", "story", "post", "main"})
_LISTS: Final = frozenset({"ul", "ol", "div", "section", "td", "p", "center", "table"})


def zones_of(parts: Sequence[Part], page: Tally) -> dict[int, ZoneKind]:
    """Return which pieces of a page are suggested to be no content, and as what."""
    return _Judge(parts, page).zones()
