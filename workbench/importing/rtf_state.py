"""What holds for text at a place in rich text, and what its words change of that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from workbench.importing.pieces import Look
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind

NO_OUTLINE: Final = 9
"""The outline level of what is no heading, where the highest heading is 0."""
_HEADING: Final = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|nagłówek"
    r"|заголовок|标题|標題|見出し|제목) ?([1-9])"
)
_QUOTATIONS: Final = frozenset(
    {"quote", "intense quote", "quotations", "block text", "block quotation"}
)
_CONTENTS: Final = re.compile(r"toc [1-9]|table of (?:figures|authorities)")
_TYPED_LABEL: Final = re.compile(
    r"\s*(?:[•◦▪▫‣·●○■–-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)])\t"
)


class Place(Enum):
    """Where text goes."""

    TEXT = auto()
    FONTS = auto()
    STYLES = auto()
    FIELD = auto()
    NOWHERE = auto()


@dataclass(slots=True)
class Style:
    """A paragraph style: its name, and the outline level and list that it sets."""

    name: str = ""
    outline: int = NO_OUTLINE
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is said of a paragraph; `nesting` is how many tables it stands in."""

    style: int = 0
    outline: int = NO_OUTLINE
    is_listed: bool = False
    is_indented_back: bool = False
    is_in_table: bool = False
    nesting: int = 0

    @property
    def tables(self) -> int:
        """How many tables it stands in, one in the other."""
        return max(self.nesting, int(self.is_in_table))


@dataclass(slots=True)
class State:
    """What a group inherits and forgets at its end.

    `ends` says what ends with the group; `field` names what its text belongs to;
    `skipped` is how many characters stand in for one that is named by its number, and
    `number` that of the note that the group is.
    """

    place: Place = Place.TEXT
    field: str = ""
    ends: str = ""
    font: int = 0
    skipped: int = 1
    is_hidden: bool = False
    is_deleted: bool = False
    is_inserted: bool = False
    is_in_object: bool = False
    paragraph: Paragraph = Paragraph()
    number: int = 0

    def inner(self) -> State:
        """Return the state of a group in this one."""
        return State(
            self.place, self.field, "", self.font, self.skipped, self.is_hidden,
            self.is_deleted, self.is_inserted, self.is_in_object, self.paragraph,
        )  # fmt: skip


def look_of(paragraph: Paragraph, style: Style, text: str) -> Look:
    """Return what a paragraph is; what it says itself goes before its style."""
    name = style.name.lower()
    outline = min(paragraph.outline, style.outline)
    if outline < NO_OUTLINE:
        return Look(BlockKind.HEADING, outline + 1)
    if heading := _HEADING.fullmatch(name):
        return Look(BlockKind.HEADING, int(heading[1]))
    if name == "title":
        return Look(BlockKind.HEADING, 1)
    if _is_item(paragraph, text) or style.is_listed:
        return Look(BlockKind.LIST_ITEM)
    if name in _QUOTATIONS:
        return Look(BlockKind.QUOTATION)
    return Look(zone=ZoneKind.NAVIGATION) if _CONTENTS.fullmatch(name) else Look()


def _is_item(paragraph: Paragraph, text: str) -> bool:
    is_typed = paragraph.is_indented_back and bool(_TYPED_LABEL.match(text))
    return paragraph.is_listed or is_typed
