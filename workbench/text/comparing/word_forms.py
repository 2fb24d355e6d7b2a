"""Words as they are compared: without case, accents, kinds of quotes and hyphens."""

from __future__ import annotations

import re

from workbench.text.folding import folded
from workbench.text.languages import FUNCTION_WORDS

# Written without blanks: each character is a word of its own.
_UNSPACED = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PART = rf"(?:[^\W_{_UNSPACED}]|[\u0300-\u036f\u00ad\u200d])"
WORD = re.compile(
    r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?"  # U.S.
    r"|\d+(?:[.,]\d+)+"
    rf"|{_PART}+(?:['’]{_PART}+)*"
    rf"|[{_UNSPACED}]"
)
"""A word; those with hyphens are several."""

_INSIDE = str.maketrans("", "", ".'’\u00ad\u200d")
_STEM = 6
_SHORTEST_PLURAL = 4
_MOST_KEPT = 200_000


class Forms(dict[str, str]):
    """A word as written to the word as compared, worked out once."""

    def __missing__(self, word: str) -> str:
        _keep_small(self)
        form = self[word] = folded(word.translate(_INSIDE)) or word
        return form


class Stems(dict[str, str]):
    """A word as compared to the part that its inflections share, in most languages."""

    def __missing__(self, form: str) -> str:
        _keep_small(self)
        stem = self[form] = _stem(form)
        return stem


def _stem(form: str) -> str:
    if form in FUNCTION_WORDS:
        return form
    if len(form) > _STEM:
        return form[:_STEM]
    is_plural = len(form) >= _SHORTEST_PLURAL and form.endswith("s")
    return form[:-1] if is_plural else form


def _keep_small(kept: dict[str, str]) -> None:
    if len(kept) >= _MOST_KEPT:
        kept.clear()
