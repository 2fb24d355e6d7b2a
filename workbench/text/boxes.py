"""Where the characters of a page stand on it, packed.

A box is left, top, right and bottom in points from the page's left upper corner, kept
in quarters of a point: all left sides, then all tops and so on, which takes a seventh
of the room of one box after the other. A character without a place, such as a line end,
has a box of zeros.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

Box = tuple[float, float, float, float]

NOWHERE: Final = (0.0, 0.0, 0.0, 0.0)
_STEPS: Final = 4
_LARGEST: Final = 0xFFFF
_NO_FRACTIONS: Final = float(1 << 23)
_UPPER_HALF: Final = array("H", (0x4B00,))
_MOST_BOXES: Final = 2_000_000
_BOX_BYTES: Final = 8


def pack_boxes(boxes: Iterable[Box]) -> bytes:
    """Return boxes as the file keeps them, one for each character of a page."""
    return pack_steps(array("H", map(_in_steps, chain.from_iterable(boxes))))


def pack_steps(steps: array[int]) -> bytes:
    """Return boxes packed whose sides are in steps already, box after box."""
    sides = steps[0::4] + steps[1::4] + steps[2::4] + steps[3::4]
    if sys.byteorder == "big":
        sides.byteswap()
    return zlib.compress(sides.tobytes(), 1)


def steps_of_sides(sides: Sequence[float], factor: float, offset: float) -> array[int]:
    """Return one side of many boxes in steps; each is `side * factor + offset`.

    A float of 32 bits has no room for fractions beyond 2**23, so storing one rounds,
    and its lower half is the number: a third of the time of calling `round`. Where the
    upper half is another, the number had no room in the lower one.
    """
    scale, shift = factor * _STEPS, offset * _STEPS + _NO_FRACTIONS
    shifted = array("f", [it * scale + shift for it in sides])
    halves = array("H", shifted.tobytes())
    lower, upper = halves[0::2], halves[1::2]
    if sys.byteorder == "big":
        lower, upper = upper, lower
    if upper != _UPPER_HALF * len(sides):
        return array("H", (_in_steps(it * factor + offset) for it in sides))
    return lower


def unpack_boxes(packed: bytes, most: int = _MOST_BOXES) -> list[Box]:
    """Return the boxes that `pack_boxes` packed; `ValueError` for anything else.

    Another hand may have packed far more than a page has characters: what goes beyond
    `most` is not even unpacked.
    """
    return list(_boxes(_steps_of(packed, most)))


def count_boxes(packed: bytes) -> int:
    """Return how many boxes `pack_boxes` packed; `ValueError` for anything else."""
    return len(_steps_of(packed, _MOST_BOXES)) // 4


def _steps_of(packed: bytes, most: int) -> array[int]:
    steps = array("H")
    if not packed:
        return steps
    inflating = zlib.decompressobj()
    largest = min(most, _MOST_BOXES) * _BOX_BYTES
    try:
        # One more than fits, since the end of a stream is seen only behind it.
        content = inflating.decompress(packed, largest + 1)
    except zlib.error as error:
        raise ValueError("no boxes") from error
    if not inflating.eof or len(content) % _BOX_BYTES or len(content) > largest:
        raise ValueError("no boxes")
    steps.frombytes(content)
    if sys.byteorder == "big":
        steps.byteswap()
    return steps


def _boxes(steps: array[int]) -> Iterator[Box]:
    sides = [it / _STEPS for it in steps]
    count = len(sides) // 4
    each = (sides[at * count : (at + 1) * count] for at in range(4))
    return zip(*each, strict=True)


def _in_steps(side: float) -> int:
    return max(0, min(round(side * _STEPS), _LARGEST))
