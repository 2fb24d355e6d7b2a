"""Reads passages with what was judged to be most like them, and scores an answer."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

JUDGMENTS = Path(__file__).with_name("judged_similar.toml")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text of the collection."""

    text: str
    start: int
    end: int

    def overlaps(self, other: Place) -> bool:
        """Tell whether both have a character in common."""
        is_same = self.text == other.text
        return is_same and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Query:
    """A passage, and the places that are like it."""

    passage: Place
    like: tuple[Place, ...]

    def reciprocal_rank(self, answers: Iterable[Place]) -> float:
        """Return 1 if the first answer is right, a half for the second, and so on."""
        for rank, answer in enumerate(answers, 1):
            if any(answer.overlaps(it) for it in self.like):
                return 1 / rank
        return 0.0


def read_queries(collection: str) -> list[Query]:
    """Return the queries judged on a collection: seeds, corpora or corpus."""
    rows = tomllib.loads(JUDGMENTS.read_text("utf-8"))["query"]
    return [
        Query(Place(*it["passage"]), tuple(Place(*place) for place in it["like"]))
        for it in rows
        if it["collection"] == collection
    ]
