"""What a person can do while writing in a cell of a table, by key."""

from __future__ import annotations

from ui.action_spec import ActionSpec, Place

WRITING_ACTIONS = (
    ActionSpec(
        "cell.bold", "", "Bold", ("Ctrl+B",), Place.CELL,
        tip="Make the selected words bold, or no longer",
    ),
    ActionSpec(
        "cell.bullet", "", "List", ("Ctrl+Shift+8",), Place.CELL,
        tip="Make the selected lines items of a list, or no longer",
    ),
    ActionSpec(
        "cell.numbered", "", "Numbered list", ("Ctrl+Shift+7",), Place.CELL,
        tip="Make the selected lines items of a numbered list, or no longer",
    ),
)  # fmt: skip
