"""By what the lines of a concordance are sorted, as numbers."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workbench.jobs import Tracker
from workbench.model.concordances import Concordance, SortKey
from workbench.model.ids import DocumentId
from workbench.operations.matched_paragraphs import MatchedParagraph, matched_paragraphs
from workbench.text.folding import folded
from workbench.text.numbering import Numbering
from workbench.text.ordering import taken
from workbench.views import ProjectView


@dataclass(frozen=True, slots=True)
class Ranks:
    """A rank for each line, less than `count`."""

    of_lines: Sequence[int]
    count: int


def ranks_by(
    view: ProjectView,
    concordance: Concordance,
    keys: Collection[SortKey],
    tracker: Tracker,
) -> dict[SortKey, Ranks]:
    """Return the ranks of all lines by each key; texts are read once for all keys."""
    words = _LineWords(len(concordance), keys)
    if words.keys:
        for paragraph in matched_paragraphs(
            view, concordance, tracker, "Reading around matches", zones=True
        ):
            words.take_in(paragraph)
    ranks = words.ranks()
    for key in keys:
        if key is SortKey.DOCUMENT:
            ranks[key] = _document_ranks(concordance, _order_of_names(view))
        elif key is SortKey.DATE:
            ranks[key] = _document_ranks(concordance, _order_of_dates(view))
    return ranks


class _LineWords:
    """The words beside each match and in it, as numbers."""

    def __init__(self, count: int, keys: Collection[SortKey]) -> None:
        self.keys = [it for it in keys if it.place or it is SortKey.MATCH]
        self._numbers = Numbering({"": 0})
        self._columns = {key: array("i", bytes(4 * count)) for key in self.keys}

    def take_in(self, paragraph: MatchedParagraph) -> None:
        """Note the words beside the matches of one paragraph."""
        for key, column in self._columns.items():
            asked = _words_at(key, paragraph)
            for line, word in zip(paragraph.lines, asked, strict=True):
                column[line] = self._numbers[word]

    def ranks(self) -> dict[SortKey, Ranks]:
        """Return the ranks of the lines by each key."""
        places = self._numbers.ranks()
        count = len(places)
        return {
            key: Ranks(taken(places.__getitem__, column), count)
            for key, column in self._columns.items()
        }


def _words_at(key: SortKey, paragraph: MatchedParagraph) -> list[str]:
    """Return for each match of a paragraph the word that a key means, if any."""
    words, starts, ends = paragraph.words, paragraph.starts, paragraph.ends
    if key is SortKey.MATCH:
        return [" ".join(words[a:b]) for a, b in zip(starts, ends, strict=True)]
    place = key.place
    if place < 0:
        places = [start + place for start in starts]
    else:
        places = [end + place - 1 for end in ends]
    return [words[at] if 0 <= at < len(words) else "" for at in places]


def _document_ranks(concordance: Concordance, order: dict[int, int]) -> Ranks:
    ranks = taken(order.__getitem__, concordance.documents)
    return Ranks(ranks, max(order.values(), default=0) + 1)


def _order_of_names(view: ProjectView) -> dict[int, int]:
    """Rank documents by what they are called, those of one name as they came in."""
    listed = view.documents.listed(view.documents.ids()).values()
    names = sorted((folded(it.title or it.name), it.document_id) for it in listed)
    return {document_id: rank for rank, (_, document_id) in enumerate(names)}


def _order_of_dates(view: ProjectView) -> dict[int, int]:
    """Rank documents by date; those of one date share a rank, undated ones the last."""
    dates: dict[DocumentId, str] = {it.id: it.date for it in view.documents.all()}
    known = sorted(set(dates.values()) - {""})
    ranks = {date: rank for rank, date in enumerate([*known, ""])}
    return {document_id: ranks[date] for document_id, date in dates.items()}
