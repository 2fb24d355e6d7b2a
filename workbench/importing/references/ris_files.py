"""Reads RIS, as Zotero, EndNote, Mendeley, Web of Science and publishers write it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Final

import rispy
from typing_extensions import override

from workbench.importing.references.making import make_reference
from workbench.model.references import Reference, ReferenceKind

_LINE = re.compile(r"\s*([A-Z][A-Z0-9])\s{1,3}-(?:\s+(.*))?$")
_LISTS: Final = [*rispy.config.LIST_TYPE_TAGS, "L1", "L2", "ED"]
_TAGS: Final = {**rispy.config.TAG_KEY_MAPPING, "BT": "book_title", "CT": "title"}

_KINDS: Final = {
    "JOUR": ReferenceKind.ARTICLE, "EJOUR": ReferenceKind.ARTICLE,
    "JFULL": ReferenceKind.ARTICLE, "MGZN": ReferenceKind.ARTICLE,
    "ABST": ReferenceKind.ARTICLE, "INPR": ReferenceKind.ARTICLE,
    "NEWS": ReferenceKind.NEWS,
    "BOOK": ReferenceKind.BOOK, "EBOOK": ReferenceKind.BOOK,
    "EDBOOK": ReferenceKind.BOOK,
    "CHAP": ReferenceKind.CHAPTER, "ECHAP": ReferenceKind.CHAPTER,
    "ENCYC": ReferenceKind.CHAPTER, "DICT": ReferenceKind.CHAPTER,
    "CONF": ReferenceKind.PAPER, "CPAPER": ReferenceKind.PAPER,
    "RPRT": ReferenceKind.REPORT, "GOVDOC": ReferenceKind.REPORT,
    "STAND": ReferenceKind.REPORT,
    "THES": ReferenceKind.THESIS,
    "ELEC": ReferenceKind.WEB_PAGE, "BLOG": ReferenceKind.WEB_PAGE,
    "BILL": ReferenceKind.LAW, "STAT": ReferenceKind.LAW, "LEGAL": ReferenceKind.LAW,
    "CASE": ReferenceKind.LAW, "HEAR": ReferenceKind.LAW,
}  # fmt: skip
Fields = dict[str, Any]


class _Parser(rispy.RisParser):  # type: ignore[misc]  # rispy has no types
    """Takes a tag with one or three blanks too, and splits no address at a `;`."""

    DEFAULT_DELIMITER_MAPPING: ClassVar[dict[str, str]] = {}
    DEFAULT_LIST_TAGS = _LISTS
    DEFAULT_MAPPING = _TAGS

    @override
    def parse_line(self, line: str) -> tuple[str | None, str]:
        found = _LINE.match(line)
        return (found[1], (found[2] or "").strip()) if found else (None, line.strip())


def is_ris(text: str) -> bool:
    """Tell whether a text begins as RIS does."""
    lines = (it for it in text[:4_000].splitlines() if it.strip())
    return any(_tag(line) == "TY" for line in lines)


def read_ris(text: str) -> tuple[list[Reference], list[str]]:
    """Return the references, and a sentence for each that is broken."""
    references, problems = [], []
    parser = _Parser(skip_unknown_tags=True)
    for number, lines, is_whole in _records(text.splitlines()):
        parsed = parser.parse_lines(iter([*lines, "ER  - "]))
        reference = _reference(parsed[0])
        if reference.title or reference.doi or reference.files:
            references.append(reference)
        if reference.name == "Untitled":
            problems.append(f"Line {number}: a reference without a title.")
        elif not is_whole:
            problems.append(f"Line {number}: “{reference.name}” has no end (ER).")
    return references, problems


def _records(lines: Sequence[str]) -> Iterator[tuple[int, list[str], bool]]:
    """Yield each record's first line number, its lines, and whether it ends as such."""
    number, record = 0, list[str]()
    for place, line in enumerate(lines, start=1):
        tag = _tag(line)
        if tag == "TY":
            if record:
                yield number, record, False
            number, record = place, [line]
        elif tag == "ER" and record:
            yield number, record, True
            record = []
        elif record and line.strip():
            record.append(line)
    if record:
        yield number, record, False


def _tag(line: str) -> str:
    found = _LINE.match(line.removeprefix("\ufeff"))
    return found[1] if found else ""


def _reference(fields: Fields) -> Reference:
    kind = _KINDS.get(str(fields.get("type_of_reference", "")), ReferenceKind.OTHER)
    journal = ("alternate_title3", "journal_name", "alternate_title2")
    own = ["book_title"] if kind is ReferenceKind.BOOK else []
    year = _first(fields, "year", "publication_year")
    day = _first(fields, "date")
    return make_reference(
        kind,
        title=_first(fields, "title", "primary_title", *own),
        names=_all(fields, "authors", "first_authors"),
        # Web of Science writes the day without its year.
        dates=(day, f"{day} {year}" if year not in day else "", year),
        container=_first(fields, "secondary_title", *journal, "book_title"),
        publisher=_first(fields, "publisher"),
        language=_first(fields, "language"),
        url=_first(fields, "urls", "file_attachments2"),
        doi=_first(fields, "doi", "type_of_work"),
        files=_all(fields, "file_attachments1", "file_attachments2"),
        keywords=_keywords(fields),
        key=_first(fields, "id", "label"),
    )


def _first(fields: Fields, *names: str) -> str:
    return next(iter(_all(fields, *names)), "")


def _all(fields: Fields, *names: str) -> list[str]:
    """Return all values of the first of these fields, then of the others."""
    values: list[str] = []
    for name in names:
        found = fields.get(name, [])
        values += [found] if isinstance(found, str) else found
    return [html.unescape(it) for it in values if it]


def _keywords(fields: Fields) -> list[str]:
    return [
        keyword for it in _all(fields, "keywords") for keyword in re.split("[;\n]", it)
    ]
