"""Messages between the program and its workers: JSON with bytes behind it.

A worker has read files of strangers and may have been taken over by one. JSON and
bytes can only be what they are; a pickle could run what the file's author chose.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any, BinaryIO, Final

MOST_JSON: Final = 16_000_000
"""JSON is read in one go, so that much of it would hold up the window."""
MOST_BYTES: Final = 1_000_000_000

OUT_OF_MEMORY: Final = 77
"""The exit code of a worker whose memory did not suffice."""

DAMAGED: Final = (
    "is damaged, or made in a way that is not known here; save it again with the"
    " program that made it"
)
"""What is said of a file that a reader stumbles over, behind the file's name."""

_LENGTH: Final = struct.Struct("<I")


def send(stream: BinaryIO, plain: object, blobs: Sequence[bytes] = ()) -> None:
    """Send lists, texts and numbers, and bytes with them."""
    head = json.dumps([plain, [len(it) for it in blobs]]).encode()
    stream.write(_LENGTH.pack(len(head)))
    stream.write(head)
    stream.writelines(blobs)
    stream.flush()


def receive(stream: BinaryIO, most: int = MOST_BYTES) -> tuple[Any, list[bytes]]:
    """Return the next message, which may have so many bytes behind it.

    Raises `EOFError` if the other side has gone, `ValueError` for what is no message.
    """
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > MOST_JSON:
        raise ValueError("too long a message")
    plain, sizes = _parsed(_exactly(stream, length))
    if min(sizes, default=0) < 0 or sum(sizes) > most:
        raise ValueError("too many bytes in a message")
    return plain, [_exactly(stream, size) for size in sizes]


def _parsed(head: bytes) -> tuple[Any, list[int]]:
    try:
        plain, sizes = json.loads(head)
    except (TypeError, RecursionError) as error:
        raise ValueError("not a message") from error
    if not isinstance(sizes, list) or not all(type(it) is int for it in sizes):
        raise ValueError("not a message")
    return plain, sizes


def _exactly(stream: BinaryIO, length: int) -> bytes:
    found = stream.read(length)
    if len(found) != length:
        raise EOFError
    return found
