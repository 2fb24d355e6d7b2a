"""Walks rich text word by word, and writes down what a person would see of it.

striprtf was tried and left out: it knows text alone. Which paragraph is a heading, a
list item or a row, notes, comments, metadata, what was deleted: all of that is lost.
"""

from __future__ import annotations

from typing import Final

from workbench.errors import UnreadableFile
from workbench.importing.rtf_state import Place
from workbench.importing.rtf_text import RtfText
from workbench.importing.rtf_tokens import Kind, Token, Tokens
from workbench.importing.rtf_words import LABELS, MARKS, PASSED_OVER, SIGNS, WORDS

_DEEPEST: Final = 5_000
_MEANINGFUL: Final = frozenset(
    {None, *SIGNS, *WORDS, *PASSED_OVER, *LABELS, b"bin", b"pict"}
)


class RtfWalk:
    """One walk through the bytes of a file; `chosen` is an encoding chosen for it."""

    def __init__(self, content: bytes, file_name: str, chosen: str = "") -> None:
        self.text: Final = RtfText(chosen)
        self._file_name = file_name
        self._tokens = Tokens(content)
        self._is_optional = False
        self._walk()

    def _walk(self) -> None:
        text = self.text
        for token in self._tokens:
            kind = token.lastindex
            if kind == Kind.TEXT:
                text.gather(token[Kind.TEXT])
            elif kind == Kind.BYTE:
                text.gather(bytes.fromhex(token[Kind.BYTE].decode()))
            elif token[Kind.WORD] not in _MEANINGFUL and not self._is_optional:
                text.stop_skipping()  # most words only say how the text looks
            else:
                text.decode()
                if kind == Kind.BRACE:
                    self._brace(token[Kind.BRACE])
                    if not text.outer:
                        return
                elif kind == Kind.SIGN:
                    self._sign(token[Kind.SIGN])
                else:
                    self._word(token)

    def _brace(self, brace: bytes) -> None:
        self.text.stop_skipping()
        self._is_optional = False
        if brace == b"}":
            if self.text.outer:
                self.text.close_group()
            return
        if len(self.text.outer) >= _DEEPEST:
            raise UnreadableFile(
                f"{self._file_name} nests more than {_DEEPEST:,} groups in each other;"
                " save it again with the program that made it."
            )
        self.text.open_group()

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._is_optional = True
        elif sign in b"\r\n":
            self.text.end_paragraph()
        elif sign in MARKS:
            self.text.put_sign(MARKS[sign])

    def _word(self, token: Token) -> None:
        name = token[Kind.WORD]
        is_optional, self._is_optional = self._is_optional, False
        if name in SIGNS:
            self.text.put_sign(SIGNS[name])
            return
        self.text.stop_skipping()
        number = int(token[2]) if token.lastindex == Kind.WORD_WITH_NUMBER else None
        if act := WORDS.get(name):
            act(self.text, number)
        elif name == b"bin":
            self._tokens.pass_over(token, number or 0)
        elif is_optional or name in PASSED_OVER or name in LABELS or name == b"pict":
            self._pass_group(name, token)

    def _pass_group(self, name: bytes, token: Token) -> None:
        state = self.text.state
        if name == b"pict":
            self.text.found.pictures += not state.is_in_object
        elif name in LABELS and state.place is Place.TEXT:
            self.text.has_label = True
        self._tokens.pass_group(token)
