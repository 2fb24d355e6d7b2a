"""Joins what the end of a page broke: words, and paragraphs whose sentence goes on.

A block that two pages share lies over their border. What stands at the foot of its
first page comes before it then, and the head of the next page after it, so that each
page still holds all of its own and nothing stands inside a sentence.
"""

from __future__ import annotations

import re
from typing import Final

from workbench.importing.pdf_hyphens import Words, ends_in_hyphen
from workbench.importing.pdf_pieces import IDEOGRAPH, Piece, stripped
from workbench.model.documents import BlockKind

_PROSE: Final = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION}
)
_ENDS: Final = re.compile(r"[.!?:…。！？][”’\"')\]»]*(?:\[\d+\])*$")
_ALIKE: Final = 0.6


def keep_word_whole(page: list[Piece], following: list[Piece], words: Words) -> None:
    """Bring what the next page has of a word to the page on which it begins."""
    last = next((it for it in reversed(page) if _is_body(it)), None)
    first = next((it for it in following if _is_body(it)), None)
    if not last or not first or not _may_go_on(last, first):
        return
    word, _, _ = first.text.partition(" ")
    if not ends_in_hyphen(last.text) or not word[0].islower():
        return
    if not words.keeps_hyphen(last.text, word):
        last.text = last.text[:-1]
        del last.steps[-4:]
    last.add(word)
    first.text = first.text[len(word) :]
    del first.steps[: 4 * len(word)]
    stripped(first)
    last.is_full = True


def join_pages(page: list[Piece], following: list[Piece]) -> None:
    """Let the last paragraph of a page go on in the first of the next, if it does.

    It does not if other text than notes, heads and feet stands between.
    """
    last = next((it for it in reversed(page) if _is_body(it)), None)
    first = next((it for it in following if _is_body(it) and it.text), None)
    if not last or not first or not _may_go_on(last, first) or not _is_one(last, first):
        return
    if last.is_joined and len(page) > 1:
        return  # what else is on its page would have to stand inside the paragraph
    page.remove(last)
    page.append(last)
    following.remove(first)
    following.insert(0, first)
    last.goes_on = first.is_joined = True
    first.kind, first.level = last.kind, last.level


def joint(piece: Piece) -> str:
    """Return what stands between a piece and what it goes on with."""
    return "" if IDEOGRAPH.match(piece.text[-1]) else " "


def _is_body(piece: Piece) -> bool:
    return piece.zone is None and not piece.is_note


def _may_go_on(last: Piece, first: Piece) -> bool:
    return (
        last.kind in _PROSE
        and first.kind in {BlockKind.PARAGRAPH, last.kind} - {BlockKind.LIST_ITEM}
        and abs(last.size - first.size) < _ALIKE
        and last.is_bold == first.is_bold
    )


def _is_one(last: Piece, first: Piece) -> bool:
    """Tell whether the sentence plainly goes on."""
    return (
        last.is_full
        and not _ENDS.search(last.text)
        and (
            first.text[0].islower() or last.text[-1].isalnum() or last.text[-1] in ",;"
        )
    )
