"""Tells which reference describes a document; what is not sure is never guessed."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from workbench.importing import facts
from workbench.model.references import MatchReason, Reference, ReferenceFile
from workbench.text.dois import dois_in, normal_doi
from workbench.text.folding import folded

BEGINNING = 8_000
"""The characters in which a text names its own DOI: about its first two pages."""

TOP = 2_000
"""The characters in which a work's own title stands, behind heads of journals."""

SHORTEST_TITLE = 12
_WORDS = re.compile(r"\w+")
_SCHEME = re.compile(r"(file|internal-pdf)://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of a document; `values` are facts by the names of attributes."""

    path: str
    title: str
    values: Mapping[str, str]
    beginning: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Fitting:
    """The references that fit a document equally well; one of them may be sure."""

    reason: MatchReason
    references: tuple[Reference, ...]
    is_sure: bool


class ReferenceIndex:
    """Finds the references that fit a document, by the surest reason there is."""

    def __init__(self, files: Iterable[ReferenceFile]) -> None:
        self._by: dict[MatchReason, dict[str, list[Reference]]] = {
            reason: defaultdict(list) for reason in MatchReason
        }
        for file in files:
            for reference in file.references:
                self._add(reference, file)

    def find(self, described: Described) -> Fitting | None:
        """Return what fits by the first reason for which anything does."""
        for reason, key in _questions(described, bool(self._by[MatchReason.DOI])):
            found = self._by[_ANSWERED_BY.get(reason, reason)].get(key, [])
            if found:
                works = _works(found)
                is_sure = len(works) == 1 and _is_own(described, works[0], reason)
                return Fitting(reason, tuple(works), is_sure)
        return None

    def _add(self, reference: Reference, file: ReferenceFile) -> None:
        folder = file.path.parent
        keys = {
            MatchReason.PATH: [full_path(it, folder) for it in reference.files],
            MatchReason.FILE_NAME: [_file_name(it) for it in reference.files],
            MatchReason.BESIDE: [_without_suffix(os.path.abspath(file.path))],  # noqa: PTH100 - a link stays a link
            MatchReason.KEY: [_spelled(reference.key)],
            MatchReason.DOI: [reference.doi],
            MatchReason.ADDRESS: [_address(reference.url)],
            MatchReason.TITLE: [_title(reference.title)],
        }
        if len(file.references) > 1:
            del keys[MatchReason.BESIDE]
        for reason, names in keys.items():
            for name in dict.fromkeys(filter(None, names)):
                self._by[reason][name].append(reference)


_ANSWERED_BY = {MatchReason.DOI_IN_TEXT: MatchReason.DOI}


def full_path(written: str, folder: Path) -> str:
    """Return the path that a reference means, which need not be there."""
    path = _decoded_path(written)
    return _spelled(os.path.normpath(folder.absolute() / path), is_name=False)


def _questions(
    described: Described,
    has_dois: bool,  # noqa: FBT001 - a fact of the index
) -> Iterator[tuple[MatchReason, str]]:
    """Yield each reason with what the document has of it, the surest first."""
    name = _file_name(described.path)
    yield MatchReason.PATH, _spelled(described.path, is_name=False)
    yield MatchReason.BESIDE, _without_suffix(described.path)
    yield MatchReason.FILE_NAME, name
    yield MatchReason.KEY, os.path.splitext(name)[0]  # noqa: PTH122
    address = described.values.get(facts.ADDRESS, "")
    own = normal_doi(described.values.get(facts.DOI, "")) or normal_doi(address)
    yield MatchReason.DOI, own
    if has_dois and not own:
        # Of several, all but the first could be of works that are cited.
        yield (
            MatchReason.DOI_IN_TEXT,
            next(iter(dois_in(described.beginning()[:BEGINNING])), ""),
        )
    yield MatchReason.ADDRESS, _address(address)
    yield MatchReason.TITLE, _title(described.title)


def _is_own(described: Described, reference: Reference, reason: MatchReason) -> bool:
    """Tell a work's own DOI from one that it cites: its title stands there too."""
    if reason is not MatchReason.DOI_IN_TEXT:
        return True
    top = described.beginning()[:TOP]
    return _words(reference.title) in _words(top) if reference.title else False


def _works(references: Sequence[Reference]) -> list[Reference]:
    """Return one reference for each work, the fullest where several are the same.

    Who exports a library twice, as RIS and as BibTeX, has every work twice.
    """
    works: list[Reference] = []
    for reference in sorted(references, key=_fullness, reverse=True):
        if not any(_same_work(reference, it) for it in works):
            works.append(reference)
    return works


def _fullness(reference: Reference) -> int:
    texts = (reference.title, reference.date, reference.source, reference.doi,
             reference.url, reference.language)  # fmt: skip
    lists = (reference.authors, reference.keywords, reference.files)
    return len(reference.date) + 10 * sum(map(bool, (*texts, *lists)))


def identities(reference: Reference) -> set[str]:
    """Return what makes two references of one work the same: the DOI, or the title."""
    named = f"{_words(reference.title)} {reference.date[:4]}" if reference.title else ""
    return {it for it in (reference.doi, named) if it}


def _same_work(one: Reference, other: Reference) -> bool:
    if one.doi and other.doi:
        return one.doi == other.doi
    years = {it.date[:4] for it in (one, other) if it.date}
    return _words(one.title) == _words(other.title) and len(years) < 2


def _decoded_path(written: str) -> str:
    """Return a path without what programs put around it, with `/` for every border."""
    path = unquote(urlsplit(written).path) if _SCHEME.match(written) else written
    if written.lower().startswith("internal-pdf:"):  # EndNote's own folders
        path = written.rpartition("/")[2]
    if re.match(r"/?[A-Za-z]:", path) or ("\\" in path and "/" not in path):
        path = path.replace("\\", "/")
    return path


def _file_name(path: str) -> str:
    return _spelled(_decoded_path(path).rpartition("/")[2])


def _without_suffix(path: str) -> str:
    return _spelled(os.path.splitext(path)[0], is_name=False)  # noqa: PTH122


def _spelled(name: str, *, is_name: bool = True) -> str:
    """Spell a name one way: a Mac takes letters and accents apart."""
    name = unicodedata.normalize("NFC", name)
    return name.casefold() if is_name else name


def _address(url: str) -> str:
    parts = urlsplit(url) if url.isprintable() else None
    if parts is None or not parts.netloc:
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def _title(title: str) -> str:
    words = _words(title)
    return words if len(words) >= SHORTEST_TITLE and " " in words else ""


def _words(text: str) -> str:
    return " ".join(_WORDS.findall(folded(text)))
