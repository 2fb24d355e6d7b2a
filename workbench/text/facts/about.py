"""Says what a value is about: `U.S. exports to China`, for what they were worth."""

from __future__ import annotations

import re

from workbench.model.spans import Span

_LOOK_BACK = 240
_MOST_WORDS = 8
_SENTENCE_END = re.compile(r"\n|(?<![A-Z])[.!?][\")]* (?=[\"(]*[A-Z])|[;:] ")
_CLAUSE_END = re.compile(r", (?:and |but |while |which |up |down |or )?|(?<=\w) - ")
_MEASURED = re.compile(
    r"\b(?:(?:has|have|had|will) )?(?:is|are|was|were|be|been|total(?:l?ed|s)?"
    r"|reach(?:ed|es)?|amount(?:ed|s)?|increase[ds]?|gr[eo]wn?|grows|rose|risen?|rises|fell|fallen|falls"
    r"|declined?|dropped|stood|stands|hit|hits|account(?:ed|s)?|made up|makes up|cost"
    r"|costs|raised|collect(?:s|ed|ing)?|spent|spends|paid|pays|needs?|jumped|climbed"
    r"|gained|lost|shrank|doubled|expanded|counted|held|showed|shows|worth)\b"
)
_BEGINNING = re.compile(
    r"(?:(?:[Tt]he|[Aa]nd|[Bb]ut|[Aa]n?|[Tt]hat|[Tt]his|[Ii]ts?|[Oo]f|[Bb]y|[Tt]o|[Aa]t|[Ff]rom"
    r"|[Ff]or|[Ii]n|[Ww]ith) )+"
)
_END = re.compile(r"(?: (?:of|to|by|in|at|for|with|from|and|the|a))+$")
_WORD = re.compile(r"[^\W\d_]{3}")


def about(text: str, span: Span) -> str:
    """Return the words before a value in a leveled text that it is about.

    The subject of a verb of measure in its clause or, failing that, an earlier one;
    else the words right before it. Empty at the beginning of a sentence.
    """
    before = text[max(0, span.start - _LOOK_BACK) : span.start]
    own = _SENTENCE_END.split(before)[-1].lstrip()
    clauses = _CLAUSE_END.split(own)
    for clause in reversed(clauses):
        verb = _MEASURED.search(clause)
        if verb and (subject := _plain(clause[: verb.start()])):
            return subject
    return _plain(" ".join(clauses[-1].split()[-_MOST_WORDS:]))


def _plain(words: str) -> str:
    inner = " ".join(words.split()).strip(" ,\"'()$€£-")
    found = _BEGINNING.match(inner + " ")
    inner = _END.sub("", inner[found.end() if found else 0 :])
    return " ".join(inner.split()[-_MOST_WORDS:]) if _WORD.search(inner) else ""
