"""Mails, made with the standard library or written by hand."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

SHORT = """Dear Bob,

this is the first paragraph of a mail that is cut at seventy-two signs
as mails are, and it goes on like this for a while until it has ended.

Another sentence stands on a line of its own.

1. an item
2. another item

On Tue, 1 Mar 2022 at 10:00, Bob Hall <bob@example.org>
wrote:
> What of the tariffs?
>> They rise.

--\x20
Ada Lovelace
Bureau of Tides

This e-mail is confidential and intended only for those it is addressed to.
"""


def mail(**fields: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    named = {
        "from": '"Lovelace, Ada é" <ada@bis.example.gov>',
        "to": "Bob Hall <bob@example.org>, carl@example.org",
        "date": "Tue, 01 Mar 2022 23:30:00 -0500",
        "subject": "Zölle für Chips 반도체",
    }
    for name, value in (named | fields).items():
        message[name.replace("_", "-").title()] = value
    return message


def plain(encoding: str = "8bit", charset: str = "utf-8", text: str = SHORT) -> bytes:
    message = mail()
    message.set_content(text, cte=encoding, charset=charset)
    return message.as_bytes()


def alternatives(text: str, page: str) -> bytes:
    message = mail()
    message.set_content(text)
    message.add_alternative(page, subtype="html")
    return message.as_bytes()


def with_files(*files: tuple[str, bytes], inner: EmailMessage | None = None) -> bytes:
    message = mail()
    message.set_content("See below.\n")
    for name, content in files:
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    if inner:
        message.add_attachment(inner)
    return message.as_bytes()


def inner_mail() -> EmailMessage:
    message = mail(subject="Inner", date="Mon, 28 Feb 2022 08:00:00 +0000")
    message.set_content("The inner text.\n")
    return message


FLOWED = (
    b"From: ada@gmail.com\r\nSubject: =?iso-8859-1?q?Ebb_=26_Fl=FCsse?=\r\n"
    b"Content-Type: text/plain; charset=us-ascii; format=flowed; delsp=no\r\n\r\n"
    b"Ebb and \r\nflow go on.\r\nA line.\r\n> quoted \r\n> words\r\n"
    b" From here\r\n-- \r\nAda\r\n"
)


def made() -> dict[str, bytes]:
    """Return valid files by their names."""
    return {
        "plain.eml": plain("quoted-printable"),
        "base64.eml": plain("base64"),
        "korean.eml": plain("base64", "euc-kr", "무역 협정이 시작되었습니다.\n"),
        "page.eml": alternatives("", "<h1>Tides</h1><p>Ebb and <b>flow</b>.</p>"),
        "files.eml": with_files(
            ("notes.txt", b"Ebb and flow.\n"), ("sea.png", b"\x89PNG"),
            inner=inner_mail(),
        ),
        "flowed.eml": FLOWED,
    }  # fmt: skip
