"""Tells from a page's own structure what in it is not the article.

An element is believed by its tag, its role, the words it is called by, and by how much
of it is links. What holds the article or its title is never set apart, and inside the
article an element must look like what it is called (`html_looks`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.importing.html_looks import LOOKS, is_linked
from workbench.importing.html_parts import Part, Tally
from workbench.importing.html_words import (
    COMMENTS,
    KEPT,
    KINDS,
    RELATED,
    SITE,
    is_called,
)
from workbench.model.zones import ZoneKind

_ROLES: Final = {
    "nav": "navigation",
    "header": "banner",
    "footer": "contentinfo",
    "aside": "complementary",
    "search": "search",
    "dialog": "dialog",
}
_KINDS: Final = {
    "navigation": ZoneKind.NAVIGATION,
    "banner": ZoneKind.NAVIGATION,
    "search": ZoneKind.NAVIGATION,
    "contentinfo": ZoneKind.OTHER,
    "complementary": ZoneKind.OTHER,
    "dialog": ZoneKind.OTHER,
    "alertdialog": ZoneKind.OTHER,
}
_NEVER: Final = frozenset({"html", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6"})
_CONTENT: Final = frozenset({"content", "article", "entry", "story", "post", "main"})
_LISTS: Final = frozenset({"ul", "ol", "div", "section", "td", "p", "center", "table"})
_FEWEST_LINKS: Final = 3
_ALL_LINKS: Final = 0.75
_SHORT: Final = 300


def zones_of(parts: Sequence[Part], page: Tally) -> dict[int, ZoneKind]:
    """Return which pieces of a page are suggested to be no content, and as what.

    A part in another one is only asked where that one says no more than that it is
    something else.
    """
    judge = _Judge(parts, page)
    zones: dict[int, ZoneKind] = {}
    for part in parts:
        outer = zones.get(part.start)
        if outer in (None, ZoneKind.OTHER) and (kind := judge.kind(part)):
            zones |= dict.fromkeys(range(part.start, part.end), kind)
    return zones


class _Judge:
    """Says of one part after another, in the order of the page, what it is."""

    def __init__(self, parts: Sequence[Part], page: Tally) -> None:
        self._page = page
        self._article = _article_of(parts, page)
        self._kept_until = 0
        whole = self._article.tally if self._article else page
        related = (it for it in _outermost(parts, RELATED) if self._is_inside(it))
        teased = sum(it.tally.characters for it in related)
        self._is_overview = teased * 2 > whole.characters

    def kind(self, part: Part) -> ZoneKind | None:
        """Return what a part is instead of content; None if it may be content."""
        if part.start == part.end or self._is_content(part):
            return None
        if is_called(part.names, KEPT) or part.role.startswith("doc-"):
            self._kept_until = max(self._kept_until, part.end)
        found = self._by_name(part)
        if found is None and part.start >= self._kept_until:
            found = self._by_role(part) or self._by_site(part) or self._by_links(part)
        return found

    def _is_content(self, part: Part) -> bool:
        """Tell whether a part holds the article, most of a page, or the only title."""
        article = self._article
        if part.tag in _NEVER:
            return True
        if article is None:
            return part.tally.prose * 2 > self._page.prose or part.tally.titles > 0
        is_only_title = article.holds(part) or not article.tally.titles
        return part.holds(article) or (part.tally.titles > 0 and is_only_title)

    def _is_inside(self, part: Part) -> bool:
        return self._article is None or self._article.holds(part)

    def _by_name(self, part: Part) -> ZoneKind | None:
        for group, kind in KINDS:
            if is_called(part.names, group):
                is_inside = self._is_inside(part)
                if is_inside and group is RELATED and self._is_overview:
                    return None  # these stories are what the page is about
                return kind if not is_inside or LOOKS[group](part) else None
        return None

    def _by_role(self, part: Part) -> ZoneKind | None:
        role = part.role if part.role in _KINDS else _ROLES.get(part.tag, "")
        if not role:
            return None
        is_it = is_linked(part) if self._is_inside(part) else _is_slight(part)
        if self._article is None and role == "banner":
            said = part.before.prose + part.tally.prose + part.tally.headings
            is_it = not said
        if self._article is None and role == "contentinfo":
            is_late = part.before.prose > self._page.prose * 0.7
            is_it = is_late and not part.tally.prose
        return _KINDS[role] if is_it else None

    def _by_site(self, part: Part) -> ZoneKind | None:
        looks = is_linked if self._is_inside(part) else _is_slight
        return ZoneKind.OTHER if is_called(part.names, SITE) and looks(part) else None

    def _by_links(self, part: Part) -> ZoneKind | None:
        """Return what lists of links and of other stories are, outside the article."""
        if self._article is None:
            is_beside = not part.before.prose and self._page.prose > 0
        else:
            is_beside = not self._article.holds(part)
        if not is_beside:
            return None
        tally = part.tally
        if part.tag == "article":
            is_it = tally.links > 0 and not tally.headings and _is_slight(part)
        else:
            is_it = (
                part.tag in _LISTS
                and tally.links >= _FEWEST_LINKS
                and tally.link_share >= _ALL_LINKS
            )
        return ZoneKind.NAVIGATION if is_it else None


def _is_slight(part: Part) -> bool:
    """Tell whether a part is more than anything links, or says little."""
    tally = part.tally
    return tally.link_share >= 0.3 or tally.prose <= _SHORT


def _article_of(parts: Sequence[Part], page: Tally) -> Part | None:
    """Return what holds most of the prose and says that it is the article."""
    asked = page.prose - sum(it.tally.prose for it in _outermost(parts, COMMENTS))
    said = (
        [it for it in parts if "article" in (it.tag, it.role)],
        [it for it in parts if it.kind == "articlebody"],
        [it for it in parts if "main" in (it.tag, it.role)],
        [it for it in parts if it.names & _CONTENT and it.tag not in _NEVER],
    )
    for those in said:
        most = max(those, key=lambda it: it.tally.prose, default=None)
        if most and most.tally.prose and most.tally.prose * 2 >= asked:
            return most
    return None


def _outermost(parts: Sequence[Part], group: frozenset[frozenset[str]]) -> list[Part]:
    """Return the parts that are called so and lie in no other such one."""
    found: list[Part] = []
    for part in parts:
        is_new = not found or part.start >= found[-1].end
        if is_new and not part.tally.titles and is_called(part.names, group):
            found.append(part)
    return found
