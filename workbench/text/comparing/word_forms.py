"""Words as they are compared: without case, accents, kinds of quotes and hyphens."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.text.folding import folded
from workbench.text.languages import FUNCTION_WORDS
from workbench.text.signs import UNSPACED

_PART = rf"(?:[^\W_{UNSPACED}]|[\u0300-\u036f\u00ad\u200d])"
WORD = re.compile(
    r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?"  # U.S.
    r"|\d+(?:[.,]\d+)+"
    rf"|{_PART}+(?:['’]{_PART}+)*"
    rf"|[{UNSPACED}]"
)
"""A word; those with hyphens are several."""

_INSIDE = str.maketrans("", "", ".'’\u00ad\u200d")
_STEM = 6
_SHORTEST_PLURAL = 4
_MOST_KEPT = 200_000


@lru_cache(_MOST_KEPT)
def form_of(word: str) -> str:
    """Return a word, as written, as it is compared."""
    return folded(word.translate(_INSIDE)) or word


@lru_cache(_MOST_KEPT)
def stem_of(form: str) -> str:
    """Return the part that the inflections of a word share, in most languages."""
    if form in FUNCTION_WORDS:
        return form
    if len(form) > _STEM:
        return form[:_STEM]
    is_plural = len(form) >= _SHORTEST_PLURAL and form.endswith("s")
    return form[:-1] if is_plural else form
