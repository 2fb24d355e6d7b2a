"""Puts the value of a BibTeX field together: texts, numbers and `@string` names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

LONGEST: Final = 100_000
"""An `@string` made of others grows by powers; no honest value is so long."""

MONTHS: Final = {
    it: it
    for it in ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
               "nov", "dec")
}  # fmt: skip


def value_of(written: str, strings: Mapping[str, str]) -> str:
    """Return a value without what encloses it; `8 # "~" # nov` is three in one.

    A name that no `@string` gives stands for itself.
    """
    parts = _parts(written) if "#" in written else [written]
    length, joined = 0, []
    for part in parts:
        value = _enclosed(part.strip(), strings)
        length += len(value)
        if length > LONGEST:
            break
        joined.append(value)
    return "".join(joined)


def _enclosed(part: str, strings: Mapping[str, str]) -> str:
    if len(part) > 1 and part[0] + part[-1] in ("{}", '""'):
        return part[1:-1]
    return strings.get(part.lower(), part)


def _parts(written: str) -> Iterator[str]:
    """Split at each `#` that stands in no braces and no quotation marks."""
    depth, is_quoted, start = 0, False, 0
    for place, sign in enumerate(written):
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif depth == 0 and sign == '"':
            is_quoted = not is_quoted
        elif depth == 0 and sign == "#" and not is_quoted:
            yield written[start:place]
            start = place + 1
    yield written[start:]
