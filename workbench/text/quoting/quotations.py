"""Finds every quotation of a text, whatever marks it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from workbench.model.documents import Block, BlockKind
from workbench.model.quotations import Quotation
from workbench.model.spans import Span
from workbench.text.content import content_of
from workbench.text.quoting.quotation_marks import Family, Mark, marks

DEEPEST: Final = 8
LONGEST_CROSSING: Final = 2_000
"""Characters after which a quotation that crosses lines counts as never closed."""

_CLOSERS: Final = {"„": "“”", "‚": "‘’", "«": "»", "»": "«", "‹": "›", "›": "‹"}
_PAIRED: Final = frozenset("「」『』")
_OPENING: Final = frozenset("“„‟‘‚«‹「『")
_REPEATED: Final = _OPENING | frozenset('"»')
"""What may stand again before each paragraph of one quotation."""
_MARKUP: Final = re.compile(r"(\*{1,3}|_{1,3})((?=\S)(?:(?!\1).)+(?<=\S))\1", re.DOTALL)
_ALNUM: Final = re.compile(r"[^\W_]")
_BLOCK_SIGNS: Final = re.compile(r"[\s>]*")


@dataclass(slots=True)
class _Open:
    """A quotation that has begun; `until` is where the last of its blocks ends."""

    mark: Mark
    until: int


def quotations(
    text: str,
    blocks: Sequence[Block],
    zones: Sequence[Span] = (),
    pause: Callable[[], None] = lambda: None,
) -> list[Quotation]:
    """Return the quotations of a text in order, outer ones before those in them.

    A quotation goes on in the next paragraph where that begins with its opening mark.
    Zones are left out. `pause` is called every few milliseconds, and may raise.
    """
    visible = content_of(text, Span(0, len(text)), zones)
    found = [*_marked(visible, blocks, pause), *_set_off(blocks)]
    return _leveled(text, _tidied(visible, found))


# In marks -----------------------------------------------------------------------------


def _marked(
    text: str, blocks: Sequence[Block], pause: Callable[[], None]
) -> Iterator[Quotation]:
    pairing = _Pairing(text)
    for number, block in enumerate(blocks):
        span = block.span
        pairing.enter(span, text[blocks[number - 1].span.end : span.start])
        yield from pairing.ended()
        pause()
        pairing.take(list(marks(text, span.start, span.end)), pause)
        yield from pairing.ended()
    pairing.give_up()
    yield from pairing.ended()


class _Pairing:
    """Goes from mark to mark and keeps what is open, the outermost first."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[_Open] = []
        self._ended: list[Quotation] = []
        self._block = Span(0, 0)

    def ended(self) -> list[Quotation]:
        """Return what has ended since this was asked last."""
        ended, self._ended = self._ended, []
        return ended

    def enter(self, block: Span, gap: str) -> None:
        """Begin another block; `gap` is what stands between it and the one before."""
        self._block = block
        if self._open and not self._goes_on(self._open[0], block):
            lines = max(gap.count("\n"), gap.count("\r"))
            is_far = block.start - self._open[0].mark.end > LONGEST_CROSSING
            if lines > 1 or is_far:
                self.give_up()

    def take(self, found: Sequence[Mark], pause: Callable[[], None]) -> None:
        """Take the marks of the block."""
        following = _next_of_family(found)
        for mark, after in zip(found, following, strict=True):
            pause()
            self._take(mark, after)

    def give_up(self) -> None:
        """End what is open without closing marks."""
        for it in self._open:
            # An apostrophe looks like a single mark; one alone says nothing.
            if it.mark.family is not Family.SINGLE:
                self._end(it, it.until, is_closed=False)
        self._open.clear()

    def _take(self, mark: Mark, after: Mark | None) -> None:
        if self._is_continuation(mark):
            return
        place = self._partner(mark)
        if place is not None and _closes(mark, self._open[place].mark):
            if not (mark.is_doubtful and _is_sure_end(after)):
                self._end(self._open[place], mark.start, is_closed=True)
                del self._open[place:]
        elif _begins(mark):
            if len(self._open) == DEEPEST:  # the outermost was no quotation then
                del self._open[0]
            self._open.append(_Open(mark, self._block.end))

    def _partner(self, mark: Mark) -> int | None:
        """Return which open quotation a mark may close: the innermost of its family.

        What looks like an apostrophe may close only what was opened last.
        """
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].mark.family is mark.family:
                return place
            if mark.family is Family.SINGLE:
                return None
        return None

    def _goes_on(self, begun: _Open, block: Span) -> bool:
        sign = begun.mark.sign
        return sign in _REPEATED and self._text.startswith(sign, block.start)

    def _is_continuation(self, mark: Mark) -> bool:
        """Tell whether a mark only says that a quotation goes on in this block."""
        if mark.start != self._block.start or not self._open:
            return False
        for begun in self._open:
            if begun.mark.sign == mark.sign and begun.until < self._block.start:
                for it in self._open:
                    it.until = self._block.end
                return True
        return False

    def _end(self, begun: _Open, end: int, *, is_closed: bool) -> None:
        span = Span(begun.mark.end, max(end, begun.mark.end))
        self._ended.append(Quotation(span, "", is_closed=is_closed))


def _next_of_family(found: Sequence[Mark]) -> list[Mark | None]:
    after: dict[Family, Mark] = {}
    following: list[Mark | None] = []
    for mark in reversed(found):
        following.append(after.get(mark.family))
        after[mark.family] = mark
    return following[::-1]


def _is_sure_end(mark: Mark | None) -> bool:
    return mark is not None and mark.closes and not (mark.opens or mark.is_doubtful)


def _closes(mark: Mark, begun: Mark) -> bool:
    """Tell whether a mark ends what another of its family began."""
    if mark.sign in _PAIRED:
        return mark.sign in "」』"
    if mark.sign in _CLOSERS.get(begun.sign, ""):
        return True
    if mark.family is Family.SINGLE and not mark.closes:
        return False
    if mark.sign == "”" and mark.family is Family.DOUBLE:
        return True
    if mark.sign in _OPENING or mark.sign == "»":
        return mark.closes and not mark.opens
    return mark.closes or not mark.opens


def _begins(mark: Mark) -> bool:
    if mark.sign in "“„‟«‹「『":
        return True
    if mark.sign in "」』":
        return False
    return mark.opens and not (mark.sign == "”" and mark.closes)


# In blocks of their own ---------------------------------------------------------------


def _set_off(blocks: Sequence[Block]) -> Iterator[Quotation]:
    """Yield the block quotations; blocks that follow each other are one."""
    for kind, group in groupby(blocks, key=lambda it: it.kind):
        if kind is BlockKind.QUOTATION:
            run = list(group)
            yield Quotation(Span(run[0].span.start, run[-1].span.end), "")


# What they have in common -------------------------------------------------------------


def _tidied(text: str, found: Iterable[Quotation]) -> Iterator[Quotation]:
    """Take blanks and markup off both ends; leave out what has no words."""
    for quotation in found:
        span = _trimmed(text, quotation.span)
        if _ALNUM.search(text, span.start, span.end):
            yield replace(quotation, span=span)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    signs = _BLOCK_SIGNS.match(text, start, end)
    start = signs.end() if signs else start
    end = start + len(text[start:end].rstrip().removesuffix("\\"))
    if around := _MARKUP.fullmatch(text, start, end):
        start, end = around.span(2)
    return Span(start, max(start, end))


def _leveled(text: str, found: Iterable[Quotation]) -> list[Quotation]:
    """Say of each in how many others it stands; of two that cross keep the first.

    What has the same words as the quotation around it takes its place.
    """
    leveled: list[Quotation] = []
    around: list[Span] = []
    for quotation in sorted(found, key=lambda it: (it.span.start, -it.span.end)):
        span = quotation.span
        while around and around[-1].end <= span.start:
            around.pop()
        if around and around[-1].end < span.end:
            continue
        if (
            around
            and leveled[-1].span == around[-1]
            and _is_same(text, around[-1], span)
        ):
            around.pop()
            leveled.pop()
        leveled.append(replace(quotation, text=span.of(text), level=len(around)))
        around.append(span)
    return leveled


def _is_same(text: str, outer: Span, inner: Span) -> bool:
    return not (
        _ALNUM.search(text, outer.start, inner.start)
        or _ALNUM.search(text, inner.end, outer.end)
    )
