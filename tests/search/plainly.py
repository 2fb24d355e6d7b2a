"""Tells whether something typed stands in a paragraph, by nothing but `re`.

It shares no code with the search, so that the two can be compared.
"""

from __future__ import annotations

import re
from itertools import product

WORDS = (
    *("group", "Groups", "gruop", "trade", "traded", "war", "warm", "us", "US", "not"),
    *("U.S.", "dual-use", "dualuse", "$55", "55%", "55 %", "Korea’s", "e.g.", "eg"),
    *("Straße", "ÉTÉ", "of"),
)
"""What the texts are made of."""

FIXED = {
    "group": r"groups?",
    "trade": r"traded?",
    "war": r"war",
    "not": r"not",
    "us": r"us",
    "US": r"(?-i:US)",
    "U.S.": r"(?-i:US|U\.S\.?)",
    "dual-use": r"dual\W+use|dualuse",
    "55": r"55",
    "$55": r"\$55",
    "55%": r"55\s?%",
    "Korea's": r"korea\W+s",
    "e.g.": r"e\.g",
    "ete": r"été",
}
"""Words as typed, and how they may be written, whatever their case."""

ENDING = re.compile(r"~(\d*)$")


def words_of(paragraph: str) -> list[str]:
    """Return the words as they are compared: small, without accents and signs."""
    return re.findall(r"[^\W_]+", paragraph.lower().replace("é", "e"))


def stands(typed: str, paragraph: str) -> bool:
    """Tell whether a word, phrase or pattern stands in a paragraph."""
    words = words_of(paragraph)
    ending = ENDING.search(typed)
    bare = ENDING.sub("", typed).strip('"')
    if typed in FIXED:
        pattern = rf"(?<![^\W_])(?:{FIXED[typed]})(?![^\W_])"
        return re.search(pattern, paragraph, re.IGNORECASE) is not None
    if typed.startswith('"') and ending:
        return _near(bare.split(), words, int(ending[1]))
    if typed.startswith('"'):
        pattern = " ".join(map(_wild, bare.split()))
        return re.search(rf"(?<!\S){pattern}(?!\S)", " ".join(words)) is not None
    if ending:
        return any(_differences(bare, it) <= int(ending[1] or 1) for it in words)
    pattern = typed[1:-1] if typed.startswith("/") else _wild(typed)
    return any(re.fullmatch(pattern, word) for word in words)


def _wild(word: str) -> str:
    return word.replace("é", "e").replace("*", r"\S*").replace("?", r"\S")


def _near(wanted: list[str], words: list[str], between: int) -> bool:
    """Try every choice of places, each word with one of its own."""
    places = [
        [place for place, word in enumerate(words) if re.fullmatch(_wild(it), word)]
        for it in wanted
    ]
    return any(
        len(set(chosen)) == len(chosen)
        and max(chosen) - min(chosen) + 1 - len(chosen) <= between
        for chosen in product(*places)
    )


def _differences(one: str, other: str) -> int:
    """Count edits, a swap of neighbors as one; more than two are three."""
    if one == other:
        return 0
    near, letters = {one}, set(one + other)
    for count in (1, 2):
        near = {changed for it in near for changed in _changed(it, letters)}
        if other in near:
            return count
    return 3


def _changed(word: str, letters: set[str]) -> set[str]:
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return {
        word,
        *(before + after[1:] for before, after in cuts),
        *(before + new + after for before, after in cuts for new in letters),
        *(before + new + after[1:] for before, after in cuts for new in letters),
        *(before + after[1:2] + after[:1] + after[2:] for before, after in cuts),
    }
