"""Measures how fast and how surely passages are found again in an edited text.

A text of made-up words, with repeated sentences, is edited: every twentieth word is
deleted, replaced or joined by another, paragraphs move, sentences are deleted or
written twice, words mistyped. Where each character went is known.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.text.edited import Author
from workbench.model.anchors import Anchor, AnchorKind
from workbench.model.spans import Span
from workbench.text.anchoring import anchor_all
from workbench.text.selectors import describe

SIZES = ((1_000_000, 10_000), (5_000_000, 50_000))


def main() -> None:
    """Print one line a size."""
    for length, count in SIZES:
        print(measure(length, count))


def measure(length: int, count: int) -> str:
    """Anchor passages in one edited text, and compare with where they went."""
    author = Author(20, words=30_000)
    old = author.text(length)
    edited = author.edit(old, moves=length // 50_000, cuts=length // 20_000,
                         typos=length // 5_000)  # fmt: skip
    spans = author.spans(old, count)
    selectors = [describe(old, span) for span in spans]
    start = time.perf_counter()
    anchors = anchor_all(old, edited.new, selectors)
    seconds = time.perf_counter() - start
    wrong = sum(
        _is_wrong(anchor, span, edited.survived(span), edited.new, old)
        for anchor, span in zip(anchors, spans, strict=True)
    )
    name = f"anchor {count:,} passages, {length / 1e6:.0f} MB, 5 % edited"
    return f"  {name:<52}{seconds:9.2f} s    {wrong} wrong"


def _is_wrong(
    anchor: Anchor, span: Span, truth: Span | None, new: str, old: str
) -> bool:
    """Tell whether a passage was said to be somewhere else than it is."""
    if anchor.kind not in {AnchorKind.UNCHANGED, AnchorKind.MOVED}:
        return False
    assert anchor.span is not None
    return anchor.span.of(new) != span.of(old) or truth not in {None, anchor.span}


if __name__ == "__main__":
    main()
