"""Makes a reference of what a format has, so that all formats give the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.importing.references.written_dates import date_of
from workbench.model.references import Reference, ReferenceKind
from workbench.text.dois import normal_doi

MOST_NAMES = 500
LONGEST = 2_000
_APPEARS_IN = frozenset(
    {
        ReferenceKind.ARTICLE,
        ReferenceKind.NEWS,
        ReferenceKind.CHAPTER,
        ReferenceKind.PAPER,
        ReferenceKind.WEB_PAGE,
    }
)
# Characters that no text of a project has.
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|sc|span)(?: [^<>]*)?>", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)


def make_reference(
    kind: ReferenceKind,
    *,
    title: str = "",
    names: Iterable[str] = (),
    dates: Iterable[str] = (),
    container: str = "",
    publisher: str = "",
    **rest: str | Iterable[str],
) -> Reference:
    """Return a reference with clean texts.

    The first of the `dates` that is one counts, and `rest` are `language`, `url`,
    `doi`, `files`, `keywords` and `key`.
    """
    container, publisher = clean(container), clean(publisher)
    appeared = kind in _APPEARS_IN or not publisher
    source = (container or publisher) if appeared else publisher
    url = _address(str(rest.get("url", "")))
    return Reference(
        kind=kind,
        title=clean(_MARKUP.sub("", title)),
        authors=_texts(names),
        date=next(filter(None, map(date_of, dates)), ""),
        source=source,
        language=clean(str(rest.get("language", ""))),
        url=url,
        doi=normal_doi(str(rest.get("doi", ""))) or _doi_of(url),
        files=_texts(rest.get("files", ())),
        keywords=_texts(rest.get("keywords", ())),
        key=clean(str(rest.get("key", ""))),
    )


def clean(text: str) -> str:
    """Return a text on one line without characters that no text may have."""
    return " ".join(_ILLEGAL.sub("", text[: 2 * LONGEST]).split())[:LONGEST]


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    cleaned = dict.fromkeys(filter(None, map(clean, texts)))
    return tuple(cleaned)[:MOST_NAMES]


def _address(written: str) -> str:
    found = _ADDRESS.search(clean(written))
    return found[0] if found else ""


def _doi_of(url: str) -> str:
    return normal_doi(url) if "doi.org/" in url.lower() else ""
