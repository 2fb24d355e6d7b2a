"""What is done with the evidence of cells, and the walk through those to check."""

from __future__ import annotations

from ui.action_spec import ActionSpec, Place

CELL_ACTIONS = (
    ActionSpec(
        "go.next_check", "&Go", "Next &cell to check", ("F8",),
        tip="Go to the next cell whose evidence changed", starts_group=True,
    ),
    ActionSpec(
        "go.previous_check", "&Go", "Previou&s cell to check", ("Shift+F8",),
        tip="Go to the cell before whose evidence changed",
    ),
    ActionSpec(
        "reader.cell", "", "Back to the cell", ("Backspace",), Place.READER,
        tip="Return to the cell whose evidence was opened last",
    ),
    ActionSpec(
        "table.evidence", "", "Evidence of the cell", ("Ctrl+Down", "Alt+1"),
        Place.TABLE, tip="Go to what the cell rests on",
    ),
    ActionSpec(
        "table.suggestions", "", "Suggestions for the cell", ("Alt+2",), Place.TABLE,
        tip="List the passages of the row's documents that answer the question best",
    ),
    ActionSpec(
        "table.history", "", "History of the cell", ("Alt+3",), Place.TABLE,
        tip="List who changed the cell and what it rests on",
    ),
    ActionSpec(
        "table.cell", "", "Back to the cells", ("Ctrl+Up",), Place.TABLE,
        tip="Go back to the cell from what stands below it",
    ),
    ActionSpec(
        "table.not_stated", "", "Mark as not stated…", ("Alt+N",), Place.TABLE,
        tip="Search for the answer, and note that it is nowhere",
    ),
    ActionSpec(
        "evidence.supports", "", "Supports the cell", ("S",), Place.EVIDENCE,
        tip="The selected passages support what the cell says",
    ),
    ActionSpec(
        "evidence.contradicts", "", "Contradicts the cell", ("D",), Place.EVIDENCE,
        tip="The selected passages contradict what the cell says",
    ),
    ActionSpec(
        "evidence.context", "", "Is context of the cell", ("C",), Place.EVIDENCE,
        tip="The selected passages are context of what the cell says",
    ),
    ActionSpec(
        "evidence.holds", "", "Still holds", ("Y",), Place.EVIDENCE,
        tip="The cell still holds, with what the passage says now",
    ),
    ActionSpec(
        "evidence.rewrite", "", "Rewrite the cell", ("E",), Place.EVIDENCE,
        tip="Write the cell anew, with what its passages say now",
    ),
    ActionSpec(
        "evidence.drop", "", "Drop", ("X", "Del"), Place.EVIDENCE,
        tip="Take the citation out of the cell; the passage stays",
    ),
    ActionSpec(
        "evidence.replace", "", "Cite another passage…", ("R",), Place.EVIDENCE,
        tip="Choose a passage that the cell rests on instead of this one",
    ),
    ActionSpec(
        "evidence.cite", "", "Cite", ("+",), Place.EVIDENCE,
        tip="Cite what was found after all, or the lost words where they stand again",
    ),
    ActionSpec(
        "suggestions.cite", "", "Cite", ("C", "+"), Place.SUGGESTIONS,
        tip="Rest the cell on the passage",
    ),
    ActionSpec(
        "cell_history.restore", "", "Restore", ("R",), Place.CELL_HISTORY,
        tip="Let the cell say and rest on what it did then",
    ),
)  # fmt: skip
