"""Which words of a line it is sorted by, so that they can stand out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from workbench.model.concordances import SortKey
from workbench.text.contexts import BORDER

# As the search index has them: letters and digits with the marks upon them.
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad])*")


class Side(Enum):
    """The side of the match; the value holds its keys, the nearest word first."""

    LEFT = (SortKey.L1, SortKey.L2, SortKey.L3)
    RIGHT = (SortKey.R1, SortKey.R2, SortKey.R3)


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters in a row that look alike."""

    text: str
    is_key: bool


def runs_of(text: str, side: Side, keys: Sequence[SortKey]) -> list[Run]:
    """Divide the words of one side into those sorted by and those between them.

    Lines are sorted by words of their own paragraph only.
    """
    wanted = [number for number, key in enumerate(side.value) if key in keys]
    if not wanted:
        return [Run(text, is_key=False)]
    if side is Side.LEFT:
        words = list(WORD.finditer(text, text.rfind(BORDER) + 1))[::-1]
    else:
        words = list(WORD.finditer(text.partition(BORDER)[0]))
    marked = sorted(words[it].span() for it in wanted if it < len(words))
    runs: list[Run] = []
    end = 0
    for start, stop in marked:
        runs += [Run(text[end:start], is_key=False), Run(text[start:stop], is_key=True)]
        end = stop
    runs.append(Run(text[end:], is_key=False))
    return [run for run in runs if run.text]
