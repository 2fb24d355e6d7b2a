"""Guesses what the columns of a sheet are, from their headings and their cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from workbench.importing.column_values import date_reader
from workbench.model.row_mappings import RowMapping
from workbench.model.sheets import Sheet

_TITLES: Final = (
    {"title", "titel", "titre", "título", "titulo", "headline", "überschrift"},
    {"heading", "subject", "betreff", "sujet", "asunto"},
    {"name", "nom", "nombre"},
    {"question", "frage", "pregunta"},
    {"id", "no", "number", "nr", "key"},
)
"""Words of a heading; the first that any column has decides."""
_DATES: Final = (
    {"date", "datum", "fecha", "published", "day"},
    {"timestamp", "time", "submitted", "created", "zeit", "zeitstempel"},
    {"year", "jahr", "année", "annee", "año", "ano"},
)
_SOURCES: Final = (
    {"source", "publisher", "quelle", "verlag", "éditeur", "fuente", "editorial"},
    {"author", "authors", "autor", "autorin", "auteur", "verfasser"},
    {"outlet", "newspaper", "journal", "site", "website", "medium"},
)
_MOST_MISFITS: Final = 0.2
_LONGEST_TITLE: Final = 300
_FEWEST_WORDS: Final = 12
"""Cells with this many words each are prose, and no value of an attribute."""


@dataclass(frozen=True)
class _Column:
    name: str
    cells: Sequence[str]

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(re.findall(r"[^\W\d_]+", self.name.casefold()))

    @cached_property
    def size(self) -> int:
        return sum(map(len, self.cells))

    @cached_property
    def longest(self) -> int:
        return max(map(len, self.cells), default=0)

    @cached_property
    def holds_dates(self) -> bool:
        read = date_reader(self.cells)
        misfits = sum(not read(it) for it in self.cells)
        return bool(self.cells) and misfits <= _MOST_MISFITS * len(self.cells)

    @cached_property
    def is_prose(self) -> bool:
        words = sum(len(it.split()) for it in self.cells)
        return words >= _FEWEST_WORDS * max(1, len(self.cells))


def guess_mapping(sheet: Sheet) -> RowMapping:
    """Guess what the columns become.

    The column with the most text is the text, and so are others of prose. Title, date
    and source are told by their headings; what else has anything in it is a value.
    """
    columns = _columns(sheet)
    text = _text_column(columns)
    if text is None:
        return RowMapping(text=(), sheet=sheet.name)
    rest = [it for it in columns if it is not text]
    date = _called(rest, _DATES, lambda it: it.holds_dates)
    rest = [it for it in rest if it is not date]
    title = _called(rest, _TITLES, lambda it: it.longest <= _LONGEST_TITLE)
    rest = [it for it in rest if it is not title]
    source = _called(rest, _SOURCES, lambda it: not it.is_prose)
    rest = [it for it in rest if it is not source]
    prose = {text.name, *(it.name for it in rest if it.is_prose)}
    return RowMapping(
        text=tuple(it for it in sheet.header if it in prose),
        title=title.name if title else "",
        date=date.name if date else "",
        source=source.name if source else "",
        values=tuple(it.name for it in rest if it.name not in prose),
        sheet=sheet.name,
    )


def _columns(sheet: Sheet) -> list[_Column]:
    """Return the columns with anything in them, and of each only what is filled."""
    columns = (
        _Column(name, [it for row in sheet.rows if (it := row.cells[place].strip())])
        for place, name in enumerate(sheet.header)
    )
    return [it for it in columns if it.cells]


def _text_column(columns: Sequence[_Column]) -> _Column | None:
    """Return the column with the most text, if it can be one that is no dates."""
    longest_first = sorted(columns, key=lambda it: -it.size)
    texts = (it for it in longest_first if not it.holds_dates)
    return next(texts, next(iter(longest_first), None))


def _called(
    columns: Sequence[_Column],
    names: Sequence[Collection[str]],
    fits: Callable[[_Column], bool],
) -> _Column | None:
    """Return the first column whose heading has a word, the first words preferred."""
    return next(
        (
            column
            for words in names
            for column in columns
            if not column.words.isdisjoint(words) and fits(column)
        ),
        None,
    )
