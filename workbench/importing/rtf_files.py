"""Reads rich text files (RTF)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from locale import windows_locale

from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.importing.decoding import name_of
from workbench.importing.facts import values
from workbench.importing.pieces import changes_sentence, opening_title
from workbench.importing.rtf_text import Found
from workbench.importing.rtf_walk import RtfWalk
from workbench.importing.titles import date_of, title_of
from workbench.importing.wholes import put_together

_START = b"{\\rtf"
_BEFORE = b"\xef\xbb\xbf \t\r\n\0"


def read_rtf(content: bytes, hints: Hints) -> list[Contents]:
    """Return what a rich text holds, as it reads with all its changes accepted."""
    if not content[:100].lstrip(_BEFORE).startswith(_START):
        raise UnreadableFile(
            f"{hints.file_name} is not a rich text, whatever its name says; save it"
            " again with the program that made it."
        )
    walk = RtfWalk(content, hints.file_name, hints.encoding)
    body, found = walk.text.pieces(), walk.text.found
    pieces = [*found.headers, *body, *found.notes, *found.footers]
    whole = put_together(pieces, found.comments)
    fields = {name: " ".join(value.split()) for name, value in found.fields.items()}
    contents = Contents(
        media_type="application/rtf",
        encoding=name_of(walk.text.fonts.codec),
        text=whole.text,
        blocks=whole.blocks,
        title=fields.get("title", "")
        or opening_title(body)
        or title_of(whole.text, whole.blocks),
        date=date_of(whole.text, whole.blocks)
        or _day(fields, "creatim")
        or _day(fields, "revtim"),
        source=fields.get("company", ""),
        values=values(
            author=fields.get("author", ""),
            language=windows_locale.get(found.language, "").replace("_", "-"),
        ),
        pages=whole.pages,
        annotations=whole.annotations,
        warnings=tuple(_warnings(found)),
    )
    return [contents]


def _day(fields: dict[str, str], name: str) -> str:
    year, month, day = (int(fields.get(f"{name}.{it}", 0)) for it in ("yr", "mo", "dy"))
    try:
        return date(year, month, day).isoformat()
    except (ValueError, OverflowError):
        return ""


def _warnings(found: Found) -> Iterator[str]:
    if found.insertions or found.deletions:
        yield changes_sentence(found.insertions, found.deletions)
    if found.has_hidden:
        yield "Some of its text is hidden in the program that made it; it was kept."
    if found.pictures:
        yield f"It has {_count(found.pictures, 'picture')}, left out here."
    if found.objects:
        yield (
            f"It has {_count(found.objects, 'object')} of other programs, of which only"
            " the words that show were read."
        )


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
