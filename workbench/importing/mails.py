"""Makes documents of a mail, whichever program wrote it down."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import PurePath

from workbench.importing.attachments import Attachment, read_attachments
from workbench.importing.contents import Contents, Hints
from workbench.importing.facts import values
from workbench.importing.mail_marks import marked
from workbench.importing.mime import decode_line
from workbench.importing.text_writing import TextWriter
from workbench.model.documents import Block

_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
# Whose addresses say nothing about who writes.
_MAILBOXES = re.compile(
    r"(?:gmail|googlemail|outlook|hotmail|live|msn|icloud|me|mac|aol|mail|gmx|protonmail"
    r"|yandex|naver|qq|163|126|sina)\.com|yahoo\.[a-z.]+|(?:gmx|daum|hanmail)\.net"
    r"|(?:gmx|web|t-online|freenet)\.de|(?:mail|yandex)\.ru|proton\.me"
    r"|(?:orange|free)\.fr|laposte\.net|libero\.it"
)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a mail with its blocks, in the encoding that it was in."""

    text: str = ""
    blocks: tuple[Block, ...] = ()
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as it was found, its fields as lines that a person reads.

    `sender` still has its encoded words, as a name may have a comma in one of them.
    """

    sender: str = ""
    to: str = ""
    copied: str = ""
    date: str = ""
    subject: str = ""
    organization: str = ""
    language: str = ""
    address: str = ""
    body: Body = Body()
    attachments: tuple[Attachment, ...] = ()
    warnings: tuple[str, ...] = ()


def documents_of(mail: Mail, hints: Hints, media_type: str) -> list[Contents]:
    """Return the mail and, behind it, the attachments of formats that are read.

    Its source is the organization that it names, else the domain of the sender's
    address, unless that belongs to a provider of mailboxes for everyone.
    """
    writer = TextWriter()
    for line in _head(mail):
        writer.add(line)
    body = mail.body
    writer.add_passage(body.text, marked(body.text, body.blocks))
    attached = read_attachments(mail.attachments, PurePath(hints.file_name).stem, hints)
    author, source = _author(mail.sender), mail.organization or _domain(mail.sender)
    contents = Contents(
        media_type=media_type,
        encoding=body.encoding or "utf-8",
        text=writer.text,
        blocks=writer.blocks,
        title=mail.subject,
        date=_day(mail.date),
        source=source,
        values=values(author=author, language=mail.language, address=mail.address),
        warnings=(*mail.warnings, *attached.warnings),
    )
    return [contents, *attached.documents]


def _head(mail: Mail) -> Iterable[str]:
    fields = {
        "From": decode_line(mail.sender),
        "To": mail.to,
        "Cc": mail.copied,
        "Date": mail.date,
        "Subject": mail.subject,
    }
    return (f"{name}: {value}" for name, value in fields.items() if value)


def _author(sender: str) -> str:
    """Return the names of who wrote it, or addresses without names."""
    found = (decode_line(name or address) for name, address in _addresses(sender))
    return "; ".join(filter(None, found)) or decode_line(sender)


def _domain(sender: str) -> str:
    for _, address in _addresses(sender):
        domain = address.rpartition("@")[2].lower()
        if _DOMAIN.fullmatch(domain) and not _MAILBOXES.fullmatch(domain):
            return domain
    return ""


def _addresses(sender: str) -> list[tuple[str, str]]:
    try:
        return [it for it in getaddresses([sender]) if any(it)]
    except (ValueError, IndexError, TypeError, RecursionError):
        return []


def _day(date: str) -> str:
    """Return the day on the sender's own calendar."""
    try:
        found: datetime = parsedate_to_datetime(date)
        return found.date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
