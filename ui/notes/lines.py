"""One note as a row shows it, and which rows a filter keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from ui.widgets.moments import readable_date
from workbench.model.ids import DocumentId
from workbench.model.notes import NoteOn, NoteTarget, PlacedNote
from workbench.text.folding import folded

LONGEST_QUOTE = 120
SORTED_LETTERS = 80
THE_PROJECT = "The project"


class NoteLine:
    """A note with its place; what is worked out of it is kept."""

    def __init__(self, placed: PlacedNote) -> None:
        self.placed = placed

    def take_over(self, placed: PlacedNote) -> None:
        """Become what the note is now."""
        self.__dict__.clear()
        self.placed = placed

    @property
    def id(self) -> int:
        """The id of the note."""
        return self.placed.note.id

    @property
    def target(self) -> NoteTarget:
        """What the note is on."""
        return self.placed.note.target

    def prepare(self) -> None:
        """Work out what searching and sorting need, which takes a while for many."""
        _ = self.letters, self.place_order, self.text_order

    @cached_property
    def where(self) -> str:
        """The place in one line: quote and document, title, path, name or moment."""
        placed = self.placed
        match self.target.on:
            case NoteOn.PROJECT:
                return THE_PROJECT
            case NoteOn.JOURNAL:
                return entry_name(placed.note.created_at)
            case NoteOn.PASSAGE:
                return f"{quotation(placed.name)} · {placed.document}"
        return one_line(placed.name)

    @cached_property
    def letters(self) -> str:
        """What a search looks through."""
        placed = self.placed
        words = (placed.note.text, placed.name, placed.document, self.where)
        return folded(" ".join(words))

    @cached_property
    def place_order(self) -> tuple[str, int, str]:
        """Where the row stands when sorted by place: by document, then in its text."""
        placed = self.placed
        first = placed.document or self.where
        return folded(first), placed.span.start if placed.span else -1, self.where

    @cached_property
    def text_order(self) -> str:
        """Where the row stands when sorted by what is written."""
        return folded(self.placed.note.text[:SORTED_LETTERS])


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Which notes to show; what is None or empty keeps everything."""

    words: tuple[str, ...] = ()
    on: NoteOn | None = None
    document_id: DocumentId | None = None
    analyst: str | None = None

    def keeps(self, line: NoteLine) -> bool:
        """Tell whether a note is shown."""
        placed = line.placed
        return (
            (self.on is None or self.on == placed.note.target.on)
            and (self.document_id is None or self.document_id == placed.document_id)
            and (self.analyst is None or self.analyst == placed.note.analyst)
            and all(word in line.letters for word in self.words)
        )


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words to look for, without case and accents."""
    return tuple(folded(typed).split())


def one_line(text: str) -> str:
    """Return a text with every run of blanks as one."""
    return " ".join(text.split())


def quotation(quote: str) -> str:
    """Return a quote on one line, cut where it is long."""
    short = one_line(quote[: 2 * LONGEST_QUOTE])
    if len(short) > LONGEST_QUOTE:
        short = f"{short[: LONGEST_QUOTE - 1].rstrip()}…"
    return f"“{short}”"


def entry_name(moment: datetime) -> str:
    """Return what an entry of the journal is shown under: its day and time."""
    local = moment.astimezone()
    return f"{readable_date(local.date().isoformat())}, {local:%H:%M}"
