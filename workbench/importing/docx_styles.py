"""What the styles of a Word file say of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element

from workbench.importing.pieces import Look
from workbench.importing.xml_trees import attribute, child, children
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind

_HEADING: Final = re.compile(r"heading ([1-9])")
_CONTENTS: Final = re.compile(r"toc [1-9]|table of (?:figures|authorities)")
_QUOTATIONS: Final = frozenset(
    {"quote", "intense quote", "quotations", "block text", "block quotation"}
)
_TITLE: Final = "title"
_NO_LIST: Final = "0"
_BODY_TEXT: Final = 10
"""The outline level of what is no heading, where the highest heading is 1."""
_ON: Final = frozenset({"1", "true", "on"})
_OFF: Final = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a paragraph is, and whether it begins a page."""

    look: Look
    begins_page: bool = False


class Styles:
    """The paragraph styles, by their ids; each may rest on another."""

    def __init__(self, styles: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        for style in () if styles is None else children(styles, "style"):
            key = attribute(style, "styleId")
            self._styles[key] = style
            if (
                attribute(style, "type") == "paragraph"
                and attribute(style, "default") in _ON
            ):
                self._default = key
        self._known: dict[str, ParagraphLook] = {}
        self.language: Final = _language(styles)

    def look_of(self, properties: Element | None) -> ParagraphLook:
        """Return the look of a paragraph; what it says itself goes before its style."""
        key = attribute(child(properties, "pStyle"), "val") or self._default
        styled = self._known.get(key)
        if styled is None:
            styled = self._known[key] = self._of_style(key)
        return styled if properties is None else _with_own(styled, properties)

    def _of_style(self, key: str) -> ParagraphLook:
        found = ParagraphLook(Look())
        for style in reversed(list(self._chain(key))):
            name = attribute(child(style, "name"), "val").lower()
            found = _named(found, name)
            properties = child(style, "pPr")
            if properties is not None:
                found = _with_own(found, properties)
        return found

    def _chain(self, key: str) -> Iterator[Element]:
        """Yield a style and those that it rests on; a circle is walked once."""
        seen: set[str] = set()
        while key in self._styles and key not in seen:
            seen.add(key)
            yield self._styles[key]
            key = attribute(child(self._styles[key], "basedOn"), "val")


def _named(found: ParagraphLook, name: str) -> ParagraphLook:
    if heading := _HEADING.fullmatch(name):
        return replace(found, look=Look(BlockKind.HEADING, int(heading[1])))
    if name == _TITLE:
        return replace(found, look=Look(BlockKind.HEADING, 1))
    if name in _QUOTATIONS:
        return replace(found, look=Look(BlockKind.QUOTATION))
    if _CONTENTS.fullmatch(name):
        return replace(found, look=Look(zone=ZoneKind.NAVIGATION))
    return found


def _with_own(found: ParagraphLook, properties: Element) -> ParagraphLook:
    look = found.look
    outline = attribute(child(properties, "outlineLvl"), "val")
    if outline.isdecimal():
        look = _at_level(look, int(outline) + 1)
    number = attribute(child(child(properties, "numPr"), "numId"), "val")
    if number and look.kind is not BlockKind.HEADING:
        look = _in_list(look, is_in=number != _NO_LIST)
    begins = child(properties, "pageBreakBefore")
    begins_page = found.begins_page if begins is None else is_on(begins)
    return ParagraphLook(look, begins_page)


def _at_level(look: Look, level: int) -> Look:
    if level < _BODY_TEXT:
        return Look(BlockKind.HEADING, level, look.zone)
    return Look(zone=look.zone) if look.kind is BlockKind.HEADING else look


def _in_list(look: Look, *, is_in: bool) -> Look:
    if is_in:
        return replace(look, kind=BlockKind.LIST_ITEM)
    is_item = look.kind is BlockKind.LIST_ITEM
    return replace(look, kind=BlockKind.PARAGRAPH) if is_item else look


def is_on(switch: Element | None) -> bool:
    """Tell whether a switch is on: it is there, and does not say that it is off."""
    return switch is not None and attribute(switch, "val") not in _OFF


def _language(styles: Element | None) -> str:
    defaults = child(child(styles, "docDefaults"), "rPrDefault")
    return attribute(child(child(defaults, "rPr"), "lang"), "val")
