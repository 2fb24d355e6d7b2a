"""Pages of a paged text, and what other programs' readers marked on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from workbench.model.spans import Span

MOST_POINTS: Final = 1_000_000
"""No page is wider or higher than that."""

LONGEST_LABEL: Final = 80
"""No page calls itself by more characters than that."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page; the border between two pages is a page break.

    `number` counts from 1, `label` is what the page calls itself (“iv”, “12”). Width
    and height are in points, 0 where a page cannot be drawn. `boxes` say where on the
    page each character of the span stands (`workbench.text.boxes`), empty where
    nobody knows. A page without text has an empty span.
    """

    number: int
    label: str
    span: Span
    width: float = 0.0
    height: float = 0.0
    boxes: bytes = b""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight that was made in another program, with what was written to it.

    `author` is empty where the file does not say who it was.
    """

    span: Span
    comment: str = ""
    author: str = ""
