"""What there is to say about something a person can do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

MENUS = (
    "&Project", "&Edit", "&View", "&Go", "Pa&ssage", "&Tags", "T&able", "&Help",
)  # fmt: skip


class Place(Enum):
    """Where keys are heard; the value names the place on screen.

    What hears its own keys does so only while it has the focus, so that typing
    elsewhere stays typing.
    """

    WINDOW = "Anywhere"
    READER = "In the text"
    PAGES = "On the original pages"
    COMPARE = "Documents side by side"
    PAIRS = "In the list of pairs"
    FACTS = "In the facts of two documents"
    TAGS = "In the tag tree"
    TABLE = "In a comparison table"
    CELL = "While writing in a cell"
    EVIDENCE = "In the evidence of a cell"
    SUGGESTIONS = "In the suggestions for a cell"
    CELL_HISTORY = "In the history of a cell"
    CITING = "While citing"
    NOTE = "While writing a note"
    NOTES = "In the list of notes"
    PASSAGES = "In the list of passages"
    QUOTES = "In the list of quotations"
    RESULTS = "In the results of a search"
    REVIEW = "In the review of changes"
    ALIASES = "In the aliases"
    BATCH = "In the batch search"
    REUSE = "In the shared statements"
    SIMILAR = "In the similar passages"
    ZONES = "In the strip about zones"
    LINES = "In the concordance"
    CASES = "In the list of cases"
    CASE = "In what belongs to a case"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do; without a menu it has only its keys.

    `keys` are the usual ones; `ui.keymap` knows those in force.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    place: Place = Place.WINDOW
    tip: str = ""
    icon: str = ""
    needs_project: bool = True
    starts_group: bool = False


def plain(text: str) -> str:
    """Return a menu's or an entry's text without its mnemonic."""
    return text.replace("&", "")
