"""Words as they are compared: without case, accents, kinds of quotes and hyphens."""

from __future__ import annotations

import re

from workbench.text.folding import folded

# Written without blanks: each character is a word of its own.
UNSPACED = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PART = rf"(?:[^\W_{UNSPACED}]|[\u0300-\u036f\u00ad])"
WORD = re.compile(
    r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?"  # U.S.
    r"|\d+(?:[.,]\d+)+"
    rf"|{_PART}+(?:['’]{_PART}+)*"
    rf"|[{UNSPACED}]"
)
_INSIDE = str.maketrans("", "", ".'’\u00ad")
_STEM = 6


class Forms(dict[str, str]):
    """A word as written to the word as compared, worked out once."""

    def __missing__(self, word: str) -> str:
        form = self[word] = folded(word.translate(_INSIDE)) or word
        return form


class Stems(dict[str, str]):
    """A word as compared to the part that its inflections share, in most languages."""

    def __missing__(self, form: str) -> str:
        stem = form[:_STEM]
        if len(form) <= _STEM and len(form) > 3 and form.endswith("s"):
            stem = form[:-1]
        self[form] = stem
        return stem


FUNCTION_WORDS = frozenset(
    # English
    """a about after again all also although am an and any are as at be because been
    before being between both but by can could did do does down during each either for
    from further had has have he her here hers him his how however i if in into is it
    its itself may me might more most much must my no nor not now of off on once one
    only or other our ours out over own same shall she should so some such than that
    the their theirs them themselves then there these they this those through to too
    under until up upon us very was we were what when where which while who whom whose
    why will with within without would yet you your
    said says say told added today yesterday tomorrow year years month months week new
    """.split()
    # German
    + """aber als am an auch auf aus bei bis das dass dem den der des die doch durch ein
    eine einem einen einer er es für hat haben ich ihr im in ist kann mit nach nicht
    noch nur oder sein sich sie sind so über um und uns von vor war werden wie wir wird
    zu zum zur""".split()
    # French and Spanish
    + """au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur
    lui mais ne nous on ou par pas pour qu que qui sa se ses son sont sur un une vous
    como con del el ella entre era esta este ha han las lo los más no para pero por ser
    sin sobre su sus una y""".split()
)
"""Words that say little about what a sentence is about."""
