"""Collocates, sequences and keywords of the texts of a project.

All are jobs, as concordances are. Words are those of the search index: case and
accents do not count. Nothing is counted across the border of a paragraph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from workbench.errors import InvalidValue
from workbench.jobs import Steps, Tracker
from workbench.model.concordances import (
    Collocate,
    Concordance,
    KeyWord,
    Measure,
    NGram,
    Window,
)
from workbench.model.ids import DocumentId
from workbench.operations.matched_paragraphs import matched_paragraphs
from workbench.operations.word_counts import (
    counts_of_all,
    counts_of_some,
    row_words,
)
from workbench.search.indexing.folding import words_of
from workbench.text.association import MEASURES, Meetings
from workbench.text.keyness import key_words
from workbench.text.neighbors import Neighbors
from workbench.text.ngrams import (
    LONGEST,
    NumberedTexts,
    Sequences,
    around,
    holds,
    steps_of,
)
from workbench.text.ordering import in_order
from workbench.views import ProjectView


def collocates(
    view: ProjectView,
    concordance: Concordance,
    window: Window,
    measure: Measure,
    least: int,
    tracker: Tracker,
) -> list[Collocate]:
    """Return the words that stand near matches at least so often, strongest first.

    `workbench.text.association` says what is counted. Windows end at the paragraph.
    What stands in zones counts nowhere, unless the query was asked in zones, too.
    """
    zones = concordance.options.zones
    neighbors = Neighbors(window)
    for paragraph in matched_paragraphs(
        view, concordance, tracker, "Reading around matches", zones=zones
    ):
        neighbors.add(paragraph.words, paragraph.starts, paragraph.ends)
    neighbors.flush()
    totals = counts_of_all(view, tracker, zones=zones)
    totals.subtract(neighbors.inside)
    near = neighbors.left.total() + neighbors.right.total()
    everything, score = totals.total(), MEASURES[measure]
    found = []
    for word in neighbors.left.keys() | neighbors.right.keys():
        left, right = neighbors.left[word], neighbors.right[word]
        if left + right >= max(least, 1):
            meetings = Meetings(
                left + right, near, totals[word], everything, len(concordance)
            )
            strength = score(meetings)
            found.append(
                Collocate(word, left + right, totals[word], strength, left, right)
            )
    return list(in_order(found, lambda it: (-it.score, -it.near, it.word)))


def ngrams(
    view: ProjectView,
    size: int,
    least: int,
    tracker: Tracker,
    documents: Collection[DocumentId] | None = None,
    word: str = "",
) -> list[NGram]:
    """Return sequences of `size` words that occur at least so often.

    Of all documents or of these, with this word in them or any. The most frequent
    come first, equally frequent ones in the order of the texts. With `least` at 1 and
    no word, memory is needed for each sequence of the texts.
    """
    if not 1 <= size <= LONGEST:
        raise InvalidValue(f"An n-gram has 1 to {LONGEST} words; {size} is neither.")
    wanted = tuple(words_of(word))
    if word.strip() and not 1 <= len(wanted) <= size:
        return []
    texts = NumberedTexts()
    ids = sorted(documents if documents is not None else view.documents.ids())
    for done, document_id in enumerate(ids):
        tracker.advance(done, len(ids), "Reading words")
        paragraphs = row_words(view, document_id)
        texts.add(_parts(paragraphs, wanted, size) if wanted else paragraphs)
    step = Steps(tracker, steps_of(texts, size), "Counting sequences")
    sequences = Sequences(texts, max(least, 1), step)
    for _ in range(size - 1):
        sequences.grow()
    return [it for it in sequences.result() if not wanted or holds(it.words, wanted)]


def keyness(
    view: ProjectView,
    document_ids: Collection[DocumentId],
    least: int,
    tracker: Tracker,
) -> list[KeyWord]:
    """Compare the words of some documents with those of all others.

    Words with at least `least` occurrences in both together: first those that are
    more frequent here, most surprising first, at last the most surprisingly rare.
    Nothing when either side has no words. Zones count nowhere.
    """
    chosen = set(document_ids)
    documents = view.documents.all()
    here = [it for it in documents if it.id in chosen]
    there = [it for it in documents if it.id not in chosen]
    is_here_smaller = sum(it.size for it in here) <= sum(it.size for it in there)
    smaller = here if is_here_smaller else there
    counted = counts_of_some(view, [it.id for it in smaller], tracker)
    others = counts_of_all(view, tracker) - counted
    counts, rest = (counted, others) if is_here_smaller else (others, counted)
    if not counts or not rest:
        return []
    found = key_words(counts, rest, least)
    return list(in_order(found, _surprise))


def _parts(
    paragraphs: Iterable[list[str]], wanted: tuple[str, ...], size: int
) -> Iterator[list[str]]:
    for words in paragraphs:
        if wanted[0] in words:
            yield from around(words, wanted, size - len(wanted))


def _surprise(it: KeyWord) -> tuple[float, int, str]:
    is_rarer = it.per_million < it.rest_per_million
    surprise = it.log_likelihood if is_rarer else -it.log_likelihood
    return surprise, -it.count, it.word
