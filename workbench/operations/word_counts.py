"""How often words stand in the content of documents.

The search index knows it for all texts together, and is asked wherever that is enough:
splitting the texts into words anew takes ten times as long.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from workbench.jobs import Tracker
from workbench.model.ids import DocumentId
from workbench.search.indexing.folding import words_of
from workbench.search.indexing.rows import ZONE_BIT, rows_of
from workbench.views import ProjectView


def counts_of_all(
    view: ProjectView, tracker: Tracker, *, zones: bool = False
) -> Counter[str]:
    """Count the words of all documents, with or without what stands in zones."""
    counts: Counter[str] = Counter()
    for done, (word, _, count) in enumerate(view.word_counts()):
        counts[word] = count
        if done % 1000 == 0:
            tracker.advance(0, 1, "Counting words")
    zoned = () if zones else view.zones.counts()
    for done, document_id in enumerate(zoned):
        for words in row_words(view, document_id, zones=True):
            counts.subtract(words)
            tracker.advance(done, len(zoned), "Counting words")
    return +counts


def counts_of_some(
    view: ProjectView, document_ids: Collection[DocumentId], tracker: Tracker
) -> Counter[str]:
    """Count the words of some documents, leaving out what stands in zones."""
    counts: Counter[str] = Counter()
    for done, document_id in enumerate(document_ids):
        for words in row_words(view, document_id):
            tracker.advance(done, len(document_ids), "Counting words")
            counts.update(words)
    return counts


def row_words(
    view: ProjectView, document_id: DocumentId, *, zones: bool = False
) -> Iterator[list[str]]:
    """Yield the words of each paragraph: of its content, or of its zones."""
    for row, text in rows_of(document_id, view.indexed(document_id)):
        if bool(row & ZONE_BIT) is zones:
            yield words_of(text)
