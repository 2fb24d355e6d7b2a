"""Words that a line end broke in two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from workbench.importing.pdf_glyphs import BREAK

_HYPHENS: Final = f"-\u2010\xad{BREAK}"
_ENDS_LINE: Final = re.compile(f"[^\\W\\d_][{_HYPHENS}](?:[\r\n]|(?<={BREAK}))")
_BROKEN: Final = re.compile(f"\\w+[{_HYPHENS}](?:[\r\n]+|(?<={BREAK}))\\w+")
_LINE_END: Final = re.compile(f"[\r\n]+|{BREAK}")
_ENOUGH_LINES: Final = 40
_SELDOM: Final = 0.015
_LONG: Final = 4
_WORD: Final = re.compile(r"\w+(?:-\w+)*")
_LAST_WORD: Final = re.compile(r"[\w-]*\w$")
_KEEP_THEIRS: Final = frozenset({"all", "cross", "ex", "half", "quasi", "self", "well"})


def ends_in_hyphen(text: str) -> bool:
    """Tell whether a word, and not a dash between two, may go on in the next line."""
    return len(text) > 1 and text[-1] in _HYPHENS and text[-2].isalnum()


class Words:
    """The words of a document, which know how a broken one is spelled."""

    def __init__(self, texts: Iterable[str]) -> None:
        shown = list(texts)
        broken = sum(len(_ENDS_LINE.findall(it)) for it in shown)
        lines = sum(len(_LINE_END.findall(it)) for it in shown)
        # A text whose words are never broken still ends some lines at their hyphens.
        self._is_whole = lines >= _ENOUGH_LINES and broken <= _SELDOM * lines
        self._known = (
            {
                word
                for it in shown
                for word in _WORD.findall(_BROKEN.sub(" ", it).casefold())
            }
            if broken
            else set()
        )

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Tell whether the hyphen at the end of `before` is part of the word."""
        if before[-1] == "\xad":
            return False
        first, second = _LAST_WORD.search(before[:-1]), _WORD.match(after)
        if not first or not second:
            return True
        is_in_capitals = first[0].isupper() and second[0].isupper()
        if not after[0].islower() and not is_in_capitals:
            return True
        left, right = first[0].casefold(), second[0].casefold()
        if left + right in self._known:
            return False
        return (
            self._is_whole
            or f"{left}-{right}" in self._known
            or is_in_capitals
            or "-" in left
            or len(left) == 1
            or left in _KEEP_THEIRS
            or (min(len(left), len(right)) >= _LONG and {left, right} <= self._known)
        )
