"""Where the characters of a page stand on it, packed.

A box is left, top, right and bottom in points from the page's left upper corner, kept
in quarters of a point. A character without a place, such as a line end, has a box of
zeros.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

Box = tuple[float, float, float, float]

NOWHERE: Final = (0.0, 0.0, 0.0, 0.0)
_STEPS: Final = 4
_LARGEST: Final = 0xFFFF
_MOST_BYTES: Final = 64_000_000


def pack_boxes(boxes: Iterable[Box]) -> bytes:
    """Return boxes as the file keeps them, one for each character of a page."""
    steps = array("H", map(_in_steps, chain.from_iterable(boxes)))
    if sys.byteorder == "big":
        steps.byteswap()
    return zlib.compress(steps.tobytes(), 6)


def unpack_boxes(packed: bytes) -> list[Box]:
    """Return the boxes that `pack_boxes` packed; `ValueError` for anything else."""
    if not packed:
        return []
    return list(_boxes(_steps_of(packed)))


def _steps_of(packed: bytes) -> array[int]:
    inflating = zlib.decompressobj()
    steps = array("H")
    try:
        content = inflating.decompress(packed, _MOST_BYTES)
    except zlib.error as error:
        raise ValueError("no boxes") from error
    if not inflating.eof or len(content) % 8:
        raise ValueError("no boxes")
    steps.frombytes(content)
    if sys.byteorder == "big":
        steps.byteswap()
    return steps


def _boxes(steps: array[int]) -> Iterator[Box]:
    sides = [it / _STEPS for it in steps]
    return zip(sides[0::4], sides[1::4], sides[2::4], sides[3::4], strict=True)


def _in_steps(side: float) -> int:
    return max(0, min(round(side * _STEPS), _LARGEST))
