"""Running heads, feet and page numbers, told by their coming back page by page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from workbench.importing.pdf_leaves import Leaf
from workbench.importing.pdf_rows import Row, rows_of

_MOST_ROWS: Final = 3
_EDGE: Final = 0.17
_APART: Final = 1.5
_SAME_PLACE: Final = 3.0
_NUMBER: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(
    r"\W*(?:(?:page|p\.|seite|página|s\.)\s*)?(\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:of|/|von|de|sur)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_AT_AN_END: Final = re.compile(r"(\d{1,4})\s.*|.*\s(\d{1,4})")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Edges:
    """The rows of a page that are no content: above it and below it."""

    heads: Sequence[Row] = ()
    feet: Sequence[Row] = ()

    def fragments(self) -> set[int]:
        """Return where the pieces of these rows start in the page's marks."""
        return {it.start for row in (*self.heads, *self.feet) for it in row}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row near an edge that stands apart from what is further in."""

    page: int
    row: Row
    is_head: bool
    text: str
    number: int | None

    @property
    def wording(self) -> str:
        """What stays the same from page to page."""
        return "#" if self.number is not None else _NUMBER.sub("#", self.text)


def edges_of(leaves: Sequence[Leaf]) -> list[Edges]:
    """Return the running heads and feet of each page."""
    places: dict[tuple[bool, str], list[_Candidate]] = defaultdict(list)
    for at, leaf in enumerate(leaves):
        for it in _candidates(at, leaf):
            places[it.is_head, it.wording].append(it)
            if numbered := _numbered(it):
                places[it.is_head, ""].append(numbered)
    found: dict[int, dict[int, _Candidate]] = defaultdict(dict)
    for alike in places.values():
        for it in alike:
            if _comes_back(it, alike, len(leaves)):
                found[it.page][it.row[0].start] = it
    return [_edges(list(found[at].values())) for at in range(len(leaves))]


def _numbered(it: _Candidate) -> _Candidate | None:
    """Return a row of any wording that begins or ends with what may be its page."""
    number = _AT_AN_END.fullmatch(it.text)
    return replace(it, number=int(number[1] or number[2])) if number else None


def _edges(found: list[_Candidate]) -> Edges:
    found.sort(key=lambda it: it.row[0].base)
    return Edges(
        [it.row for it in found if it.is_head],
        [it.row for it in found if not it.is_head],
    )


def _candidates(at: int, leaf: Leaf) -> Iterator[_Candidate]:
    upright = [it for it in leaf.fragments if it.turns == 0]
    height = leaf.sheet.top - leaf.sheet.bottom
    top = [it for it in upright if it.base + leaf.sheet.top < _EDGE * height]
    low = [it for it in upright if it.base + leaf.sheet.top > (1 - _EDGE) * height]
    others = len(upright)
    for rows, is_head in ((rows_of(top), True), (rows_of(low)[::-1], False)):
        for row in _outermost(rows, is_all=sum(map(len, rows)) == others):
            text = " ".join(leaf.marks[it.start : it.end] for it in row)
            yield _Candidate(at, row, is_head, text, _page_number(text))


def _outermost(rows: Sequence[Row], *, is_all: bool) -> Sequence[Row]:
    """Return the first rows, down to a gap that parts them from the text."""
    for count in range(1, min(_MOST_ROWS, len(rows) - 1) + 1):
        inner, outer = rows[count][0], rows[count - 1][0]
        if abs(inner.base - outer.base) > _APART * outer.size:
            return rows[:count]
    return rows if len(rows) <= _MOST_ROWS and not is_all else ()


def _comes_back(it: _Candidate, alike: Sequence[_Candidate], pages: int) -> bool:
    base = it.row[0].base
    needed = 1 if pages < 4 else 2
    others = (
        other
        for other in alike
        if other.page != it.page
        and abs(other.row[0].base - base) < _SAME_PLACE
        and _counts_on(it, other)
    )
    return len(list(islice(others, needed))) == needed


def _counts_on(it: _Candidate, other: _Candidate) -> bool:
    """Tell whether page numbers differ as their pages do."""
    if it.number is None or other.number is None:
        return it.number is other.number
    return it.number - other.number == it.page - other.page


def _page_number(text: str) -> int | None:
    found = _PAGE_NUMBER.fullmatch(text)
    if not found:
        return None
    number = found[1].casefold()
    return int(number) if number.isdigit() else _roman(number)


def _roman(number: str) -> int:
    values = [_ROMAN[it] for it in number]
    following = [*values[1:], 0]
    return sum(
        -it if it < after else it for it, after in zip(values, following, strict=True)
    )
