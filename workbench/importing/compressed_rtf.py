"""Unpacks the rich text of Outlook messages (LZFu, MS-OXRTFCP)."""

from __future__ import annotations

import struct
from typing import Final

LARGEST: Final = 50_000_000
_PACKED = b"LZFu"
_PLAIN = b"MELA"
_HEAD = struct.Struct("<II4sI")
_ROOM = 4096
_OPENING: Final = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern"
    rb" \fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
    rb"{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What every such text may refer back to before it has said anything."""


def unpack_rtf(content: bytes) -> bytes:
    """Return the rich text; as far as it goes if the end is missing or damaged."""
    if len(content) < _HEAD.size:
        return b""
    _, size, kind, _ = _HEAD.unpack_from(content)
    if kind == _PLAIN:
        return content[_HEAD.size : _HEAD.size + size]
    return _unpack(content, min(size, LARGEST)) if kind == _PACKED else b""


def _unpack(content: bytes, size: int) -> bytes:
    """Copy bytes, or stretches of what came before, as eight bits at a time say."""
    room = bytearray(_OPENING.ljust(_ROOM, b"\0"))
    write = len(_OPENING)
    out = bytearray()
    at, end = _HEAD.size, len(content)
    while at < end and len(out) < size:
        flags = content[at]
        at += 1
        for bit in range(8):
            if at >= end:
                break
            if not flags >> bit & 1:
                room[write] = content[at]
                out.append(content[at])
                write = (write + 1) % _ROOM
                at += 1
                continue
            if at + 1 >= end:
                return bytes(out)
            pair = content[at] << 8 | content[at + 1]
            at += 2
            read, length = pair >> 4, (pair & 15) + 2
            if read == write:  # the mark of the end
                return bytes(out)
            for _ in range(length):
                byte = room[read]
                out.append(byte)
                room[write] = byte
                read, write = (read + 1) % _ROOM, (write + 1) % _ROOM
    return bytes(out)
