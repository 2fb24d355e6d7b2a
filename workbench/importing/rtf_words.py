"""What the control words of rich text do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from workbench.importing.rtf_state import NO_OUTLINE, Paragraph, Place
from workbench.importing.rtf_text import RtfText

Act = Callable[[RtfText, int | None], None]
"""What a word does; the number is the one that stands behind it."""

SIGNS: Final = {
    b"tab": "\t", b"line": "\n", b"lbr": "\n", b"column": "\n", b"emdash": "—",
    b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"emspace": "\u2003", b"enspace": "\u2002",
    b"qmspace": "\u2005", b"zwj": "\u200d", b"zwnj": "\u200c", b"zwbo": "\u200b",
    b"zwnbo": "\u2060", b"ltrmark": "\u200e", b"rtlmark": "\u200f",
}  # fmt: skip
"""Words that are characters."""

MARKS: Final = {
    b"~": "\N{NO-BREAK SPACE}", b"-": "\N{SOFT HYPHEN}", b"\t": "\t",
    b"_": "\N{NON-BREAKING HYPHEN}", b"\\": "\\", b"{": "{", b"}": "}",
}  # fmt: skip
"""Characters behind a backslash."""

LABELS: Final = frozenset({b"listtext", b"pntext", b"pn"})
"""Groups with the bullet or the number of a list item, made up by the program."""

PASSED_OVER: Final = frozenset(
    {
        b"colortbl", b"filetbl", b"revtbl", b"nonshppict", b"shprslt", b"fldinst",
        b"datafield", b"formfield", b"xe", b"tc", b"tcn", b"rxe", b"template",
        b"ftnsep", b"ftnsepc", b"ftncn", b"aftnsep", b"aftnsepc", b"aftncn",
        b"nonesttables", b"sp", b"themedata", b"private", b"objclass", b"objdata",
        b"bkmkstart", b"bkmkend", b"ffdeftext", b"ffname", b"ffformat", b"keycode",
    }
)  # fmt: skip
"""Groups that hold no text of the document."""

_BODY_LEVEL: Final = 9
_CODE_PAGES: Final = {b"mac": 10000, b"pc": 437, b"pca": 850}


def _number(act: Callable[[RtfText, int], None], default: int = 0) -> Act:
    return lambda text, number: act(text, default if number is None else number)


def _simply(act: Callable[[RtfText], None]) -> Act:
    return lambda text, _: act(text)


def _switch(name: str) -> Act:
    """Return what turns something on, or off with a 0 behind the word."""
    return lambda text, number: setattr(text.state, name, number != 0)


def _paragraph(**changes: Any) -> Act:
    """Return what says something of the paragraph."""
    return lambda text, _: _change(text, **changes)


def _change(text: RtfText, **changes: Any) -> None:
    text.state.paragraph = replace(text.state.paragraph, **changes)


def _set_style(text: RtfText, number: int) -> None:
    _change(text, style=number)


def _set_outline(text: RtfText, number: int) -> None:
    level = number if 0 <= number < NO_OUTLINE else NO_OUTLINE
    if text.state.place is Place.STYLES:
        text.style.outline = level
    else:
        _change(text, outline=level)


def _set_list(text: RtfText, number: int) -> None:
    if text.state.place is Place.STYLES:
        text.style.is_listed = number > 0
    else:
        _change(text, is_listed=number > 0)


def _set_plain(text: RtfText) -> None:
    state = text.state
    state.font = text.fonts.default
    state.is_hidden = state.is_deleted = state.is_inserted = False


def _set_default_font(text: RtfText, number: int) -> None:
    text.fonts.default = text.state.font = number


def _set_charset(text: RtfText, number: int) -> None:
    if text.state.place is Place.FONTS:
        text.fonts.font(text.state.font).charset = number


def _set_page(text: RtfText, number: int) -> None:
    if text.state.place is Place.FONTS:
        text.fonts.font(text.state.font).page = number


def _set_language(text: RtfText, number: int) -> None:
    text.found.language = number


def _code_page(page: int) -> Act:
    return lambda text, _: text.fonts.use_page(page)


def _begin_page(text: RtfText) -> None:
    if text.state.place is Place.TEXT and len(text.stories) == 1:
        text.story.begin_page()


def _break_page(text: RtfText) -> None:
    text.put_sign("\n")
    _begin_page(text)


def _end_section(text: RtfText) -> None:
    text.end_paragraph()
    text.begins_section = True


def _go_on(text: RtfText) -> None:
    text.begins_section = False


def _place(place: Place) -> Act:
    def act(text: RtfText, _: int | None) -> None:
        text.state.place = place

    return act


def _go_back(text: RtfText) -> None:
    """Take the Unicode of two ways to say the same: text is where it was before."""
    if len(text.outer) > 1:
        before = text.outer[-2]
        text.state.place, text.state.field = before.place, before.field


def _open_note(text: RtfText) -> None:
    if text.state.place is Place.TEXT and not text.state.is_deleted:
        text.found.noted += 1
        text.state.number = text.found.noted
        text.put_sign(f"[{text.found.noted}]")
        text.open_story("note")


def _open_box(text: RtfText) -> None:
    if text.state.place is Place.TEXT and not text.state.ends:
        text.state.ends, text.state.paragraph = "box", Paragraph()
        text.story.open_box()


def _open_object(text: RtfText) -> None:
    text.found.objects += 1
    text.state.is_in_object = True


def _story(ends: str) -> Act:
    return lambda text, _: text.open_story(ends)


def _field(name: str) -> Act:
    return lambda text, _: text.open_field(name)


def _time(name: str) -> Act:
    """Return what keeps the year, month or day of a time that is being told."""

    def act(text: RtfText, number: int | None) -> None:
        if text.state.field:
            text.found.fields[f"{text.state.field}.{name}"] = str(number or 0)

    return act


def _pass(_: RtfText, __: int | None) -> None:
    """Enter a group that is not to be passed over, although it is optional."""


WORDS: Final[dict[bytes, Act]] = {
    b"u": _number(RtfText.put_number),
    b"uc": lambda text, number: setattr(text.state, "skipped", max(number or 0, 0)),
    b"f": _number(lambda text, number: setattr(text.state, "font", number)),
    b"plain": _simply(_set_plain),
    b"v": _switch("is_hidden"),
    b"deleted": _switch("is_deleted"),
    b"revised": _switch("is_inserted"),
    b"par": _simply(RtfText.end_paragraph),
    b"pard": lambda text, _: setattr(text.state, "paragraph", Paragraph()),
    b"s": _number(_set_style),
    b"outlinelevel": _number(_set_outline, _BODY_LEVEL),
    b"ls": _number(_set_list),
    b"fi": _number(lambda text, number: _change(text, is_indented_back=number < 0)),
    b"intbl": _paragraph(is_in_table=True),
    b"itap": _number(lambda text, number: _change(text, nesting=min(number, 50))),
    b"cell": lambda text, _: text.end_cell(1),
    b"nestcell": lambda text, _: text.end_cell(2),
    b"row": lambda text, _: text.end_row(1),
    b"nestrow": lambda text, _: text.end_row(2),
    b"sect": _simply(_end_section),
    b"sbknone": _simply(_go_on),
    b"sbkcol": _simply(_go_on),
    b"page": _simply(_break_page),
    b"softpage": _simply(_begin_page),
    b"pagebb": _simply(_begin_page),
    b"ansicpg": _number(lambda text, page: text.fonts.use_page(page)),
    b"deff": _number(_set_default_font),
    b"deflang": _number(_set_language),
    b"fcharset": _number(_set_charset),
    b"cpg": _number(_set_page),
    b"fonttbl": _place(Place.FONTS),
    b"stylesheet": _place(Place.STYLES),
    b"info": _place(Place.NOWHERE),
    b"upr": _place(Place.NOWHERE),
    b"ud": _simply(_go_back),
    b"footnote": _simply(_open_note),
    b"annotation": _story("comment"),
    b"shptxt": _simply(_open_box),
    b"dptxbxtext": _simply(_open_box),
    b"object": _simply(_open_object),
}
"""Words that mean something for the text; all others are passed over."""

WORDS.update((word, _code_page(page)) for word, page in _CODE_PAGES.items())
WORDS.update(
    (name.encode(), _field(name))
    for name in (
        "title", "subject", "author", "operator", "company", "creatim", "revtim",
        "atnid", "atnauthor", "atnref", "atrfstart", "atrfend",
    )
)  # fmt: skip
WORDS.update((name.encode(), _time(name)) for name in ("yr", "mo", "dy"))
WORDS.update(
    (f"{kind}{side}".encode(), _story(kind))
    for kind in ("header", "footer")
    for side in ("", "l", "r", "f")
)
WORDS.update(
    dict.fromkeys((b"shpinst", b"do", b"shppict", b"nesttableprops", b"result"), _pass)
)
