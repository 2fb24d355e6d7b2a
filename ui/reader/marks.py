"""What is marked in a text, and the tints that this makes behind its letters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from ui.painted import Marked, PaintedPassage, runs_of
from ui.reader.changed_words import ChangedWords
from ui.reader.found_spans import FoundSpans
from ui.reader.layouts import LaidOut
from ui.reader.passage_index import PassageIndex
from ui.reader.scrolling import Placed
from ui.tints import faded_tint, layer_colors, tint
from ui.widgets.strokes import Underlines
from workbench.model.spans import Span

_RECTANGLES_KEPT = 512

Fill = tuple[QRectF, QColor]
Extent = tuple[PaintedPassage, int, int]
"""A passage, and from where to where its lines go, counted from its paragraph's top."""


@dataclass(slots=True)
class Marks:
    """Everything that is painted over the bare text.

    While some passages are `emphasized` the others step back, as they do in zones.
    """

    index: PassageIndex
    selected: PaintedPassage | None = None
    hits: FoundSpans = field(default_factory=lambda: FoundSpans.of(()))
    current_hit: Span | None = None
    selection: Span | None = None
    caret: int | None = None
    flash: Span | None = None
    flash_strength: float = 0.0
    emphasized: Collection[int] | None = None
    zones: Sequence[Span] = ()
    bookmarks: Sequence[int] = ()
    changed: ChangedWords = field(default_factory=ChangedWords)
    frame: Span | None = None
    underlines: Underlines = field(default_factory=Underlines)
    fills: dict[int, list[Fill]] = field(default_factory=dict)
    extents: dict[int, list[Extent]] = field(default_factory=dict)

    def fills_of(self, placed: Placed) -> list[Fill]:
        """Return the tints of a paragraph, reckoned once until something changes."""
        found = self.fills.get(placed.index)
        if found is None:
            if len(self.fills) > _RECTANGLES_KEPT:
                self.fills.clear()
            found = self.fills[placed.index] = list(self._reckoned(placed))
        return found

    def extents_of(self, placed: Placed) -> list[Extent]:
        """Return how far passages go in a paragraph, reckoned once as the tints are."""
        found = self.extents.get(placed.index)
        if found is None:
            if len(self.extents) > _RECTANGLES_KEPT:
                self.extents.clear()
            passages = self.index.in_paragraph(placed.index)
            found = [_extent(placed.laid_out, passage) for passage in passages]
            self.extents[placed.index] = found
        return found

    def forget(self, first: int, end: int) -> None:
        """Reckon anew what is painted from one paragraph to before another."""
        for index in [index for index in self.fills if first <= index < end]:
            del self.fills[index]
        for index in [index for index in self.extents if first <= index < end]:
            del self.extents[index]

    def forget_all(self) -> None:
        """Reckon everything anew."""
        self.fills.clear()
        self.extents.clear()

    def hits_in(self, laid_out: LaidOut) -> Iterator[Span]:
        """Return the hits that start in a paragraph, each when it is asked for."""
        paragraph = laid_out.paragraph
        return self.hits.within(paragraph.start, paragraph.end)

    def zones_in(self, start: int, end: int) -> Sequence[Span]:
        """Return the zones that reach into a stretch of the text."""
        first = bisect_right(self.zones, start, key=lambda zone: zone.end)
        after = bisect_left(self.zones, end, key=lambda zone: zone.start)
        return self.zones[first:after]

    def within(self, span: Span, paragraphs: range) -> Marked:
        """Return what is marked in a stretch that goes over these paragraphs.

        Selection and caret are the pane's, who keeps them.
        """
        found = (one for it in paragraphs for one in self.index.in_paragraph(it))
        unique = dict.fromkeys(it for it in found if it.span.overlaps(span))
        return Marked(
            passages=list(unique),
            faded={it.id for it in unique if self.steps_back(it)},
            selected=self.selected,
            hits=list(self.hits.within(span.start, span.end)),
            current_hit=self.current_hit,
        )

    def steps_back(self, passage: PaintedPassage) -> bool:
        """Tell whether others are emphasized and this one is not."""
        return self.emphasized is not None and passage.id not in self.emphasized

    def _reckoned(self, placed: Placed) -> Iterator[Fill]:
        """Cut a paragraph where passages begin and end, and tint each run once."""
        laid_out = placed.laid_out
        paragraph = laid_out.paragraph
        zones = self.zones_in(paragraph.start, paragraph.end)
        passages = self.index.in_paragraph(placed.index)
        for run, over in runs_of(passages, zones):
            within = laid_out.within(run)
            if within:
                color = self._tint_of(run, over, zones)
                for box in laid_out.rectangles(*within):
                    yield box, color

    def _tint_of(
        self, run: Span, over: Sequence[PaintedPassage], zones: Sequence[Span]
    ) -> QColor:
        shown = [passage for passage in over if not self.steps_back(passage)]
        if not shown or any(zone.contains(run.start) for zone in zones):
            return faded_tint()
        return tint(layer_colors(shown))


def _extent(laid_out: LaidOut, passage: PaintedPassage) -> Extent:
    start = laid_out.paragraph.start
    first = laid_out.line_of(laid_out.mapper.to_qt(passage.span.start - start))
    last = laid_out.line_of(laid_out.mapper.to_qt(passage.span.end - start - 1))
    return passage, first.top, last.top + last.height
