"""Suggests which parts of a text are not its content.

A line is suggested because its file sets it apart, for what it says (`zone_requests`,
`zone_furniture`) and for where it stands: some cues are believed anywhere, some only at
the edges, above or below the prose, some only in company. Long paragraphs are content
whatever they say, but for two: a cookie notice, and the praise of a service right below
a paywall.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from workbench.model.documents import Block, BlockKind
from workbench.model.spans import Span
from workbench.model.zones import SuggestedZone, ZoneKind
from workbench.text.blocks import STATUS_MARKS
from workbench.text.cues import Cue, Place, plain_line
from workbench.text.running_heads import find_running_heads
from workbench.text.zone_furniture import FURNITURE, OPENS_TEASERS, SKIP_LINKS
from workbench.text.zone_requests import REQUESTS, SERVICE

_LONGEST_CUE = max(cue.longest for cue in (*REQUESTS, *FURNITURE))
_BEGINNING = 240
_SHORTEST_PROSE = 80
_LONGEST_LINE = 300
_LONGEST_SERVICE = 800
_LONGEST_LABEL = 25
_MOST_LABELS = 5
_ENOUGH_COMPANY = 4
_EDGE_WITHOUT_PROSE = 8
_FULL_STOPS = (".", "。", ".”", '."', ".’", ".'", ".)", ".»", ".“")
_STOPS = (*_FULL_STOPS, ":", ";", ",", "?", "!", "?”", "!”", '?"', '!"')
_DOTS = ("...", "…")
_LINK_MARKS = (">>", "→")
_NEVER = frozenset({BlockKind.TABLE_ROW, BlockKind.QUOTATION})
# Someone speaks: what sounds like a request belongs to a story.
_REPORTED = re.compile(r"\b(?:said|told|urged|wrote|sagten?|dijo|a dit)\b")

_Findings = dict[int, tuple[ZoneKind, str]]
"""What blocks were found to be and why, by their index."""


def suggest_zones(text: str, blocks: Sequence[Block]) -> list[SuggestedZone]:
    """Return what looks like no content, in order, as whole blocks.

    Neighbors of one kind are one suggestion.
    """
    page = _Page(text, blocks)
    heads = find_running_heads(text, blocks)
    repeated = (ZoneKind.OTHER, "a line that comes back on every page")
    findings: _Findings = {
        index: (block.zone, "the file itself sets it apart")
        for index, block in enumerate(blocks)
        if block.zone
    }
    findings |= dict.fromkeys(heads, repeated)
    findings |= _teasers(page)
    findings |= _believed(page)
    findings |= _labels_below_links(page)
    findings |= _services_below_paywalls(page, findings)
    return list(_joined(blocks, findings))


# Cues of lines -----------------------------------------------------------------------


@cache
def _cues(*, at_edge: bool) -> tuple[dict[str, Cue], re.Pattern[str]]:
    """Return the cues by name, and a pattern with a group of that name for each."""
    cues = [
        cue
        for cue in (*REQUESTS, *FURNITURE)
        if (cue.place is not Place.ANYWHERE) == at_edge
    ]
    named = {f"cue{number}": cue for number, cue in enumerate(cues)}
    groups = (f"(?P<{name}>{cue.pattern})" for name, cue in named.items())
    return named, re.compile("|".join(groups))


def _find_cue(text: str, block: Block, *, at_edge: bool) -> Cue | None:
    """Return the first cue that the block matches.

    Cues that are believed at the edges are left to a second look, as they are many.
    """
    start, length = block.span.start, len(block.span)
    if length > _LONGEST_CUE or block.kind in _NEVER:
        return None
    cues, pattern = _cues(at_edge=at_edge)
    line = plain_line(text[start : start + min(length, _BEGINNING)])
    found = pattern.fullmatch(line)
    if not found or not found.lastgroup or _REPORTED.search(line):
        return None
    cue = cues[found.lastgroup]
    return cue if length <= cue.longest else None


class _Page:
    """A text with its cues, by index of their blocks, and the edges of its prose."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self.cues = {
            index: cue
            for index, block in enumerate(blocks)
            if (cue := _find_cue(text, block, at_edge=False))
        }
        count = len(blocks)
        first = next(filter(self._is_prose, range(count)), None)
        last = next(filter(self._is_prose, reversed(range(count))), None)
        self.has_prose = first is not None
        self.first_prose = min(_EDGE_WITHOUT_PROSE, count) if first is None else first
        self.last_prose = count - _EDGE_WITHOUT_PROSE - 1 if last is None else last
        self._find_more(range(self.first_prose))
        self._find_more(range(max(self.last_prose + 1, 0), count))
        self.has_skip_links = SKIP_LINKS in self.cues.values()

    def line(self, index: int) -> str:
        return self.blocks[index].span.of(self.text)

    def is_edge(self, index: int) -> bool:
        return index < self.first_prose or index > self.last_prose

    def ends_sentence(self, index: int) -> bool:
        return self._ends_with(index, _FULL_STOPS) and not self._ends_with(index, _DOTS)

    def continues(self, index: int) -> bool:
        """Tell whether the next block follows without a blank line between."""
        if index + 1 == len(self.blocks):
            return False
        end, start = self.blocks[index].span.end, self.blocks[index + 1].span.start
        return self.text.count("\n", end, start) == 1

    def _find_more(self, indexes: Iterable[int]) -> None:
        for index in indexes:
            if index not in self.cues and (cue := self._edge_cue(index)):
                self.cues[index] = cue

    def _is_prose(self, index: int) -> bool:
        """Tell whether the block is a paragraph of sentences, or just long."""
        length = len(self.blocks[index].span)
        if length < _SHORTEST_PROSE or index in self.cues:
            return False
        if self._ends_with(index, _DOTS):
            return False
        is_prose = length > _LONGEST_LINE or self._ends_with(index, _STOPS)
        return is_prose and not self._edge_cue(index)

    def _edge_cue(self, index: int) -> Cue | None:
        return _find_cue(self.text, self.blocks[index], at_edge=True)

    def _ends_with(self, index: int, marks: tuple[str, ...]) -> bool:
        span = self.blocks[index].span
        return self.text.endswith(marks, span.start, span.end)


def _believed(page: _Page) -> _Findings:
    """Return the cues that stand where they are believed."""
    findings: _Findings = {}
    for run in _runs(sorted(page.cues)):
        places = {page.cues[index].place for index in run}
        alone = not places & {Place.ANYWHERE, Place.EDGE}
        has_company = not alone or len(run) >= _ENOUGH_COMPANY
        for index in run:
            cue = page.cues[index]
            if _is_believed(page, index, has_company=has_company):
                findings[index] = (cue.kind, cue.reason)
    return findings


def _is_believed(page: _Page, index: int, *, has_company: bool) -> bool:
    match page.cues[index].place:
        case Place.ANYWHERE:
            return True
        case Place.EDGE:
            return page.is_edge(index)
        case Place.COMPANY:
            return page.is_edge(index) and has_company
        case Place.UNDER_LINKS:
            return index < page.first_prose and page.has_skip_links


# Lines by what is around them --------------------------------------------------------


def _labels_below_links(page: _Page) -> _Findings:
    """Return the labels that stand right under skip links, up to a blank line.

    If prose follows them, they are its title.
    """
    findings: _Findings = {}
    label = (ZoneKind.NAVIGATION, "a label among links")
    for index in range(page.first_prose):
        if page.cues.get(index) is SKIP_LINKS:
            findings |= dict.fromkeys(_labels_after(page, index), label)
    return findings


def _labels_after(page: _Page, index: int) -> Sequence[int]:
    last = index
    for following in range(index + 1, index + 1 + _MOST_LABELS):
        if not page.continues(last) or not _is_label(page.line(following)):
            break
        last = following
    is_title = page.continues(last) or last + 1 >= page.first_prose
    return [] if is_title else range(index + 1, last + 1)


def _is_label(line: str) -> bool:
    """Tell whether a line is a word or three, neither a date nor a status."""
    return (
        len(line) <= _LONGEST_LABEL
        and len(line.split()) <= 3
        and not line.endswith(_STOPS)
        and not any(map(str.isdigit, line))
        and line.lower() not in STATUS_MARKS
    )


def _teasers(page: _Page) -> _Findings:
    """Return the links to other pages at the end of the text.

    They begin with a line such as “Must read”, below the last prose, and none of them
    ends a sentence.
    """
    below = range(page.last_prose + 1, len(page.blocks)) if page.has_prose else range(0)
    first = next((index for index in below if _opens_teasers(page.line(index))), None)
    if first is None:
        return {}
    tail = range(first, len(page.blocks))
    if any(page.ends_sentence(index) and index not in page.cues for index in tail):
        return {}
    return dict.fromkeys(tail, (ZoneKind.NAVIGATION, "links to other pages"))


def _opens_teasers(line: str) -> bool:
    return line.endswith(_LINK_MARKS) or bool(
        re.fullmatch(OPENS_TEASERS, plain_line(line))
    )


def _services_below_paywalls(page: _Page, findings: _Findings) -> _Findings:
    """Return the paragraphs right below a paywall that praise what one would buy."""
    praise = (ZoneKind.ADVERT, "a paragraph that describes the publisher's service")
    return {
        index + 1: praise
        for index, (kind, _) in findings.items()
        if kind is ZoneKind.PAYWALL
        and index + 1 < len(page.blocks)
        and index + 1 not in findings
        and _describes_service(page.line(index + 1))
    }


def _describes_service(paragraph: str) -> bool:
    if len(paragraph) > _LONGEST_SERVICE or "“" in paragraph or '"' in paragraph:
        return False
    plain = plain_line(paragraph)
    return all(re.search(word, plain) for word in SERVICE)


# Findings to suggestions -------------------------------------------------------------


def _joined(blocks: Sequence[Block], findings: _Findings) -> Iterator[SuggestedZone]:
    for run in _runs(sorted(findings)):
        for kind, group in groupby(run, key=lambda index: findings[index][0]):
            indexes = list(group)
            span = Span(blocks[indexes[0]].span.start, blocks[indexes[-1]].span.end)
            reasons = dict.fromkeys(findings[index][1] for index in indexes)
            yield SuggestedZone(span, kind, ", ".join(list(reasons)[:2]))


def _runs(indexes: Iterable[int]) -> Iterator[list[int]]:
    """Yield the stretches of indexes that follow each other."""
    pairs = enumerate(indexes)
    for _, group in groupby(pairs, key=lambda pair: pair[1] - pair[0]):
        yield [index for _, index in group]
