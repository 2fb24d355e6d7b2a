"""Carries places over a correction that was typed into a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from workbench.model.anchors import Anchor, AnchorKind
from workbench.model.documents import Block
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class Correction:
    """`span` of the old text says `text` in the new one."""

    span: Span
    text: str

    @property
    def growth(self) -> int:
        """How many characters longer the text becomes; negative when shorter."""
        return len(self.text) - len(self.span)

    @property
    def new_end(self) -> int:
        """Where the corrected characters end in the new text."""
        return self.span.start + len(self.text)


def smallest(text: str, span: Span, replacement: str) -> Correction:
    """Return the correction without the characters at both ends that stay."""
    old = span.of(text)
    head = _common(zip(old, replacement, strict=False))
    rest = min(len(old), len(replacement)) - head
    ends = zip(reversed(old), reversed(replacement), strict=False)
    tail = min(_common(ends), rest)
    kept = replacement[head : len(replacement) - tail]
    return Correction(Span(span.start + head, span.end - tail), kept)


def corrected(text: str, correction: Correction) -> str:
    """Return the text as it reads with the correction."""
    span = correction.span
    return text[: span.start] + correction.text + text[span.end :]


def carry_typed(span: Span, typed: Correction, correction: Correction) -> Anchor:
    """Return where a place stands after a correction was typed over `typed.span`.

    `correction` is the smallest that says the same. A place that has all the words
    typed over keeps them whole, also where it ends with a letter that was missing.
    """
    over = typed.span
    if len(over) and span.start <= over.start and over.end <= span.end:
        return carry(span, typed)
    return carry(span, correction)


def carry(span: Span, correction: Correction) -> Anchor:
    """Return where a place of the old text stands in the new one.

    A place that has the corrected characters in its midst, or is made of them, grows
    or shrinks with them. One that had only some of them has lost those, which an
    analyst should look at.
    """
    edit = correction.span
    if span.end <= edit.start:
        return Anchor(AnchorKind.UNCHANGED, span, 1.0)
    if span.start >= edit.end:
        growth = correction.growth
        kind = AnchorKind.MOVED if growth else AnchorKind.UNCHANGED
        return Anchor(kind, Span(span.start + growth, span.end + growth), 1.0)
    if span.start <= edit.start and edit.end <= span.end:
        grown = Span(span.start, span.end + correction.growth)
        return _edited(grown, 1.0) if len(grown) else _orphan()
    return _cut(span, correction)


def block_around(blocks: Sequence[Block], span: Span) -> int | None:
    """Return the number of the block that a span lies in, if it lies in one."""
    for number, block in enumerate(blocks):
        if block.span.start <= span.start and span.end <= block.span.end:
            return number
    return None


def carry_blocks(
    blocks: Sequence[Block], number: int, correction: Correction
) -> tuple[Block, ...]:
    """Return the blocks after a correction inside the block of this number."""
    growth = correction.growth
    own = blocks[number]
    grown = Span(own.span.start, own.span.end + growth)
    later = (
        replace(it, span=Span(it.span.start + growth, it.span.end + growth))
        for it in blocks[number + 1 :]
    )
    return (*blocks[:number], replace(own, span=grown), *later)


def _cut(span: Span, correction: Correction) -> Anchor:
    edit = correction.span
    if edit.start <= span.start and span.end <= edit.end:  # inside what was replaced
        inside = Span(edit.start, correction.new_end)
        return _edited(inside, 0.5) if len(inside) else _orphan()
    if span.start < edit.start:
        return _edited(Span(span.start, edit.start), 0.5)
    return _edited(Span(correction.new_end, span.end + correction.growth), 0.5)


def _edited(span: Span, score: float) -> Anchor:
    return Anchor(AnchorKind.EDITED, span, score)


def _orphan() -> Anchor:
    return Anchor(AnchorKind.ORPHANED, None, 0.0)


def _common(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
