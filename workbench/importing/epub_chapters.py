"""Reads the chapters of a book as web pages, and keeps the places of printed pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape, unescape
from typing import Final

from workbench.importing.contents import Hints
from workbench.importing.decoding import decode
from workbench.importing.drafts import Draft
from workbench.importing.html_files import contents_of_html, declared_encoding
from workbench.importing.html_text import tag_names
from workbench.importing.pieces import Look, MarkKind
from workbench.importing.text_writing import storable
from workbench.model.zones import ZoneKind

_TAG: Final = re.compile(
    r"""<(?P<name>[A-Za-z][\w:.-]*+)"""
    r"""(?P<attributes>(?:[^<>"'/]|"[^"<]*"|'[^'<]*'|/(?!>))*+)(?P<close>/?)>"""
)
_ATTRIBUTE: Final = re.compile(
    r"""(?<![\w:.-])(?P<name>[\w:.-]++)\s*+=\s*+(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')"""
)
_VOID: Final = tag_names(
    "area base br col embed hr img input link meta source track wbr"
)
_NO_TEXT: Final = frozenset({"html", "head", "title"})
_RAW: Final = "<![CDATA["
_RAW_END: Final = "]]>"
# Neither stands for a character, so no text has them; they are taken out again.
_OPEN: Final = "\ufdd0"
_CLOSE: Final = "\ufdd1"
_SIGN: Final = re.compile(f"{_OPEN}([0-9]{{1,9}}){_CLOSE}")
_SIGNS: Final = re.compile(f"[{_OPEN}{_CLOSE}]")

Pages = Mapping[str, str]
"""What pages are called, by the ids of the elements that they begin with.

An empty id stands for the beginning of the chapter.
"""


def write_chapter(
    draft: Draft, content: bytes, pages: Pages, hints: Hints, zone: ZoneKind | None
) -> None:
    """Write the text of a chapter, with a mark where each page begins.

    `zone` is what the whole chapter is instead of content.
    """
    decoded = decode(content, hints, declared_encoding(content))
    labels: list[str] = []
    html = _as_html(_SIGNS.sub("", decoded.text), pages, labels)
    page = contents_of_html(storable(html), hints, decoded.encoding)
    if "" in pages:
        draft.mark(MarkKind.PAGE, pages[""])
    look, end = Look(), 0
    for block in page.blocks:
        between = page.text[end : block.span.start]
        # A block that was too long was cut, and is cut again with the whole text.
        if "\n" in between:
            draft.end(look)
        else:
            draft.write(between)
        _write(draft, block.span.of(page.text), labels)
        look, end = Look(block.kind, block.level, zone), block.span.end
    draft.end(look)


def _write(draft: Draft, text: str, labels: Sequence[str]) -> None:
    """Write a block, and marks for the signs in it, with no blank doubled by them."""
    after_blank = False
    for index, part in enumerate(_SIGN.split(text)):
        if index % 2:
            draft.mark(MarkKind.PAGE, "".join(labels[int(part) : int(part) + 1]))
        elif words := part.removeprefix(" ") if after_blank else part:
            draft.write(words)
            after_blank = words[-1] in " \n"


def _as_html(xhtml: str, pages: Pages, labels: list[str]) -> str:
    """Return a page as a browser reads it, with a numbered sign for each label."""

    def tag(found: re.Match[str]) -> str:
        name, said = found["name"], found["attributes"]
        is_void = name.lower() in _VOID
        is_closed = bool(found["close"]) and not is_void
        whole = f"<{name}{said}></{name}>" if is_closed else found[0]
        label = _label(said, pages)
        if label is None or name.lower() in _NO_TEXT:
            return whole
        labels.append(label)
        sign = f"{_OPEN}{len(labels) - 1}{_CLOSE}"
        return sign + whole if is_void or is_closed else whole + sign

    return _TAG.sub(tag, _without_raw(xhtml))


def _without_raw(xhtml: str) -> str:
    """Return a page whose raw stretches, of which HTML knows nothing, are escaped."""
    parts = [part.partition(_RAW_END) for part in xhtml.split(_RAW)]
    (first, end, rest), *others = parts
    escaped = (escape(raw) + after if closed else raw for raw, closed, after in others)
    return "".join([first, end, rest, *escaped])


def _label(attributes: str, pages: Pages) -> str | None:
    """Return what the page is called that begins with an element, None if none does."""
    if not pages and "pagebreak" not in attributes:
        return None
    said = {
        it["name"]: unescape(it["double"] or it["single"] or "")
        for it in _ATTRIBUTE.finditer(attributes)
    }
    key = said.get("id", "")
    if key and key in pages:
        return pages[key]
    roles = f"{said.get('epub:type', '')} {said.get('role', '')}".split()
    if "pagebreak" in roles or "doc-pagebreak" in roles:
        return said.get("title") or said.get("aria-label") or ""
    return None
