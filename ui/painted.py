"""A passage as it is painted, on the text and on the pages it was read from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.model.ids import TagId
from workbench.model.outlines import PassageOutline, TagLook
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class PaintedPassage:
    """A passage as the page shows it: colors and names of its tags, in tree order.

    `is_uncertain` says that nobody has looked at where a new version put it.
    """

    id: int
    span: Span
    colors: tuple[int, ...] = ()
    label: str = ""
    tag_ids: tuple[int, ...] = ()
    has_note: bool = False
    is_uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in a stretch of a text now, for whoever shows it another way.

    Of the passages those in `faded` step back; `hits` are what was found.
    """

    passages: Sequence[PaintedPassage] = ()
    faded: Collection[int] = ()
    selected: PaintedPassage | None = None
    hits: Sequence[Span] = ()
    current_hit: Span | None = None
    selection: Span | None = None
    caret: int = 0


def longer_first(passage: PaintedPassage) -> tuple[int, int, int]:
    """Order passages by start, of equal starts the longest first."""
    return passage.span.start, -passage.span.end, passage.id


def painted(outline: PassageOutline, looks: Mapping[TagId, TagLook]) -> PaintedPassage:
    """Join a passage with its tags' colors and names."""
    own = [(looks[tag_id], tag_id) for tag_id in outline.tag_ids if tag_id in looks]
    if len(own) > 1:
        own.sort(key=lambda each: each[0].rank)
    return PaintedPassage(
        outline.id,
        outline.span,
        tuple([look.color for look, _ in own]),
        ", ".join([look.name for look, _ in own]),
        tuple([tag_id for _, tag_id in own]),
        outline.has_note,
        outline.is_uncertain,
    )


def runs_of(
    passages: Sequence[PaintedPassage], zones: Sequence[Span] = ()
) -> Iterator[tuple[Span, Sequence[PaintedPassage]]]:
    """Yield the stretches over which the same passages lie, each with these."""
    edges: list[tuple[int, bool, PaintedPassage | None]] = []
    for passage in passages:
        span = passage.span
        edges += [(span.start, True, passage), (span.end, False, passage)]
    for zone in zones:
        edges += [(zone.start, True, None), (zone.end, True, None)]
    edges.sort(key=lambda edge: edge[0])
    over: list[PaintedPassage] = []
    last = 0
    for position, begins, touched in edges:
        if position > last and over:
            yield Span(last, position), over
        last = position
        if touched is None:
            continue
        if begins:
            over.append(touched)
        else:
            over.remove(touched)
