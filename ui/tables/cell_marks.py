"""What is said softly of a cell beside its state: of its words and of its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from ui.widgets.counting import count_of
from workbench.model.cells import Cell
from workbench.model.tables import ColumnKind
from workbench.text.typed_values import MISREAD, read_value


class SoftMark(StrEnum):
    """What does not make a state, in the words that are shown."""

    VALUES_DIFFER = "values differ"
    CONTEXT_CHANGED = "context changed"


def soft_marks(cell: Cell, kind: ColumnKind, conflict: str) -> Iterator[str]:
    """Yield what a person may want to look at: no value of the type, and so on."""
    if misread := misread_words(cell.summary, kind):
        yield misread
    if conflict:
        yield SoftMark.VALUES_DIFFER.value
    if cell.has_other_context:
        yield SoftMark.CONTEXT_CHANGED.value


def misread_words(summary: str, kind: ColumnKind) -> str:
    """Say that a text is no value of its column's type; empty where it is one."""
    if not summary or read_value(kind.type, summary, kind.choices):
        return ""
    return MISREAD[kind.type]


def evidence_words(cell: Cell, badges: str) -> str:
    """Say what a cell rests on; `badges` is what is known of its sources."""
    if badges:
        return badges
    if cell.citations:
        return count_of(len(cell.citations), "passage")
    if cell.absence is None:
        return "no source"
    if found := cell.absence.found:
        return f"found in {count_of(len(found), 'place')} since"
    return f"{count_of(cell.absence.searched, 'document')} searched"
