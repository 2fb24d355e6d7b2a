"""What the passage panel shows, gathered: the passage and all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ui.widgets.moments import readable_moment
from workbench.model.cells import CellPlace, CellState
from workbench.model.dependents import Dependents
from workbench.model.ids import TagId
from workbench.model.notes import NoteOn, PlacedNote
from workbench.model.passages import Passage
from workbench.model.reuse import Restatement
from workbench.model.tags import Tag
from workbench.text.page_labels import page_words

LONGEST_NAME = 120
STATE_KINDS = {
    CellState.EMPTY: "plain",
    CellState.DRAFT: "warn",
    CellState.SUPPORTED: "ok",
    CellState.NOT_STATED: "plain",
    CellState.DISPUTED: "bad",
    CellState.STALE: "warn",
    CellState.ORPHANED: "bad",
}


@dataclass(frozen=True, slots=True)
class Overlap:
    """One of the passages that stand at the same place: its first words, its tags."""

    id: int
    words: str
    tags: tuple[str, ...]
    colors: tuple[int, ...]
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What another document has of the passage, in words that can be shown."""

    place: Restatement
    title: str
    quote: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage with its document's title, its tags, and what rests on it.

    `overlaps` are the first of the `passages_here` that share a character with it,
    itself among them; `elsewhere` are the first of the `places_elsewhere` that say the
    same.
    """

    passage: Passage
    document: str
    tags: tuple[Tag, ...]
    depends: Dependents
    overlaps: tuple[Overlap, ...] = ()
    passages_here: int = 1
    elsewhere: tuple[Said, ...] = ()
    places_elsewhere: int = 0
    page: str = ""

    @property
    def quotation(self) -> str:
        """The quote on one line, in quotation marks."""
        return f"“{' '.join(self.passage.quote.split())}”"

    @property
    def place(self) -> str:
        """The page and the offsets of the passage, for people."""
        span = self.passage.span
        characters = f"Characters {span.start:,}–{span.end:,}"
        return " · ".join(filter(None, [page_words(self.page), characters]))


def path_of(place: CellPlace) -> str:
    """Return where a cell is: `Table › Row › Column`."""
    return f"{place.table} › {place.row} › {place.column}"


def place_of_note(placed: PlacedNote) -> str:
    """Return what a note is on, in words: `Tag: aims/long term`."""
    note = placed.note
    if note.target.on is NoteOn.JOURNAL:
        return f"Journal, {readable_moment(note.created_at, with_time=True)}"
    kind = note.target.on.value.capitalize()
    name = " ".join(placed.name[:LONGEST_NAME].split())
    return f"{kind}: {name}" if name else kind


def overlap(passage: Passage, tags: Mapping[TagId, Tag], *, is_shown: bool) -> Overlap:
    """Gather what is shown of one of several passages at a place."""
    own = [tags[tag_id] for tag_id in passage.tag_ids]
    return Overlap(
        passage.id,
        " ".join(passage.quote[: 2 * LONGEST_NAME].split())[:LONGEST_NAME],
        tuple(tag.name for tag in own),
        tuple(tag.color for tag in own),
        is_shown,
    )
