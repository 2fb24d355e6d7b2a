"""Finds names that a text abbreviates: `Bureau of Industry and Security (BIS)`.

After Schwartz and Hearst (2003): the letters of the abbreviation must come in order in
the words before the parenthesis, its first letter at the beginning of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.pausing import Pause, no_pause, paused

SHORTEST, LONGEST = 2, 10
_SHORT = re.compile(r"\(([A-Z][\w.&-]{1,11})\)")
_SENTENCE_END = re.compile(r"[\n()\[\];:“”\"?!]|(?<=[a-z])\.\s")
_BLANKS = re.compile(r"\s+")


def abbreviated_names(text: str, pause: Pause = no_pause) -> Iterator[tuple[str, str]]:
    """Yield each long name with its abbreviation, in order of place."""
    for match in paused(_SHORT.finditer(text), pause):
        short = match[1].rstrip(".") if match[1].count(".") == 1 else match[1]
        letters = [it for it in short if it.isalnum()]
        if not SHORTEST <= len(letters) <= LONGEST or sum(map(str.isupper, short)) < 2:
            continue
        long = _long_name(letters, _words_before(text, match.start(), len(letters)))
        if long:
            yield long, short


def _words_before(text: str, end: int, letters: int) -> str:
    """Return as many words of the clause before a place as may belong to it."""
    start = max(0, end - 200)
    before = text[start:end]
    breaks = [it.end() for it in _SENTENCE_END.finditer(before)]
    clause = before[breaks[-1] :] if breaks else before
    words = _BLANKS.split(clause.strip())
    return " ".join(words[-min(letters + 5, 2 * letters) :])


def _long_name(letters: list[str], words: str) -> str:
    """Return the end of the words that spells the letters, nothing if none does."""
    place = len(words)
    for number, letter in reversed(list(enumerate(letters))):
        place = words.lower().rfind(letter.lower(), 0, place)
        while number == 0 and place > 0 and words[place - 1].isalnum():
            place = words.lower().rfind(letter.lower(), 0, place)
        if place < 0:
            return ""
    name = words[place:]
    is_name = name[:1].isupper() and len(name) > len(letters) and " " in name
    return name if is_name else ""
