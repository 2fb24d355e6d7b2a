"""The numbers of notes in a page, which stand in its text as [1] does in a book's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NUMBER: Final = re.compile(r"\s*(?:\d{1,3}|[a-z]|[ivxl]{1,6}|[*†‡§¶]{1,3})\s*")
_LONGEST: Final = 10
_RAISED: Final = "sup"
_INLINE: Final = frozenset({"-text", "span", _RAISED})
_ENDS_PROSE: Final = frozenset(".,;:!?”\"’'»)…")


def is_number_of_note(link: LexborNode, before: str) -> bool:
    """Tell whether a link is only the number of a note, glued to what it is said of.

    `before` ends with what stands before the link in its line. Numbers that are not
    links stay as they are: nothing tells a note from a square meter.
    """
    inner = link.first_child
    if "#" not in (link.attributes.get("href") or "") or inner is None:
        return False
    text = link.text(deep=True)
    is_short = inner.tag in _INLINE and len(text) <= _LONGEST
    if not is_short or not _NUMBER.fullmatch(text):
        return False
    mark = before[-1:]
    if _is_raised(link):
        return mark not in {"[", "("}
    is_said = mark.isalpha() or (mark in _ENDS_PROSE and not before[-2:-1].isdigit())
    return bool(mark and is_said) or (not mark.strip() and goes_on(link))


def goes_on(link: LexborNode) -> bool:
    """Tell whether a word follows a link without a blank between them."""
    around = link if link.next or not _is_in(link, _RAISED) else link.parent
    after = around.next if around else None
    return bool(after and (after.text(deep=True) or "")[:1].isalnum())


def _is_raised(link: LexborNode) -> bool:
    inner = link.first_child
    return _is_in(link, _RAISED) or bool(inner and inner.tag == _RAISED)


def _is_in(link: LexborNode, tag: str) -> bool:
    return bool(link.parent and link.parent.tag == tag)
