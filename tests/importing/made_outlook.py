"""Outlook messages, made property by property."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.importing.compound_files import Tree, compound_file

# The two examples of MS-OXRTFCP, section 4.
PACKED_RTF = {
    bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232"
        "0af32068656c090020627705b06c647d0a800fa0"
    ): b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
    bytes.fromhex(
        "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0"
    ): b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}",
}
SENT = datetime(2022, 3, 1, 9, 30, tzinfo=UTC)


@dataclass
class Message:
    subject: str = ""
    sender: tuple[str, str] = ("", "")
    to: Sequence[tuple[str, str]] = ()
    copied: Sequence[tuple[str, str]] = ()
    sent: datetime | None = SENT
    body: str = ""
    html: bytes = b""
    rtf: bytes = b""
    headers: str = ""
    code_page: int = 0
    files: Sequence[tuple[str, bytes]] = ()
    messages: Sequence[Message] = field(default_factory=tuple)


def outlook_file(message: Message) -> bytes:
    return compound_file({**_message(message, 32), "__nameid_version1.0": {}})


def _message(message: Message, head: int) -> Tree:
    narrow = message.code_page
    texts = {
        0x0037: message.subject, 0x0C1A: message.sender[0], 0x5D01: message.sender[1],
        0x1000: message.body, 0x007D: message.headers,
    }  # fmt: skip
    tree = _texts(texts, narrow)
    for number, content in ((0x1013, message.html), (0x1009, message.rtf)):
        if content:
            tree[f"__substg1.0_{number:04X}0102"] = content
    fixed = _number(0x3FFD, narrow) + _number(0x3FDE, 65001)
    if message.sent:
        ticks = (message.sent - datetime(1601, 1, 1, tzinfo=UTC)) // timedelta(
            microseconds=1
        )
        fixed += struct.pack("<HHIQ", 0x40, 0x39, 6, ticks * 10)
    tree["__properties_version1.0"] = b"\0" * head + fixed
    people = [(1, *it) for it in message.to] + [(2, *it) for it in message.copied]
    for at, (kind, name, address) in enumerate(people):
        person = _texts({0x3001: name, 0x39FE: address}, narrow)
        person["__properties_version1.0"] = b"\0" * 8 + _number(0x0C15, kind)
        tree[f"__recip_version1.0_#{at:08X}"] = person
    for at, attached in enumerate([*message.files, *message.messages]):
        tree[f"__attach_version1.0_#{at:08X}"] = _attached(attached, narrow)
    return tree


def _attached(attached: tuple[str, bytes] | Message, narrow: int) -> Tree:
    if isinstance(attached, Message):
        tree = _texts({0x3001: attached.subject}, narrow)
        tree["__substg1.0_3701000D"] = _message(attached, 24)
        fixed = _number(0x3705, 5)
    else:
        tree = _texts({0x3707: attached[0]}, narrow)
        tree["__substg1.0_37010102"] = attached[1]
        fixed = _number(0x3705, 1)
    tree["__properties_version1.0"] = b"\0" * 8 + fixed
    return tree


def _texts(texts: dict[int, str], narrow: int) -> Tree:
    kind = 0x1E if narrow else 0x1F
    codec = f"cp{narrow}" if narrow else "utf-16-le"
    return {
        f"__substg1.0_{number:04X}{kind:04X}": text.encode(codec)
        for number, text in texts.items()
        if text
    }


def _number(number: int, value: int) -> bytes:
    return struct.pack("<HHIII", 3, number, 6, value, 0)


PLAIN = Message(
    "Zölle für Chips 반도체",
    ("Lovelace, Ada é", "ada@bis.example.gov"),
    to=[("Bob", "bob@example.org"), ("carl@example.org", "carl@example.org")],
    copied=[("Dora 도라", "dora@example.org")],
    body="Dear Bob,\r\n\r\nthe tariffs rise.\r\n\r\n-- \r\nAda\r\n",
)
FORWARDED = Message(
    "Fwd: reports",
    ("Bob", "bob@example.org"),
    html="<p>See <b>below</b>.</p><blockquote>Earlier é</blockquote>".encode(),
    files=[("..\\..\\notes.txt", b"Ebb and flow.\n"), ("logo.png", b"\x89PNG")],
    messages=[PLAIN],
)


def made() -> dict[str, bytes]:
    """Return valid files by their names."""
    return {
        "plain.msg": outlook_file(PLAIN),
        "forwarded.msg": outlook_file(FORWARDED),
        "rich.msg": outlook_file(Message("Rich", rtf=next(iter(PACKED_RTF)))),
        "narrow.msg": outlook_file(
            Message("Привет", body="Текст письма.\r\n" * 400, code_page=1251)
        ),
    }
