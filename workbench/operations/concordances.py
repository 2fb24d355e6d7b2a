"""Concordances: every match of a query as a line with what stands around it.

All but `line_at` are jobs: they take long where there is much, report progress often
and can be cancelled; give them `project.reader()`. Shown context crosses paragraphs,
with ` ¶ ` at each border; the words that lines are sorted by never do.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

from workbench.jobs import Steps, Tracker
from workbench.model.concordances import (
    Concordance,
    Dispersion,
    Line,
    SortKey,
    Spread,
)
from workbench.model.search import SearchOptions
from workbench.operations.line_order import ranks_by
from workbench.operations.matched_paragraphs import lines_by_document
from workbench.text.contexts import left_of, right_of, single_spaced
from workbench.text.ordering import ordered, taken
from workbench.text.spreading import deviation_of_proportions, juilland
from workbench.views import ProjectView


def find_lines(
    view: ProjectView, query: str, options: SearchOptions, tracker: Tracker
) -> Concordance:
    """Find every match of a query, in order of document and place."""
    documents, starts, ends = array("q"), array("q"), array("q")
    total = view.documents.count()
    for done, found in enumerate(view.matches(query, options)):
        tracker.advance(done, total, "Finding matches")
        documents.extend(array("q", (found.document_id,)) * len(found))
        starts.extend(found.starts)
        ends.extend(found.ends)
    understood = view.understood(query, options)
    return Concordance(query, options, understood, documents, starts, ends)


def sorted_lines(
    view: ProjectView,
    concordance: Concordance,
    keys: Sequence[SortKey],
    tracker: Tracker,
) -> Concordance:
    """Sort lines by the first key, equal ones by the next; else they stay in order."""
    ranks = ranks_by(view, concordance, keys, tracker)
    step = Steps(tracker, len(concordance) * len(keys), "Sorting lines")
    lines: Sequence[int] = range(len(concordance))
    for key in reversed(keys):
        lines = ordered(lines, ranks[key].of_lines, ranks[key].count, step)
    return replace(
        concordance,
        documents=taken(concordance.documents.__getitem__, lines),
        starts=taken(concordance.starts.__getitem__, lines),
        ends=taken(concordance.ends.__getitem__, lines),
        keys=(*keys, *(it for it in concordance.keys if it not in keys)),
    )


def line_at(
    view: ProjectView, concordance: Concordance, number: int, width: int
) -> Line:
    """Return a line, with at most `width` characters on either side of its match.

    Quick enough for the UI thread, but for the first line of a long text.
    """
    return lines_at(view, concordance, [number], width)[0]


def lines_at(
    view: ProjectView, concordance: Concordance, numbers: Sequence[int], width: int
) -> list[Line]:
    """Return some lines in this order; each text is read once for all of them."""
    piles = lines_by_document(concordance, numbers)
    listed = view.documents.listed(piles)
    lines: dict[int, Line] = {}
    for document_id, own in piles.items():
        text = view.documents.text(document_id)
        blocks = view.documents.blocks(document_id)
        for number in own:
            span = concordance.span(number)
            lines[number] = Line(
                listed[document_id],
                left_of(text, blocks, span.start, width),
                single_spaced(span.of(text)),
                right_of(text, blocks, span.end, width),
                span,
            )
    return [lines[number] for number in numbers]


def dispersion(view: ProjectView, concordance: Concordance) -> list[Dispersion]:
    """Return where the matches stand in each document that has any.

    Documents come in the order of their first line.
    """
    piles = lines_by_document(concordance)
    listed = view.documents.listed(piles)
    result = []
    for document_id, lines in piles.items():
        size = len(view.documents.text(document_id))
        places = sorted(concordance.starts[it] / size for it in lines)
        result.append(Dispersion(listed[document_id], size, array("d", places)))
    return result


def spread(view: ProjectView, concordance: Concordance) -> Spread:
    """Return how evenly the matches are spread over all documents, by their words."""
    piles = lines_by_document(concordance)
    documents = view.documents.all()
    counts = [len(piles.get(it.id, ())) for it in documents]
    sizes = [it.words for it in documents]
    return Spread(
        len(concordance),
        len(piles),
        len(documents),
        deviation_of_proportions(counts, sizes),
        juilland(counts, sizes),
    )
