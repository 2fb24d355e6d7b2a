"""Reads CSL-JSON, which Zotero, Mendeley, Crossref and pandoc write."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from workbench.importing.references.bibtex_names import joined_name
from workbench.importing.references.making import make_reference
from workbench.importing.references.written_dates import iso_date
from workbench.model.references import Reference, ReferenceKind

_KINDS: Final = {
    "article-journal": ReferenceKind.ARTICLE, "article": ReferenceKind.ARTICLE,
    "article-magazine": ReferenceKind.ARTICLE, "review": ReferenceKind.ARTICLE,
    "article-newspaper": ReferenceKind.NEWS,
    "book": ReferenceKind.BOOK, "chapter": ReferenceKind.CHAPTER,
    "entry": ReferenceKind.CHAPTER, "entry-encyclopedia": ReferenceKind.CHAPTER,
    "entry-dictionary": ReferenceKind.CHAPTER,
    "paper-conference": ReferenceKind.PAPER, "speech": ReferenceKind.OTHER,
    "report": ReferenceKind.REPORT, "thesis": ReferenceKind.THESIS,
    "webpage": ReferenceKind.WEB_PAGE, "post": ReferenceKind.WEB_PAGE,
    "post-weblog": ReferenceKind.WEB_PAGE,
    "bill": ReferenceKind.LAW, "legislation": ReferenceKind.LAW,
    "legal_case": ReferenceKind.LAW, "hearing": ReferenceKind.LAW,
    "treaty": ReferenceKind.LAW, "regulation": ReferenceKind.LAW,
}  # fmt: skip
_TYPES: Final = frozenset(_KINDS) | {
    "broadcast", "collection", "dataset", "document", "event", "figure", "graphic",
    "interview", "manuscript", "map", "motion_picture", "musical_score", "pamphlet",
    "patent", "performance", "periodical", "personal_communication", "review-book",
    "software", "song", "standard", "classic",
}  # fmt: skip
_DESCRIBED: Final = frozenset({"title", "DOI", "URL", "author", "issued"})
Item = Mapping[str, Any]


def is_csl_json(text: str) -> bool:
    """Tell whether a text is CSL-JSON, and not the JSON of something else."""
    try:
        items = _items(text)
    except (ValueError, RecursionError):
        return False
    return bool(items) and all(_is_item(it) for it in items[:20])


def read_csl_json(text: str) -> tuple[list[Reference], list[str]]:
    """Return the references, and a sentence for each item that is none."""
    references, problems = [], []
    for number, item in enumerate(_items(text), start=1):
        if _is_item(item):
            references.append(_reference(item))
        else:
            problems.append(f"Item {number} is no reference of CSL-JSON.")
    return references, problems


def _items(text: str) -> Sequence[Any]:
    """Return a list of what may be items; `ValueError` for what is no JSON."""
    found = json.loads(text)
    if isinstance(found, Mapping):
        inner = found.get("items", found.get("references"))
        return inner if isinstance(inner, list) else [found]
    return found if isinstance(found, list) else []


def _is_item(found: object) -> bool:
    return (
        isinstance(found, Mapping)
        and found.get("type") in _TYPES
        and not _DESCRIBED.isdisjoint(found)
    )


def _reference(item: Item) -> Reference:
    return make_reference(
        _KINDS.get(str(item.get("type")), ReferenceKind.OTHER),
        title=_text(item, "title"),
        names=[_name(it) for it in _list(item, "author")],
        dates=_dates(item.get("issued")),
        container=_text(item, "container-title"),
        publisher=_text(item, "publisher"),
        language=_text(item, "language"),
        url=_text(item, "URL"),
        doi=_text(item, "DOI"),
        keywords=_keywords(item),
        key=_text(item, "citation-key") or _text(item, "id"),
    )


def _text(item: Item, name: str) -> str:
    found = item.get(name, "")
    if isinstance(found, list):  # Crossref gives lists of titles
        found = found[0] if found else ""
    return str(found) if isinstance(found, str | int) else ""


def _list(item: Item, name: str) -> list[Any]:
    found = item.get(name, [])
    return found if isinstance(found, list) else []


def _name(found: object) -> str:
    if not isinstance(found, Mapping):
        return str(found) if isinstance(found, str) else ""
    literal = _text(found, "literal")
    if literal:
        return literal
    family = f"{_text(found, 'non-dropping-particle')} {_text(found, 'family')}"
    given = f"{_text(found, 'given')} {_text(found, 'dropping-particle')}"
    return joined_name(family.strip(), given.strip(), _text(found, "suffix"))


def _dates(issued: object) -> list[str]:
    if not isinstance(issued, Mapping):
        return [str(issued)] if isinstance(issued, str | int) else []
    parts = _list(issued, "date-parts")
    day = _of_parts(parts[0]) if parts else ""
    return [day, *(_text(issued, it) for it in ("raw", "literal"))]


def _of_parts(parts: object) -> str:
    """Return the date of `[2022, 11, 8]`; some programs write the numbers as texts."""
    if not isinstance(parts, list):
        return ""
    numbers = [int(it) for it in map(str, parts[:3]) if it.isascii() and it.isdigit()]
    return iso_date(*numbers) if numbers and len(str(numbers[0])) <= 4 else ""


def _keywords(item: Item) -> list[str]:
    words = _text(item, "keyword")
    return words.split(";" if ";" in words else ",")
