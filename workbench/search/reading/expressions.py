"""Reads wildcards and regular expressions into patterns of whole, folded words.

Case and accents are ignored, as in the words. There are no back references and no
look-around: what is left can be followed in bounded time.
"""

from __future__ import annotations

import re
from typing import Final

from workbench.search.indexing.folding import MARK, SEPARATOR, fold, tokens
from workbench.search.reading.patterns import (
    ANY,
    BadPattern,
    Choice,
    Joined,
    Letters,
    Part,
    Repeated,
)

MOST_REPEATS: Final = 100
DEEPEST: Final = 20

_DIGITS: Final = Letters((("0", "9"),))
_CLASSES: Final = {"d": _DIGITS, "D": Letters(_DIGITS.ranges, others=True), "w": ANY}
_COUNT = re.compile(r"\{(\d{1,4})(?:(,)(\d{1,4})?)?\}")
_SIGNS: Final = {"*": (0, None), "+": (1, None), "?": (0, 1)}


def read_wildcards(typed: str) -> Part | None:
    """Read a word with `*` and `?`; None when nothing of it is a letter or digit."""
    pieces = [
        piece if piece in "*?" else "".join(token.folded for token in tokens(piece))
        for piece in re.split(r"([*?])", re.sub(r"\*+", "*", typed))
        if piece
    ]
    if not "".join(pieces).strip("*?"):
        return None
    return Joined(tuple(_wildcard(sign) for piece in pieces for sign in piece))


def _wildcard(sign: str) -> Part:
    if sign == "*":
        return Repeated(ANY, 0, None)
    return ANY if sign == "?" else Letters(((sign, sign),))


def read_expression(typed: str) -> Part:
    """Read a regular expression.

    Raises:
        BadPattern: with what is wrong, for people.
    """
    typed = typed.removeprefix("^")
    if typed.endswith("$") and not typed.endswith("\\$"):
        typed = typed[:-1]
    return _Expression(typed).whole()


class _Expression:
    """Goes through an expression from left to right."""

    def __init__(self, typed: str) -> None:
        self._typed = typed
        self._place = 0
        self._depth = 0

    def whole(self) -> Part:
        """Read all of it."""
        part = self._choice()
        if self._place < len(self._typed):
            raise BadPattern("a parenthesis has no partner")
        return part

    def _choice(self) -> Part:
        self._depth += 1
        if self._depth > DEEPEST:
            raise BadPattern("its parentheses go too deep")
        parts = [self._joined()]
        while self._takes("|"):
            parts.append(self._joined())
        self._depth -= 1
        return Choice(tuple(parts)) if len(parts) > 1 else parts[0]

    def _joined(self) -> Part:
        parts = []
        while self._place < len(self._typed) and self._typed[self._place] not in "|)":
            parts.append(self._repeated(self._one()))
        return Joined(tuple(parts))

    def _repeated(self, part: Part) -> Part:
        sign = self._typed[self._place : self._place + 1]
        count = _COUNT.match(self._typed, self._place)
        if count:
            self._place = count.end()
            part = _counted(part, *count.groups())
        elif sign in _SIGNS:
            self._place += 1
            part = Repeated(part, *_SIGNS[sign])
        else:
            return part
        self._takes("?")  # as few as possible: the same, for whole words
        return part

    def _one(self) -> Part:
        sign = self._next()
        if sign == "(":
            if self._takes("?") and not self._takes(":"):
                raise BadPattern("(? is not understood")
            part = self._choice()
            if not self._takes(")"):
                raise BadPattern("a parenthesis has no partner")
            return part
        if sign == "[":
            return self._class()
        if sign == "\\":
            return self._escaped()
        if sign in _SIGNS or _COUNT.match(self._typed, self._place - 1):
            raise BadPattern(f"there is nothing to repeat before {sign}")
        if sign in "^$":
            raise BadPattern(f"{sign} stands at an end only; whole words are compared")
        return ANY if sign == "." else _letter(sign)

    def _escaped(self) -> Part:
        sign = self._next()
        if sign.isascii() and sign.isalnum() and sign not in _CLASSES:
            raise BadPattern(f"\\{sign} is not understood")
        return _CLASSES.get(sign) or _letter(sign)

    def _class(self) -> Part:
        others = self._takes("^")
        ranges: list[tuple[str, str]] = []
        is_first = True
        while is_first or not self._takes("]"):
            is_first = False
            ranges += self._range()
        return Letters(tuple(ranges), others)

    def _range(self) -> list[tuple[str, str]]:
        sign = self._next()
        if sign == "\\":
            sign = self._next()
            if sign == "d":
                return list(_DIGITS.ranges)
            if sign.isascii() and sign.isalnum():
                raise BadPattern(f"\\{sign} between brackets is not understood")
        low = high = fold(sign)
        rest = self._typed[self._place : self._place + 2]
        if rest[:1] == "-" and rest[1:] not in {"", "]"}:
            self._place += 1
            high = fold(self._next())
        if low > high:
            raise BadPattern(f"{low}-{high} is the wrong way round")
        # No word has a sign in it, so a single one among the letters says nothing.
        return [] if low == high and low in {SEPARATOR, MARK} else [(low, high)]

    def _takes(self, sign: str) -> bool:
        if not self._typed.startswith(sign, self._place):
            return False
        self._place += 1
        return True

    def _next(self) -> str:
        if self._place >= len(self._typed):
            raise BadPattern("something is missing at its end")
        self._place += 1
        return self._typed[self._place - 1]


def _counted(part: Part, least: str, comma: str | None, most: str | None) -> Part:
    fewest = int(least)
    highest = fewest if comma is None else int(most) if most else None
    if max(fewest, highest or 0) > MOST_REPEATS:
        raise BadPattern(f"more than {MOST_REPEATS} times are too many")
    if highest is not None and highest < fewest:
        raise BadPattern(f"{fewest} to {highest} times is the wrong way round")
    return Repeated(part, fewest, highest)


def _letter(sign: str) -> Part:
    letter = fold(sign)
    if letter == SEPARATOR:
        shown = "a space" if sign.isspace() else f"“{sign}”"
        raise BadPattern(f"no word has {shown} in it")
    return Joined(()) if letter == MARK else Letters(((letter, letter),))
