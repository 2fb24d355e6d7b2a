"""What can be done with the rows and columns of a comparison table, and by which keys.

A module of its own because `part_actions` would be too long.
"""

from __future__ import annotations

from ui.action_spec import ActionSpec, Place

TABLE_ACTIONS = (
    ActionSpec(
        "table.add_row", "", "Add row", ("Ins",), Place.TABLE,
        tip="Add a document, a case or any name as a row",
    ),
    ActionSpec(
        "table.add_documents", "", "Add documents…", ("Shift+Ins",), Place.TABLE,
        tip="Add several documents as rows at once",
    ),
    ActionSpec(
        "table.rename_row", "", "Rename row", ("Shift+F2",), Place.TABLE,
        tip="Type another name for the row",
    ),
    ActionSpec(
        "table.describe_row", "", "What the row describes…", (), Place.TABLE,
        tip="Choose the document and the case of the row",
    ),
    ActionSpec(
        "table.group_rows", "", "Group rows…", ("Ctrl+G",), Place.TABLE,
        tip="Put the selected rows under a heading, or under none",
    ),
    ActionSpec(
        "table.row_up", "", "Move row up", ("Alt+Shift+Up",), Place.TABLE,
        tip="Let the row change places with the one above, also under its heading",
    ),
    ActionSpec(
        "table.row_down", "", "Move row down", ("Alt+Shift+Down",), Place.TABLE,
        tip="Let the row change places with the one below, also under its heading",
    ),
    ActionSpec(
        "table.hide_rows", "", "Hide rows", ("Ctrl+9",), Place.TABLE,
        tip="Hide the rows of the selected cells; nothing of them is lost",
    ),
    ActionSpec(
        "table.remove_rows", "", "Remove rows", ("Ctrl+Del",), Place.TABLE,
        tip="Remove the rows of the selected cells",
    ),
    ActionSpec(
        "table.add_column", "", "Add column", ("Alt+Ins",), Place.TABLE,
        tip="Add a question as a column",
    ),
    ActionSpec(
        "table.edit_column", "", "Edit column", ("Ctrl+F2",), Place.TABLE,
        tip="Change the name, the question, the type and the tag of the column",
    ),
    ActionSpec(
        "table.column_left", "", "Move column left", ("Alt+Shift+Left",), Place.TABLE,
        tip="Let the column change places with the one at its left",
    ),
    ActionSpec(
        "table.column_right", "", "Move column right", ("Alt+Shift+Right",),
        Place.TABLE, tip="Let the column change places with the one at its right",
    ),
    ActionSpec(
        "table.hide_columns", "", "Hide columns", ("Ctrl+8",), Place.TABLE,
        tip="Hide the columns of the selected cells; nothing of them is lost",
    ),
    ActionSpec(
        "table.remove_columns", "", "Remove columns", ("Ctrl+Shift+Del",),
        Place.TABLE, tip="Remove the columns of the selected cells",
    ),
    ActionSpec(
        "table.show_hidden", "", "Show hidden…", ("Ctrl+Shift+H",), Place.TABLE,
        tip="Choose which hidden rows and columns to show again",
    ),
    ActionSpec(
        "table.sort", "", "Sort rows…", ("Alt+Down",), Place.TABLE,
        tip="Sort rows by the column's answers or states; their own order is kept",
    ),
    ActionSpec(
        "table.filter", "", "Filter", ("Ctrl+F",), Place.TABLE,
        tip="Show only the rows in which certain words stand",
    ),
    ActionSpec(
        "table.show_all", "", "Show all rows", ("Ctrl+Shift+F2",), Place.TABLE,
        tip="Clear the filter",
    ),
    ActionSpec(
        "table.pin", "", "Freeze first column", ("Ctrl+Shift+1",), Place.TABLE,
        tip="Let the first column stay in view, or scroll with the others again",
    ),
    ActionSpec(
        "table.note", "", "Note on cell", ("Ctrl+N",), Place.TABLE,
        tip="Write a note on the cell",
    ),
    ActionSpec(
        "table.row_note", "", "Note on row", (), Place.TABLE,
        tip="Write a note on the document or case of the row",
    ),
    ActionSpec(
        "table.rename", "", "Rename table", (), Place.TABLE,
        tip="Type another name for the table",
    ),
    ActionSpec(
        "table.duplicate", "", "Duplicate table…", (), Place.TABLE,
        tip="Make a table like this one: its questions, its rows too, or all of it",
    ),
    ActionSpec(
        "table.remove", "", "Remove table", (), Place.TABLE, tip="Remove the table",
    ),
)  # fmt: skip
