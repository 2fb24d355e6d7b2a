"""Writes compound files (MS-CFB), which Outlook messages are."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT_SECTOR, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5

Tree = dict[str, "bytes | Tree"]


@dataclass
class _Entry:
    name: str
    kind: int
    content: bytes = b""
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = _END


def compound_file(tree: Tree) -> bytes:
    """Return a file with the streams (bytes) and storages of a tree."""
    entries = [_Entry("Root Entry", _ROOT)]
    entries[0].child = _added(entries, tree)
    mini, mini_fat = bytearray(), []
    sectors: list[bytes] = []
    fat: list[int] = []
    for entry in entries[1:]:
        if entry.kind == _STREAM and 0 < len(entry.content) < _CUTOFF:
            entry.start = len(mini_fat)
            count = -(-len(entry.content) // _MINI)
            mini += entry.content.ljust(count * _MINI, b"\0")
            mini_fat += _chain(entry.start, count)
        elif entry.content:
            entry.start = _stored(sectors, fat, entry.content)
    entries[0].content = bytes(mini)
    entries[0].start = _stored(sectors, fat, bytes(mini))
    mini_start = _stored(sectors, fat, _numbers(mini_fat), b"\xff")
    directory = b"".join(map(_packed, entries))
    empty = struct.pack("<64xHBBIII", 0, 0, 0, _NONE, _NONE, _NONE).ljust(128, b"\0")
    while len(directory) % _SECTOR:
        directory += empty
    directory_start = _stored(sectors, fat, directory)
    fat_count = 1
    while fat_count * 128 < len(fat) + fat_count:
        fat_count += 1
    fat_start = len(sectors)
    fat += [_FAT_SECTOR] * fat_count
    _stored(sectors, [], _numbers(fat), b"\xff")
    places = [*range(fat_start, fat_start + fat_count)]
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E, 3, 0xFFFE, 9, 6, 0, fat_count, directory_start, 0, _CUTOFF,
        mini_start, -(-len(mini_fat) // 128), _END, 0,
    )  # fmt: skip
    head += _numbers(places + [_FREE] * (109 - len(places)))
    return head + b"".join(sectors)


def _added(entries: list[_Entry], tree: Tree) -> int:
    """Add the members of a storage as a balanced tree, and return its root."""
    numbers = []
    for name in sorted(tree, key=lambda it: (len(it), it.upper())):
        member = tree[name]
        number = len(entries)
        if isinstance(member, bytes):
            entries.append(_Entry(name, _STREAM, member))
        else:
            entries.append(_Entry(name, _STORAGE))
            entries[number].child = _added(entries, member)
        numbers.append(number)
    return _balanced(entries, numbers)


def _balanced(entries: list[_Entry], numbers: list[int]) -> int:
    if not numbers:
        return _NONE
    middle = len(numbers) // 2
    entry = entries[numbers[middle]]
    entry.left = _balanced(entries, numbers[:middle])
    entry.right = _balanced(entries, numbers[middle + 1 :])
    return numbers[middle]


def _stored(
    sectors: list[bytes], fat: list[int], content: bytes, filler: bytes = b"\0"
) -> int:
    if not content:
        return _END
    start = len(sectors)
    pieces = [content[at : at + _SECTOR] for at in range(0, len(content), _SECTOR)]
    sectors += (piece.ljust(_SECTOR, filler) for piece in pieces)
    fat += _chain(start, len(pieces))
    return start


def _chain(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), _END]


def _numbers(values: list[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values)


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16x4x8x8xIQ",
        name, len(name), entry.kind, 1, entry.left, entry.right, entry.child,
        entry.start, len(entry.content),
    )  # fmt: skip
