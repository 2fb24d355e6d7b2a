"""In which ways the bytes of a text can be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line, or what is around the difference in it: as it reads now and would."""

    now: str
    then: str


@dataclass(frozen=True, slots=True)
class EncodingChoice:
    """One encoding that a text could be in.

    `words` say whom it is for, `changes` are the first lines that it would read
    otherwise, and `unreadable` counts the characters it cannot read in what was
    looked at: the beginning, or what follows the first letter that tells.
    """

    encoding: str
    words: str
    changes: tuple[LineChange, ...] = ()
    unreadable: int = 0
    is_current: bool = False
