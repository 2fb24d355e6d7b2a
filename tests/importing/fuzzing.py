"""Files damaged by chance, as disks, mails and attackers damage them.

Every `made_<format>.py` beside this module gives sound files to begin with.
"""

from __future__ import annotations

import importlib
import io
import random
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

Chance = random.Random
Damage = Callable[[bytearray, Chance], None]

_TROUBLE = (
    b"\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\xed\xa0\x80", b"\xef\xbf\xbe",
    b"<", b">", b"&", b'"', b"{", b"}", b"[", b"(", b"\\", b"%", b"\r\n\r\n", b"-1",
    b"1e999", b"9" * 40, b"../" * 9, b"<!DOCTYPE x>", b"&#0;", b"&#xD800;",
    b"=?utf-8?b?/w==?=",
)  # fmt: skip
_PLAIN = {
    "tide.txt": "The tide rises.\r\n\r\n- Ebb — and “flow”\n1. 潮汐 😀\n".encode() * 9,
    "tide.md": b"---\ntitle: Tide\n---\n# Ebb\n\n> *flow* [x](y)\n\n"
    b"|a|b|\n|-|-|\n|1|2|\n",
    "tide.html": b"<title>Tide</title><nav>Home</nav><h1>Ebb</h1><ul><li>flow</ul>"
    b"<table><tr><td>1<td>2</table><blockquote>It rose.</blockquote>",
}


def sound_files() -> dict[str, dict[str, bytes]]:
    """Return sound files by their ending, then by their name."""
    files: dict[str, dict[str, bytes]] = defaultdict(dict)
    for name, content in _made():
        files[Path(name).suffix.lower()][name] = content
    return dict(sorted(files.items()))


def _made() -> Iterator[tuple[str, bytes]]:
    yield from _PLAIN.items()
    for path in sorted(Path(__file__).parent.glob("made_*.py")):
        module = importlib.import_module(f"tests.importing.{path.stem}")
        yield from module.made().items()


def damaged(
    files: dict[str, bytes], count: int, seed: int = 0
) -> Iterator[tuple[str, bytes]]:
    """Yield so many files that are damaged in one to eight places, with their names."""
    chance = Chance(seed)
    names = sorted(files)
    for _ in range(count):
        name = chance.choice(names)
        content = files[name]
        if content.startswith(b"PK\x03\x04") and chance.random() < 0.7:
            yield name, _damaged_inside(content, chance)
        else:
            yield name, _damaged(content, chance)


def _damaged(content: bytes, chance: Chance) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        chance.choice(_DAMAGES)(changed, chance)
    return bytes(changed)


def _damaged_inside(content: bytes, chance: Chance) -> bytes:
    """Damage a part of an archive that stays sound itself."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        parts = before.infolist()
        victim = chance.choice(parts)
        for part in parts:
            inside = before.read(part)
            if part is victim:
                inside = _damaged(inside, chance)
            after.writestr(part, inside, part.compress_type)
    return packed.getvalue()


def _place(content: bytearray, chance: Chance) -> int:
    return chance.randrange(len(content) + 1)


def _flip(content: bytearray, chance: Chance) -> None:
    if content:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _replace(content: bytearray, chance: Chance) -> None:
    if content:
        content[chance.randrange(len(content))] = chance.randrange(256)


def _insert(content: bytearray, chance: Chance) -> None:
    at = _place(content, chance)
    content[at:at] = chance.choice(_TROUBLE) * chance.choice((1, 1, 1, 50))


def _remove(content: bytearray, chance: Chance) -> None:
    at = _place(content, chance)
    del content[at : at + chance.choice((1, 4, 100, 5000))]


def _repeat(content: bytearray, chance: Chance) -> None:
    at = _place(content, chance)
    piece = content[at : at + chance.choice((1, 8, 200))]
    content[at:at] = piece * chance.choice((1, 3, 100))


def _move(content: bytearray, chance: Chance) -> None:
    start = _place(content, chance)
    piece = content[start : start + 100]
    del content[start : start + 100]
    at = _place(content, chance)
    content[at:at] = piece


def _cut_short(content: bytearray, chance: Chance) -> None:
    if chance.random() < 0.3:
        del content[_place(content, chance) :]


_DAMAGES: tuple[Damage, ...] = (
    _flip, _flip, _replace, _insert, _remove, _repeat, _move, _cut_short
)  # fmt: skip
