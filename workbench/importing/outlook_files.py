"""Reads the messages that Outlook saves, with the messages attached to them."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import format_datetime

from workbench.errors import UnreadableFile
from workbench.importing.attachments import DEEPEST, Attachment, safe_name
from workbench.importing.charsets import codepage_named
from workbench.importing.compressed_rtf import unpack_rtf
from workbench.importing.contents import Contents, Hints
from workbench.importing.decoding import decode
from workbench.importing.mail_files import html_body, plain_body
from workbench.importing.mail_writing import encoded_words, write_mail
from workbench.importing.mails import Body, Mail, documents_of
from workbench.importing.mime import Part, parse_head
from workbench.importing.outlook_properties import Properties, open_message
from workbench.importing.rtf_files import read_rtf

# The numbers that MS-OXPROPS gives the properties.
_SUBJECT, _SENT, _ARRIVED = 0x0037, 0x0039, 0x0E06
_SENDER_NAMES, _SENDER_ADDRESSES = (0x0042, 0x0C1A), (0x5D02, 0x5D01, 0x0065, 0x0C1F)
_SHOWN_TO, _SHOWN_COPIED = 0x0E04, 0x0E03
_HEADERS, _TEXT, _HTML, _RTF, _CODE_PAGE = 0x007D, 0x1000, 0x1013, 0x1009, 0x3FDE
_NAME, _ADDRESSES, _RECIPIENT_KIND, _TO, _COPIED = 0x3001, (0x39FE, 0x3003), 0xC15, 1, 2
_CONTENT, _FILE_NAMES, _MEDIA_TYPE, _CONTENT_ID = (
    0x3701,
    (0x3707, 0x3704, 0x3001),
    0x370E,
    0x3712,
)


def read_outlook(content: bytes, hints: Hints) -> list[Contents]:
    """Return the message, and what is attached to it as documents of their own."""
    message = open_message(content, hints.file_name)
    mail = _Message(message, hints)
    found = Mail(
        sender=mail.sender(),
        to=mail.recipients(_TO, _SHOWN_TO),
        copied=mail.recipients(_COPIED, _SHOWN_COPIED),
        date=mail.date(),
        subject=mail.subject(),
        organization=mail.head.line("organization"),
        language=mail.head.line("content-language"),
        body=mail.body(),
        attachments=tuple(mail.attachments(hints.depth)),
        warnings=tuple(mail.warnings),
    )
    return documents_of(found, hints, "application/vnd.ms-outlook")


class _Message:
    """A message, whether it is the whole file or attached to another one."""

    def __init__(self, properties: Properties, hints: Hints) -> None:
        self._own = properties
        self._hints = hints
        self.warnings: list[str] = []
        # Only what came over the internet has headers.
        headers = properties.text(_HEADERS).lstrip()
        self.head: Part = parse_head(headers.encode("utf-8"))

    def subject(self) -> str:
        return _line(self._own.text(_SUBJECT))

    def sender(self) -> str:
        """Return name and address, the name encoded as it may hold any sign."""
        name = _line(self._own.text(*_SENDER_NAMES))
        address = _line(_mail_address(self._own, *_SENDER_ADDRESSES))
        shown = f"{encoded_words(name)} <{address}>" if address else encoded_words(name)
        return shown if name else address

    def recipients(self, kind: int, shown: int) -> str:
        """Return those of a kind with their addresses, or as Outlook shows them."""
        found = [
            _person(it)
            for it in self._own.parts("recip")
            if it.number(_RECIPIENT_KIND) == kind
        ]
        return ", ".join(filter(None, found)) or _line(self._own.text(shown))

    def date(self) -> str:
        """Return when it was sent, in the sender's time zone if that is known."""
        time = self._own.time(_SENT, _ARRIVED)
        return self.head.line("date") or (format_datetime(time) if time else "")

    def body(self) -> Body:
        """Return the plain text, else the page, else the rich text."""
        text = self._own.text(_TEXT)
        if text.strip():
            return plain_body(text, self._own.charset)
        if html := self._html():
            return html_body(html, self._hints, "utf-8")
        if rtf := unpack_rtf(self._own.content(_RTF)):
            [rich, *_] = read_rtf(rtf, self._hints)
            self.warnings += rich.warnings
            return Body(rich.text, rich.blocks, rich.encoding)
        return Body()

    def attachments(self, depth: int) -> Iterator[Attachment]:
        """Yield the files, and the messages as files that are made of them."""
        for part in self._own.parts("attach"):
            media_type = part.text(_MEDIA_TYPE).lower()
            if media_type.startswith("image/") and part.text(_CONTENT_ID):
                continue  # a picture in the page, not beside it
            if inner := part.embedded(_CONTENT):
                message = _Message(inner, self._hints)
                stem = message.subject() or _line(part.text(*_FILE_NAMES)) or "mail"
                yield Attachment(safe_name(f"{stem}.eml"), message.written(depth + 1))
            else:
                name = safe_name(part.text(*_FILE_NAMES), media_type)
                yield Attachment(name, part.content(_CONTENT))

    def written(self, depth: int) -> bytes:
        """Return the message as a mail file; one that lies too deep is only named."""
        html = "" if self._own.text(_TEXT).strip() else self._html()
        fields = {
            "From": self.sender(),
            "To": encoded_words(self.recipients(_TO, _SHOWN_TO)),
            "Cc": encoded_words(self.recipients(_COPIED, _SHOWN_COPIED)),
            "Date": self.date(),
            "Subject": encoded_words(self.subject()),
            "Organization": encoded_words(self.head.line("organization")),
        }
        files = [*self.attachments(depth)] if depth <= DEEPEST else []
        if html:
            return write_mail(fields, html, "text/html", files)
        return write_mail(fields, self.body().text, "text/plain", files)

    def _html(self) -> str:
        """Return the page, in whichever of both ways it is kept."""
        content = self._own.content(_HTML)
        if not content:
            return self._own.text(_HTML)
        declared = codepage_named(self._own.number(_CODE_PAGE))
        try:
            return decode(content.replace(b"\0", b""), self._hints, declared).text
        except UnreadableFile:
            self.warnings.append("The text of the mail is no readable text.")
            return ""


def _person(recipient: Properties) -> str:
    name = _line(recipient.text(_NAME))
    address = _line(_mail_address(recipient, *_ADDRESSES))
    if name and address and name != address:
        return f"{name} <{address}>"
    return name or address


def _mail_address(properties: Properties, *numbers: int) -> str:
    """Return an address of the internet; those inside a company lead nowhere."""
    found = (properties.text(it) for it in numbers)
    return next((it for it in found if "@" in it), "")


def _line(text: str) -> str:
    return " ".join("".join(it if it.isprintable() else " " for it in text).split())
