"""Takes rich text apart: control words, characters and the braces of groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final


class Kind:
    """What a token is; the numbers are those of the groups in the pattern."""

    WORD: Final = 1
    WORD_WITH_NUMBER: Final = 2
    BYTE: Final = 3
    SIGN: Final = 4
    BRACE: Final = 5
    TEXT: Final = 6


_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"
    rb"|\\'([0-9a-fA-F]{2})"
    rb"|\\(.)"
    rb"|([{}])"
    rb"|([^\\{}\r\n]+)",
    re.DOTALL,
)
_BRACE = re.compile(rb"\\bin(\d{1,10}) ?|\\.|[{}]", re.DOTALL)

Token = re.Match[bytes]


class Tokens:
    """The tokens of some rich text, of which stretches may be passed over."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._jump = -1

    def __iter__(self) -> Iterator[Token]:
        at = 0
        while at >= 0:
            self._jump = -1
            for token in _TOKEN.finditer(self._content, at):
                yield token
                if self._jump >= 0:
                    break
            at = self._jump

    def pass_over(self, token: Token, count: int) -> None:
        """Go on so many bytes behind a token."""
        self._jump = token.end() + max(count, 0)

    def pass_group(self, token: Token) -> None:
        """Go on at the brace that closes the group that a token is in."""
        depth, at = 0, token.end()
        while found := _BRACE.search(self._content, at):
            brace, at = found[0], found.end()
            if found[1]:
                at += int(found[1])
            elif brace == b"{":
                depth += 1
            elif brace == b"}":
                if not depth:
                    self._jump = found.start()
                    return
                depth -= 1
        self._jump = len(self._content)
