"""What a person can do with cases: from the text, and in their list."""

from __future__ import annotations

from ui.action_spec import ActionSpec, Place

CASE_ACTIONS = (
    ActionSpec(
        "passage.mention", "Pa&ssage", "Menti&ons a case…", ("Shift+C",),
        Place.READER, tip="Say that the selection or the passage speaks of a case",
        icon="list-tree",
    ),
    ActionSpec(
        "passage.case_alias", "Pa&ssage", "Add as alias o&f a case…",
        (), Place.READER, tip="Let the selected name be one of a case",
    ),
    ActionSpec(
        "cases.new", "", "New case", ("Ins",), Place.CASES,
        tip="Type the name of a case",
    ),
    ActionSpec(
        "case.confirm", "", "Confirm mention", ("Y",), Place.CASE,
        tip="Make the words of the selected places passages that mention the case",
    ),
    ActionSpec(
        "case.refuse", "", "Not a mention", ("X", "Del"), Place.CASE,
        tip="Never suggest the selected places again; of what is decided, take it back",
    ),
    ActionSpec(
        "case.add_document", "", "Put a document in…", ("Ins",), Place.CASE,
        tip="Put a document into the case",
    ),
)  # fmt: skip
