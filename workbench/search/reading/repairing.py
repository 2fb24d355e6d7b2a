"""Makes of anything typed a query whose quotation marks and parentheses have partners.

What is missing is added at the end and what is too much is blanked, so that every
character keeps its place; each is said with the place where it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from workbench.model.search import Unread
from workbench.model.spans import Span
from workbench.search.indexing.folding import tokens

LONGEST_QUERY: Final = 2000
DEEPEST_PARENTHESES: Final = 20
EXPRESSION: Final = r"(?<![^\s()\-:])/(?=\S)(?P<text>(?:\\.|[^\\/])+)/(?![^\s()])"
"""A regular expression between slashes, where signs mean nothing else."""

_QUOTES = str.maketrans("“”„‟«»‘’‚‛＂", '""""""' + "''''" + '"')
_SIGNS = re.compile(rf'"[^"]*(?:"|$)|{EXPRESSION}|[()]')
_JOINERS: Final = "\xad\u200c\u200d"  # these stand inside words


def repaired(query: str) -> tuple[str, list[Unread]]:
    """Return the query with all partners, and what was wrong with it."""
    unread = []
    if len(query) > LONGEST_QUERY:
        rest = Span(LONGEST_QUERY, len(query))
        unread.append(Unread(f"everything after {LONGEST_QUERY:,} characters", rest))
    text = _straightened(query[:LONGEST_QUERY])
    missing = ""
    place = _lonely_mark(text)
    if place is not None:
        reason = "a quotation mark without its partner"
        if tokens(text[place:]):
            reason += ": read as a phrase to the end"
            missing = '"'
        else:
            text = text[:place] + " " + text[place + 1 :]
        unread.append(Unread(reason, Span(place, place + 1)))
    return _with_partners(text + missing, unread), unread


def _lonely_mark(text: str) -> int | None:
    """Return where the quotation mark stands that has no partner, if one has none."""
    for sign in _SIGNS.finditer(text):
        if sign[0].startswith('"') and sign[0].count('"') < 2:
            return sign.start()
    return None


def _straightened(query: str) -> str:
    """Make curly quotation marks straight, and blanks of what cannot be seen."""
    return "".join(
        " " if _is_unseen(character) else character
        for character in query.translate(_QUOTES)
    )


def _is_unseen(character: str) -> bool:
    """Tell whether it is a control, half a character, or turns the direction."""
    category = unicodedata.category(character)
    return category in {"Cc", "Cs"} or (category == "Cf" and character not in _JOINERS)


def _with_partners(text: str, unread: list[Unread]) -> str:
    """Give each parenthesis a partner; quotation marks have theirs already."""
    opened: list[int] = []
    unopened: list[int] = []
    too_deep: list[int] = []
    for sign in _SIGNS.finditer(text):
        place = sign.start()
        if sign[0] == "(":
            opened.append(place)
        elif sign[0] == ")" and not opened:
            unopened.append(place)
        elif sign[0] == ")":
            partner = opened.pop()
            if len(opened) >= DEEPEST_PARENTHESES:
                too_deep += [partner, place]
    too_deep += opened[DEEPEST_PARENTHESES:]
    unread += _said("a closing parenthesis without its partner", unopened)
    unread += _said("a parenthesis that is never closed: closed at the end", opened)
    unread += _said(f"parentheses more than {DEEPEST_PARENTHESES} deep", too_deep)
    characters = list(text)
    for place in unopened + too_deep:
        characters[place] = " "
    closing = ")" * len(opened[:DEEPEST_PARENTHESES])
    return "".join(characters) + closing


def _said(reason: str, places: list[int]) -> Iterator[Unread]:
    """Yield one remark for signs that stand side by side."""
    start = None
    for place, following in pairwise([*sorted(places), -1]):
        start = place if start is None else start
        if following != place + 1:
            yield Unread(reason, Span(start, place + 1))
            start = None
