"""A drawn page, as whoever shows it needs it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows from top to bottom, four bytes a pixel: blue, green, red and one unused."""

    width: int
    height: int
    pixels: bytes
