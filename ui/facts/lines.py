"""The lines that entries of facts are listed in: headings, titles, values, folds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ui.facts.entries import KINDS, Entry, State, Value
from workbench.model.facts import FactKind


@dataclass(frozen=True, slots=True)
class Heading:
    """Names a kind above its rows."""

    kind: FactKind
    entries: int
    differing: int


@dataclass(frozen=True, slots=True)
class Title:
    """Says what the lines below it are about, where there is no column for that."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Line:
    """One value of each document; a row has as many as the longer side."""

    entry: Entry
    number: int

    @property
    def a(self) -> Value | None:
        """What the left document says here."""
        return self.entry.a[self.number] if self.number < len(self.entry.a) else None

    @property
    def b(self) -> Value | None:
        """What the right document says here."""
        return self.entry.b[self.number] if self.number < len(self.entry.b) else None


@dataclass(frozen=True, slots=True)
class Fold:
    """Stands for the rows of a kind that both documents say alike."""

    kind: FactKind
    entries: int
    is_open: bool


AnyLine = Heading | Title | Line | Fold


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are to be shown: of one kind, in one state, or all."""

    kind: FactKind | None = None
    state: State | None = None

    def takes(self, entry: Entry) -> bool:
        """Tell whether an entry is to be shown."""
        return self.kind in {None, entry.row.kind} and self.state in {
            None,
            entry.state,
        }


EVERYTHING = Wanted()


class _Folding(Enum):
    """Whether what is the same lies in a fold, and whether that is open."""

    NONE = 0
    OPEN = 1
    CLOSED = 2


def lines_of(
    entries: Sequence[Entry], wanted: Wanted, unfolded: frozenset[FactKind]
) -> list[AnyLine]:
    """Return what is listed, kind by kind; what is the same lies in a fold.

    When somebody wants to see what is the same, it is not folded.
    """
    lines: list[AnyLine] = []
    taken = [entry for entry in entries if wanted.takes(entry)]
    for kind in KINDS:
        of_kind = [entry for entry in taken if entry.row.kind is kind]
        if of_kind:
            fold = _Folding.OPEN if kind in unfolded else _Folding.CLOSED
            if wanted.state is State.SAME:
                fold = _Folding.NONE
            lines += _lines_of_kind(kind, of_kind, fold)
    return lines


def with_titles(lines: Sequence[AnyLine]) -> list[AnyLine]:
    """Return the lines with a title above those of each entry that needs one."""
    titled: list[AnyLine] = []
    for line in lines:
        if isinstance(line, Line) and not line.number and _needs_title(line.entry):
            titled.append(Title(line.entry))
        titled.append(line)
    return titled


def _needs_title(entry: Entry) -> bool:
    """Tell whether a title says more than the only value, and an empty side."""
    (first, *_), is_one_sided = entry.a or entry.b, not (entry.a and entry.b)
    subject, words = entry.row.subject.casefold(), first.fact.text.casefold()
    return not (is_one_sided and subject in " ".join(words.split()))


def _lines_of_kind(
    kind: FactKind, entries: Sequence[Entry], fold: _Folding
) -> Iterator[AnyLine]:
    same = [it for it in entries if it.state is State.SAME]
    other = [it for it in entries if it.state is not State.SAME]
    differing = sum(it.state is State.DIFFERS for it in other)
    yield Heading(kind, len(entries), differing)
    for entry in other:
        yield from _lines(entry)
    if same and fold is not _Folding.NONE:
        yield Fold(kind, len(same), is_open=fold is _Folding.OPEN)
    if fold is not _Folding.CLOSED:
        for entry in same:
            yield from _lines(entry)


def _lines(entry: Entry) -> Iterator[Line]:
    return (Line(entry, number) for number in range(entry.lines))
