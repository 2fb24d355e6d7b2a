"""The text of a rich text while it is read: what was found, and what holds now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from workbench.importing.pieces import MarkKind, Piece, opened
from workbench.importing.rtf_fonts import Fonts
from workbench.importing.rtf_state import Paragraph, Place, State, Style
from workbench.importing.rtf_story import Story
from workbench.importing.text_writing import storable
from workbench.importing.wholes import Comment
from workbench.model.zones import ZoneKind

_NO_FONT: Final = -1
_LONGEST_FIELD: Final = 5_000


@dataclass(slots=True)
class Found:
    """What is told beside the text; `fields` are what the file says of itself."""

    fields: dict[str, str] = field(default_factory=dict)
    headers: list[Piece] = field(default_factory=list)
    footers: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    comments: dict[str, Comment] = field(default_factory=dict)
    language: int = 0
    noted: int = 0
    insertions: int = 0
    deletions: int = 0
    pictures: int = 0
    objects: int = 0
    has_hidden: bool = False


class RtfText:
    """What the words of a rich text act upon.

    Groups inherit the state of the group around them and forget their own at the end.
    """

    def __init__(self, chosen: str = "") -> None:
        self.found: Final = Found()
        self.fonts: Final = Fonts(chosen)
        self.state = State()
        self.outer: Final[list[State]] = []
        self.stories: Final = [Story()]
        self.begins_section = False
        self.has_label = False
        self._styles: dict[int, Style] = {}
        self._bytes = bytearray()
        self._to_skip = 0
        self._half = 0
        self._change = ""
        self._endings: dict[str, Callable[[], None]] = {
            "note": self._end_note,
            "comment": self._end_comment,
            "header": lambda: self._end_around(self.found.headers),
            "footer": lambda: self._end_around(self.found.footers),
            "box": self._end_box,
            "atrfstart": lambda: self._mark(MarkKind.COMMENT_START, "atrfstart"),
            "atrfend": lambda: self._mark(MarkKind.COMMENT_END, "atrfend"),
        }

    @property
    def story(self) -> Story:
        """The run of paragraphs that is written to."""
        return self.stories[-1]

    @property
    def style(self) -> Style:
        """The style of the paragraph."""
        return self._styles.setdefault(self.state.paragraph.style, Style())

    def pieces(self) -> list[Piece]:
        """Return the paragraphs of the text itself, with whatever nobody ended."""
        self.decode()
        while self.outer:
            self.close_group()
        return self.story.pieces()

    # Characters -----------------------------------------------------------------------

    def gather(self, content: bytes) -> None:
        """Keep bytes until all of a run are there: a character may be two of them."""
        skipped = min(self._to_skip, len(content))
        self._to_skip -= skipped
        self._bytes += content[skipped:]

    def decode(self) -> None:
        """Write the bytes that were kept."""
        if self._bytes:
            # The name of a font is not written in the signs of that font.
            is_name = self.state.place is Place.FONTS
            font = _NO_FONT if is_name else self.state.font
            text = self.fonts.decode(bytes(self._bytes), font)
            self._bytes.clear()
            self._put(text)

    def put_sign(self, text: str) -> None:
        """Write a character, unless it only stands in for one."""
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._put(text)

    def put_number(self, number: int) -> None:
        """Write a character by its number; beyond 65,535 it comes in two halves."""
        code = number & 0xFFFF if number < 0 else number
        self._to_skip = self.state.skipped
        if 0xD800 <= code < 0xDC00:
            self._put("")
            self._half = code
            return
        if 0xDC00 <= code < 0xE000 and self._half:
            code = 0x10000 + ((self._half - 0xD800) << 10) + code - 0xDC00
            self._half = 0
        is_character = code <= 0x10FFFF and not 0xD800 <= code < 0xE000
        font = self.state.font
        self._put(self.fonts.character(code, font) if is_character else "\ufffd")

    def stop_skipping(self) -> None:
        """Take what follows for itself: it no longer stands in for a character."""
        self._to_skip = 0

    def _put(self, text: str) -> None:
        if self._half:
            text, self._half = "\ufffd" + text, 0
        match self.state.place:
            case Place.TEXT:
                self._write(text)
            case Place.FIELD:
                fields, name = self.found.fields, self.state.field
                fields[name] = _grown(fields[name], storable(text))
            case Place.FONTS:
                font = self.fonts.font(self.state.font)
                font.name = _grown(font.name, text).strip("; ")
            case Place.STYLES:
                self.style.name = _grown(self.style.name, text).strip(";")
            case Place.NOWHERE:
                pass

    def _write(self, text: str) -> None:
        if not text or self._is_deleted():
            return
        is_seen = not text.isspace()
        if self.state.is_hidden and is_seen:
            self.found.has_hidden = True
        if self.begins_section and is_seen and len(self.stories) == 1:
            self.begins_section = False
            self.story.begin_page()
        self.story.write(text)

    def _is_deleted(self) -> bool:
        """Count the tracked changes, a run of the same as one."""
        state = self.state
        change = "deleted" if state.is_deleted else "inserted" * state.is_inserted
        if change != self._change:
            self.found.deletions += change == "deleted"
            self.found.insertions += change == "inserted"
            self._change = change
        return state.is_deleted

    # Paragraphs -----------------------------------------------------------------------

    def end_paragraph(self) -> None:
        """End the paragraph, unless its end was deleted: the next one goes on here."""
        if self.state.place is Place.TEXT and not self.state.is_deleted:
            self.story.end_paragraph(self._paragraph(), self.style)

    def end_cell(self, nesting: int) -> None:
        """End a cell of a table that stands in so many others, itself counted."""
        if self.state.place is Place.TEXT:
            nesting = max(nesting, self.state.paragraph.nesting) if nesting > 1 else 1
            self.story.end_cell(self._paragraph(), self.style, nesting)

    def end_row(self, nesting: int) -> None:
        """End a row of such a table."""
        if self.state.place is Place.TEXT:
            nesting = max(nesting, self.state.paragraph.nesting) if nesting > 1 else 1
            self.story.end_row(self._paragraph(), self.style, nesting)

    def _paragraph(self) -> Paragraph:
        paragraph = self.state.paragraph
        if self.has_label:
            self.has_label = False
            return replace(paragraph, is_listed=True)
        return paragraph

    # Groups ---------------------------------------------------------------------------

    def open_group(self) -> None:
        """Begin a group."""
        self.outer.append(self.state)
        self.state = self.state.inner()

    def close_group(self) -> None:
        """End a group, and what ends with it."""
        if self.state.ends:
            self._endings[self.state.ends]()
        self.state = self.outer.pop()

    def open_story(self, ends: str) -> None:
        """Begin paragraphs that stand beside the text, up to the end of the group."""
        state = self.state
        if state.place is Place.TEXT and not state.ends:
            self.stories.append(Story())
            state.ends, state.paragraph = ends, Paragraph()

    def open_field(self, name: str) -> None:
        """Begin a group that tells something beside the text."""
        self.state.place = Place.FIELD
        self.state.field = name
        self.found.fields[name] = ""
        self.state.ends = name if name in self._endings else ""

    def _end_note(self) -> None:
        # The number was taken when the note began, before notes inside it.
        pieces = self.stories.pop().pieces()
        self.found.notes += opened(f"[{self.state.number}]", pieces)

    def _end_comment(self) -> None:
        fields = self.found.fields
        text = "\n".join(it.text for it in self.stories.pop().pieces())
        key = fields.pop("atnref", "").strip() or f"#{len(self.found.comments)}"
        author = fields.pop("atnauthor", "").strip() or fields.get("atnid", "").strip()
        self.found.comments[key] = Comment(text, author)
        self.story.mark(MarkKind.COMMENT_END, key)

    def _end_box(self) -> None:
        self.story.close_box()

    def _end_around(self, around: list[Piece]) -> None:
        """Keep a header or footer, once, however many sections repeat it."""
        known = {it.text for it in around}
        for piece in self.stories.pop().pieces():
            if piece.text not in known:
                look = replace(piece.look, zone=ZoneKind.OTHER)
                around.append(replace(piece, look=look))

    def _mark(self, kind: MarkKind, name: str) -> None:
        self.story.mark(kind, self.found.fields.pop(name, "").strip())


def _grown(name: str, text: str) -> str:
    """Return a name that goes on with a text, but not without end."""
    return name + text if len(name) < _LONGEST_FIELD else name
