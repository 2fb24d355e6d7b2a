"""Reads BibTeX and BibLaTeX, as Zotero, JabRef, Mendeley and others write them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from typing import Final

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block, Entry

from workbench.importing.references.bibtex_names import names_in
from workbench.importing.references.bibtex_values import MONTHS, value_of
from workbench.importing.references.file_fields import files_in
from workbench.importing.references.latex import decoded, unescaped
from workbench.importing.references.making import make_reference
from workbench.model.references import Reference, ReferenceKind

# What is broken is said in the report instead.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)

_KEY = re.compile(r"@\w*\s*[{(]\s*([^\s,{}=]{1,80})")
_ENTRY = re.compile(r"^\s*@\w+\s*[{(]", re.MULTILINE)
_KINDS: Final = {
    "article": ReferenceKind.ARTICLE, "periodical": ReferenceKind.ARTICLE,
    "book": ReferenceKind.BOOK, "booklet": ReferenceKind.BOOK,
    "collection": ReferenceKind.BOOK, "proceedings": ReferenceKind.BOOK,
    "mvbook": ReferenceKind.BOOK, "manual": ReferenceKind.BOOK,
    "inbook": ReferenceKind.CHAPTER, "incollection": ReferenceKind.CHAPTER,
    "inreference": ReferenceKind.CHAPTER, "suppbook": ReferenceKind.CHAPTER,
    "inproceedings": ReferenceKind.PAPER, "conference": ReferenceKind.PAPER,
    "techreport": ReferenceKind.REPORT, "report": ReferenceKind.REPORT,
    "phdthesis": ReferenceKind.THESIS, "mastersthesis": ReferenceKind.THESIS,
    "thesis": ReferenceKind.THESIS,
    "online": ReferenceKind.WEB_PAGE, "electronic": ReferenceKind.WEB_PAGE,
    "www": ReferenceKind.WEB_PAGE,
    "legislation": ReferenceKind.LAW, "jurisdiction": ReferenceKind.LAW,
    "legal": ReferenceKind.LAW,
}  # fmt: skip
_NO_WORK: Final = frozenset({"xdata", "set"})
_INHERITED: Final = ("booktitle", "publisher", "year", "date", "month", "organization")
Fields = dict[str, str]


def is_bibtex(text: str) -> bool:
    """Tell whether a text has an entry of BibTeX."""
    return _ENTRY.search(text) is not None


def read_bibtex(text: str) -> tuple[list[Reference], list[str]]:
    """Return the references, and a sentence for each entry that is broken."""
    library = parse_string(text, parse_stack=[])
    strings = dict(MONTHS)
    for string in library.strings:
        strings[string.key.lower()] = value_of(string.value, strings)
    entries = [it for block in library.blocks if (it := _entry(block)) is not None]
    fields = [_fields(it, strings) for it in entries]
    parents = {it.key.lower(): its for it, its in zip(entries, fields, strict=True)}
    references = [
        _reference(entry, _with_parent(its, parents))
        for entry, its in zip(entries, fields, strict=True)
        if entry.entry_type not in _NO_WORK
    ]
    return references, list(_problems(library.failed_blocks))


def _entry(block: Block) -> Entry | None:
    """Return the entry in a block; a key or field that comes twice does no harm."""
    found = getattr(block, "ignore_error_block", block)
    return found if isinstance(found, Entry) else None


def _problems(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if _entry(block) is None:
            key = _KEY.match(block.raw or "")
            name = f"“{key[1]}”" if key else "an entry"
            line = (block.start_line or 0) + 1
            yield f"Line {line}: {name} is broken; look for a missing brace or comma."


def _fields(entry: Entry, strings: Mapping[str, str]) -> Fields:
    fields: Fields = {}
    for it in entry.fields:
        fields.setdefault(it.key.lower(), value_of(it.value, strings))
    return fields


def _with_parent(fields: Fields, parents: Mapping[str, Fields]) -> Fields:
    """Let an entry have what the collection that it refers to says of itself."""
    parent = parents.get(fields.get("crossref", "").lower())
    if parent is None:
        return fields
    of_all = {"booktitle": parent.get("title", ""), **parent}
    return {**{it: of_all[it] for it in _INHERITED if it in of_all}, **fields}


def _reference(entry: Entry, fields: Fields) -> Reference:
    kind = _KINDS.get(entry.entry_type, ReferenceKind.OTHER)
    title = [decoded(fields.get(it, "")) for it in ("title", "subtitle")]
    return make_reference(
        kind,
        title=": ".join(filter(None, title)),
        names=names_in(fields.get("author", "")),
        dates=_dates(fields),
        container=_first(
            fields, "journaltitle", "journal", "booktitle", "maintitle", "titleaddon"
        ),
        publisher=_first(fields, "publisher", "institution", "school", "organization"),
        language=_first(fields, "language", "langid"),
        url=unescaped(fields.get("url") or fields.get("howpublished", "")),
        doi=unescaped(fields.get("doi", "")),
        files=files_in(fields.get("file", "")),
        keywords=_keywords(fields),
        key=entry.key,
    )


def _first(fields: Fields, *names: str) -> str:
    return decoded(next((fields[it] for it in names if fields.get(it)), ""))


def _dates(fields: Fields) -> list[str]:
    date, year, month, day = (
        decoded(fields.get(it, "")).strip() for it in ("date", "year", "month", "day")
    )
    if month.isdecimal():
        return [date, f"{year}-{month}-{day}", year]
    return [date, f"{day} {month} {year}", year]


def _keywords(fields: Fields) -> list[str]:
    words = _first(fields, "keywords", "mendeley-tags")
    return words.split(";" if ";" in words else ",")
