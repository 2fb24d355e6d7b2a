"""Reads a judged collection in TREC's form, and says how good a ranking is.

The folder holds topics (`<top>` with `<num>` and `<title>`) in files whose names begin
with `topics`, judgments (`topic 0 document relevance`) in files that begin with
`qrels`, and documents (`<doc>` with `<docno>`) in all others.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

BEST: Final = 10
_TAG = re.compile(r"<[^>]*>")
_LABEL = re.compile(r"^\s*(?:Number|Topic):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judged:
    """Documents and topics by their numbers, and how relevant which are to which."""

    documents: Mapping[str, str]
    topics: Mapping[str, str]
    judgments: Mapping[str, Mapping[str, int]]


def read_judged(folder: Path) -> Judged:
    """Read a collection; `ValueError` where a part of it is missing."""
    documents: dict[str, str] = {}
    topics: dict[str, str] = {}
    judgments: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for path in sorted(it for it in folder.rglob("*") if it.is_file()):
        text = path.read_text("utf-8", "replace")
        if path.name.startswith("topics"):
            topics.update(
                (_of(it, "num"), _of(it, "title")) for it in _each(text, "top")
            )
        elif path.name.startswith("qrels"):
            for line in text.splitlines():
                if line.strip():
                    topic, _, document, relevance = line.split()
                    judgments[topic][document] = int(relevance)
        else:
            documents.update((_of(it, "docno"), _rest(it)) for it in _each(text, "doc"))
    if not (documents and topics and judgments):
        raise ValueError(f"{folder} needs documents, topics and qrels.")
    return Judged(documents, topics, judgments)


def ndcg(ranked: Sequence[str], relevance: Mapping[str, int]) -> float:
    """Return how near the first ten are to the best order there could be: 0 to 1."""
    best = sorted(relevance.values(), reverse=True)
    ideal = _gain(best)
    found = _gain([relevance.get(document, 0) for document in ranked])
    return found / ideal if ideal else 0.0


def _gain(relevances: Sequence[int]) -> float:
    return sum(
        max(relevance, 0) / math.log2(place + 1)
        for place, relevance in enumerate(relevances[:BEST], 1)
    )


def _each(text: str, tag: str) -> Iterator[str]:
    for found in re.finditer(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL | re.IGNORECASE):
        yield found[1]


def _of(text: str, tag: str) -> str:
    """Return what follows a tag, up to the next: TREC's topics do not close theirs."""
    found = re.search(f"<{tag}>([^<]*)", text, re.IGNORECASE)
    return " ".join(_LABEL.sub("", found[1]).split()) if found else ""


def _rest(text: str) -> str:
    without = re.sub("<docno>[^<]*</docno>", "", text, flags=re.IGNORECASE)
    return _TAG.sub("", without).strip()
