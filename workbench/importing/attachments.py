"""Reads what is attached to a mail: documents of their own, beside the mail."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final

from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.importing.formats import SUFFIXES, Format, format_of

DEEPEST: Final = 3
"""A mail in a mail in a mail is read, and the mail in that one."""
MOST_DOCUMENTS: Final = 1000
_LONGEST_NAME = 120
_MOST_NAMED = 10
_MAILS = (Format.MAIL, Format.OUTLOOK)
_OFFICE = "application/vnd.openxmlformats-officedocument."
_SUFFIX_OF = {
    "application/pdf": ".pdf", "application/rtf": ".rtf", "text/rtf": ".rtf",
    "text/html": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "text/csv": ".csv", "application/epub+zip": ".epub",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.ms-outlook": ".msg",
    f"{_OFFICE}wordprocessingml.document": ".docx",
    f"{_OFFICE}spreadsheetml.sheet": ".xlsx",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail; its name is as safe as `safe_name` makes it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ReadAttachments:
    """The documents among attachments, and a sentence for each that is none."""

    documents: tuple[Contents, ...]
    warnings: tuple[str, ...]


def safe_name(name: str, media_type: str = "") -> str:
    r"""Return a file's name without folders and without signs that hide what it is.

    A name without an ending gets the one of its media type.

    >>> safe_name("../../etc/in\u202efdp.exe"), safe_name("", "text/html")
    ('infdp.exe', 'attachment.html')
    """
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(it for it in last if unicodedata.category(it) not in {"Cc", "Cf"})
    path = PurePosixPath(" ".join(shown.split()).strip(". ") or "attachment")
    suffix = path.suffix if len(path.suffix) <= 10 else ""
    stem = path.name.removesuffix(suffix)[: _LONGEST_NAME - len(suffix)].rstrip()
    if suffix.lower() not in SUFFIXES:
        suffix += _SUFFIX_OF.get(media_type, "") if not suffix else ""
    return stem + suffix


def read_attachments(
    attachments: Sequence[Attachment], mail: str, hints: Hints
) -> ReadAttachments:
    """Read the attachments of the mail that is called so."""
    documents: list[Contents] = []
    warnings: list[str] = []
    unread: list[str] = []
    for attachment in _with_own_names(attachments):
        if len(documents) >= MOST_DOCUMENTS or not _is_read(attachment):
            unread.append(attachment.name)
            continue
        try:
            found = _read(attachment, hints)
        except UnreadableFile as error:
            warnings.append(f"An attachment was left out: {error}")
            continue
        documents += _named(found, mail, attachment)
    if unread:
        warnings.append(_left_out(unread))
    return ReadAttachments(tuple(documents), tuple(warnings))


def _with_own_names(attachments: Iterable[Attachment]) -> Iterator[Attachment]:
    """Yield the attachments; a name that comes again is numbered."""
    seen: Counter[str] = Counter()
    for attachment in attachments:
        seen[attachment.name] += 1
        number = seen[attachment.name]
        if number > 1:
            path = PurePosixPath(attachment.name)
            name = f"{path.stem} ({number}){path.suffix}"
            attachment = replace(attachment, name=name)  # noqa: PLW2901
        yield attachment


def _is_read(attachment: Attachment) -> bool:
    suffix = PurePosixPath(attachment.name).suffix.lower()
    return suffix in SUFFIXES and bool(attachment.content)


def _read(attachment: Attachment, hints: Hints) -> Sequence[Contents]:
    # Here, as the readers of mails are among the readers.
    from workbench.importing.readers import READERS

    named = SUFFIXES[PurePosixPath(attachment.name).suffix.lower()]
    found = format_of(attachment.content, named, attachment.name)
    if found in _MAILS and hints.depth >= DEEPEST:
        raise UnreadableFile(
            f"{attachment.name} is a mail in a mail, {DEEPEST + 1} deep; save it as a"
            " file and import that."
        )
    inner = Hints(attachment.name, depth=hints.depth + 1)
    return READERS[found](attachment.content, inner)


def _named(
    found: Sequence[Contents], mail: str, attachment: Attachment
) -> Iterator[Contents]:
    for part in found:
        own = part.name or attachment.name
        original = part.original or attachment.content
        yield replace(part, name=f"{mail} — {own}", original=original)


def _left_out(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    others = f" and {more} more" if more > 0 else ""
    return f"Attached files that are not read: {shown}{others}."
