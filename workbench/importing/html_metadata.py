"""Reads what a page says about itself: title, date, source."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.importing.dates import parse_date

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_LONGEST = 300
_LONGEST_LD = 500_000


def title_of(page: LexborHTMLParser) -> str:
    """Return the title, without the site's name where the page gives both."""
    return _meta(page, "og:title") or _shown(page, "title") or _shown(page, "h1")


def date_of(page: LexborHTMLParser) -> str:
    """Return the day of publication as ISO 8601, or an empty string.

    A `<time>` counts only in an article or if it is the page's only one: others date
    comments and other stories.
    """
    found = (
        parse_date(text)
        for text in (
            _meta(page, "article:published_time"),
            *_linked(page, "datePublished"),
            _meta(page, "date", "dc.date", "dcterms.date", "pubdate"),
            *_times(page),
        )
    )
    return next(filter(None, found), "")


def source_of(page: LexborHTMLParser) -> str:
    """Return the site or publisher, else the author."""
    return (
        _meta(page, "og:site_name")
        or next(_linked(page, "publisher"), "")
        or _meta(page, "publisher", "dc.publisher", "author")
    )


def _meta(page: LexborHTMLParser, *names: str) -> str:
    for name in names:
        for attribute in ("property", "name"):
            for node in page.css(f'meta[{attribute}="{name}" i]'):
                if content := _clean(node.attributes.get("content") or ""):
                    return content
    return ""


def _shown(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    return _clean(node.text()) if node else ""


def _times(page: LexborHTMLParser) -> Iterator[str]:
    nodes = page.css("article time[datetime], main time[datetime]")
    if not nodes:
        everywhere = page.css("time[datetime]")
        nodes = everywhere if len(everywhere) == 1 else []
    for node in nodes:
        yield node.attributes.get("datetime") or ""


def _linked(page: LexborHTMLParser, key: str) -> Iterator[str]:
    """Yield the values of a key in the page's JSON-LD, wherever it stands."""
    for script in page.css('script[type="application/ld+json"]'):
        waiting: list[object] = [_json(script.text())]
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting += reversed(value)
            elif isinstance(value, dict):
                if text := _text(value.get(key)):
                    yield text
                waiting += reversed(value.values())


def _json(text: str) -> object:
    if len(text) > _LONGEST_LD:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _text(value: object) -> str:
    """Return a text, or the name of a thing that has one."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _clean(value) if isinstance(value, str) else ""


def _clean(text: str) -> str:
    """Return one line that can be stored: JSON may smuggle in half characters."""
    whole = text[: 4 * _LONGEST].encode("utf-8", "replace").decode("utf-8")
    return " ".join(whole.replace("\0", " ").split())[:_LONGEST]
