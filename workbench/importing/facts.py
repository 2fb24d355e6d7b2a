"""What files say of themselves beside title, date and source, as attributes."""

from __future__ import annotations

from typing import Final

AUTHOR: Final = "Author"
LANGUAGE: Final = "Language"
ADDRESS: Final = "URL"
DOI: Final = "DOI"
ISBN: Final = "ISBN"
KEYWORDS: Final = "Keywords"
LONGEST_VALUE: Final = 1000


def values(**found: str) -> tuple[tuple[str, str], ...]:
    """Return what was found as values of attributes, blanks single and none empty.

    >>> values(author="Lee  Chang-Yang", language="")
    (('Author', 'Lee Chang-Yang'),)
    """
    names = {
        "author": AUTHOR, "language": LANGUAGE, "address": ADDRESS, "doi": DOI,
        "isbn": ISBN, "keywords": KEYWORDS,
    }  # fmt: skip
    shown = {names[it]: " ".join(value.split()) for it, value in found.items()}
    return tuple((it, value[:LONGEST_VALUE]) for it, value in shown.items() if value)
