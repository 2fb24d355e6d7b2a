"""The selection and the caret of one text, and the keys that move them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.reader.growing import grown, word_at
from ui.reader.motions import Motions
from ui.reader.paragraphs import Paragraphs
from ui.reader.view import View
from workbench.model.spans import Span

Key = QKeySequence.StandardKey
Motion = Callable[["TextSelection"], int]


class TextSelection:
    """From the anchor, where it began, to the caret, where it is being moved."""

    def __init__(self, view: View) -> None:
        self.page_lines = 20
        self.caret = 0
        self.anchor = 0
        self._view = view
        self._wanted_x: float | None = None
        self._grown_from: list[Span] = []

    @property
    def motions(self) -> Motions:
        """What moves the caret on the page as it is laid out now."""
        return self._view.motions

    @property
    def _paragraphs(self) -> Paragraphs:
        return self._view.paragraphs

    @property
    def span(self) -> Span | None:
        """The selected stretch, None when only the caret stands somewhere."""
        if self.anchor == self.caret:
            return None
        return Span(min(self.anchor, self.caret), max(self.anchor, self.caret))

    @property
    def text(self) -> str:
        """The selected characters exactly as stored."""
        return self.span.of(self._paragraphs.text) if self.span else ""

    def select(self, span: Span) -> None:
        """Select exactly these characters, the caret at their end."""
        self.anchor, self.caret = span.start, span.end
        self._wanted_x = None
        self._grown_from.clear()

    def move_to(self, offset: int, *, extend: bool = False) -> None:
        """Put the caret somewhere; `extend` leaves the anchor where it is."""
        self.anchor, self.caret = (self.anchor if extend else offset), offset
        self._wanted_x = None
        self._grown_from.clear()

    def select_word(self, offset: int) -> None:
        """Select the word around an offset."""
        paragraph = self._paragraphs.block_span(offset)
        self.select(word_at(self._paragraphs.text, offset, paragraph))

    def select_paragraph(self, offset: int) -> None:
        """Select the block around an offset."""
        self.select(self._paragraphs.block_span(offset))

    def select_all(self) -> None:
        """Select the whole text, with what stands between its blocks."""
        self.select(Span(0, len(self._paragraphs.text)))

    def grow(self) -> None:
        """Widen to the word, the sentence, the paragraph."""
        now = self.span or Span(self.caret, self.caret)
        text = self._paragraphs.text
        larger = grown(text, now, self._paragraphs.block_span(now.start))
        if larger != now:
            before = [*self._grown_from, now]
            self.select(larger)
            self._grown_from = before

    def shrink(self) -> None:
        """Take the last widening back."""
        if self._grown_from:
            smaller = self._grown_from.pop()
            before = self._grown_from.copy()
            self.select(smaller)
            self._grown_from = before

    def press(self, event: QKeyEvent) -> bool:
        """Move as a key says; tells whether the key was one of ours."""
        for move, extend, motion in _MOTIONS:
            if event.matches(move) or event.matches(extend):
                self._follow(motion, extend=event.matches(extend))
                return True
        if event.matches(Key.SelectAll):
            self.select_all()
            return True
        return False

    def by_lines(self, lines: int) -> int:
        """Return where the caret comes to when it moves by lines."""
        if self._wanted_x is None:
            self._wanted_x = self.motions.place(self.caret).x
        return self.motions.up_or_down(self.caret, lines, self._wanted_x)

    def _follow(self, motion: Motion, *, extend: bool) -> None:
        target = motion(self)
        wanted = self._wanted_x if motion in _BY_LINES else None
        self.move_to(target, extend=extend)
        self._wanted_x = wanted


def _right(selection: TextSelection) -> int:
    return selection.motions.sideways(selection.caret, rightwards=True)


def _left(selection: TextSelection) -> int:
    return selection.motions.sideways(selection.caret, rightwards=False)


def _word_right(selection: TextSelection) -> int:
    return selection.motions.sideways(selection.caret, rightwards=True, by_word=True)


def _word_left(selection: TextSelection) -> int:
    return selection.motions.sideways(selection.caret, rightwards=False, by_word=True)


def _down(selection: TextSelection) -> int:
    return selection.by_lines(1)


def _up(selection: TextSelection) -> int:
    return selection.by_lines(-1)


def _page_down(selection: TextSelection) -> int:
    return selection.by_lines(selection.page_lines)


def _page_up(selection: TextSelection) -> int:
    return selection.by_lines(-selection.page_lines)


def _line_start(selection: TextSelection) -> int:
    return selection.motions.line_start(selection.caret)


def _line_end(selection: TextSelection) -> int:
    return selection.motions.line_end(selection.caret)


def _text_start(selection: TextSelection) -> int:
    return selection.motions.text_start()


def _text_end(selection: TextSelection) -> int:
    return selection.motions.text_end()


_BY_LINES = (_down, _up, _page_down, _page_up)
_MOTIONS: tuple[tuple[Key, Key, Motion], ...] = (
    (Key.MoveToNextChar, Key.SelectNextChar, _right),
    (Key.MoveToPreviousChar, Key.SelectPreviousChar, _left),
    (Key.MoveToNextWord, Key.SelectNextWord, _word_right),
    (Key.MoveToPreviousWord, Key.SelectPreviousWord, _word_left),
    (Key.MoveToNextLine, Key.SelectNextLine, _down),
    (Key.MoveToPreviousLine, Key.SelectPreviousLine, _up),
    (Key.MoveToNextPage, Key.SelectNextPage, _page_down),
    (Key.MoveToPreviousPage, Key.SelectPreviousPage, _page_up),
    (Key.MoveToStartOfLine, Key.SelectStartOfLine, _line_start),
    (Key.MoveToEndOfLine, Key.SelectEndOfLine, _line_end),
    (Key.MoveToStartOfDocument, Key.SelectStartOfDocument, _text_start),
    (Key.MoveToEndOfDocument, Key.SelectEndOfDocument, _text_end),
)
