"""Finds DOIs, and gives each the one form in which it is compared."""

from __future__ import annotations

import re
from urllib.parse import unquote

_DOI = re.compile(r"(?<![\w.])10\.\d{4,9}/[^\s\"<>“”]{1,200}")
_TAIL = re.compile(r"[.,;:!?'’*_\]}|]+$")
_PAIRS = {")": "(", ">": "<"}
_BEGINS = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:?\s*", re.IGNORECASE)


def normal_doi(written: str) -> str:
    """Return a DOI in lower case and without an address around it; no DOI is ``""``.

    >>> normal_doi("https://doi.org/10.1000/ABC%28x%29")
    '10.1000/abc(x)'
    """
    written = written.strip()
    begins = _BEGINS.match(written)
    if begins:
        written = written[begins.end() :]
        written = unquote(written) if "/" in begins[0] else written
    found = _DOI.match(written)
    return _trimmed(found[0]) if found else ""


def dois_in(text: str) -> list[str]:
    """Return the DOIs of a text in their order, each once."""
    return list(dict.fromkeys(_trimmed(it[0]) for it in _DOI.finditer(text)))


def _trimmed(doi: str) -> str:
    """Take off what belongs to the sentence: marks, and a bracket that closes it."""
    while True:
        shorter = _TAIL.sub("", doi)
        last = shorter[-1:]
        if last in _PAIRS and shorter.count(last) > shorter.count(_PAIRS[last]):
            shorter = shorter[:-1]
        if shorter == doi:
            return doi.lower()
        doi = shorter
