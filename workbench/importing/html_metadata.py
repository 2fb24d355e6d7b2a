"""Reads what a page says about itself, in its head and in its JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from workbench.importing.dates import parse_date, parse_date_part
from workbench.importing.facts import values
from workbench.importing.html_linked import LONGEST, LinkedThings, one_line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title")
_AUTHORS = (
    "citation_author", "author", "article:author", "dc.creator", "dcterms.creator",
    "parsely-author", "sailthru.author", "byl",
)  # fmt: skip
_DATES = (
    "date", "dc.date", "dcterms.date", "dcterms.issued", "dc.date.issued", "pubdate",
    "publish-date", "citation_publication_date", "citation_date",
    "citation_online_date", "parsely-pub-date",
)  # fmt: skip
_SOURCES = ("publisher", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_LANGUAGES = ("content-language", "dc.language", "dcterms.language", "language")
_DOIS = (
    "citation_doi", "prism.doi", "bepress_citation_doi", "dc.identifier",
    "dcterms.identifier", "dc.identifier.doi",
)  # fmt: skip
_MOST_AUTHORS = 20
_LONGEST_ADDRESS = 1000
_FIRST_CHARACTERS = 4096
_SAVED_FROM = re.compile(
    r"saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)"
)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>?#]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_BY = re.compile(r"(?:by|von|par|por)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Description:
    """What a page says about itself; `values` are facts by names of attributes."""

    title: str
    date: str
    source: str
    values: tuple[tuple[str, str], ...]


def describe(page: LexborHTMLParser, html: str) -> Description:
    """Return what a page says about itself; `html` is the markup it was parsed from."""
    reading = _Reading(page, html[:_FIRST_CHARACTERS])
    return Description(
        reading.title(),
        reading.date(),
        reading.source(),
        values(
            author=reading.author(),
            language=reading.language(),
            address=reading.address(),
            doi=reading.doi(),
        ),
    )


class _Reading:
    """The tags of a page that describe it, by their names in small letters."""

    def __init__(self, page: LexborHTMLParser, beginning: str) -> None:
        self._page = page
        self._beginning = beginning
        self._linked = LinkedThings(page)
        self._tags: dict[str, list[str]] = {}
        for node in page.css("meta"):
            tag = node.attributes
            name = tag.get("property") or tag.get("name") or tag.get("http-equiv")
            content = tag.get("content")
            if name and content and not content.isspace():
                self._tags.setdefault(name.strip().lower(), []).append(content)

    def title(self) -> str:
        """Return the title, without the site's name where the page gives both."""
        return (
            self._first(*_TITLES)
            or next(iter(self._linked.of_article("headline")), "")
            or self._shown("title")
            or self._shown("h1")
        )

    def date(self) -> str:
        """Return the day of publication as ISO 8601, or an empty string.

        A `<time>` counts only in an article or if it is the page's only one: others
        date comments and other stories.
        """
        texts = (
            self._first("article:published_time"),
            *self._linked.each("datePublished"),
            *self._all(*_DATES),
            *self._times(),
        )
        found = (parse_date(text) or _part(text) for text in texts)
        return next(filter(None, found), "")

    def source(self) -> str:
        """Return the site or publisher."""
        return (
            self._first("og:site_name")
            or self._linked.first("publisher")
            or self._first(*_SOURCES)
        )

    def author(self) -> str:
        """Return the authors, parted by semicolons."""
        found = next(filter(None, (self._all(it) for it in _AUTHORS)), [])
        names = found or self._linked.of_article("author")
        plain = (_BY.sub("", it, count=1) if _BY.match(it) else it for it in names)
        authors = dict.fromkeys(it for it in plain if "://" not in it)
        return "; ".join(islice(authors, _MOST_AUTHORS))

    def language(self) -> str:
        """Return the language as the page gives it, such as `de` or `pt-BR`."""
        root = self._page.css_first("html")
        said = (root.attributes.get("lang") or "") if root else ""
        known = (said, self._first(*_LANGUAGES), self._first("og:locale"))
        plain = (it.strip().replace("_", "-") for it in known)
        return next((it for it in plain if _LANGUAGE.fullmatch(it)), "")

    def address(self) -> str:
        """Return where the page stands, or whence it was saved."""
        canonical = self._page.css_first('link[rel="canonical" i]')
        saved = _SAVED_FROM.search(self._beginning)
        found = (
            (canonical.attributes.get("href") or "") if canonical else "",
            self._first("og:url", longest=_LONGEST_ADDRESS),
            (saved[1] or saved[2]) if saved else "",
            self._first("citation_abstract_html_url", longest=_LONGEST_ADDRESS),
        )
        plain = (one_line(it, _LONGEST_ADDRESS) for it in found)
        return next((it for it in plain if it.startswith(("http://", "https://"))), "")

    def doi(self) -> str:
        """Return the DOI without what comes before it in an address."""
        found = (_DOI.search(text) for text in self._all(*_DOIS))
        return next((it[0].rstrip(".,;)") for it in found if it), "")

    def _first(self, *names: str, longest: int = LONGEST) -> str:
        tags = (content for it in names for content in self._tags.get(it, ()))
        return next(filter(None, (one_line(it, longest) for it in tags)), "")

    def _all(self, *names: str) -> list[str]:
        tags = (content for it in names for content in self._tags.get(it, ()))
        return [text for it in tags if (text := one_line(it))]

    def _shown(self, selector: str) -> str:
        node = self._page.css_first(selector)
        return one_line(node.text()) if node else ""

    def _times(self) -> Iterator[str]:
        nodes = self._page.css("article time[datetime], main time[datetime]")
        if not nodes:
            everywhere = self._page.css("time[datetime]")
            nodes = everywhere if len(everywhere) == 1 else []
        for node in nodes:
            yield node.attributes.get("datetime") or ""


def _part(text: str) -> str:
    """Read `2022/05/06`, `2022/05` and `2022`, as libraries write."""
    return parse_date_part(text.strip().replace("/", "-"))
