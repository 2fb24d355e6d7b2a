"""What the lists below a table show: quotes, queries and texts, with marked words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.widgets.badge import BadgeKind
from workbench.model.spans import Span


class Tone(StrEnum):
    """Why words of a line are marked: they went, they came, or were looked for."""

    GONE = "gone"
    NEW = "new"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class Line:
    """A text of an entry; a muted `label` before it says what it is.

    A quote stands in quotation marks, in the reading font.
    """

    text: str
    label: str = ""
    marked: tuple[Span, ...] = ()
    tone: Tone = Tone.FOUND
    is_quote: bool = True
    most_lines: int = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list: a badge or a muted word at the left, lines, muted facts.

    `thing` is what it is about; `title` names its document, before the facts. Where
    lines have labels, these have so much room and all lines begin behind it.
    """

    thing: object
    head: str
    kind: BadgeKind | None
    lines: tuple[Line, ...]
    facts: str = ""
    title: str = ""
    badges: tuple[tuple[str, BadgeKind], ...] = ()
    label_width: int = 44

    @property
    def spoken(self) -> str:
        """Say all of it."""
        words = [f"{line.label} {line.text}".strip() for line in self.lines]
        badges = [text for text, _ in self.badges]
        said = [*words, *badges, self.title, self.facts]
        return f"{self.head}: " + ". ".join(it for it in said if it)


def folded(text: str) -> str:
    """Return a text in one line."""
    return " ".join(text.split())
