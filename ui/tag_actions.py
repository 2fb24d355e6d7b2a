"""What a person can do in the menu of tags, as data."""

from __future__ import annotations

from ui.action_spec import ActionSpec

TAG_ACTIONS = (
    ActionSpec(
        "tags.find",
        "&Tags",
        "&Find in the tag tree",
        ("Ctrl+Shift+F",),
        tip="Go to the tags and type part of a name",
        icon="tags",
    ),
    ActionSpec(
        "view.aliases",
        "&Tags",
        "&Aliases",
        tip="Say which names mean the same, so that a search for one finds all",
        icon="arrow-left-right",
    ),
    ActionSpec(
        "tags.alias",
        "&Tags",
        "A&dd an alias…",
        ("Ctrl+Alt+A",),
        tip="Put the selected words into a group of names that mean the same",
    ),
    ActionSpec(
        "tags.import",
        "&Tags",
        "&Import the tag tree…",
        tip="Bring in tags from a CSV file; what is there is kept",
        icon="file-down",
        starts_group=True,
    ),
    ActionSpec(
        "tags.export",
        "&Tags",
        "&Export the tag tree…",
        tip="Write all tags with their colors, digits and notes to a CSV file",
        icon="file-up",
    ),
    ActionSpec(
        "tags.matrix",
        "&Tags",
        "&Matrix of tags",
        ("Ctrl+Shift+G",),
        tip="Count passages by tag and document, case, attribute or other tag",
        icon="grid-3x3",
        starts_group=True,
    ),
)
