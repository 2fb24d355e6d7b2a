"""Makes a name out of words of a text."""

from __future__ import annotations

import re

LONGEST_IN_VIVO = 40
_EDGES = " \t.,;:!?…\"'“”‘’«»()[]{}<>*#_—–-"
_NOT_IN_NAMES = re.compile(r"[/\x00-\x1f\x7f-\x9f]+")


def in_vivo_name(words: str, limit: int = LONGEST_IN_VIVO) -> str:
    """Return the name of a tag that says what a text itself says.

    On one line, without punctuation around it; a long one ends after a whole word.
    Empty when nothing but punctuation was given.
    """
    # No more than needed: a selection may be a whole book.
    start = _NOT_IN_NAMES.sub(" ", words.lstrip()[: 8 * limit])
    name = " ".join(start.split()).strip(_EDGES)
    if len(name) <= limit:
        return name
    cut = name[: limit + 1].rpartition(" ")[0] or name[:limit]
    return cut.strip(_EDGES)
