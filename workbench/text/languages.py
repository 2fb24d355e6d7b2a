"""Words that say little by themselves, and the language of a text that they tell."""

from __future__ import annotations

import re

from workbench.text.folding import folded

_SAMPLE = 5_000
_WORD = re.compile(r"[^\W\d_]+")

_WORDS = {
    "en": """a about after again all also although am an and any are as at be because
        been before being between both but by can could did do does down during each
        either for from further had has have he her here hers him his how however i if
        in into is it its itself may me might more most much must my no nor not now of
        off on once one only or other our ours out over own same shall she should so
        some such than that the their theirs them themselves then there these they this
        those through to too under until up upon very was we were what when where
        which while who whom whose why will with within without would yet you your
        said says say told added today yesterday tomorrow year years month months week
        new""",
    "de": """aber als am an auch auf aus bei bis das dass dem den der des die doch durch
        ein eine einem einen einer er es für hat haben ich ihr im in ist kann mit nach
        nicht noch nur oder sein sich sie sind so über um und uns von vor war werden wie
        wir wird zu zum zur""",
    "fr": """au aux avec ce ces cette dans de des du elle en est et il ils je la le les
        leur lui mais ne nous on ou par pas pour qu que qui sa se ses son sont sur un
        une vous""",
    "es": """como con de del el ella en entre era es esta este ha han la las lo los más
        no para pero por que se ser sin sobre su sus un una y""",
}
_OF_LANGUAGE = {name: frozenset(words.split()) for name, words in _WORDS.items()}

FUNCTION_WORDS = frozenset(
    folded(word) for words in _OF_LANGUAGE.values() for word in words
)
"""In lower case and without accents."""
ENGLISH_FUNCTION_WORDS = _OF_LANGUAGE["en"]


def language_of(text: str) -> str:
    """Return `en`, `de`, `fr` or `es`, whichever fits the beginning best.

    English is the answer for all other languages too: their signs are read alike.
    """
    found = [it.lower() for it in _WORD.findall(text[:_SAMPLE])]
    counts = {
        name: sum(map(words.__contains__, found))
        for name, words in _OF_LANGUAGE.items()
    }
    return max(counts, key=counts.__getitem__)
