"""The keys that cite: one letter in whatever list shows something to cite."""

from __future__ import annotations

from ui.action_spec import ActionSpec, Place

CITE = "Cite in a table cell…"

CITING_ACTIONS = (
    ActionSpec(
        "results.cite", "", CITE, ("C",), Place.RESULTS,
        tip="Rest a cell on the sentences of the ticked hits, or of this one",
    ),
    ActionSpec(
        "lines.cite", "", CITE, ("C",), Place.LINES,
        tip="Rest a cell on the sentences of the ticked or selected lines",
    ),
    ActionSpec(
        "passages.cite", "", CITE, ("C",), Place.PASSAGES,
        tip="Rest a cell of a comparison table on the selected passages",
    ),
    ActionSpec(
        "quotes.cite", "", CITE, ("C",), Place.QUOTES,
        tip="Rest a cell of a comparison table on the quotation",
    ),
    ActionSpec(
        "quotes.compare", "", "Quotation and source side by side", ("=",),
        Place.QUOTES, tip="Show both texts beside each other at this place",
    ),
    ActionSpec(
        "similar.cite", "", CITE, ("C",), Place.SIMILAR,
        tip="Rest a cell of a comparison table on the place",
    ),
    ActionSpec(
        "similar.compare", "", "Compare side by side", ("=",), Place.SIMILAR,
        tip="Show both places beside each other",
    ),
    ActionSpec(
        "facts.cite", "", CITE, ("C",), Place.FACTS,
        tip="Rest a cell on the sentence of the fact that is stood on",
    ),
    ActionSpec(
        "pairs.cite", "", "Cite both in a table cell…", ("C",), Place.PAIRS,
        tip="Rest a cell of a comparison table on both places of the pair",
    ),
    ActionSpec(
        "pairs.cite_opposed", "", "Cite both, one against the other…", ("Shift+C",),
        Place.PAIRS, tip="The left place supports a cell, the right one contradicts it",
    ),
    ActionSpec(
        "citing.supports", "", "Cite as supporting", ("Alt+1",), Place.CITING,
        tip="The passage supports what the cell says",
    ),
    ActionSpec(
        "citing.contradicts", "", "Cite as contradicting", ("Alt+2",), Place.CITING,
        tip="The passage contradicts what the cell says",
    ),
    ActionSpec(
        "citing.context", "", "Cite as context", ("Alt+3",), Place.CITING,
        tip="The passage is context of what the cell says",
    ),
)  # fmt: skip
