"""What of a hit's paragraph fits on one line, cut around its first match.

Works on runs of characters, so that no offset has to be counted in Qt's units.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.model.search import Hit

ELLIPSIS = "…"
LEAD_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters in a row, all found or none."""

    text: str
    is_match: bool


Measure = Callable[[Run], float]


def runs_of(hit: Hit) -> tuple[Run, ...]:
    """Split the paragraph of a hit into found and other characters.

    Any white space becomes one space; matches with nothing but white space
    between them become one run.
    """
    runs: list[Run] = []
    position = hit.span.start
    for match in sorted(hit.matches):
        if match.start < position:
            continue
        _append(runs, hit, position, match.start, is_match=False)
        _append(runs, hit, match.start, match.end, is_match=True)
        position = match.end
    _append(runs, hit, position, hit.span.end, is_match=False)
    return tuple(_joined(runs))


def fit(runs: tuple[Run, ...], width: float, measure: Measure) -> tuple[Run, ...]:
    """Shorten the text before the first match, so that the match is in view."""
    if sum(map(measure, runs)) <= width:
        return runs
    if len(runs) < 2 or runs[0].is_match:
        return runs
    lead = runs[0].text
    if measure(runs[0]) <= width * LEAD_SHARE:
        return runs
    shortened = _tail_within(lead, width * LEAD_SHARE, measure)
    return (Run(ELLIPSIS + shortened, is_match=False), *runs[1:])


def _append(runs: list[Run], hit: Hit, start: int, end: int, *, is_match: bool) -> None:
    text = hit.text[start - hit.span.start : end - hit.span.start]
    folded = " ".join(text.split())
    if not is_match:
        folded = _with_outer_spaces(text, folded)
    if folded:
        runs.append(Run(folded, is_match))


def _with_outer_spaces(text: str, folded: str) -> str:
    if not folded:
        return " " if text else ""
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    return before + folded + after


def _joined(runs: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        is_bridged = (
            run.is_match
            and len(joined) >= 2
            and joined[-2].is_match
            and joined[-1].text == " "
        )
        if is_bridged:
            joined[-2:] = [Run(joined[-2].text + " " + run.text, is_match=True)]
        else:
            joined.append(run)
    if joined:
        joined[0] = Run(joined[0].text.lstrip(), joined[0].is_match)
    return joined


def _tail_within(text: str, width: float, measure: Measure) -> str:
    words = text.split(" ")
    tail = words.pop()
    while words:
        longer = words[-1] + " " + tail
        if measure(Run(ELLIPSIS + longer, is_match=False)) > width:
            break
        tail = longer
        words.pop()
    return tail
